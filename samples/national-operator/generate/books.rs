//! The trial balance of two years: accounts, and a line for each account and cost centre that has a balance.

use crate::accounts::{FINANCE, NATURES, OTHER, SPECIAL, STAFF, Split};
use crate::centres::{Centre, FIELDS, GROUPS, REGIONS};
use crate::elements::CLASSES;
use crate::random::Random;
use crate::register::Booked;
use crate::services::SERVICES;
use crate::table::{Cents, Table};
use std::path::Path;

/// Accounts of operating cost, of 1,200 in all.
const OPERATING: usize = 701;

/// An account: code, name, kind, pool or service.
struct Account {
    code: usize,
    name: String,
    kind: &'static str,
    pool: &'static str,
    service: &'static str,
}

/// A line: account, centre, balance at the first opening and at each closing.
struct Entry {
    account: usize,
    centre: usize,
    opening: Cents,
    amount: [Cents; 2],
}

/// The books as they grow.
pub struct Books<'b> {
    centres: &'b [Centre],
    accounts: Vec<Account>,
    entries: Vec<Entry>,
}

impl<'b> Books<'b> {
    /// Books of two years that balance.
    pub fn keep(centres: &'b [Centre], booked: &[Booked], random: &mut Random) -> Books<'b> {
        let mut books = Books { centres, accounts: Vec::new(), entries: Vec::new() };
        books.operating(random);
        books.revenue(random);
        books.assets(booked);
        books.others(random);
        books.balance(random);
        books
    }

    fn account(
        &mut self,
        code: usize,
        name: String,
        kind: &'static str,
        pool: &'static str,
        service: &'static str,
    ) -> usize {
        self.accounts.push(Account { code, name, kind, pool, service });
        self.accounts.len() - 1
    }

    fn book(&mut self, account: usize, centre: usize, opening: f64, amount: [f64; 2]) {
        let amount = amount.map(Cents::of);
        self.entries.push(Entry { account, centre, opening: Cents::of(opening), amount });
    }

    fn centre_of(&self, group: &str, number: usize) -> usize {
        let of_group: Vec<usize> = (0..self.centres.len()).filter(|c| self.centres[*c].group == group).collect();
        of_group[number % of_group.len()]
    }

    /// Weights first; then each centre's are scaled to its cost.
    fn operating(&mut self, random: &mut Random) {
        let mut weights: Vec<(usize, usize, f64)> = Vec::new();
        for (name, pool, split, weight) in SPECIAL.iter().chain(NATURES) {
            for (number, part) in parts(split).iter().enumerate() {
                if self.accounts.len() == OPERATING {
                    break;
                }
                let code = 60_000 + self.accounts.len() * 10;
                let account = self.account(code, format!("{name}: {part}"), "operating", pool, "");
                let eligible: Vec<usize> =
                    (0..self.centres.len()).filter(|c| fits(split, number, &self.centres[*c])).collect();
                let chosen = chosen(split, &eligible, random);
                weights.extend(chosen.into_iter().map(|centre| (account, centre, weight * random.skewed())));
            }
        }
        let mut total = vec![0.0; self.centres.len()];
        weights.iter().for_each(|(_, centre, weight)| total[*centre] += weight);
        for (account, centre, weight) in weights {
            let cost = self.centres[centre].cost * 1e6 * weight / total[centre];
            let next = cost * random.between(0.985, 1.055);
            self.book(account, centre, 0.0, [cost, next]);
        }
    }

    fn revenue(&mut self, random: &mut Random) {
        for (number, (key, label, _, business, _, volume, growth, price, _)) in SERVICES.iter().enumerate() {
            let centre = match *business {
                "core" => self.centre_of("wholesale", number),
                "other" => self.centre_of("hosting", 0),
                _ => self.centre_of("billing", number),
            };
            let income = [volume * 1e3 * price, volume * 1e3 * (1.0 + growth) * price * random.between(0.98, 1.01)];
            let discount = random.between(0.01, 0.05);
            let sold = self.account(40_000 + number * 20, format!("Revenue: {label}"), "revenue", "", key);
            self.book(sold, centre, 0.0, income.map(|income| -income));
            let reduced = self.account(40_010 + number * 20, format!("Discounts: {label}"), "revenue", "", key);
            self.book(reduced, centre, 0.0, income.map(|income| income * discount));
        }
    }

    /// The register's figures; in the second year the ledger has written off vehicles faster than the register.
    fn assets(&mut self, booked: &[Booked]) {
        let centre = self.centre_of("accounting", 0);
        for (number, (class, of)) in CLASSES.iter().zip(booked).enumerate() {
            let faster = if class.0 == "vehicle" { 640_000.0 } else { 0.0 };
            let (code, name) = (10_000 + number * 10, class.1);
            let cost = self.account(code, format!("{name}, at cost"), "assets", "", "");
            self.book(cost, centre, 0.0, of.cost);
            let written_off =
                self.account(code + 1_000, format!("{name}, depreciation to date"), "written_off", "", "");
            self.book(written_off, centre, 0.0, [of.written_off[0], of.written_off[1] - faster]);
            let depreciation =
                self.account(68_000 + number * 10, format!("Depreciation: {name}"), "depreciation", "", "");
            self.book(depreciation, centre, 0.0, [of.depreciation[0], of.depreciation[1] + faster]);
        }
    }

    fn others(&mut self, random: &mut Random) {
        for (group, (kind, place, totals, names)) in OTHER.iter().enumerate() {
            let weights: Vec<f64> = names.iter().map(|_| random.skewed()).collect();
            let sum: f64 = weights.iter().sum();
            for (number, (name, weight)) in names.iter().zip(&weights).enumerate() {
                let account = self.account(20_000 + group * 1_000 + number * 10, (*name).to_owned(), kind, "", "");
                let centre = self.centre_of(place, number);
                let at = totals.map(|total| total * 1e6 * weight / sum);
                self.book(account, centre, at[0], [at[1], at[2]]);
            }
        }
    }

    /// Equity and debt; the last account takes what is missing.
    fn balance(&mut self, random: &mut Random) {
        let centre = self.centre_of("management", 0);
        for (number, name) in FINANCE.iter().enumerate() {
            let account = self.account(30_000 + number * 10, (*name).to_owned(), "finance", "", "");
            let stands = -40e6 * random.skewed();
            let missing =
                |year: usize| -self.entries.iter().map(|entry| entry.amount[year]).sum::<Cents>().0 as f64 / 100.0;
            let amount = if number + 1 == FINANCE.len() {
                [missing(0), missing(1)]
            } else {
                [stands, stands * random.between(0.95, 1.05)]
            };
            self.book(account, centre, 0.0, amount);
        }
    }

    /// Writes accounts, lines and the totals of the audited accounts.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        let mut accounts = Table::new(folder, "accounts.csv", "account,label,kind_of,pool_of,service_of");
        self.accounts.iter().for_each(|a| accounts.row(&[&a.code, &a.name, &a.kind, &a.pool, &a.service]));
        accounts.write()?;
        let mut lines = Table::new(folder, "entries.csv", "entry,account_of,centre_of,opening_amount");
        let mut amounts = Table::new(folder, "amounts.csv", "entry,year,amount");
        for (number, entry) in self.entries.iter().enumerate() {
            let opening = if entry.opening.0 == 0 { String::new() } else { entry.opening.to_string() };
            lines.row(&[&(number + 1), &self.accounts[entry.account].code, &self.centres[entry.centre].key, &opening]);
            (0..2).for_each(|year| amounts.row(&[&(number + 1), &(2023 + year), &entry.amount[year]]));
        }
        lines.write()?;
        amounts.write()?;
        self.audited(folder)
    }

