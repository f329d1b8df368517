//! The texts of models and of documents that they use, and of which library they are.

use sg3_lang::model::LibraryEdition;

/// The text of a model, and the name under which the user knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelText {
    /// A name in a library, or a path.
    pub name: String,
    /// All of it, with the line ends it has.
    pub text: String,
    /// The library that it is of, if it is of one.
    pub edition: Option<LibraryEdition>,
    /// If it takes the place of another of that name: which is it, and which is the other.
    pub(crate) instead: Option<Replaced>,
}

impl ModelText {
    /// The text of a model of no library.
    pub(crate) fn of(name: &str, text: &str) -> ModelText {
        ModelText { name: name.to_owned(), text: text.to_owned(), edition: None, instead: None }
    }
}

/// A document that a model uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// All of it.
    pub(crate) text: String,
    /// The library that it is of, if it is of one.
    pub(crate) edition: Option<LibraryEdition>,
    /// If it takes the place of another of that name: which is it, and which is the other.
    pub(crate) instead: Option<Replaced>,
}

/// Two documents of one name whose texts differ, as messages call them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replaced {
    /// A file, or the library of the document that is used.
    pub(crate) used: String,
    /// The library of the other.
    pub(crate) other: String,
}
