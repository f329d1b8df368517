//! From text to a checked model: parse, names, shapes, units, order. No files, no data.

mod function;
mod unit;

pub use function::{Function, UnitRule};
pub use unit::{Base, Unit, UnitPlace};
