//! The trial balance of two years: accounts, and a line for each account and cost centre that has a balance.

use super::centres::Centre;
use super::register::Booked;
use super::tables::{Special, Split, Tables};
use crate::file::{Cents, File};
use crate::random::Random;
use std::path::Path;

/// Accounts of operating cost, of 1,200 in all.
const OPERATING: usize = 701;

/// An account: code, name, kind, pool or service.
struct Account<'t> {
    code: usize,
    name: String,
    kind: &'t str,
    pool: &'t str,
    service: &'t str,
}

/// A line: account, centre, balance at the first opening and at each closing.
struct Entry {
    account: usize,
    centre: usize,
    opening: Cents,
    amount: [Cents; 2],
}

/// The books as they grow.
pub(super) struct Books<'t> {
    tables: &'t Tables,
    centres: &'t [Centre<'t>],
    accounts: Vec<Account<'t>>,
    entries: Vec<Entry>,
}

/// Weights of accounts at centres before they are scaled to what the centre costs.
type Weights = Vec<(usize, usize, f64)>;

impl<'t> Books<'t> {
    /// Books of two years that balance.
    pub(super) fn keep(tables: &'t Tables, centres: &'t [Centre], booked: &[Booked], random: &mut Random) -> Books<'t> {
        let mut books = Books { tables, centres, accounts: Vec::new(), entries: Vec::new() };
        books.operating(random);
        books.revenue(random);
        books.assets(booked);
        books.others(random);
        books.balance(random);
        books
    }

    fn account(&mut self, code: usize, name: String, kind: &'t str) -> usize {
        self.accounts.push(Account { code, name, kind, pool: "", service: "" });
        self.accounts.len() - 1
    }

    fn book(&mut self, account: usize, centre: usize, opening: f64, amount: [f64; 2]) {
        let amount = amount.map(Cents::of);
        self.entries.push(Entry { account, centre, opening: Cents::of(opening), amount });
    }

    fn of_group(&self, group: &str) -> Vec<usize> {
        (0..self.centres.len()).filter(|centre| self.centres[*centre].group.key == group).collect()
    }

    fn centre_of(&self, group: &str, number: usize) -> usize {
        let of_group = self.of_group(group);
        of_group[number % of_group.len()]
    }

    /// Weights first; then each centre's are scaled to its cost.
    fn operating(&mut self, random: &mut Random) {
        let weights = self.weights(random);
        let mut total = vec![0.0; self.centres.len()];
        weights.iter().for_each(|(_, centre, weight)| total[*centre] += weight);
        for (account, centre, weight) in weights {
            let cost = self.centres[centre].cost * 1e6 * weight / total[centre];
            let next = cost * random.between(0.985, 1.055);
            self.book(account, centre, 0.0, [cost, next]);
        }
    }

    fn weights(&mut self, random: &mut Random) -> Weights {
        let mut weights = Weights::new();
        let accounts = &self.tables.accounts;
        for Special { nature, pool, group, weight, accounts } in &accounts.special {
            for part in accounts {
                let (eligible, name) = (self.of_group(group), format!("{nature}: {part}"));
                self.weigh(&mut weights, (name, pool, *weight), (&eligible, 1.0), random);
            }
        }
        for nature in &self.tables.natures {
            for (number, part) in accounts.parts(nature.split).into_iter().enumerate() {
                if self.accounts.len() == OPERATING {
                    break;
                }
                let bears = |centre: &usize| self.bears(nature.split, number, &self.centres[*centre]);
                let eligible: Vec<usize> = (0..self.centres.len()).filter(bears).collect();
                let often = if matches!(nature.split, Split::Staff) { 0.11 } else { 0.36 };
                let name = format!("{}: {part}", nature.nature);
                self.weigh(&mut weights, (name, &nature.pool, nature.weight), (&eligible, often), random);
            }
        }
        weights
    }

    /// An account at some of the centres that can bear it, and at least at one.
    fn weigh(
        &mut self,
        weights: &mut Weights,
        (name, pool, weight): (String, &'t str, f64),
        (eligible, often): (&[usize], f64),
        random: &mut Random,
    ) {
        let account = self.account(60_000 + self.accounts.len() * 10, name, "operating");
        self.accounts[account].pool = pool;
        let one = eligible[random.below(eligible.len())];
        let chosen: Vec<usize> =
            eligible.iter().copied().filter(|centre| *centre == one || random.part() < often).collect();
        weights.extend(chosen.into_iter().map(|centre| (account, centre, weight * random.skewed())));
    }

    /// Whether a centre can bear the part of a nature of cost.
    fn bears(&self, split: Split, part: usize, centre: &Centre) -> bool {
        match split {
            Split::Staff => true,
            Split::Region => !centre.group.is("resale") && centre.region == part,
            Split::Field => !centre.group.is("resale") && self.tables.accounts.fields[part] == centre.group.field,
        }
    }

    fn revenue(&mut self, random: &mut Random) {
        for (number, service) in self.tables.services.iter().enumerate() {
            let centre = match service.business.as_str() {
                "core" => self.centre_of("wholesale", number),
                "other" => self.centre_of("hosting", 0),
                _ => self.centre_of("billing", number),
            };
            let (volume, price) = (service.thousands * 1e3, service.price);
            let income = [volume * price, volume * (1.0 + service.growth) * price * random.between(0.98, 1.01)];
            let discount = random.between(0.01, 0.05);
            for (code, words, part) in [(40_000, "Revenue", -1.0), (40_010, "Discounts", discount)] {
                let account = self.account(code + number * 20, format!("{words}: {}", service.label), "revenue");
                self.accounts[account].service = &service.key;
                self.book(account, centre, 0.0, income.map(|income| income * part));
            }
        }
    }

    /// The register's figures; in the second year the ledger has written off vehicles faster than the register.
    fn assets(&mut self, booked: &[Booked]) {
        let centre = self.centre_of("accounting", 0);
        for (number, (class, of)) in self.tables.classes.iter().zip(booked).enumerate() {
            let faster = if class.key == "vehicle" { 640_000.0 } else { 0.0 };
            let (code, name) = (10_000 + number * 10, &class.label);
            let cost = self.account(code, format!("{name}, at cost"), "assets");
            self.book(cost, centre, 0.0, of.cost);
            let written_off = self.account(code + 1_000, format!("{name}, depreciation to date"), "written_off");
            self.book(written_off, centre, 0.0, [of.written_off[0], of.written_off[1] - faster]);
            let depreciation = self.account(68_000 + number * 10, format!("Depreciation: {name}"), "depreciation");
            self.book(depreciation, centre, 0.0, [of.depreciation[0], of.depreciation[1] + faster]);
        }
    }

    fn others(&mut self, random: &mut Random) {
        for (number_of_kind, other) in self.tables.accounts.other.iter().enumerate() {
            let weights: Vec<f64> = other.accounts.iter().map(|_| random.skewed()).collect();
            let sum: f64 = weights.iter().sum();
            for (number, (name, weight)) in other.accounts.iter().zip(&weights).enumerate() {
                let account = self.account(20_000 + number_of_kind * 1_000 + number * 10, name.clone(), &other.kind);
                let centre = self.centre_of(&other.group, number);
                let at = other.millions.map(|total| total * 1e6 * weight / sum);
                self.book(account, centre, at[0], [at[1], at[2]]);
            }
        }
    }

    /// Equity and debt; the last account takes what is missing.
    fn balance(&mut self, random: &mut Random) {
        let (centre, names) = (self.centre_of("management", 0), &self.tables.accounts.finance);
        for (number, name) in names.iter().enumerate() {
            let account = self.account(30_000 + number * 10, name.clone(), "finance");
            let stands = -40e6 * random.skewed();
            let amount = if number + 1 == names.len() {
                [self.missing(0), self.missing(1)]
            } else {
                [stands, stands * random.between(0.95, 1.05)]
            };
            self.book(account, centre, 0.0, amount);
        }
    }

    fn missing(&self, year: usize) -> f64 {
        -self.entries.iter().map(|entry| entry.amount[year]).sum::<Cents>().0 as f64 / 100.0
    }

    /// Writes accounts, lines and the totals of the audited accounts.
    pub(super) fn write(&self, folder: &Path) -> std::io::Result<()> {
        let mut accounts = File::new(folder, "accounts.csv", "account,label,kind_of,pool_of,service_of");
        self.accounts.iter().for_each(|a| accounts.row(&[&a.code, &a.name, &a.kind, &a.pool, &a.service]));
        accounts.write()?;
        let mut lines = File::new(folder, "entries.csv", "entry,account_of,centre_of,opening_amount");
        let mut amounts = File::new(folder, "amounts.csv", "entry,year,amount");
        for (number, entry) in (1..).zip(&self.entries) {
            let opening = if entry.opening.0 == 0 { String::new() } else { entry.opening.to_string() };
            lines.row(&[&number, &self.accounts[entry.account].code, &self.centres[entry.centre].key, &opening]);
            (0..2).for_each(|year| amounts.row(&[&number, &(2023 + year), &entry.amount[year]]));
        }
        lines.write()?;
        amounts.write()?;
        self.audited(folder)
    }

    fn audited(&self, folder: &Path) -> std::io::Result<()> {
        let mut kinds: Vec<&str> = self.accounts.iter().map(|account| account.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut file = File::new(folder, "audited.csv", "kind,year,statutory");
        for kind in kinds {
            for year in 0..2 {
                let of_kind = self.entries.iter().filter(|entry| self.accounts[entry.account].kind == kind);
                file.row(&[&kind, &(2023 + year), &of_kind.map(|entry| entry.amount[year]).sum::<Cents>()]);
            }
        }
        file.write()
    }
}
