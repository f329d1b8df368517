//! A table of a source file: its columns with figures, and its rows.

/// A table as it was found.
#[derive(Debug, Clone)]
pub(crate) struct SourceTable {
    /// Number of the sheet.
    pub(crate) sheet: usize,
    /// Words above it that are not heads of columns, nearest last.
    pub(crate) titles: Vec<String>,
    /// Columns with figures, from left to right.
    pub(crate) heads: Vec<ColumnHead>,
    /// The column with codes of accounts, if there is one.
    pub(crate) codes: Option<u32>,
    /// Columns with words that say what a row is.
    pub(crate) labels: Vec<u32>,
    /// Rows with figures, from top to bottom.
    pub(crate) lines: Vec<TableRow>,
}

/// A column with figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColumnHead {
    /// From zero.
    pub(crate) column: u32,
    /// What stands above it, from top to bottom.
    pub(crate) words: Vec<String>,
}

/// A row with figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableRow {
    /// From zero.
    pub(crate) row: u32,
    /// Code of an account.
    pub(crate) code: Option<String>,
    /// What it is called.
    pub(crate) label: String,
    /// Column of the words that say so.
    pub(crate) label_column: u32,
    /// Headings within the table that it stands under, outermost first.
    pub(crate) section: Vec<String>,
    /// What it is counted in, where a column says so.
    pub(crate) unit: String,
    /// Lines that it is the sum of, by position.
    pub(crate) parts: Vec<usize>,
    /// Whether it is a sum by its words, with or without known parts.
    pub(crate) is_total: bool,
}
