//! The ledger: chart of accounts, trial balance by cost centre with subtotals, published accounts.

use super::Part;
use super::assets::Assets;
use super::names::{CENTRES, CLASSES, NATURES, OTHERS, PRODUCTS};
use super::page::{Block, Looks, cents, heads, meanings, sheet};
use super::table::Table;
use crate::figures::Chance;
use crate::sample::book;
use rust_xlsxwriter::XlsxError;
use sg3_workbook::Area;
use std::collections::BTreeMap;

const FILE: &str = "ledger.xlsx";
/// Parts of the operator that accounts of cost are kept for.
const DIVISIONS: [&str; 10] =
    ["North", "South", "East", "West", "Islands", "Capital", "Network", "Commercial", "Head office", "Projects"];
const REVENUE: [&str; 6] = ["billed", "unbilled", "connection", "discounts", "credits", "adjustments"];

/// An account: code, name, type in their words, kind of the model, nature, product, group of the trial balance.
struct Account {
    code: u32,
    name: String,
    words: &'static str,
    kind: &'static str,
    nature: &'static str,
    product: &'static str,
    group: String,
}

/// A line of the trial balance, in hundredths.
struct Line {
    account: usize,
    centre: u32,
    opening: i64,
    closing: i64,
}

struct Books {
    accounts: Vec<Account>,
    lines: Vec<Line>,
    chance: Chance,
}

/// The workbook.
pub fn part(assets: &Assets) -> Result<Part, XlsxError> {
    let mut books = Books { accounts: Vec::new(), lines: Vec::new(), chance: Chance::new(20_261_129) };
    books.others();
    books.assets(assets);
    books.operating();
    books.revenue();
    books.balance();
    books.accounts_in_order();
    let mut part =
        Part { file: FILE, bytes: Vec::new(), entries: Vec::new(), meanings: Vec::new(), tables: Vec::new() };
    let mut workbook = book()?;
    let notes = [
        "Extract of the general ledger, financial year 2024.",
        "Halmar and everything in this file is fictional.",
        "All amounts in HAL. Debit balances positive, credit balances in brackets.",
    ];
    sheet(&mut workbook, "Read me", "Halmar Telephone and Wireless", &notes, &[90.0])?;
    books.chart(&mut workbook, &mut part)?;
    books.trial_balance(&mut workbook, &mut part)?;
    books.published(&mut workbook, &mut part)?;
    part.bytes = workbook.save_to_buffer()?;
    Ok(part)
}

impl Books {
    fn account(&mut self, code: u32, name: String, (words, kind): (&'static str, &'static str), group: &str) -> usize {
        self.accounts.push(Account { code, name, words, kind, nature: "", product: "", group: group.to_owned() });
        self.accounts.len() - 1
    }

    fn book(&mut self, account: usize, centre: u32, opening: i64, closing: i64) {
        self.lines.push(Line { account, centre, opening, closing });
    }

    fn others(&mut self) {
        for (words, kind, code, names, opening, closing) in OTHERS {
            let parts = |chance: &mut Chance, whole: f64| chance.parts(whole * 1e8, names.len(), 1.0);
            let (openings, closings) = (parts(&mut self.chance, *opening), parts(&mut self.chance, *closing));
            for (number, name) in names.iter().enumerate() {
                let account =
                    self.account(code * 10_000 + 10 * number as u32, (*name).to_owned(), (words, kind), words);
                self.book(account, 1200, openings[number] as i64, closings[number] as i64);
            }
        }
    }

    fn assets(&mut self, assets: &Assets) {
        for (number, (class, booked)) in (0..).zip(CLASSES.iter().zip(assets.booked())) {
            let accounts = [
                (210_000, "Cost", ("Fixed assets at cost", "assets"), booked.0),
                (280_000, "Accumulated depreciation", ("Accumulated depreciation", "written_off"), booked.1),
                (680_000, "Depreciation", ("Depreciation charge", "depreciation"), booked.2),
            ];
            for (code, what, kind, closing) in accounts {
                let account = self.account(code + 10 * number, format!("{what} {}", class.1), kind, kind.0);
                self.book(account, 1200, 0, closing);
            }
        }
    }

    fn operating(&mut self) {
        for (number, (nature, names, millions, groups)) in (0..).zip(NATURES) {
            let amounts = self.chance.parts(millions * 1e8, names.len() * DIVISIONS.len(), 1.0);
            for (position, amount) in amounts.iter().enumerate() {
                let (name, division) = (names[position / DIVISIONS.len()], DIVISIONS[position % DIVISIONS.len()]);
                let code = 600_000 + 1_000 * number + 10 * position as u32;
                let account =
                    self.account(code, format!("{name} {division}"), ("Operating expenditure", "operating"), nature);
                self.accounts[account].nature = nature;
                self.spread(account, groups, *amount);
            }
        }
    }

