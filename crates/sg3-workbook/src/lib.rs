//! Any spreadsheet file to cells and back, safely. The only crate that knows how spreadsheets are stored; it opens no files and prints
//! nothing.
//!
//! ```text
//! bytes ──intake──▶ clean copy and cells, or a Refusal ──Workbook──▶ sheets, properties, cells, findings
//! cells ──write──▶ bytes of a workbook      workbook ──csv──▶ the same cells as text
//! ```

mod address;
mod area;
mod book;
mod bytes;
mod cell;
mod container;
mod finding;
pub(crate) mod formats;
mod formula;
mod hidden;
mod intake;
mod limits;
mod notes;
mod open;
mod refusal;
mod sheet;
mod sieve;
mod texts;
mod workbook;
pub mod write;

pub use address::{COLUMNS, ROWS, address, column_letters, parse_address};
pub use area::Area;
pub use cell::{Cell, Content};
pub use finding::Finding;
pub use formats::csv;
pub use formats::xlsx::comments::Comment;
pub use formula::Formula;
pub use hidden::Hidden;
pub use refusal::Refusal;
pub use sheet::{Sheet, Visibility};
pub use workbook::Workbook;
