//! Workbooks, from and to bytes. The only crate that knows how spreadsheets are stored; it opens no files and prints nothing.
//!
//! ```text
//! bytes ──guard──▶ clean copy ──cells──▶ sheets, properties, cells, findings
//!    └──────────────── or a Refusal
//! ```

mod cells;
mod guard;
mod hidden;
mod refusal;

pub use cells::{
    COLUMNS, Cell, Content, Finding, Formula, ROWS, Sheet, Visibility, Workbook, address, column_letters, parse_address,
};
pub use hidden::Hidden;
pub use refusal::Refusal;
