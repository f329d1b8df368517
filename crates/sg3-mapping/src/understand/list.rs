//! A list of a source file: records below a head of words.

use super::period;
use crate::rules::row_filter::RowFilter;
use crate::rules::row_test::RowTest;
use crate::source::row::SourceRow;
use crate::source::sheet::SourceSheet;
use sg3_form::values::text::fold_case;
use std::cell::OnceCell;
use std::collections::HashSet;

/// A list as it was found.
pub(crate) struct SourceList {
    /// Number of the file.
    pub(crate) file: usize,
    /// Number of the sheet.
    pub(crate) sheet: usize,
    /// Words above it, nearest last.
    pub(crate) titles: Vec<String>,
    /// The row of the lowest words of its head.
    pub(crate) head: u32,
    /// First and last row of its records.
    pub(crate) span: (u32, u32),
    /// Which rows are records, if not all.
    pub(crate) filter: RowFilter,
    /// Its columns.
    pub(crate) columns: Vec<ListColumn>,
    /// How many records it has.
    pub(crate) count: usize,
}

/// A column of a list.
#[derive(Default)]
pub(crate) struct ListColumn {
    /// From zero.
    pub(crate) column: u32,
    /// What stands above it, from top to bottom.
    pub(crate) words: Vec<String>,
    /// The row of the lowest words of its own; nothing if only words over several columns stand above it.
    pub(crate) head: Option<u32>,
    /// Records that say something in it, and how many of these are numbers, days.
    pub(crate) filled: usize,
    /// Numbers among them.
    pub(crate) numbers: usize,
    /// Days among them.
    pub(crate) days: usize,
    /// What it says, each once, in order.
    pub(crate) distinct: Vec<String>,
    /// The same as members are compared: many lists of members are held against one column.
    pub(crate) folded: OnceCell<Vec<String>>,
}

impl SourceList {
    /// The rows that are records.
    pub(crate) fn records<'s>(&'s self, sheet: &'s SourceSheet) -> impl Iterator<Item = &'s SourceRow> {
        let rows = sheet.between(self.span.0, self.span.1);
        let test = RowTest::of(&self.filter, rows);
        rows.iter().filter(move |row| test.holds(row))
    }
}

impl ListColumn {
    /// The year that the words above it name, the lowest first.
    pub(crate) fn year(&self) -> Option<i32> {
        self.words.iter().rev().find_map(|words| period::year(words))
    }

    /// Whether every record says something else.
    pub(crate) fn is_unique(&self, records: usize) -> bool {
        self.filled * 100 >= records * 98 && self.distinct.len() == self.filled
    }

    /// What it says, each once, as members are compared.
    pub(crate) fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| self.distinct.iter().map(|text| fold_case(text)).collect())
    }

    /// The share of what it says that is among some codes or names.
    pub(crate) fn share_among(&self, known: &HashSet<String>) -> f64 {
        let named = self.folded().iter().filter(|text| known.contains(*text));
        named.count() as f64 / self.distinct.len().max(1) as f64
    }

    /// Whether it is words, each of which stands in several records.
    pub(crate) fn recurs(&self) -> bool {
        self.is_words() && self.distinct.len() > 1 && self.distinct.len() * 2 <= self.filled
    }

    /// Whether it is whole numbers, each of which stands in several records: codes of categories.
    pub(crate) fn repeats_codes(&self) -> bool {
        let is_code = |text: &String| text.bytes().all(|digit| digit.is_ascii_digit());
        self.numbers == self.filled && self.distinct.len() * 4 <= self.filled && self.distinct.iter().all(is_code)
    }

    /// Whether most of it is words.
    pub(crate) fn is_words(&self) -> bool {
        self.filled > 0 && (self.numbers + self.days) * 2 < self.filled
    }
}
