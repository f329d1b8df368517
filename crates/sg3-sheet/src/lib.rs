//! Workbooks, from and to bytes. The only crate that knows how spreadsheets are stored; it opens no files and prints nothing.
//!
//! ```text
//! Model ──layout──▶ Layout ──template──▶ bytes of the form      sent out, filled, sent back
//!                      │
//! bytes ──guard──▶ clean copy ──cells──▶ sheets, properties, cells, findings ──read──▶ Layer, diagnostics
//!    └──────────────── or a Refusal
//!
//! foreign workbooks ──▶ Foreign ─┬─propose──▶ Mapping ──workbook──▶ bytes of the mapping     confirmed, sent back
//!                                └─apply◀──── Mapping ◀──read──── bytes ──▶ Layer, diagnostics
//! ```

mod cells;
mod day;
mod guard;
mod hidden;
pub mod layout;
pub mod mapping;
mod merged;
mod read;
mod refusal;
mod template;

pub use cells::{
    COLUMNS, Cell, Content, Finding, Formula, ROWS, Sheet, Visibility, Workbook, address, column_letters, parse_address,
};
pub use hidden::Hidden;
pub use layout::{Layout, Respondent};
pub use mapping::Mapping;
pub use merged::Area;
pub use read::{Identity, identity, model_name, read};
pub use refusal::Refusal;
pub use template::template;
