//! The way from the model to the bytes, and the sizes beyond which there is no workbook.

use crate::arrange::arrange;
use crate::book::stored_layout::{members, sources};
use crate::book::{Block, BlockSheet, Book, Role};
use crate::draw::{count_formulas, draw_workbook};
use crate::evaluate::fill_values;
use crate::lower::lower;
use crate::material::{LeftOut, Material, OthersFrom};
use crate::not_live::NotLive;
use crate::provenance::Provenance;
use crate::verify::read_others;
use sg3_lang::model::QuantityId;
use sg3_workbook::{COLUMNS, ROWS};

/// More formulas than this are refused.
pub const MOST_FORMULAS: usize = 2_000_000;
/// Columns of words behind the last one of values.
const WORDS_BEHIND: usize = 5;

/// How much of a sheet is used.
struct SheetSize {
    name: String,
    rows: usize,
    columns: usize,
}

/// The book of these quantities with all that they need, and the checks if they are asked for.
pub fn build_book(material: Material, wanted: &[QuantityId], checks: bool) -> Result<Book, NotLive> {
    let mut lowering = lower(material, wanted, checks);
    if !lowering.obstacles.is_empty() {
        return Err(NotLive::Obstacles(lowering.obstacles));
    }
    arrange(&mut lowering);
    if let Some(sheet) = find_too_large(&lowering.book) {
        return Err(NotLive::TooLarge(sheet.name, sheet.rows, sheet.columns));
    }
    let formulas = count_formulas(&lowering.book, material);
    if formulas > MOST_FORMULAS {
        return Err(NotLive::TooMany(formulas));
    }
    lowering.book.formulas = formulas;
    if let Some(LeftOut { others: OthersFrom::Sheets(sheets), .. }) = material.left_out {
        read_others(&mut lowering.book, sheets);
        lowering.book.evaluated_alone = true;
    }
    fill_values(&mut lowering.book, &lowering.numbers);
    Ok(lowering.book)
}

/// The workbook of a book. The same book gives the same bytes, on any day; there is none if its results outgrow a sheet.
pub fn write_workbook(book: &Book, material: Material, provenance: &Provenance) -> Result<Vec<u8>, NotLive> {
    draw_workbook(book, material, provenance)
}

/// A sheet with more rows or columns than there can be.
fn find_too_large(book: &Book) -> Option<SheetSize> {
    let of_blocks = book.sheets.iter().map(|sheet| size_of_sheet(book, sheet));
    let figures = book.blocks.iter().filter(|block| block.role == Role::Delivered && block.place.is_some());
    let figures = figures.map(Block::cells).sum::<usize>() + sources::FIRST_ROW as usize;
    let listed = book.lists.last().map_or(0, |list| list.last_row() as usize + 1);
    let pages = [
        SheetSize { name: sources::SHEET.to_owned(), rows: figures, columns: 0 },
        SheetSize { name: members::SHEET.to_owned(), rows: listed, columns: 0 },
    ];
    of_blocks.chain(pages).find(|size| size.rows > ROWS as usize || size.columns > COLUMNS as usize)
}

fn size_of_sheet(book: &Book, sheet: &BlockSheet) -> SheetSize {
    let ends = sheet.blocks.iter().filter_map(|id| {
        let block = book.block(*id);
        Some(usize::from(block.place?.column) + block.columns() + WORDS_BEHIND)
    });
    SheetSize { name: sheet.name.clone(), rows: sheet.end as usize, columns: ends.max().unwrap_or(0) }
}
