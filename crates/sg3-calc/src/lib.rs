//! From a checked model to numbers: bind, plan, evaluate, explain. No files, no text.

mod layer;

pub use layer::{Datum, Layer, MemberEntry, Origin, Value, column_letters};
