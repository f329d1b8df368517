//! Data as they arrive: one layer for each file or setting, every value with its origin.
//!
//! Readers of workbooks, CSV, TOML and `--set` all make a [`Layer`]; [`bind`](crate::bind) stacks layers on a model.

use crate::evidence::Evidence;
use sg3_lang::model::{DimensionId, QuantityId};
use std::fmt;
use std::sync::Arc;

/// What one source of data says.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// The file, as the user named it, or `--set`.
    pub name: String,
    /// Members of dimensions that the data list, in order.
    pub members: Vec<MemberEntry>,
    /// Values of inputs.
    pub values: Vec<Datum>,
    /// Places that a form asks for and that nobody has filled.
    pub blanks: Vec<Blank>,
    /// What stood there a year ago, where a form shows it beside.
    pub last_year: Vec<Before>,
}

/// What a place held a year ago.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// As it stands there, and in the scale of its sheet: a form shows it in units, people may type it in thousands.
    pub readings: [f64; 2],
    /// The cell.
    pub origin: Origin,
}

/// A place that a form asks for and that was left blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head.
    pub place: Box<[Arc<str>]>,
    /// The cell that asks for it.
    pub origin: Origin,
}

/// A member that the data list.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// Of which dimension.
    pub dimension: DimensionId,
    /// Its key.
    pub key: Arc<str>,
    /// What people see.
    pub label: String,
    /// What the operator counts it in; for display only.
    pub unit: Option<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// One value.
#[derive(Debug, Clone)]
pub struct Datum {
    /// Of which input.
    pub quantity: QuantityId,
    /// A key for each axis, in order of the head; empty places all members (`--set wacc=0.1` on an array fills it).
    pub place: Option<Box<[Arc<str>]>>,
    /// What is said.
    pub value: Value,
    /// Where it stands.
    pub origin: Origin,
    /// What is known of it beside its amount; shared by values that stand in one row.
    pub evidence: Option<Arc<Evidence>>,
}

/// What a place of the data holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number, in the unit of the input.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A day, as a spreadsheet counts days.
    Date(f64),
    /// Words: a key, or something that should have been a number.
    Text(String),
    /// Words that say there is no value (`n/a`).
    NotAvailable(String),
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A cell of a workbook, counted from zero.
    Cell {
        /// The file, as the user named it.
        file: Arc<str>,
        /// The sheet.
        sheet: Arc<str>,
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// A line of a text file, counted from one.
    Line {
        /// The file, as the user named it.
        file: Arc<str>,
        /// The line.
        line: u32,
    },
    /// A setting of the command line, as typed.
    Setting(Arc<str>),
    /// The model's own proposal.
    Default,
    /// What the model says a blank means.
    Blank,
    /// A case of the model.
    Case,
}

impl fmt::Display for Origin {
    /// `operator.xlsx  Traffic!C4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Cell { file, sheet, row, column } => {
                write!(f, "{file}  {sheet}!{}{}", column_letters(*column), row + 1)
            }
            Origin::Line { file, line } => write!(f, "{file}  line {line}"),
            Origin::Setting(text) => write!(f, "--set {text}"),
            Origin::Default => f.write_str("proposed by the model"),
            Origin::Blank => f.write_str("blank"),
            Origin::Case => f.write_str("given in the case"),
        }
    }
}

/// `0` is `A`, `26` is `AA`.
pub fn column_letters(column: u32) -> String {
    let rest = if column < 26 { String::new() } else { column_letters(column / 26 - 1) };
    rest + &char::from(b'A' + (column % 26) as u8).to_string()
}
