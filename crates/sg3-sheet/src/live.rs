//! The live workbook: every figure a formula, down to the data, and the same figure.
//!
//! ```text
//! Model, Inputs, Results ──lower──▶ blocks of formulas ──arrange──▶ places ──value──▶ values ──draw──▶ bytes
//! ```

mod arrange;
pub mod book;
mod draw;
pub mod formula;
mod lower;
mod print;
mod value;
mod world;

pub use book::Book;
pub use lower::{Material, Obstacle};

use sg3_lang::model::QuantityId;

/// More formulas than this are refused.
pub const MOST_FORMULAS: usize = 2_000_000;

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotLive {
    /// Some formulas cannot be written in a spreadsheet.
    Obstacles(Vec<Obstacle>),
    /// There would be so many formulas.
    TooMany(usize),
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
    value::fill(&mut lowering);
    Ok(lowering.book)
}

/// The workbook of a book. The same book gives the same bytes, on any day.
///
/// # Panics
///
/// If a block is larger than a sheet.
pub fn workbook(book: &Book, material: Material) -> Vec<u8> {
    draw::draw(book, material).expect("blocks fit on sheets, and names are legal")
}
