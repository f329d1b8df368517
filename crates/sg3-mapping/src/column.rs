//! The columns of a mapping: machine key, heading, width, what is written, how it is read back. One entry each.

pub(crate) mod read;

use crate::document::Said;
use crate::entry::Entry;
use crate::list::keys::Keys;
use Holds::{Told, Value, Words};
use read::{areas, confidence, confidential, figure, member, parse_areas, place, positive, rows, share, sign, status};
use sg3_calc::Status;
use sg3_workbook::address;

/// What a column needs to know besides the line itself.
pub struct Line<'a> {
    /// The line.
    pub entry: &'a Entry,
    /// Label of the input.
    pub asked: String,
    /// Label of the members.
    pub member: String,
    /// Unit of the figure.
    pub unit: String,
    /// What a blank means, or what is proposed.
    pub blank: String,
    /// How many cells it takes.
    pub count: usize,
    /// What the line adds now.
    pub amount: Option<f64>,
    /// Where their cells are, for a link.
    pub link: Option<String>,
}

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Holds {
    /// What only informs.
    Told(fn(&Line) -> Said),
    /// Words of the line, as they are.
    Words(fn(&Entry) -> &String, fn(&mut Entry) -> &mut String),
    /// Something of the line that is written and read back; what is wrong with a cell, if anything.
    Value(fn(&Line) -> Said, fn(&mut Entry, &str) -> Result<(), String>),
}

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// Machine key.
    pub key: &'static str,
    /// What people see.
    pub heading: &'static str,
    /// In noughts.
    pub width: f64,
    /// Whether it is filled or corrected by people.
    pub is_asked: bool,
    /// What stands in it.
    pub holds: Holds,
}

const fn kept(key: &'static str, heading: &'static str, width: f64, holds: Holds) -> Column {
    Column { key, heading, width, is_asked: false, holds }
}

const fn asked(key: &'static str, heading: &'static str, width: f64, holds: Holds) -> Column {
    Column { key, heading, width, is_asked: true, holds }
}

/// All columns.
#[rustfmt::skip]
static ALL: [Column; 29] = [
    kept("@input", "Asked for", 30.0, Told(|line| Said::text(&line.asked))),
    kept("@member", "For", 24.0, Value(|line| Said::text(&line.member), member)),
    kept("@unit", "Unit", 13.0, Told(|line| Said::text(&line.unit))),
    asked("@sheet", "Your sheet", 18.0, Words(|entry| &entry.sheet, |entry| &mut entry.sheet)),
    asked("@cells", "Your cells", 14.0, Value(|line| Said::link(&areas(&line.entry.cells), &line.link), |entry, text| parse_areas(text).map(|cells| entry.cells = cells))),
    asked("@keys", "Keys in", 9.0, Value(|line| Said::text(&Keys::written(&line.entry.keys)), |entry, text| Keys::parse(text).map(|keys| entry.keys = keys))),
    kept("@label", "Your label", 32.0, Words(|entry| &entry.label, |entry| &mut entry.label)),
    kept("@heading", "Your heading", 22.0, Words(|entry| &entry.heading, |entry| &mut entry.heading)),
    kept("@count", "Cells", 9.0, Told(|line| if line.count == 0 { Said::Blank } else { Said::Number(line.count as f64) })),
    kept("@amount", "Amount taken", 19.0, Told(|line| line.amount.map_or(Said::Blank, Said::Number))),
    kept("@confidence", "Proposal", 13.0, Value(|line| line.entry.confidence.map_or(Said::Blank, Said::Number), confidence)),
    asked("@confirmed", "Confirmed by", 16.0, Words(|entry| &entry.confirmed, |entry| &mut entry.confirmed)),
    asked("@sign", "Sign", 6.0, Value(|line| Said::text(if line.entry.is_negative { "−" } else { "" }), |entry, text| sign(text).map(|is| entry.is_negative = is))),
    asked("@factor", "Multiplied by", 14.0, Value(|line| Said::factor(line.entry.factor), |entry, text| positive(text).map(|factor| entry.factor = factor))),
    asked("@currency", "Currency", 9.0, Words(|entry| &entry.currency, |entry| &mut entry.currency)),
    asked("@rate", "Rate", 13.0, Value(|line| Said::factor(line.entry.rate), |entry, text| positive(text).map(|rate| entry.rate = rate))),
    asked("@share", "Share", 10.0, Value(|line| Said::text(&line.entry.share.to_string()), share)),
    asked("@rows", "Rows included", 22.0, Value(|line| Said::text(&line.entry.rows.to_string()), rows)),
    asked("@left_out", "Excluded", 12.0, Value(|line| Said::text(&areas(&line.entry.left_out)), |entry, text| parse_areas(text).map(|cells| entry.left_out = cells))),
    asked("@status", "Status", 13.0, Value(|line| Said::text(line.entry.status.map_or("", Status::words)), |entry, text| status(text).map(|status| entry.status = status))),
    asked("@source", "Source or method", 22.0, Words(|entry| &entry.source, |entry| &mut entry.source)),
    asked("@confidential", "Reason for confidentiality", 18.0, Value(|line| Said::text(&line.entry.confidential), |entry, text| confidential(text).map(|reason| entry.confidential = reason))),
    asked("@comment", "Comment", 26.0, Words(|entry| &entry.comment, |entry| &mut entry.comment)),
    kept("@why", "Basis of the proposal", 44.0, Words(|entry| &entry.why, |entry| &mut entry.why)),
    kept("@near", "Alternatives", 36.0, Words(|entry| &entry.near, |entry| &mut entry.near)),
    kept("@blank", "If left blank", 22.0, Told(|line| Said::text(&line.blank))),
    asked("@file", "Your file", 20.0, Words(|entry| &entry.file, |entry| &mut entry.file)),
    kept("@label_at", "Label cell", 9.0, Value(|line| Said::text(&label_at(line.entry)), place)),
    kept("@figure", "Figure of the model", 34.0, Value(|line| Said::text(&line.entry.figure.to_string()), figure)),
];

