//! Cells to rows of a sheet ([`grid`]), and rows to the tables that stand in them under machine keys ([`block`]).
//!
//! A table is known by the key in its corner, `sg3:by service`; the row of the corner has the keys of its columns and
//! the column of the corner those of its rows. So a form and a mapping are read the same way, wherever their tables
//! were moved.

pub mod block;
pub mod grid;
pub mod row_ranges;
pub(crate) mod sheet_mark;
