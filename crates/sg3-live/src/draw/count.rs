//! How many formulas a workbook has, before any is written: those of blocks, and those of the sheets around them.

use super::canvas::Canvas;
use super::checks::has_lines;
use super::control::count_control_formulas;
use super::results::result_table::ResultTable;
use super::results::tables;
use crate::book::stored_layout::PAGES_BEFORE;
use crate::book::{Block, Book, CheckBlocks, Purpose, Role};
use crate::material::Material;
use crate::provenance::Provenance;
use sg3_lang::model::Kind;

/// Sheets that stand behind those of blocks.
const PAGES_BEHIND: usize = 3;

/// All formulas of the workbook of a book.
pub(crate) fn count_formulas(book: &Book, material: Material) -> usize {
    let provenance = Provenance::default();
    let canvas = Canvas::new(book, material, &provenance);
    let tables = tables(&canvas);
    let blocks = book.blocks.iter().filter(|block| block.place.is_some());
    let of_blocks: usize = blocks.map(|block| block.formulas() + count_missing(&canvas, block)).sum();
    let of_results: usize = tables.iter().map(|table| count_of_table(&canvas, table)).sum();
    of_blocks
        + of_results
        + count_of_frames(book)
        + count_of_checks(&canvas)
        + count_of_sources(&canvas)
        + count_control_formulas(&canvas, &tables)
}

/// The outcome of the checks at the top of every sheet, at the end of those of blocks, and once more on the first; on those of inputs how
/// many figures are the user's own.
fn count_of_frames(book: &Book) -> usize {
    let inputs = book.sheets.iter().filter(|sheet| sheet.purpose == Purpose::Inputs).count();
    PAGES_BEFORE + PAGES_BEHIND + 2 * book.sheets.len() + 1 + inputs
}

/// Figures that are missing stand as `NA()`.
fn count_missing(canvas: &Canvas, block: &Block) -> usize {
    let is_written = |cell: usize, value: f64| {
        let text = block.quantity.and_then(|id| canvas.material.inputs.unreadable_text(id, cell));
        value.is_nan() && !block.has_formula(cell) && (block.role != Role::Delivered || text.is_none())
    };
    block.values.iter().enumerate().filter(|(cell, value)| is_written(*cell, **value)).count()
}

/// Now, its change, and beside each other the change as a share.
fn count_of_table(canvas: &Canvas, table: &ResultTable) -> usize {
    let block = canvas.book.block(table.block);
    let is_word = matches!(block.kind, Kind::Member(_));
    let for_each = if is_word || table.goes_across { 2 } else { 3 };
    for_each * block.cells() + usize::from(!is_word)
}

/// Beside each figure as delivered the one in use.
fn count_of_sources(canvas: &Canvas) -> usize {
    let delivered = canvas.book.blocks.iter().filter(|block| block.role == Role::Delivered && block.place.is_some());
    delivered.map(|block| block.cells() + count_missing(canvas, block)).sum()
}

/// The text on all and four counts; of each check its answer and counts, and its lines with both sides.
fn count_of_checks(canvas: &Canvas) -> usize {
    let of_check = |check: &CheckBlocks| {
        let holds = canvas.book.block(check.holds);
        let sides = if check.left.is_some() && check.right.is_some() { 3 } else { 0 };
        let counts = if holds.cells() > 0 { 3 } else { 0 };
        let lines = if has_lines(holds) { holds.cells() * (1 + sides) } else { 0 };
        2 + counts + lines + if holds.axes.is_empty() { sides } else { 0 }
    };
    5 + canvas.book.checks.iter().map(of_check).sum::<usize>()
}
