//! From what size on a table is laid out in another way.

/// More rows than this are not prepared; whoever fills the form adds those that are needed.
pub(crate) const MOST_ROWS: usize = 1_000;
/// More columns than this do not go across.
pub(crate) const MOST_ACROSS: usize = 60;
/// A table of more cells than this becomes a list of those that matter.
pub(crate) const MOST_CELLS: usize = 10_000;
/// A table with more columns than this has a sheet of its own.
pub(crate) const WIDE: usize = 14;
/// A table with more rows than this has a sheet of its own.
pub(crate) const LONG: usize = 60;
