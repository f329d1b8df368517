//! What a returned form says of its cells: findings as notes and frames, words that could not be understood, notes of
//! people.

use crate::layout::key;
use crate::layout::table::InputPlace;
use crate::read::answers::FindingAnswer;
use crate::read::leftovers::{FormFactKey, Leftovers, UnmatchedCell};
use crate::values::scale::Scale;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;
use sg3_workbook::write::text;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Where a cell was drawn: sheet, row, column.
type DrawnCell = (String, u32, u16);

/// Longest note; spreadsheet programs take 32,767 letters and show few.
const LONGEST: usize = 4_000;

/// Everything beside the values.
pub(crate) struct FindingMarks {
    /// What is said of each cell of the form.
    pub cells: HashMap<InputPlace, CellMark>,
    /// Findings in order, with the cell that each is about.
    pub findings: Vec<FindingRow>,
    /// What stood outside the form.
    pub unmatched: Vec<UnmatchedCell>,
    /// What was said about the form itself.
    pub about: HashMap<FormFactKey, Content>,
    /// The scale of each sheet that is not in units.
    pub scales: HashMap<String, Scale>,
    drawn: RefCell<HashMap<InputPlace, DrawnCell>>,
}

/// What is said of a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellMark {
    /// What stood there, if it could not be understood.
    pub words: Option<String>,
    /// The note that people put on it.
    pub people: String,
    /// Findings about it, as text.
    pub findings: Vec<String>,
    /// Whether something must be answered.
    pub frame: bool,
}

/// A row of the sheet of findings.
#[derive(Debug, Clone)]
pub(crate) struct FindingRow {
    /// The finding, with its answer if there is one.
    pub finding: FindingAnswer,
    /// `open`, `answered` or `closed`.
    pub state: &'static str,
    /// The cell of this form that it is about.
    pub about: Option<InputPlace>,
    /// Further cells that it is about.
    pub others: Vec<OtherCell>,
}

/// One more cell that a finding is about.
#[derive(Debug, Clone)]
pub(crate) struct OtherCell {
    /// Where it stood in the workbook that was sent.
    pub place: String,
    /// The cell of this form.
    pub about: Option<InputPlace>,
    /// What is said of it, if that differs from cell to cell.
    pub words: String,
}

impl FindingMarks {
    /// Nothing is drawn yet.
    pub(crate) fn new(
        cells: HashMap<InputPlace, CellMark>,
        findings: Vec<FindingRow>,
        leftovers: &Leftovers,
        unmatched: Vec<UnmatchedCell>,
    ) -> FindingMarks {
        FindingMarks {
            cells,
            findings,
            unmatched,
            about: leftovers.about.clone(),
            scales: leftovers.scales.clone(),
            drawn: RefCell::default(),
        }
    }

    /// What is said of a cell that is just being drawn.
    pub(crate) fn record_drawn(
        &self,
        sheet: &Worksheet,
        at: (u32, u16),
        input: QuantityId,
        place: &[Arc<str>],
    ) -> Option<&CellMark> {
        let asked: InputPlace = (input, place.into());
        let mark = self.cells.get(&asked);
        if mark.is_some() {
            self.drawn.borrow_mut().insert(asked, (sheet.name(), at.0, at.1));
        }
        mark
    }

    /// Where a cell was drawn.
    pub(crate) fn find_drawn(&self, asked: &InputPlace) -> Option<DrawnCell> {
        self.drawn.borrow().get(asked).cloned()
    }
}

impl CellMark {
    /// Puts the note on the cell: what people wrote, then what was found.
    pub(crate) fn draw_note(&self, sheet: &mut Worksheet, (row, column): (u32, u16)) -> Result<(), XlsxError> {
        let findings = self.findings.join("\n\n");
        let words = match (self.people.is_empty(), findings.is_empty()) {
            (true, true) => return Ok(()),
            (false, true) => self.people.clone(),
            _ => [&*self.people, key::FINDINGS_BELOW, &*findings].join("\n").trim_start().to_owned(),
        };
        let height = 24 + 16 * text::count_lines(&words, 44.0).min(24) as u32;
        let note =
            Note::new(text::truncate(&words, LONGEST)).add_author_prefix(false).set_width(300).set_height(height);
        sheet.insert_note(row, column, &note)?;
        Ok(())
    }
}
