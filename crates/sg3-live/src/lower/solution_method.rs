//! How a simultaneous system is solved in a sheet.

/// How a simultaneous system is solved in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SolutionMethod {
    /// By so many passes, each from the one before.
    Iterations(usize),
    /// By squaring the matrix so many times, which doubles the number of passes each time.
    Squarings(usize),
}
