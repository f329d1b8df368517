//! Cells to rows, and rows to the tables that stand in them under machine keys.

pub mod block;
pub mod grid;
pub mod row_ranges;
pub(crate) mod sheet_mark;
