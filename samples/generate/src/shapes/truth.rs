//! What each file says, for whoever measures how it is read.

use super::days;
use super::layout::{Kind, Layout};
use super::record::Record;
use super::words::Words;
use crate::file::Cents;
use std::path::Path;

/// Rows of a CSV file, the heads first.
pub(super) struct Table(Vec<Vec<String>>);

impl Table {
    fn new(heads: &[&str]) -> Table {
        Table(vec![heads.iter().map(|&head| head.to_owned()).collect()])
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        self.0.push(cells.to_vec());
    }

    pub(super) fn write(&self, path: &Path) -> csv::Result<()> {
        let mut writer = csv::Writer::from_path(path)?;
        self.0.iter().try_for_each(|row| writer.write_record(row))?;
        Ok(writer.flush()?)
    }
}

/// The list of all files.
pub(super) fn list() -> Table {
    Table::new(&["file", "kind", "language", "rows", "currency", "years", "scale", "sums_to_zero"])
}

/// A file in the list.
pub(super) fn entry(file: &str, layout: &Layout, words: &Words, records: &[Record]) -> Vec<String> {
    let years: Vec<String> = layout.years.iter().map(u32::to_string).collect();
    let is_balance = layout.kind == Kind::TrialBalance;
    let sum: i64 = records.iter().map(|record| record.amount("closing")).sum();
    let told = |said: bool| if said { "yes" } else { "no" }.to_owned();
    vec![
        file.to_owned(),
        if is_balance { "trial balance" } else { "register" }.to_owned(),
        layout.language.clone(),
        records.len().to_string(),
        if says_currency(layout, words) { layout.currency.clone() } else { String::new() },
        years.join(" "),
        layout.scale.to_string(),
        if is_balance { told(sum == 0) } else { String::new() },
    ]
}

/// Whether the currency stands anywhere in the file.
fn says_currency(layout: &Layout, words: &Words) -> bool {
    let heads = layout.columns.iter().flat_map(|column| [&column.head, &column.band]);
    let mut told = layout.titles.iter().chain(heads);
    layout.shows(&["currency"]) || told.any(|which| words.get(which).is_ok_and(|word| word.contains("{currency}")))
}

/// The truth of a file.
pub(super) fn table(layout: &Layout, records: &[Record]) -> Table {
    match layout.kind {
        Kind::TrialBalance => balances(layout, records),
        Kind::Register => register(layout, records),
    }
}

/// What a column of the file says, or nothing.
fn told(layout: &Layout, what: &[&str], value: impl FnOnce() -> String) -> String {
    if layout.shows(what) { value() } else { String::new() }
}

fn balances(layout: &Layout, records: &[Record]) -> Table {
    let (has_opening, has_centres) = (layout.shows(&["opening"]), layout.structure.centres);
    let mut heads = vec!["account", "name", "year", "amount"];
    heads.extend(has_opening.then_some("opening"));
    heads.extend(has_centres.then_some("centre"));
    let mut table = Table::new(&heads);
    let money = |amount: i64| Cents(layout.hundredths(amount)).to_string();
    for record in records {
        for (year, balance) in layout.years.iter().zip(["closing", "previous"]) {
            let code = told(layout, &["code"], || record.text("code").to_owned());
            let mut row = vec![code, record.text("name").to_owned(), year.to_string(), money(record.amount(balance))];
            row.extend(has_opening.then(|| money(record.amount("opening"))));
            row.extend(has_centres.then(|| record.text("centre").to_owned()));
            table.row(&row);
        }
    }
    table
}

fn register(layout: &Layout, records: &[Record]) -> Table {
    let heads = [
        "asset",
        "name",
        "category",
        "in_use_from",
        "gross_value",
        "accumulated_depreciation",
        "net_book_value",
        "life_years",
        "disposed",
    ];
    let mut table = Table::new(&heads);
    for record in records {
        table.row(&asset(layout, record));
    }
    table
}

fn asset(layout: &Layout, record: &Record) -> Vec<String> {
    let amount = |name: &str| told(layout, &[name], || Cents(layout.hundredths(record.amount(name))).to_string());
    let known = |day| days::known(day, &layout.days.pattern);
    let gone = match record.days.get("disposed") {
        Some(day) if layout.shows(&["disposed"]) => known(*day),
        Some(_) if layout.shows(&["status", "removed"]) => "yes".to_owned(),
        _ => String::new(),
    };
    vec![
        told(layout, &["code"], || record.text("code").to_owned()),
        record.text("name").to_owned(),
        // a file that has the codes of categories alone says no more of them
        record.text(if layout.shows(&["category_code"]) { "category_code" } else { "category" }).to_owned(),
        told(layout, &["in_use"], || record.days.get("in_use").map_or_else(String::new, |day| known(*day))),
        amount("gross"),
        amount("accumulated"),
        amount("net"),
        told(layout, &["life", "life_months", "rate"], || record.figures["life"].to_string()),
        gone,
    ]
}
