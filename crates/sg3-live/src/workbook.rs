//! The live workbook: every figure a formula, down to the data, and the same figure.
//!
//! ```text
//! Model, Inputs, Results ──lower──▶ blocks of formulas ──arrange──▶ places ──value──▶ values ──draw──▶ bytes
//! ```

use crate::book::block::{Block, Role};
use crate::book::{BlockId, Book};
use crate::edition::Edition;
use crate::lower::{Material, Obstacle};
use crate::{arrange, draw, lower, print, stored, value};
use sg3_lang::model::QuantityId;
use sg3_workbook::{COLUMNS, ROWS};

/// More formulas than this are refused.
pub const MOST_FORMULAS: usize = 2_000_000;

/// Columns of words behind the last one of values.
const BESIDE: usize = 5;

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotLive {
    /// Some formulas cannot be written in a spreadsheet.
    Obstacles(Vec<Obstacle>),
    /// There would be so many formulas.
    TooMany(usize),
    /// This sheet would have so many rows and columns, more than a sheet holds.
    TooLarge(String, usize, usize),
}

/// The book of these quantities with all that they need, and the checks.
pub fn book(material: Material, wanted: &[QuantityId], checks: bool) -> Result<Book, NotLive> {
    let mut lowering = lower::lower(material, wanted, checks);
    if !lowering.obstacles.is_empty() {
        return Err(NotLive::Obstacles(lowering.obstacles));
    }
    arrange::arrange(&mut lowering);
    let formulas = lowering.book.formulas();
    if formulas > MOST_FORMULAS {
        return Err(NotLive::TooMany(formulas));
    }
    if let Some((sheet, rows, columns)) = too_large(&lowering.book) {
        return Err(NotLive::TooLarge(sheet, rows, columns));
    }
    value::fill(&mut lowering);
    Ok(lowering.book)
}

/// A sheet with more rows or columns than there can be, with how many.
fn too_large(book: &Book) -> Option<(String, usize, usize)> {
    let right = |id: &BlockId| {
        let block = book.block(*id);
        // what stands beside the last column included
        block.place.map_or(0, |place| usize::from(place.column) + block.columns() + BESIDE)
    };
    let of_blocks = book.sheets.iter().map(|sheet| {
        let columns = sheet.blocks.iter().map(right).max().unwrap_or(0);
        (sheet.name.clone(), sheet.end as usize, columns)
    });
    let placed = |role: Role| book.blocks.iter().filter(move |block| block.role == role && block.place.is_some());
    let figures = placed(Role::Base).map(Block::cells).sum::<usize>() + stored::FIRST as usize;
    let members = book.lists.iter().map(|list| (list.first_row + list.count) as usize).max().unwrap_or(0);
    let pages = [(stored::SOURCES.to_owned(), figures, 0), (print::LISTS.to_owned(), members, 0)];
    let all = of_blocks.chain(pages);
    all.into_iter().find(|(_, rows, columns)| *rows > ROWS as usize || *columns > COLUMNS as usize)
}

/// The workbook of a book. The same book gives the same bytes, on any day; there is none if its results outgrow a sheet.
pub fn workbook(book: &Book, material: Material, edition: &Edition) -> Result<Vec<u8>, NotLive> {
    draw::draw(book, material, edition)
}
