//! Rows and columns of the Results sheet.

use crate::draw::widths::LABEL_WIDTH;

/// On its tab.
pub(in crate::draw) const NAME: &str = "Results";
pub(super) const FIRST_ROW: u32 = 3;
pub(super) const LABEL: u16 = 1;
pub(super) const UNIT: u16 = 2;
pub(super) const VALUES: u16 = 3;
/// Of the columns before those of values.
pub(super) const WIDTHS: [f64; 3] = [3.0, LABEL_WIDTH, 16.0];
