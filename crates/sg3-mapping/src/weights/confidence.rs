//! How sure a proposal is called.

/// A rival this far behind does not matter.
///
/// Serves bafing (both), altiplano: moved by a tenth.
pub(crate) const CLEAR_MARGIN: f64 = 0.2;
/// What is left of a score where something else fits as well.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both), littoral (half), halmar (both): moved by a tenth.
pub(crate) const WITH_RIVAL: f64 = 0.72;
/// What a clear margin gives back.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both), halmar (both): moved by a tenth.
pub(crate) const BY_MARGIN: f64 = 0.28;
/// Nothing is surer than this before somebody has looked.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both), littoral (both), halmar (both): moved by a third.
pub(crate) const MOST_SURE: f64 = 0.99;
