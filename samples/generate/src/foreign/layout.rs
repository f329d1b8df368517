//! A layout: what stands where in the workbooks of an operator. `README.md` of this crate explains every word of it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The layout of an operator, `layout.toml` in its folder.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Layout {
    /// Folder of the tables.
    pub tables: String,
    /// How numbers are written as text.
    pub digits: Digits,
    pub look: BTreeMap<String, Look>,
    pub words: BTreeMap<String, Vec<[String; 2]>>,
    pub sheet: Vec<Sheet>,
    pub figures: Vec<Figures>,
}

/// How an operator writes numbers as text.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Digits {
    pub thousands: String,
    pub point: String,
    /// How many decimals; as many as there are where none are said.
    pub decimals: Option<usize>,
    /// The digit 0, which the other nine follow.
    pub zero: Option<char>,
}

/// How cells look.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Look {
    pub bold: bool,
    pub size: Option<f64>,
    pub fill: Option<u32>,
    pub wrap: bool,
    pub format: Option<String>,
}

/// A sheet, or one for each row of a table.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Sheet {
    /// The workbook that begins with this sheet.
    pub book: Option<String>,
    pub name: String,
    pub for_each: Option<String>,
    pub right_to_left: bool,
    pub widths: Vec<f64>,
    /// Cell or cells, text, and a look if it has one.
    pub texts: Vec<Vec<String>>,
    pub list: Vec<List>,
}

/// A list on a sheet: rows of a table, one below the other or side by side.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct List {
    pub rows: String,
    pub keep: BTreeMap<String, String>,
    pub pivot: Option<Pivot>,
    /// The first cell below the heads.
    pub at: String,
    /// Whether rows of the table stand side by side.
    pub across: bool,
    pub head_look: String,
    pub columns: Vec<Column>,
    pub group: Option<Group>,
    /// Words of the total, if there is one.
    pub total: String,
    /// Columns before the one with the words of totals.
    pub label_after: usize,
    pub label_look: String,
    pub sum_look: String,
}

/// A column of a list.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Column {
    /// The same column for each of these, which `*` stands for.
    pub each: Vec<String>,
    /// Columns left empty before it.
    pub skip: u32,
    pub head: String,
    pub is: String,
    /// Instead: the sum of columns before it, from 1: `2-13`.
    pub sum: String,
    pub times: Option<f64>,
    pub decimals: Option<i32>,
    /// `text`, `digits` or a look.
    #[serde(rename = "as")]
    pub shown: String,
    pub summed: Summed,
}

/// Where the sum of a column is shown.
#[derive(Deserialize, Clone, Copy, Default, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Summed {
    #[default]
    Nowhere,
    /// Below groups and at the end.
    Everywhere,
    /// Below groups only.
    Groups,
}

/// Columns made of the rows of another table.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Pivot {
    pub table: String,
    /// Its column with the key of a row of the list.
    pub row: String,
    /// Its column with the name of the column that is made.
    pub column: String,
    pub value: String,
}

/// Rows that belong together; a row of no group stands by itself.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Group {
    pub by: String,
    pub head: String,
    pub subtotal: String,
    /// Empty rows below it.
    pub gap: i32,
}

/// True figures, for each row of a table.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Figures {
    pub rows: String,
    pub keep: BTreeMap<String, String>,
    pub lines: Vec<Figure>,
}

/// A figure of the model; rows that give the same one are added.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Figure {
    pub figure: String,
    /// Columns: `a + b`, `a * b`.
    pub value: String,
    pub factor: Option<f64>,
    pub decimals: Option<i32>,
    /// What is added first.
    pub by: String,
}
