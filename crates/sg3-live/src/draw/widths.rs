//! Widths of the columns that most sheets share.

/// Width of the column that says what a row is.
pub(super) const LABEL_WIDTH: f64 = 44.0;
/// Width of a column of values.
pub(super) const VALUE_WIDTH: f64 = 13.0;
