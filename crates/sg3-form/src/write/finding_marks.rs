//! What a returned form says of its cells: findings as notes and frames, words that could not be understood, notes of people.

use super::annotations::Asked;
use crate::layout::key;
use crate::read::answers::Answer;
use crate::read::remains::{About, Remains, Stray};
use crate::read::scale::Scale;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;
use sg3_workbook::write::cells;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Sheet, row, column.
type Drawn = (String, u32, u16);

/// Longest note; spreadsheet programs take 32,767 letters and show few.
const LONGEST: usize = 4_000;

/// Everything beside the values.
pub struct Marks {
    /// By cell.
    pub cells: HashMap<Asked, Mark>,
    /// Findings in order, with the cell that each is about.
    pub findings: Vec<Finding>,
    /// What stood outside the form.
    pub strays: Vec<Stray>,
    /// What was said about the form itself.
    pub about: HashMap<About, Content>,
    /// The scale of each sheet that is not in units.
    pub scales: HashMap<String, Scale>,
    drawn: RefCell<HashMap<Asked, Drawn>>,
}

/// What is said of a cell.
#[derive(Debug, Clone, Default)]
pub struct Mark {
    /// What stood there, if it could not be understood.
    pub words: Option<String>,
    /// What people noted.
    pub people: String,
    /// What was found.
    pub findings: Vec<String>,
    /// Whether something must be answered.
    pub frame: bool,
}

/// A row of the sheet of findings.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What it says.
    pub said: Answer,
    /// `open`, `answered` or `closed`.
    pub state: &'static str,
    /// The cell of this form that it is about.
    pub about: Option<Asked>,
}

impl Marks {
    /// Nothing is drawn yet.
    pub fn new(cells: HashMap<Asked, Mark>, findings: Vec<Finding>, remains: &Remains, strays: Vec<Stray>) -> Marks {
        Marks {
            cells,
            findings,
            strays,
            about: remains.about.clone(),
            scales: remains.scales.clone(),
            drawn: RefCell::default(),
        }
    }

    /// What is said of a cell that is just being drawn.
    pub fn draw(&self, sheet: &Worksheet, at: (u32, u16), input: QuantityId, place: &[Arc<str>]) -> Option<&Mark> {
        let asked: Asked = (input, place.into());
        let mark = self.cells.get(&asked);
        if mark.is_some() {
            self.drawn.borrow_mut().insert(asked, (sheet.name(), at.0, at.1));
        }
        mark
    }

    /// Where a cell was drawn.
    pub fn drawn(&self, asked: &Asked) -> Option<Drawn> {
        self.drawn.borrow().get(asked).cloned()
    }
}

impl Mark {
    /// Puts the note on the cell: what people wrote, then what was found.
    pub fn note(&self, sheet: &mut Worksheet, (row, column): (u32, u16)) -> Result<(), XlsxError> {
        let findings = self.findings.join("\n\n");
        let words = match (self.people.is_empty(), findings.is_empty()) {
            (true, true) => return Ok(()),
            (false, true) => self.people.clone(),
            _ => [&*self.people, key::FINDINGS_BELOW, &*findings].join("\n").trim_start().to_owned(),
        };
        let height = 24 + 16 * cells::lines(&words, 44.0).min(24) as u32;
        let note = Note::new(cells::clip(&words, LONGEST)).add_author_prefix(false).set_width(300).set_height(height);
        sheet.insert_note(row, column, &note)?;
        Ok(())
    }
}
