//! A column of words beside amounts without signs that says on which side of the ledger each stands.

use super::dictionary::words::{CREDIT, DEBIT};
use super::lexicon::Lexicon;
use super::list::{ListColumn, SourceList};
use crate::rules::row_filter::{Condition, Pattern};
use crate::source::cell::SourceValue;
use crate::source::sheet::SourceSheet;
use crate::weights::balances::NAMES_ROLE;
use sg3_form::values::text::fold_case;

/// The column with its words for debit and for credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SideMark {
    /// From zero, on the sheet.
    column: u32,
    debit: String,
    credit: String,
}

impl SideMark {
    /// Rows that stand on the debit side.
    pub(crate) fn debit(&self) -> Condition {
        self.rows(&self.debit)
    }

    /// Rows that stand on the credit side.
    pub(crate) fn credit(&self) -> Condition {
        self.rows(&self.credit)
    }

    fn rows(&self, word: &str) -> Condition {
        Condition::one(self.column, [Pattern::exact(word)])
    }
}

/// The nearest column that tells the sides of a column of amounts without signs, and the sign of each row.
pub(crate) fn find_side_mark(
    list: &SourceList,
    sheet: &SourceSheet,
    lexicon: &Lexicon,
    amounts: u32,
) -> Option<(SideMark, Vec<f64>)> {
    let marks = list.columns.iter().filter_map(|own| side_mark_of(own, lexicon));
    let mark = marks.min_by_key(|mark| (mark.column > amounts, mark.column.abs_diff(amounts)))?;
    let signs = list.records(sheet).map(|row| mark.sign(row.cell(mark.column))).collect();
    Some((mark, signs))
}

/// A column of few words, of which one means debit and one credit.
fn side_mark_of(column: &ListColumn, lexicon: &Lexicon) -> Option<SideMark> {
    let named = |role: &str| column.distinct.iter().find(|word| lexicon.fit_of_word(word, role) >= NAMES_ROLE).cloned();
    let is_mark = column.is_words() && (2..=3).contains(&column.distinct.len());
    let (debit, credit) = (named(DEBIT).filter(|_| is_mark)?, named(CREDIT)?);
    Some(SideMark { column: column.column, debit, credit })
}

impl SideMark {
    fn sign(&self, value: Option<&SourceValue>) -> f64 {
        let word = value.map(|value| fold_case(&value.text())).unwrap_or_default();
        match word {
            word if word == fold_case(&self.debit) => 1.0,
            word if word == fold_case(&self.credit) => -1.0,
            _ => 0.0,
        }
    }
}
