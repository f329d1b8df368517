//! From text to a checked model: parse, names, shapes, units, order. No files, no data.

pub mod ast;
mod check;
pub mod day;
pub mod diagnostic;
mod fnv;
mod format;
mod function;
pub mod invisible;
mod lexer;
pub mod member_ranges;
pub mod model;
mod parse;
mod print;
mod provenance;
mod source;
mod unit;

pub use check::{Library, LibraryDocument, check};
pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity};
pub use fnv::Fnv1a;
pub use format::format;
pub use function::{Function, SheetForm, SheetRow, UnitRule};
pub use model::Model;
pub use parse::parse;
pub use provenance::Provenance;
pub use source::{FileId, Source, Sources, Span};
pub use unit::{Base, Unit, UnitPlace};
