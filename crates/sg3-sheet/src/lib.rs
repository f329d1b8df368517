//! Workbooks, from and to bytes: the form that is sent out, and the reading of it. No files, no clocks.

mod day;
pub mod layout;
mod read;
mod stand_in;
mod template;

pub use layout::Layout;
pub use read::{Identity, identity, model_name, read};
pub use stand_in::Workbook;
pub use template::template;
