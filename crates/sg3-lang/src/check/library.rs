//! What a document may draw on beside its own text.

use crate::function::Function;

/// What a document may draw on.
#[derive(Clone, Copy)]
pub struct Library<'a> {
    /// The functions that formulas may call.
    pub functions: &'static [Function],
    /// The text of another document, by its name in the catalogue.
    pub documents: &'a dyn Fn(&str) -> Option<String>,
}
