//! The mark in the first rows of a sheet: which sheet of which model it is, whatever it is called now.

use crate::tables::block;
use crate::tables::grid::Page;

impl Page {
    /// The name of the sheet in the blank form, wherever its mark stands now.
    pub(crate) fn form_sheet(&self) -> Option<&str> {
        self.find_mark().map(|mark| mark.split(sg3_workbook::csv::MODEL).next().unwrap_or(mark))
    }

    /// The model whose sheet it is, in a form of several.
    pub(crate) fn form_model(&self) -> Option<&str> {
        self.find_mark()?.split_once(sg3_workbook::csv::MODEL).map(|(_, model)| model)
    }

    fn find_mark(&self) -> Option<&str> {
        let cells = self.rows.iter().take(8).flat_map(|row| &row.cells);
        cells.filter_map(block::cell_text).find_map(|text| text.strip_prefix(sg3_workbook::csv::SHEET))
    }
}
