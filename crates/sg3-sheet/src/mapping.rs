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

mod apply;
mod assignment;
mod candidate;
mod column;
mod convention;
mod dictionary;
mod document;
mod entry;
mod fingerprint;
mod foreign;
mod former;
mod found;
mod group;
mod head;
mod hidden;
mod label;
mod lexicon;
mod list;
mod listing;
mod measure;
mod period;
mod propose;
mod reading;
mod reconcile;
mod renew;
mod rule;
mod share;
mod shared;
mod table;
mod taken;
mod target;
mod total;
mod twin;
mod words;
mod words_of_entry;
mod workbook;

pub use apply::{Applied, apply};
pub use dictionary::Dictionary;
pub use document::Answer;
pub use entry::{Accepted, Audited, Entry, Figure, File, Mapping};
pub use foreign::{Cell, Foreign, Row, Says, Sheet};
pub use list::{Keys, Meaning};
pub use propose::{CERTAIN_FROM, OPEN_BELOW, Wishes, propose};
pub use reconcile::{Balance, Place, Reconciliation, Total, Twice, Unused};
pub use renew::{Renewed, renew};
pub use rule::{Condition, Pattern, Rule};
pub use share::{KeyCell, Share};
pub use taken::is_same_but_for_year;

use sg3_lang::{Diagnostics, Model};

impl Mapping {
    /// Reads a mapping from its workbook; nothing, and a message, if it is none.
    pub fn of_workbook(workbook: &mut crate::Workbook, diagnostics: &mut Diagnostics) -> Option<Mapping> {
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
        pages.insert(1, document::findings(self, files, found));
        workbook::workbook(&pages, model)
    }

    /// The CSV twin.
    pub fn csv(&self, model: &Model, files: &[Foreign], sums: &Reconciliation) -> String {
        twin::csv(&document::pages(self, model, files, sums))
    }
}
