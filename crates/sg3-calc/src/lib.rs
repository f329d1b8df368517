//! From a checked model to numbers: bind, plan, evaluate, explain. No files, no text.

pub mod functions;
pub mod guard;
mod layer;
pub mod rounding;

pub use layer::{Datum, Layer, MemberEntry, Origin, Value, column_letters};
