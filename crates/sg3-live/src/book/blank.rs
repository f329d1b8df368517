//! Cells that are blank or do not count.

/// What such a cell shows: a text, which `MIN`, `MAX`, `AVERAGE` and `COUNT` pass over.
pub(crate) const NOT_COUNTED: &str = "–";
/// Its value here. No figure is infinite.
pub(crate) const BLANK: f64 = f64::INFINITY;
