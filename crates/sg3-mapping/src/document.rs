//! The mapping as people see it: pages of tables with machine keys, as a workbook and as CSV, and read back from both.

pub(crate) mod column;
pub(crate) mod csv;
pub(crate) mod findings_page;
mod former;
pub(crate) mod meanings_page;
pub(crate) mod page;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod read;
pub(crate) mod rule_rows;
pub(crate) mod storage;
pub(crate) mod sums_pages;
pub(crate) mod workbook;