/// Columns of the page `Mapping`.
pub const MAPPING: &[&str] = &[
    "@input",
    "@member",
    "@unit",
    "@sheet",
    "@cells",
    "@label",
    "@heading",
    "@amount",
    "@confidence",
    "@confirmed",
    "@sign",
    "@factor",
    "@currency",
    "@rate",
    "@share",
    "@rows",
    "@left_out",
    "@status",
    "@source",
    "@confidential",
    "@comment",
    "@why",
    "@near",
    "@file",
    "@label_at",
    "@figure",
];

/// Columns of the page of lists.
pub const LISTS: &[&str] = &[
    "@input",
    "@member",
    "@unit",
    "@sheet",
    "@cells",
    "@keys",
    "@heading",
    "@count",
    "@amount",
    "@confidence",
    "@confirmed",
    "@sign",
    "@factor",
    "@currency",
    "@rate",
    "@rows",
    "@left_out",
    "@status",
    "@source",
    "@confidential",
    "@comment",
    "@why",
    "@near",
    "@file",
    "@label_at",
    "@figure",
];

/// Columns of the page of figures that are not mapped yet.
pub const OPEN: &[&str] = &[
    "@input",
    "@member",
    "@unit",
    "@blank",
    "@near",
    "@sheet",
    "@cells",
    "@keys",
    "@sign",
    "@factor",
    "@currency",
    "@rate",
    "@share",
    "@rows",
    "@status",
    "@source",
    "@confidential",
    "@comment",
    "@file",
    "@figure",
];

/// The column of a key.
pub fn of(key: &str) -> Option<&'static Column> {
    ALL.iter().find(|column| column.key == key)
}

/// Columns in the order of a page.
pub fn all(keys: &[&str]) -> Vec<&'static Column> {
    keys.iter().filter_map(|key| of(key)).collect()
}

impl Column {
    /// What stands in it.
    pub fn write(&self, line: &Line) -> Said {
        match self.holds {
            Told(write) | Value(write, _) => write(line),
            Words(words, _) => Said::text(words(line.entry)),
        }
    }

    /// Reads what a cell says into a line; nothing if the column only informs.
    pub fn read(&self, entry: &mut Entry, text: &str) -> Option<Result<(), String>> {
        match self.holds {
            Told(_) => None,
            Words(_, words) => {
                text.clone_into(words(entry));
                Some(Ok(()))
            }
            Value(_, read) => Some(read(entry, text)),
        }
    }
}

fn label_at(entry: &Entry) -> String {
    entry.label_at.map_or(String::new(), |(row, column)| address(row, column))
}
