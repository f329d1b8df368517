//! Foreign workbooks: how an operator's own files fill the inputs of a model, proposed once and confirmed by him.
//!
//! ```text
//! files of theirs ──▶ Foreign ──table──▶ tables ──found──▶ what their words mean (lexicon: model and dictionary)
//!                        │                                   │ candidate: what could be which figure
//!                        │                                   │ assignment: the best for all figures together
//!                        │                                   ▼ propose
//!                        └──apply◀── Mapping ◀──read── workbook or CSV, corrected and signed ◀──workbook, twin
//!                              └──▶ Layer with origins in their cells; findings in their terms
//! ```

use crate::document::findings;
use crate::entry::Mapping;
use crate::foreign::Foreign;
use crate::reconcile::Reconciliation;
use crate::{document, reading, twin, workbook};
use sg3_lang::{Diagnostics, Model};

impl Mapping {
    /// Reads a mapping from its workbook; nothing, and a message, if it is none.
    pub fn of_workbook(workbook: &mut sg3_workbook::Workbook, diagnostics: &mut Diagnostics) -> Option<Mapping> {
        reading::of_workbook(workbook, diagnostics)
    }

    /// Reads a mapping from its CSV twin; nothing, and a message, if it is none.
    pub fn of_text(text: &str, file: &str, diagnostics: &mut Diagnostics) -> Option<Mapping> {
        reading::of_text(text, file, diagnostics)
    }

    /// The workbook, with the amounts of these files.
    pub fn workbook(&self, model: &Model, files: &[Foreign], sums: &Reconciliation) -> Vec<u8> {
        workbook::workbook(&document::pages(self, model, files, sums), model)
    }

    /// The workbook with what was found, in terms of their files: it goes back to whoever sent them.
    pub fn returned(&self, model: &Model, files: &[Foreign], sums: &Reconciliation, found: &Diagnostics) -> Vec<u8> {
        let mut pages = document::pages(self, model, files, sums);
        pages.retain(|page| page.name != "Findings");
        pages.insert(1, findings::page(self, files, found));
        workbook::workbook(&pages, model)
    }

    /// The CSV twin.
    pub fn csv(&self, model: &Model, files: &[Foreign], sums: &Reconciliation) -> String {
        twin::csv(&document::pages(self, model, files, sums))
    }
}
