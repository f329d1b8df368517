//! The pen with which every workbook is drawn.

pub mod cells;
pub mod palette;
pub mod sheet_name;
