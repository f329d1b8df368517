//! The columns of a mapping: machine key, heading, width, what is written, how it is read back. One entry each.

use super::page::DocumentCell;
use super::parse::{
    parse_areas, parse_confidential, parse_positive, parse_sign, parse_status, read_confidence, read_figure,
    read_label_cell, read_member_label, read_rows, read_share, write_areas,
};
use crate::rules::keys::MemberKeys;
use crate::rules::rule::MappingRule;
use ColumnContent::{Told, Value, Words};
use sg3_calc::Status;
use sg3_workbook::format_address;

/// What a column needs to know besides the rule itself.
pub(crate) struct RuleRow<'a> {
    /// The rule.
    pub(crate) rule: &'a MappingRule,
    /// Label of the input.
    pub(crate) asked: String,
    /// Label of the members.
    pub(crate) member: String,
    /// Unit of the figure.
    pub(crate) unit: String,
    /// What a blank means, or what is proposed.
    pub(crate) blank: String,
    /// How many cells it takes.
    pub(crate) count: usize,
    /// What the rule adds now.
    pub(crate) amount: Option<f64>,
    /// Where the cells are, for a link.
    pub(crate) link: Option<String>,
}

/// What a column holds.
#[derive(Clone, Copy)]
pub(crate) enum ColumnContent {
    /// What only informs.
    Told(fn(&RuleRow) -> DocumentCell),
    /// Words of the rule, as they are.
    Words(fn(&MappingRule) -> &String, fn(&mut MappingRule) -> &mut String),
    /// Something of the rule that is written and read back; what is wrong with a cell, if anything.
    Value(fn(&RuleRow) -> DocumentCell, fn(&mut MappingRule, &str) -> Result<(), String>),
}

/// A column.
#[derive(Clone, Copy)]
pub(crate) struct RuleColumn {
    /// Machine key.
    pub(crate) key: &'static str,
    /// What people see.
    pub(crate) heading: &'static str,
    /// As the width of so many digits.
    pub(crate) width: f64,
    /// Whether it is filled or corrected by people.
    pub(crate) is_asked: bool,
    /// What stands in it.
    pub(crate) holds: ColumnContent,
}

const fn told_column(key: &'static str, heading: &'static str, width: f64, holds: ColumnContent) -> RuleColumn {
    RuleColumn { key, heading, width, is_asked: false, holds }
}

const fn asked_column(key: &'static str, heading: &'static str, width: f64, holds: ColumnContent) -> RuleColumn {
    RuleColumn { key, heading, width, is_asked: true, holds }
}

