//! What a document may draw on beside its own text.

use crate::function::Function;
use crate::model::LibraryEdition;

/// What a document may draw on.
#[derive(Clone, Copy)]
pub struct Library<'a> {
    /// The functions that formulas may call.
    pub functions: &'static [Function],
    /// Another document, by its name in the libraries.
    pub documents: &'a dyn Fn(&str) -> Option<LibraryDocument>,
}

/// A document that others may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryDocument {
    /// All of it.
    pub text: String,
    /// The library that it is of, if it is of one.
    pub edition: Option<LibraryEdition>,
}

/// A document of no library.
impl From<String> for LibraryDocument {
    fn from(text: String) -> LibraryDocument {
        LibraryDocument { text, edition: None }
    }
}
