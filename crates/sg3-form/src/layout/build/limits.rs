//! From what size on a table is laid out in another way.

/// More rows than this are not prepared; whoever fills the form adds those he needs.
pub const MOST_ROWS: usize = 1_000;

/// More columns than this do not go across.
pub const MOST_ACROSS: usize = 60;

/// A table of more cells than this becomes a list of those that matter.
pub const MOST_CELLS: usize = 10_000;

/// A table with more columns than this has a sheet of its own.
pub const WIDE: usize = 14;

/// A table with more rows than this has a sheet of its own.
pub const LONG: usize = 60;
