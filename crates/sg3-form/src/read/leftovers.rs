//! What a submission holds beside the values that were understood, so that nothing of it is lost when the form is
//! returned.

use crate::read::answers::FindingAnswer;
use crate::values::scale::Scale;
use sg3_calc::Datum;
use sg3_workbook::{Comment, Content};
use std::collections::HashMap;

/// What no layer holds.
#[derive(Debug, Clone, Default)]
pub struct Leftovers {
    /// Cells of the form that could not be understood, with their words as they are.
    pub refused: Vec<Datum>,
    /// What is said about the form itself, on its cover and where it is signed; amounts in units, whatever the scale of
    /// the sheet.
    pub about: HashMap<FormFactKey, Content>,
    /// The scale of each sheet, by its name in the blank form.
    pub scales: HashMap<String, Scale>,
    /// Notes on cells, with the sheet that each is on.
    pub comments: Vec<(String, Comment)>,
    /// Findings of an earlier reading, with what was answered.
    pub answers: Vec<FindingAnswer>,
    /// What stands in no cell that the form asks for; words of the form itself among it.
    pub unmatched: Vec<UnmatchedCell>,
}

/// A cell about the form itself: keys of its table, row and column.
pub(crate) type FormFactKey = (String, String, String);

/// A cell that no cell of the form is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmatchedCell {
    /// Its address: `Traffic!C4`.
    pub at: String,
    /// What it holds, as it was typed or shown.
    pub text: String,
    /// Whether no form has it of itself: a figure beside its tables, or what an earlier reading kept.
    pub is_foreign: bool,
    /// Whether nothing of its row was read, so that the words of the row belong to it.
    pub is_of_unread_row: bool,
}
