//! Every number by which a proposal is weighed, in one place.
//!
//! Each says what it is for and what it serves: the rows of `samples/foreign/quality.md` whose proposals change when it is moved up or down by a
//! tenth, or by more where it says so, or the test that needs it. Whoever changes one runs `tests/mapping` and reads the report again.

pub(crate) mod confidence;
pub(crate) mod figures;
pub(crate) mod lists;
pub(crate) mod reconcile;
pub(crate) mod tables;
pub(crate) mod words;

/// Below this a proposal is left open, with what it might be.
pub const OPEN_BELOW: f64 = 0.5;

/// From here on a proposal is called certain.
pub const CERTAIN_FROM: f64 = 0.85;
