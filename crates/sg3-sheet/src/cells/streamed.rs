//! Sheets whose reader gives one cell after another (.xlsx, .xlsb).

use super::defence::defended;
use super::sieve::Sieve;
use super::{Cell, Content, Formula, Package};
use crate::Refusal;
use crate::guard::{Bytes, SheetNotes};
use calamine::{
    Xlsb, XlsbError, Xlsx, XlsxCellFormulaMetadataRecord, XlsxError, XlsxFormulaMetadata, expand_shared_formula,
};
use std::collections::HashMap;
use std::io::Cursor;

/// What comes next in a sheet.
enum Next<T> {
    Cell(T),
    /// An error that the reader does not know; it goes on behind it.
    Unknown,
    End,
}

/// Hands on the cells of an .xlsx sheet.
pub(super) fn xlsx<F: FnMut(Cell)>(
    book: &mut Xlsx<Cursor<Bytes>>,
    name: &str,
    mut notes: SheetNotes,
    package: &Package,
    sieve: &mut Sieve<'_, F>,
) -> Result<(), Refusal> {
    let mut reader = defended(|| book.worksheet_cells_reader(name))?;
    let mut formulas = Formulas { shared: HashMap::new(), links: package.links() };
    loop {
        // Not the call that writes shared formulas out: it makes room for as many as the file numbers.
        let next = defended(|| known(reader.next_cell_with_formula_metadata()))
            .map_err(|refusal| sieve.after_last(refusal))?;
        let cell = match next {
            Next::Cell(record) => formulas.cell(record),
            Next::Unknown => unknown(&mut notes)?,
            Next::End => return Ok(()),
        };
        sieve.take(cell)?;
    }
}

fn known<T>(next: Result<Option<T>, XlsxError>) -> Result<Next<T>, XlsxError> {
    match next {
        Ok(Some(cell)) => Ok(Next::Cell(cell)),
        Ok(None) => Ok(Next::End),
        Err(XlsxError::CellError(_)) => Ok(Next::Unknown),
        Err(error) => Err(error),
    }
}

fn unknown(notes: &mut SheetNotes) -> Result<Cell, Refusal> {
    let (row, column, text) =
        notes.errors.pop_front().ok_or_else(|| Refusal::damaged("the sheet holds an error without a place"))?;
    Ok(Cell { row, column, content: Content::Error(text), formula: None })
}

/// Shared formulas by their number, with the cell that they are written for.
struct Formulas<'a> {
    shared: HashMap<usize, (String, (u32, u32))>,
    links: &'a [String],
}

impl Formulas<'_> {
    fn cell(&mut self, record: XlsxCellFormulaMetadataRecord<'_>) -> Cell {
        let (row, column) = record.pos;
        let formula = record.formula.map(|formula| self.formula(formula, record.pos));
        Cell { row, column, content: Content::of_ref(record.value), formula }
    }

    fn formula(&mut self, formula: XlsxFormulaMetadata, place: (u32, u32)) -> Formula {
        match formula {
            XlsxFormulaMetadata::Normal { formula } => Formula::written(&formula, self.links),
            XlsxFormulaMetadata::Shared { shared_index, range, formula } => {
                let written = Formula::written(&formula, self.links);
                self.shared.insert(shared_index, (formula, range.map_or(place, |range| range.start)));
                written
            }
            XlsxFormulaMetadata::SharedDerived { shared_index } => self.derived(shared_index, place),
            _ => Formula::unread(),
        }
    }

    fn derived(&self, shared: usize, place: (u32, u32)) -> Formula {
        let Some((text, start)) = self.shared.get(&shared) else { return Formula::unread() };
        defended(|| expand_shared_formula(text, *start, place))
            .map_or_else(|_| Formula::unread(), |text| Formula::written(&text, self.links))
    }
}

/// Hands on the cells of an .xlsb sheet. Of formulas it is known only that they are there: the reader's text of them can be made
/// to grow without bound.
pub(super) fn xlsb<F: FnMut(Cell)>(
    book: &mut Xlsb<Cursor<Bytes>>,
    name: &str,
    mut notes: SheetNotes,
    sieve: &mut Sieve<'_, F>,
) -> Result<(), Refusal> {
    notes.formulas.sort_unstable();
    let formula = |place| notes.formulas.binary_search(&place).is_ok().then(Formula::unread);
    let mut reader = defended(|| book.worksheet_cells_reader(name))?;
    while let Some(cell) =
        defended(|| reader.next_cell().map_err(|e: XlsbError| e)).map_err(|refusal| sieve.after_last(refusal))?
    {
        let (row, column) = cell.get_position();
        sieve.take(Cell {
            row,
            column,
            content: Content::of_ref(cell.get_value().clone()),
            formula: formula((row, column)),
        })?;
    }
    // Errors of formulas are passed over by the reader.
    for (row, column, text) in &notes.errors {
        sieve.take(Cell {
            row: *row,
            column: *column,
            content: Content::Error(text.clone()),
            formula: formula((*row, *column)),
        })?;
    }
    Ok(())
}
