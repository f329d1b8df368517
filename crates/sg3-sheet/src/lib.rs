//! Workbooks, from and to bytes: the form that is sent out, and the reading of it. No files, no clocks.

pub mod layout;
mod template;

pub use layout::Layout;
pub use template::template;