    /// On one to four departments.
    fn spread(&mut self, account: usize, groups: &[&str], amount: f64) {
        let belongs = |centre: u32| groups.iter().any(|group| centre.to_string().starts_with(group));
        let mut centres: Vec<u32> = CENTRES.iter().map(|centre| centre.0).filter(|centre| belongs(*centre)).collect();
        let many = (1 + (self.chance.next() * 4.0) as usize).min(centres.len());
        let first = (self.chance.next() * centres.len() as f64) as usize;
        centres.rotate_left(first);
        let parts = self.chance.parts(amount, many, 1.0);
        centres.sort_unstable_by_key(|centre| (!comes_first(first, *centre), *centre));
        for (centre, part) in centres.iter().take(many).zip(parts) {
            self.book(account, *centre, 0, part as i64);
        }
    }

    fn revenue(&mut self) {
        for (number, (code, name, _, _, volume, price, ..)) in (0..).zip(PRODUCTS) {
            let amounts = self.chance.parts(-volume * price * 100.0, REVENUE.len(), 1.0);
            for (position, what) in REVENUE.iter().enumerate() {
                let account = 700_000 + 100 * number + 10 * position as u32;
                let account = self.account(account, format!("{name} {what}"), ("Turnover", "revenue"), "Turnover");
                self.accounts[account].product = code;
                self.book(account, 1100, 0, amounts[position] as i64);
            }
        }
    }

    /// Retained earnings take what balances the books.
    fn balance(&mut self) {
        let rest: i64 = self.lines.iter().map(|line| line.closing).sum();
        let last = self.accounts.iter().position(|account| account.name == "Retained earnings");
        let line = self.lines.iter_mut().find(|line| Some(line.account) == last).expect("an account of that name");
        line.closing -= rest;
    }

    fn accounts_in_order(&mut self) {
        let codes: Vec<u32> = self.accounts.iter().map(|account| account.code).collect();
        self.lines.sort_by_key(|line| (codes[line.account], line.centre));
    }

    fn chart(&self, workbook: &mut rust_xlsxwriter::Workbook, part: &mut Part) -> Result<(), XlsxError> {
        let block = Block {
            file: FILE,
            sheet: "Chart of accounts",
            head: 3,
            first: 4,
            last: 3 + self.accounts.len() as u32,
            rows: "",
        };
        let notes = ["Cost nature for accounts of operating expenditure only; product for turnover only"];
        let sheet = sheet(workbook, block.sheet, "Chart of accounts", &notes, &[14.0, 44.0, 24.0, 26.0, 11.0])?;
        heads(sheet, block.head, &["Account no.", "Account name", "Type", "Cost nature", "Product"])?;
        let mut table = Table::new("accounts.csv", "account,label,kind_of,pool_of,service_of");
        let mut pools = Table::new("pools.csv", "pool,label");
        let mut order: Vec<&Account> = self.accounts.iter().collect();
        order.sort_by_key(|account| account.code);
        for (row, account) in (block.first..).zip(order) {
            sheet.write_string(row, 0, account.code.to_string())?.write_string(row, 1, &account.name)?;
            sheet.write_string(row, 2, account.words)?.write_string(row, 3, account.nature)?;
            sheet.write_string(row, 4, if account.product.is_empty() { "–" } else { account.product })?;
            let (nature, product) = (slug(account.nature), account.product.to_owned());
            table.row([account.code.to_string(), account.name.clone(), account.kind.to_owned(), nature, product]);
        }
        NATURES.iter().for_each(|nature| pools.row([slug(nature.0), nature.0.to_owned()]));
        part.tables.extend([table, pools]);
        part.entries.push(block.column("account[*]", 1, "Account name", "A"));
        part.entries.push(block.column("pool[*]", 3, "Cost nature", ""));
        for (figure, column, heading) in
            [("kind_of[*]", 2, "Type"), ("pool_of[*]", 3, "Cost nature"), ("service_of[*]", 4, "Product")]
        {
            part.entries.push(block.column(figure, column, heading, "A"));
        }
        let mut words: Vec<(&str, &str)> = self.accounts.iter().map(|account| (account.words, account.kind)).collect();
        words.sort_unstable();
        words.dedup();
        part.meanings.extend(meanings("kind", &words));
        Ok(())
    }

