//! What passes between the reader and the caller: oddities are noted, cells are counted.

use crate::address::{COLUMNS, ROWS, address};
use crate::cell::{Cell, Content};
use crate::finding::Finding;
use crate::limits;
use crate::refusal::Refusal;
use std::collections::HashSet;

/// The places that were seen. Most files are in order, where eight bytes a cell are enough.
#[derive(Default)]
pub(crate) struct Seen {
    ascending: Vec<u64>,
    others: HashSet<u64>,
}

impl Seen {
    /// Notes a place; false if it was there before.
    pub fn first_time(&mut self, row: u32, column: u32) -> bool {
        let place = u64::from(row) << 32 | u64::from(column);
        if self.ascending.last().is_none_or(|last| *last < place) {
            self.ascending.push(place);
            return true;
        }
        self.ascending.binary_search(&place).is_err() && self.others.insert(place)
    }
}

/// Hands cells on to the caller.
pub(crate) struct Sieve<'a, F> {
    sheet: &'a str,
    each: F,
    seen: Seen,
    findings: Vec<Finding>,
    more: usize,
    cells: usize,
    /// Bytes of formula text handed out in this sheet.
    formula_text: usize,
    last: Option<(u32, u32)>,
}

impl<'a, F: FnMut(Cell)> Sieve<'a, F> {
    pub fn new(sheet: &'a str, cells: usize, each: F) -> Sieve<'a, F> {
        Sieve { sheet, each, seen: Seen::default(), findings: Vec::new(), more: 0, cells, formula_text: 0, last: None }
    }

    /// Takes a cell. Of a cell that is given twice only the first goes on: what a program would show is anyone's guess.
    pub fn take(&mut self, cell: Cell) -> Result<(), Refusal> {
        let (row, column) = (cell.row, cell.column);
        if row >= ROWS || column >= COLUMNS {
            return Err(Refusal::hostile("the sheet has no such cell").at(&address(row, column)));
        }
        self.last = Some((row, column));
        if cell.content == Content::Empty && cell.formula.is_none() {
            return Ok(());
        }
        self.count(&cell)?;
        if !self.seen.first_time(row, column) {
            self.repeated(row, column);
            return Ok(());
        }
        self.oddities(&cell);
        (self.each)(cell);
        Ok(())
    }

    /// Notes that a cell is in the file more than once.
    pub fn repeated(&mut self, row: u32, column: u32) {
        self.note(
            "cell-given-twice",
            row,
            column,
            "the file gives this cell more than once; the first was read".to_owned(),
        );
    }

    /// Where the last cell was, for a refusal in the middle of a sheet.
    pub fn after_last(&self, refusal: Refusal) -> Refusal {
        match self.last {
            Some((row, column)) => {
                Refusal { message: format!("after this cell {}", refusal.message), ..refusal }.at(&address(row, column))
            }
            None => refusal,
        }
    }

    pub fn cells(&self) -> usize {
        self.cells
    }

    pub fn finish(mut self) -> Vec<Finding> {
        if self.more > 0 {
            let (row, column) = self.last.unwrap_or_default();
            let message = format!("{} further findings up to this cell are left out", self.more);
            self.findings.push(Finding {
                slug: "more-findings",
                sheet: self.sheet.to_owned(),
                cell: address(row, column),
                message,
            });
        }
        self.findings
    }

    fn count(&mut self, cell: &Cell) -> Result<(), Refusal> {
        self.cells += 1;
        let text = cell.formula.as_ref().and_then(|formula| formula.text.as_ref());
        self.formula_text += text.map_or(0, String::len);
        if self.cells > limits::CELLS {
            return Err(
                Refusal::too_large(format!("the workbook has more than {} cells", limits::CELLS)).at(&cell.address())
            );
        }
        let long = self.formula_text > limits::FORMULA_TEXT;
        if long {
            Err(Refusal::too_large("the sheet has more than 256 MiB of formulas").at(&cell.address()))
        } else {
            Ok(())
        }
    }

    fn oddities(&mut self, cell: &Cell) {
        let (row, column) = (cell.row, cell.column);
        match &cell.content {
            Content::Error(text) if matches!(text.as_str(), "NaN" | "inf" | "-inf") => {
                self.note("number-not-finite", row, column, format!("the number is {text}"));
            }
            Content::Text(text)
                if text.len() > limits::CELL_TEXT && text.encode_utf16().count() > limits::CELL_TEXT =>
            {
                self.note(
                    "text-too-long",
                    row,
                    column,
                    format!("the text has more than {} characters", limits::CELL_TEXT),
                );
            }
            _ => {}
        }
        let formula = cell.formula.as_ref().and_then(|formula| formula.text.as_ref());
        if formula.is_some_and(|text| {
            text.len() > limits::FORMULA_CHARACTERS && text.chars().count() > limits::FORMULA_CHARACTERS
        }) {
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
        self.findings.push(Finding { slug, sheet: self.sheet.to_owned(), cell: address(row, column), message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_again_in_any_order() {
        let mut seen = Seen::default();
        let order = [(0, 0), (5, 5), (2, 2), (5, 5), (2, 2), (0, 0), (9, 0)];
        assert_eq!(
            order.map(|(row, column)| seen.first_time(row, column)),
            [true, true, true, false, false, false, true]
        );
    }

    #[test]
    fn findings_are_bounded() {
        let mut sieve = Sieve::new("S", 0, |_| {});
        for _ in 0..limits::FINDINGS + 5 {
            sieve.repeated(0, 0);
        }
        let findings = sieve.finish();
        assert_eq!(findings.len(), limits::FINDINGS + 1);
        assert_eq!(findings.last().unwrap().message, "5 further findings up to this cell are left out");
    }
}