/// All columns, in the order of the pages of rules that are mapped.
#[rustfmt::skip]
static ALL: [RuleColumn; 29] = [
    told_column("@input", "Asked for", 30.0, Told(|line| DocumentCell::text(&line.asked))),
    told_column("@member", "For", 24.0, Value(|line| DocumentCell::text(&line.member), read_member_label)),
    told_column("@unit", "Unit", 13.0, Told(|line| DocumentCell::text(&line.unit))),
    asked_column("@sheet", "Your sheet", 18.0, Words(|rule| &rule.sheet, |rule| &mut rule.sheet)),
    asked_column("@cells", "Your cells", 14.0, Value(|line| DocumentCell::link(&write_areas(&line.rule.cells), &line.link), |rule, text| parse_areas(text).map(|cells| rule.cells = cells))),
    asked_column("@keys", "Keys in", 9.0, Value(|line| DocumentCell::text(&MemberKeys::written(&line.rule.keys)), |rule, text| MemberKeys::parse(text).map(|keys| rule.keys = keys))),
    told_column("@label", "Your label", 32.0, Words(|rule| &rule.label, |rule| &mut rule.label)),
    told_column("@heading", "Your heading", 22.0, Words(|rule| &rule.heading, |rule| &mut rule.heading)),
    told_column("@count", "Cells", 9.0, Told(|line| if line.count == 0 { DocumentCell::Blank } else { DocumentCell::Number(line.count as f64) })),
    told_column("@amount", "Amount taken", 19.0, Told(|line| line.amount.map_or(DocumentCell::Blank, DocumentCell::Number))),
    told_column("@confidence", "Proposal", 13.0, Value(|line| line.rule.confidence.map_or(DocumentCell::Blank, DocumentCell::Number), read_confidence)),
    asked_column("@confirmed", "Confirmed by", 16.0, Words(|rule| &rule.confirmed, |rule| &mut rule.confirmed)),
    asked_column("@sign", "Sign", 6.0, Value(|line| DocumentCell::text(if line.rule.is_negative { "−" } else { "" }), |rule, text| parse_sign(text).map(|is| rule.is_negative = is))),
    asked_column("@factor", "Times", 14.0, Value(|line| DocumentCell::factor(line.rule.factor), |rule, text| parse_positive(text).map(|factor| rule.factor = factor))),
    asked_column("@currency", "Currency", 9.0, Words(|rule| &rule.currency, |rule| &mut rule.currency)),
    asked_column("@rate", "Rate", 13.0, Value(|line| DocumentCell::factor(line.rule.rate), |rule, text| parse_positive(text).map(|rate| rule.rate = rate))),
    asked_column("@share", "Part", 10.0, Value(|line| DocumentCell::text(&line.rule.share.to_string()), read_share)),
    asked_column("@rows", "Rows included", 22.0, Value(|line| DocumentCell::text(&line.rule.rows.to_string()), read_rows)),
    asked_column("@left_out", "Excluded", 12.0, Value(|line| DocumentCell::text(&write_areas(&line.rule.left_out)), |rule, text| parse_areas(text).map(|cells| rule.left_out = cells))),
    asked_column("@status", "Status", 13.0, Value(|line| DocumentCell::text(line.rule.status.map_or("", Status::label)), |rule, text| parse_status(text).map(|status| rule.status = status))),
    asked_column("@source", "Source or method", 22.0, Words(|rule| &rule.source, |rule| &mut rule.source)),
    asked_column("@confidential", "Reason for confidentiality", 18.0, Value(|line| DocumentCell::text(&line.rule.confidential), |rule, text| parse_confidential(text).map(|reason| rule.confidential = reason))),
    asked_column("@comment", "Comment", 26.0, Words(|rule| &rule.comment, |rule| &mut rule.comment)),
    told_column("@why", "Why", 44.0, Words(|rule| &rule.why, |rule| &mut rule.why)),
    told_column("@near", "Alternatives", 36.0, Words(|rule| &rule.near, |rule| &mut rule.near)),
    told_column("@blank", "If left blank", 22.0, Told(|line| DocumentCell::text(&line.blank))),
    asked_column("@file", "Your file", 20.0, Words(|rule| &rule.file, |rule| &mut rule.file)),
    told_column("@label_at", "Label cell", 9.0, Value(|line| DocumentCell::text(&label_at(line.rule)), read_label_cell)),
    told_column("@figure", "Figure of the model", 34.0, Value(|line| DocumentCell::text(&line.rule.figure.to_string()), read_figure)),
];

/// Columns that the page `Mapping` leaves out.
pub(crate) const NOT_OF_FIGURES: &[&str] = &["@keys", "@count", "@blank"];

/// Columns that the page of lists leaves out.
pub(crate) const NOT_OF_LISTS: &[&str] = &["@label", "@share", "@blank"];

/// Columns of the page of figures that are not mapped yet, in an order of its own: what is asked comes first.
pub(crate) const OPEN: &[&str] = &[
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
pub(crate) fn find_column(key: &str) -> Option<&'static RuleColumn> {
    ALL.iter().find(|column| column.key == key)
}

/// All columns but some.
pub(crate) fn columns_without(keys: &[&str]) -> Vec<&'static RuleColumn> {
    ALL.iter().filter(|column| !keys.contains(&column.key)).collect()
}

/// Columns in the order of a page.
pub(crate) fn columns_of(keys: &[&str]) -> Vec<&'static RuleColumn> {
    keys.iter().filter_map(|key| find_column(key)).collect()
}

impl RuleColumn {
    /// What stands in it.
    pub(crate) fn write(&self, line: &RuleRow) -> DocumentCell {
        match self.holds {
            Told(write) | Value(write, _) => write(line),
            Words(words, _) => DocumentCell::text(words(line.rule)),
        }
    }

    /// Reads what a cell says into a rule; nothing if the column only informs.
    pub(crate) fn read(&self, rule: &mut MappingRule, text: &str) -> Option<Result<(), String>> {
        match self.holds {
            Told(_) => None,
            Words(_, words) => {
                text.clone_into(words(rule));
                Some(Ok(()))
            }
            Value(_, read) => Some(read(rule, text)),
        }
    }
}

fn label_at(rule: &MappingRule) -> String {
    rule.label_at.map_or(String::new(), |(row, column)| format_address(row, column))
}