    fn trial_balance(&self, workbook: &mut rust_xlsxwriter::Workbook, part: &mut Part) -> Result<(), XlsxError> {
        let looks = Looks::new();
        let notes = ["Financial year ended 31 December 2024", "All amounts in HAL", "", ""];
        let sheet =
            sheet(workbook, "TB 2024", "Trial balance by cost centre", &notes, &[12.0, 40.0, 9.0, 32.0, 18.0, 18.0])?;
        for (first, words) in [(0, "Account"), (2, "Cost centre"), (4, "Balance")] {
            sheet.merge_range(5, first, 5, first + 1, words, &looks.head)?;
        }
        heads(sheet, 6, &["No.", "Name", "Code", "Name", "Opening", "Closing"])?;
        let mut table = Table::new("entries.csv", "entry,account_of,centre_of,opening_amount");
        let mut amounts = Table::new("amounts.csv", "entry,year,amount");
        let mut row = 7;
        let mut whole = (0, 0);
        let mut from = 0;
        while from < self.lines.len() {
            let group = &self.accounts[self.lines[from].account].group;
            let many = self.lines[from..].iter().take_while(|line| self.accounts[line.account].group == *group).count();
            let mut sum = (0, 0);
            for line in &self.lines[from..from + many] {
                let account = &self.accounts[line.account];
                let centre = CENTRES.iter().find(|centre| centre.0 == line.centre).expect("a department");
                sheet.write_number(row, 0, account.code)?.write_string(row, 1, &account.name)?;
                sheet.write_number(row, 2, centre.0)?.write_string(row, 3, centre.1)?;
                sheet.write_number_with_format(row, 4, line.opening as f64 / 100.0, &looks.amount)?;
                sheet.write_number_with_format(row, 5, line.closing as f64 / 100.0, &looks.amount)?;
                let key = (row + 1).to_string();
                table.row([key.clone(), account.code.to_string(), centre.0.to_string(), cents(line.opening)]);
                amounts.row([key, "2024".to_owned(), cents(line.closing)]);
                sum = (sum.0 + line.opening, sum.1 + line.closing);
                row += 1;
            }
            total(sheet, row, &format!("Total {group}"), sum, &looks)?;
            row += 2;
            whole = (whole.0 + sum.0, whole.1 + sum.1);
            from += many;
        }
        total(sheet, row, "Grand total", whole, &looks)?;
        part.tables.extend([table, amounts]);
        let block = Block { file: FILE, sheet: "TB 2024", head: 6, first: 7, last: row - 2, rows: "C: *" };
        part.entries.push(block.column("entry[*]", 0, "Account · No.", ""));
        part.entries.push(block.column("account_of[*]", 0, "Account · No.", ""));
        part.entries.push(block.column("centre_of[*]", 2, "Cost centre · Code", ""));
        part.entries.push(block.column("amount[*,2024]", 5, "Balance · Closing", ""));
        part.entries.push(block.column("opening_amount[*]", 4, "Balance · Opening", ""));
        Ok(())
    }

    fn published(&self, workbook: &mut rust_xlsxwriter::Workbook, part: &mut Part) -> Result<(), XlsxError> {
        let looks = Looks::new();
        let mut sums: BTreeMap<(&str, &str), i64> = BTreeMap::new();
        for line in &self.lines {
            let account = &self.accounts[line.account];
            *sums.entry((account.words, account.kind)).or_default() += line.closing;
        }
        let notes = ["As audited by Messrs Quill and Ledger; signed as in the trial balance", "HAL"];
        let sheet =
            sheet(workbook, "Audited accounts", "Totals of the published accounts", &notes, &[34.0, 20.0, 20.0])?;
        heads(sheet, 4, &["Caption", "2024"])?;
        let mut table = Table::new("audited.csv", "kind,year,statutory");
        let block = Block { file: FILE, sheet: "Audited accounts", head: 4, first: 5, last: 5, rows: "" };
        for (row, ((words, kind), sum)) in (5..).zip(&sums) {
            sheet.write_string(row, 0, *words)?;
            sheet.write_number_with_format(row, 1, *sum as f64 / 100.0, &looks.amount)?;
            table.row([(*kind).to_owned(), "2024".to_owned(), cents(*sum)]);
            let mut entry = block.area(&format!("statutory[{kind},2024]"), Area::cell(row, 1), "");
            (entry.label, entry.label_at, entry.heading) = ((*words).to_owned(), Some((row, 0)), "2024".to_owned());
            entry.status = Some(sg3_calc::Status::Audited);
            entry.source = "Published accounts 2024".to_owned();
            part.entries.push(entry);
        }
        part.tables.push(table);
        Ok(())
    }
}

/// Which departments an account is booked on first: others for each account.
fn comes_first(first: usize, centre: u32) -> bool {
    (centre as usize / 10 + first).is_multiple_of(3)
}

fn total(
    sheet: &mut rust_xlsxwriter::Worksheet,
    row: u32,
    words: &str,
    (opening, closing): (i64, i64),
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 1, words, &looks.total)?;
    sheet.write_number_with_format(row, 4, opening as f64 / 100.0, &looks.total)?;
    sheet.write_number_with_format(row, 5, closing as f64 / 100.0, &looks.total)?;
    Ok(())
}

/// The key of a name, as the toolkit makes it.
fn slug(name: &str) -> String {
    name.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