    fn audited(&self, folder: &Path) -> std::io::Result<()> {
        let mut kinds: Vec<&str> = self.accounts.iter().map(|account| account.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut table = Table::new(folder, "audited.csv", "kind,year,statutory");
        for kind in kinds {
            for year in 0..2 {
                let of_kind = self.entries.iter().filter(|entry| self.accounts[entry.account].kind == kind);
                table.row(&[&kind, &(2023 + year), &of_kind.map(|entry| entry.amount[year]).sum::<Cents>()]);
            }
        }
        table.write()
    }
}

fn parts(split: &Split) -> Vec<&'static str> {
    match split {
        Split::Staff => STAFF.to_vec(),
        Split::Region => REGIONS.into_iter().chain(["head office"]).collect(),
        Split::Field => FIELDS.to_vec(),
        Split::Named(_, names) => names.to_vec(),
    }
}

/// Whether a centre can bear the part of an account.
fn fits(split: &Split, part: usize, centre: &Centre) -> bool {
    let sells_on =
        ["settlement", "foreign_settlement", "roaming_settlement", "content", "handset"].contains(&centre.group);
    match split {
        Split::Staff => true,
        Split::Region => !sells_on && centre.region == part,
        Split::Field => !sells_on && GROUPS.iter().any(|group| group.key == centre.group && group.field == part),
        Split::Named(group, _) => centre.group == *group,
    }
}

/// Those that do bear it: all of a named group, some of the others, and at least one.
fn chosen(split: &Split, eligible: &[usize], random: &mut Random) -> Vec<usize> {
    let often = match split {
        Split::Staff => 0.11,
        Split::Region | Split::Field => 0.36,
        Split::Named(..) => 1.0,
    };
    let one = eligible[random.below(eligible.len())];
    eligible.iter().copied().filter(|centre| *centre == one || random.part() < often).collect()
}
