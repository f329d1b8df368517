//! Rows and columns of the Control sheet.

pub(super) use crate::book::stored_layout::control::{DISPLAY_ROW, NAME, VALUE};

pub(super) const LABEL: u16 = 1;
pub(super) const LABEL_WIDTH: f64 = 52.0;
/// The first of the two columns with the scales of money.
pub(super) const LIST: u16 = 7;
pub(super) const OVERRIDES_ROW: u32 = 4;
/// Which year is shown, and beside it its position.
pub(super) const YEAR_ROW: u32 = DISPLAY_ROW;
pub(super) const CURRENCY_ROW: u32 = DISPLAY_ROW + 1;
/// How much money of the data is one unit of the currency.
pub(super) const RATE_ROW: u32 = DISPLAY_ROW + 2;
pub(super) const SCALE_ROW: u32 = DISPLAY_ROW + 3;
/// Words for how many units of money are shown as one, and how many they are.
pub(super) const SCALES: [(&str, f64); 4] = [("units", 1.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];
/// The last row of the list of scales, which begins beside the year.
pub(super) const LAST_SCALE_ROW: u32 = DISPLAY_ROW + SCALES.len() as u32 - 1;
