//! Every number by which a proposal is weighed, in one place.
//!
//! Each says what it is for and what it serves: the rows of `samples/foreign/quality.md` in which other cells are proposed, or other proposals
//! called certain, when it alone is moved up or down by so much; `(half)` is the row with half the dictionary, `(both)` both. Where no row
//! hangs on it, the test that does is named. Whoever changes one runs `tests/mapping` and reads the report again.

pub(crate) mod balances;
pub(crate) mod confidence;
pub(crate) mod figures;
pub(crate) mod lists;
pub(crate) mod reconcile;
pub(crate) mod tables;
pub(crate) mod words;

/// Below this a proposal is left open, with what it might be.
///
/// Serves bafing (half), nile (half), jade (both), littoral (half): moved by a tenth.
pub const OPEN_BELOW: f64 = 0.5;
/// From here on a proposal is called certain.
///
/// Serves the columns “called certain” and “of which right” of every row.
pub const CERTAIN_FROM: f64 = 0.85;
