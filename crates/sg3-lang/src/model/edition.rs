//! Which edition of which libraries a model is made of.

use std::fmt::{Display, Formatter};

/// An edition of a library of models, as its file `library.toml` says it.
///
/// ```
/// let west = sg3_lang::model::LibraryEdition { title: "West".into(), version: "1.2.3".into(), ..Default::default() };
/// assert_eq!(west.to_string(), "West 1.2.3");
/// assert!(west.is_version("1.2") && west.is_version("1.2.3"));
/// assert!(!west.is_version("1.20") && !west.is_version("1.2.3.1"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LibraryEdition {
    /// What the library is called.
    pub title: String,
    /// Numbers with points between.
    pub version: String,
    /// For which countries it is meant.
    pub region: String,
    /// Under which terms it may be used.
    pub licence: String,
}

impl LibraryEdition {
    /// Whether this is the version that is asked for, or one of its revisions: `1.2` asks for 1.2 and 1.2.3, not for 1.3 or 1.20.
    pub fn is_version(&self, wanted: &str) -> bool {
        let mut parts = self.version.split('.');
        wanted.split('.').all(|part| parts.next() == Some(part))
    }
}

/// `West 1.2.3`
impl Display for LibraryEdition {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.title, self.version)
    }
}

/// A library, and which of its documents a model is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLibrary {
    /// The library.
    pub edition: LibraryEdition,
    /// Names of its documents in the model, in the order in which they are used.
    pub documents: Vec<String>,
}

impl SourceLibrary {
    /// Adds a document to the library that it is of, which joins the others if it is not there yet.
    pub fn add(libraries: &mut Vec<SourceLibrary>, edition: LibraryEdition, document: &str) {
        match libraries.iter_mut().find(|library| library.edition == edition) {
            None => libraries.push(SourceLibrary { edition, documents: vec![document.to_owned()] }),
            Some(library) if library.documents.iter().any(|known| known == document) => {}
            Some(library) => library.documents.push(document.to_owned()),
        }
    }
}
