//! What a form asks beside values: columns to the right of each row, and lines above the rows for whole columns.
//!
//! Every table ends with one set of evidence for each row, which speaks for all values of the row, or for the one column that
//! `#concerns` names. Where a column holds values of one kind, for many members or of one year, a line above the rows speaks for the whole
//! column, and a row says only what differs. So minutes are "measured" once, and the one stream that was estimated says so in its own row;
//! past years are audited and years to come estimated.
//! Wide matrices have the lines and a comment for each row: columns far to the right would not be found.

use super::arrange::WIDE;
use super::column_content::{Column, Holds};
use super::{Table, column, key};

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The one column that the rest is about.
    Concerns,
    /// How the value was come by.
    Status,
    /// The least that it may be, if it is estimated.
    Least,
    /// The most that it may be.
    Most,
    /// Document, system or method.
    Source,
    /// Whether it may not be published.
    Confidential,
    /// Why not.
    Reason,
    /// Words of whoever fills the form.
    Comment,
}

/// Keys of the lines for whole columns, from top to bottom.
pub const LINES: [&str; 3] = [key::STATUS, key::SOURCE, key::CONFIDENTIAL];

/// Key of the live check of a row.
const CHECK: &str = "#check";

/// What follows the key of a value.
pub const LAST: &str = "#last";

impl Fact {
    /// All, from left to right.
    pub const ALL: [Fact; 8] = [
        Fact::Concerns,
        Fact::Status,
        Fact::Least,
        Fact::Most,
        Fact::Source,
        Fact::Confidential,
        Fact::Reason,
        Fact::Comment,
    ];

    /// Machine key: `status`, after `#`.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Concerns => "concerns",
            Fact::Status => "status",
            Fact::Least => "least",
            Fact::Most => "most",
            Fact::Source => "source",
            Fact::Confidential => "confidential",
            Fact::Reason => "reason",
            Fact::Comment => "comment",
        }
    }

    /// What people see above the column.
    pub fn heading(self) -> &'static str {
        match self {
            Fact::Concerns => "Concerns only",
            Fact::Status => "Status",
            Fact::Least => "If estimated: at least",
            Fact::Most => "at most",
            Fact::Source => "Source or method",
            Fact::Confidential => "Confidential",
            Fact::Reason => "Reason",
            Fact::Comment => "Comment",
        }
    }

    /// The value and the fact that a key names: `minutes#status`; the row if nothing stands before.
    pub fn of_key(key: &str) -> Option<(&str, Fact)> {
        let (of, word) = key.split_once(key::EVIDENCE)?;
        Fact::ALL.into_iter().find(|fact| fact.key() == word).map(|fact| (of, fact))
    }
}

/// A table with what stands beside its values.
pub fn beside(mut table: Table) -> Table {
    let facts = Fact::ALL.into_iter().filter(|fact| belongs(&table, *fact));
    let columns: Vec<Column> = facts.map(of_fact).chain([check()]).collect();
    table.columns.extend(columns);
    table
}

/// Adds a column for last year beside each value; those of a wide matrix are a second matrix to the right of its comments.
pub fn add_last_year(table: &mut Table) {
    let values: Vec<usize> = table.value_columns().map(|(position, _)| position).collect();
    let several = values.len() > 1;
    let check = table.columns.pop().filter(|column| column.holds == Holds::Check);
    for position in values {
        let of = &table.columns[position];
        let heading = if several { format!("Last year: {}", of.heading) } else { "Last year".to_owned() };
        let last = column::of_row(format!("{}{LAST}", of.key), heading, Holds::Last(position));
        table.columns.push(last);
    }
    table.columns.extend(check);
}

fn belongs(table: &Table, fact: Fact) -> bool {
    let values = table.value_columns().count();
    match fact {
        Fact::Comment => true,
        Fact::Concerns => (2..=WIDE).contains(&values),
        _ => values <= WIDE && values > 0,
    }
}

fn of_fact(fact: Fact) -> Column {
    let key = format!("{}{}", key::EVIDENCE, fact.key());
    column::of_row(key, fact.heading().to_owned(), Holds::Evidence(fact))
}

fn check() -> Column {
    column::of_row(CHECK.to_owned(), "Check".to_owned(), Holds::Check)
}

impl Column {
    /// Whether it stands beside values rather than being one or saying what a row is.
    pub fn is_evidence(&self) -> bool {
        matches!(self.holds, Holds::Evidence(_) | Holds::Last(_) | Holds::Check)
    }
}

impl Table {
    /// Whether lines above the rows speak for whole columns: not where every row is an input of its own with one value.
    pub fn has_evidence_of_columns(&self) -> bool {
        self.key != key::INPUTS && self.value_columns().next().is_some()
    }

    /// Position of the column of a fact.
    pub fn fact(&self, fact: Fact) -> Option<u32> {
        self.column_of(&Holds::Evidence(fact)).map(|column| self.position(column))
    }
}
