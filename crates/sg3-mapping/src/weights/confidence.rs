//! How sure a proposal is called.

/// A rival this far behind does not matter.
pub(crate) const CLEAR_MARGIN: f64 = 0.2;

/// What is left of a score where something else fits as well.
pub(crate) const WITH_RIVAL: f64 = 0.72;

/// What a clear margin gives back.
pub(crate) const BY_MARGIN: f64 = 0.28;

/// Nothing is surer than this before somebody has looked.
pub(crate) const MOST_SURE: f64 = 0.99;
