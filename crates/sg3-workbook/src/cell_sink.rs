//! What stands between the reader of a format and the caller: cells are counted, and what is odd about them is noted.

pub(crate) mod seen_cells;

use crate::address::{COLUMNS, ROWS, format_address};
use crate::cell::{Cell, Content};
use crate::finding::Finding;
use crate::limits;
use crate::refusal::Refusal;
use seen_cells::SeenCells;

/// Hands cells on to the caller.
pub(crate) struct CellSink<'a, F> {
    sheet: &'a str,
    each: F,
    seen: SeenCells,
    findings: Vec<Finding>,
    /// Findings beyond the limit.
    more: usize,
    /// Cells of the workbook so far.
    cells: usize,
    /// Bytes of formula text handed out in this sheet.
    formula_text: usize,
    last: Option<(u32, u32)>,
}

impl<'a, F: FnMut(Cell)> CellSink<'a, F> {
    pub(crate) fn new(sheet: &'a str, cells: usize, each: F) -> CellSink<'a, F> {
        CellSink {
            sheet,
            each,
            seen: SeenCells::default(),
            findings: Vec::new(),
            more: 0,
            cells,
            formula_text: 0,
            last: None,
        }
    }

    /// Takes a cell. Of a cell that is given twice only the first goes on: what a program would show is anyone's guess.
    pub(crate) fn take(&mut self, cell: Cell) -> Result<(), Refusal> {
        let (row, column) = (cell.row, cell.column);
        if row >= ROWS || column >= COLUMNS {
            return Err(Refusal::hostile("the sheet has no such cell").at(&format_address(row, column)));
        }
        self.last = Some((row, column));
        if cell.content == Content::Empty && cell.formula.is_none() {
            return Ok(());
        }
        self.count(&cell)?;
        if !self.seen.insert(row, column) {
            self.note_repeated(row, column);
            return Ok(());
        }
        self.note_oddities(&cell);
        (self.each)(cell);
        Ok(())
    }

    /// Notes that a cell is in the file more than once.
    pub(crate) fn note_repeated(&mut self, row: u32, column: u32) {
        self.note(
            "cell-given-twice",
            row,
            column,
            "the file gives this cell more than once; the first was read".to_owned(),
        );
    }

    /// Says after which cell a sheet broke off.
    pub(crate) fn locate_after_last(&self, refusal: Refusal) -> Refusal {
        match self.last {
            Some((row, column)) => Refusal { message: format!("after this cell {}", refusal.message), ..refusal }
                .at(&format_address(row, column)),
            None => refusal,
        }
    }

    /// Cells of the workbook so far.
    pub(crate) fn cells(&self) -> usize {
        self.cells
    }

    /// Ends the sheet and hands over what was odd in it.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        if self.more > 0 {
            let (row, column) = self.last.unwrap_or_default();
            let message = format!("{} further findings up to this cell are left out", self.more);
            self.findings.push(Finding {
                slug: "more-findings",
                sheet: self.sheet.to_owned(),
                cell: format_address(row, column),
                message,
            });
        }
        self.findings
    }

    fn count(&mut self, cell: &Cell) -> Result<(), Refusal> {
        self.cells += 1;
        self.formula_text += formula_text(cell).map_or(0, String::len);
        if self.cells > limits::CELLS {
            return Err(
                Refusal::too_large(format!("the workbook has more than {} cells", limits::CELLS)).at(&cell.address())
            );
        }
        if self.formula_text > limits::FORMULA_TEXT {
            return Err(Refusal::too_large("the sheet has more than 256 MiB of formulas").at(&cell.address()));
        }
        Ok(())
    }

    fn note_oddities(&mut self, cell: &Cell) {
        let (row, column) = (cell.row, cell.column);
        match &cell.content {
            Content::Error(text) if matches!(text.as_str(), "NaN" | "inf" | "-inf") => {
                self.note("number-not-finite", row, column, format!("the number is {text}"));
            }
            Content::Text(text) if is_longer_than_a_cell(text) => {
                self.note(
                    "text-too-long",
                    row,
                    column,
                    format!("the text has more than {} characters", limits::CELL_TEXT),
                );
            }
            _ => {}
        }
        if formula_text(cell).is_some_and(|text| is_longer_than_a_formula(text)) {
            self.note(
                "formula-too-long",
                row,
                column,
                format!("the formula has more than {} characters", limits::FORMULA_CHARACTERS),
            );
        }
    }

    fn note(&mut self, slug: &'static str, row: u32, column: u32, message: String) {
        if self.findings.len() >= limits::FINDINGS {
            self.more += 1;
            return;
        }
        self.findings.push(Finding { slug, sheet: self.sheet.to_owned(), cell: format_address(row, column), message });
    }
}

fn formula_text(cell: &Cell) -> Option<&String> {
    cell.formula.as_ref()?.text.as_ref()
}

// Counting characters takes time, and no text has more of them than bytes.

fn is_longer_than_a_cell(text: &str) -> bool {
    text.len() > limits::CELL_TEXT && text.encode_utf16().count() > limits::CELL_TEXT
}

fn is_longer_than_a_formula(text: &str) -> bool {
    text.len() > limits::FORMULA_CHARACTERS && text.chars().count() > limits::FORMULA_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_bounded() {
        let mut sink = CellSink::new("S", 0, |_| {});
        for _ in 0..limits::FINDINGS + 5 {
            sink.note_repeated(0, 0);
        }
        let findings = sink.finish();
        assert_eq!(findings.len(), limits::FINDINGS + 1);
        assert_eq!(findings.last().unwrap().message, "5 further findings up to this cell are left out");
    }
}
