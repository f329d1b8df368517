//! Any spreadsheet file to cells and back, safely. The only crate that knows how spreadsheets are stored; it opens no files and prints
//! nothing.
//!
//! ```text
//! bytes ──intake──▶ clean copy, notes and cells, or a Refusal ──Workbook──▶ sheets, properties, cells, findings
//! text files ─────────────────────────csv──────────────────────▶ Workbook
//! texts and figures ──write──▶ bytes of a workbook ──csv──▶ the same cells as text
//! ```
//!
//! A file of any origin is examined before a workbook reader sees it. What cannot be read is a [`Refusal`]; what is odd in one cell is a
//! [`Finding`], and the rest of the sheet is read.
//!
//! ```
//! use rust_xlsxwriter::Format;
//! use sg3_workbook::{Content, Workbook, parse_address, write::cells};
//!
//! let mut book = cells::create_workbook();
//! let sheet = book.add_worksheet();
//! sheet.set_name("Costs")?;
//! cells::write_text(sheet, 0, 0, "=not a formula", &Format::new())?;
//! sheet.write_number(6, 1, 1250.5)?;
//!
//! let mut workbook = Workbook::open(book.save_to_buffer()?, "costs.xlsx")?;
//! let mut found = Vec::new();
//! let findings = workbook.read(0, |cell| found.push((cell.row, cell.column, cell.content)))?;
//! let (row, column) = parse_address("B7").unwrap();
//! assert_eq!(found[0], (0, 0, Content::Text("=not a formula".to_owned())));
//! assert_eq!(found[1], (row, column, Content::Number(1250.5)));
//! assert!(findings.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod cell;
mod cell_range;
mod cell_sink;
mod comment;
mod container;
mod finding;
mod formats;
mod formula;
mod hidden;
mod intake;
mod limits;
mod notes;
mod number_format;
mod refusal;
mod sheet;
mod workbook;
pub mod write;

pub use address::{COLUMNS, ROWS, format_address, format_column, parse_address};
pub use cell::{Cell, Content};
pub use cell_range::CellRange;
pub use comment::Comment;
pub use finding::Finding;
pub use formats::csv;
pub use formula::Formula;
pub use hidden::Hidden;
pub use number_format::Shown;
pub use refusal::Refusal;
pub use sheet::{Sheet, Visibility};
pub use workbook::Workbook;
