//! What the sheets of an old workbook come to, all together.

use crate::limits;
use crate::refusal::Refusal;

/// Running totals over all sheets.
#[derive(Default)]
pub(crate) struct Totals {
    /// Places of the rectangles around the cells of the sheets that are done.
    pub(crate) places: u64,
    /// Bytes of text in cells and formulas.
    text: u64,
    records: u64,
}

impl Totals {
    /// Counts a record. Sheets may begin at one place all of them, so the steps are counted together.
    pub(crate) fn add_record(&mut self) -> Result<(), Refusal> {
        self.records += 1;
        if self.records > limits::XLS_RECORDS {
            return Err(Refusal::hostile("the sheets of the workbook share their cells"));
        }
        Ok(())
    }

    /// Counts the text that the reader copies for one cell.
    pub(crate) fn add_text(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.text += bytes;
        if self.text > limits::COPIED_TEXT {
            return Err(Refusal::too_large("the cells contain more than 64 MiB of repeated text"));
        }
        Ok(())
    }
}
