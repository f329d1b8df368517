//! A workbook that comes back, beside a fresh one made from the same model and data: every formula, label and figure that
//! was changed, every row or sheet that is gone or new, and every figure that the user entered in place of another.
//!
//! ```text
//! returned bytes ──read_sheets──▶ cells ──read_inputs, read_provenance──▶ the data ──build_book──▶ a fresh workbook
//! cells of both ──compare──▶ Comparison
//! ```

mod align;
mod cell_value;
mod change;
mod describe;
mod entered_figure;
mod former;
mod line_map;
mod normalized_formula;
mod sheet_cells;
mod sheet_pair;
mod stored_data;
mod stored_origin;
mod stored_others;
mod stored_provenance;

pub use change::{Change, ChangeKind, Comparison};
pub use entered_figure::EnteredFigure;
pub use sheet_cells::{SheetCells, read_sheets};
pub use stored_data::read_inputs;
pub(crate) use stored_others::read_others;
pub use stored_provenance::{find_language, find_model, find_version, read_provenance};

use crate::book::{Book, Role};
use entered_figure::{FigureCells, read_entered};
use sg3_calc::Inputs;
use sheet_pair::{SheetPair, pair_sheets};

/// Compares the sheets of a returned workbook with those of a fresh one, whose blocks the book knows.
pub fn compare(book: &Book, inputs: &Inputs, fresh: &[SheetCells], returned: &[SheetCells]) -> Comparison {
    let (pairs, changes) = pair_sheets(fresh, returned, book.evaluated_alone);
    let cells = entered_figure::figure_cells(book);
    let mut comparison = Comparison { changes, own: Vec::new() };
    for pair in &pairs {
        compare_pair(pair, &pairs, &cells, book, inputs, &mut comparison);
    }
    comparison
}

fn compare_pair(
    pair: &SheetPair,
    pairs: &[SheetPair],
    figure_cells: &FigureCells,
    book: &Book,
    inputs: &Inputs,
    comparison: &mut Comparison,
) {
    pair.add_changed_lines(&mut comparison.changes);
    let sheet = book.sheets.iter().position(|sheet| sheet.name == pair.fresh.name);
    for ((row, column), (was, is)) in pair.cells() {
        let figure = sheet.and_then(|sheet| figure_cells.get(&(sheet, row, column)));
        let is_entry = figure.is_some_and(|(block, _)| book.block(*block).role == Role::Override);
        // what is entered in a cell for it changes nothing else; what is entered where a figure was left blank is a figure delivered
        let change = pair.change(pairs, (row, column), was, is).filter(|_| !is_entry);
        let change = change.map(|change| if figure.is_some() { change.of_figure() } else { change });
        if let (Some(figure), Some(is)) = (figure.filter(|_| is_entry || change.is_some()), is) {
            let at = (&*pair.returned.name, pair.address(row, column));
            comparison.own.extend(read_entered(book, inputs, *figure, is, at));
        }
        comparison.changes.extend(change);
    }
}
