//! The pen: the kit with which forms, mappings and live workbooks write cells, so that text is text in all of them and their rows are as
//! high as their texts.
//!
//! [`cells`] writes, [`text`] cuts and measures texts, [`sheet_name`] makes names that every spreadsheet program takes, [`palette`] has the
//! colours.

pub mod cells;
pub mod palette;
pub mod sheet_name;
pub mod text;
