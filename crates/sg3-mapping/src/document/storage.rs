//! The faces of a mapping: read from its workbook or CSV, written as either.

use super::{csv, findings_page, pages, read, workbook};
use crate::reconcile::sums::Reconciliation;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use sg3_lang::{Diagnostics, Model};

impl Mapping {
    /// Reads a mapping from its workbook; nothing, and a message, if it is none.
    pub fn of_workbook(workbook: &mut sg3_workbook::Workbook, diagnostics: &mut Diagnostics) -> Option<Mapping> {
        read::read_workbook(workbook, diagnostics)
    }

    /// Reads a mapping from its CSV twin; nothing, and a message, if it is none.
    pub fn of_text(text: &str, file: &str, diagnostics: &mut Diagnostics) -> Option<Mapping> {
        read::read_csv(text, file, diagnostics)
    }

    /// The workbook, with the amounts of these files.
    pub fn workbook(&self, model: &Model, files: &[SourceFile], sums: &Reconciliation) -> Vec<u8> {
        workbook::write_workbook(&pages::all_pages(self, model, files, sums), model)
    }

    /// The workbook with what was found, in terms of the source files: it goes back to whoever sent them.
    pub fn returned(&self, model: &Model, files: &[SourceFile], sums: &Reconciliation, found: &Diagnostics) -> Vec<u8> {
        let mut pages = pages::all_pages(self, model, files, sums);
        pages.retain(|page| page.name != "Findings");
        pages.insert(1, findings_page::findings_page(self, files, found));
        workbook::write_workbook(&pages, model)
    }

    /// The CSV twin.
    pub fn csv(&self, model: &Model, files: &[SourceFile], sums: &Reconciliation) -> String {
        csv::write_csv(&pages::all_pages(self, model, files, sums))
    }
}
