//! From text to a checked model: parse, names, shapes, units, order. No files, no data.

pub mod diagnostic;
mod function;
pub mod model;
mod source;
mod unit;

pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity};
pub use function::{Function, UnitRule};
pub use model::Model;
pub use source::{FileId, Source, Sources, Span};
pub use unit::{Base, Unit, UnitPlace};
