//! Workbooks, from and to bytes. The only crate that knows how spreadsheets are stored; it opens no files and prints nothing.
//!
//! ```text
//! Model ──layout──▶ Layout ──template──▶ bytes of the form      sent out, filled, sent back
//!                      │
//! bytes ──guard──▶ clean copy, cells ──cells──▶ sheets, properties, cells, findings ──read──▶ Layer, diagnostics
//!    └──────────────── or a Refusal
//!
//! foreign workbooks ──▶ Foreign ─┬─propose──▶ Mapping ──workbook──▶ bytes of the mapping     confirmed, sent back
//!                                └─apply◀──── Mapping ◀──read──── bytes ──▶ Layer, diagnostics
//! ```

mod cells;
mod day;
pub mod delimited;
mod guard;
mod hidden;
pub mod language;
pub mod layout;
pub mod live;
pub mod mapping;
mod merged;
mod read;
mod refusal;
mod returned;
mod template;

pub use cells::{
    COLUMNS, Cell, Comment, Content, Finding, Formula, ROWS, Sheet, Visibility, Workbook, address, column_letters,
    parse_address,
};
pub use hidden::Hidden;
pub use language::{Language, Translation};
pub use layout::{Layout, Respondent, Shared, several};
pub use mapping::Mapping;
pub use merged::Area;
pub use read::{
    Answer, Identity, Receipt, Remains, Scale, SheetReceipt, Stray, Total, identity, model_names, read, receive,
    submission,
};
pub use refusal::Refusal;
pub use returned::returned;
pub use template::{Part, request, request_in, template};
