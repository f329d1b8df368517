//! How one file is laid out, as its text says.

use serde::Deserialize;

/// A file: whose words, what is in it, in which columns, and how it is arranged.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layout {
    pub kind: Kind,
    pub language: String,
    /// Which of the alternative names of accounts.
    #[serde(default)]
    pub wording: usize,
    /// Ending of the file: `xlsx` or `csv`.
    pub file: String,
    pub seed: u64,
    /// The year of the closing balances, then the year before if the file has it.
    pub years: Vec<u32>,
    pub currency: String,
    /// How much one of what the file shows is, in units of the currency.
    #[serde(default = "one")]
    pub scale: i64,
    #[serde(default)]
    pub decimals: u32,
    /// How many units of the currency are worth one of a hard currency.
    #[serde(default = "unit")]
    pub money: f64,
    /// Code of an account or tag of an asset from `{family}` and `{number}`.
    pub code: String,
    /// Code of an account that is alone in its family.
    #[serde(default)]
    pub alone: String,
    /// Code and name where they share a cell.
    #[serde(default)]
    pub joined: String,
    /// Assets of a register.
    #[serde(default)]
    pub assets: usize,
    /// Part of the gross value that is never depreciated.
    #[serde(default)]
    pub residual: f64,
    /// Sheets in order, by their words; `sheet…` is the main one.
    pub sheets: Vec<String>,
    #[serde(default)]
    pub titles: Vec<String>,
    #[serde(default)]
    pub numbers: Numbers,
    #[serde(default)]
    pub days: Days,
    #[serde(default)]
    pub structure: Structure,
    #[serde(default)]
    pub csv: Csv,
    pub columns: Vec<Column>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    TrialBalance,
    Register,
}

/// A column: what its cells are, its head, and a head above it that neighbours may share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub is: String,
    #[serde(default)]
    pub head: String,
    #[serde(default)]
    pub band: String,
    /// Years before the first.
    #[serde(default)]
    pub back: usize,
    #[serde(default)]
    pub negated: bool,
}

/// How amounts are written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Numbers {
    pub format: String,
    pub as_text: bool,
    pub thousands: String,
    /// Groups of two digits above the first of three.
    pub lakhs: bool,
    pub point: String,
    pub negative: Negative,
    /// What stands for nil, if not a nought.
    pub nil: Option<String>,
    /// The digit nought of other scripts.
    pub nought: Option<char>,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Negative {
    #[default]
    Minus,
    Trailing,
    Brackets,
    /// `Dr` or `Cr` after the amount.
    Letter,
    /// The side stands in another column.
    Unsigned,
}

/// How days are written: a pattern of text, or days of the spreadsheet in a format.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Days {
    pub pattern: String,
    pub format: String,
}

/// What stands between the rows.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Structure {
    /// Rows of heads: none, one or two.
    pub no_heads: bool,
    pub merged_titles: bool,
    pub right_to_left: bool,
    /// How many levels of groups are shown.
    pub levels: usize,
    pub headings: bool,
    /// Groups are accounts of a higher level, with sums.
    pub parents: bool,
    pub subtotals: bool,
    pub gaps: bool,
    pub indented: bool,
    pub blank_every: usize,
    /// Lines of a page, after which the heads are repeated.
    pub page: usize,
    pub carried: bool,
    pub total: bool,
    /// Words of the last lines.
    pub closing_lines: Vec<String>,
    /// A sheet for each category.
    pub by_category: bool,
    /// An account has a row for each centre.
    pub centres: bool,
}

/// How a file of text is written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Csv {
    pub delimiter: Option<char>,
    /// The Western code page instead of UTF-8.
    pub western: bool,
    /// UTF-8 says so in its first bytes.
    pub marked: bool,
}

impl Layout {
    /// Whether a column shows one of these.
    pub(super) fn shows(&self, what: &[&str]) -> bool {
        self.columns.iter().any(|column| what.iter().any(|what| column.is.split('.').next() == Some(what)))
    }

    /// An amount of the file in hundredths of the currency.
    pub(super) fn hundredths(&self, amount: i64) -> i64 {
        amount * self.scale * 100 / 10_i64.pow(self.decimals)
    }

    /// So many millions in what the file counts by.
    pub(super) fn least(&self, millions: f64) -> i64 {
        let units = millions * 1e6 * self.money / self.scale as f64;
        (units * 10_i64.pow(self.decimals) as f64).round() as i64
    }
}

fn one() -> i64 {
    1
}

fn unit() -> f64 {
    1.0
}
