//! The libraries that a session knows: those that the user names, in that order, then the one that comes with the program.

use crate::library::ModelLibrary;
use sg3_lang::model::LibraryEdition;

/// Libraries, of which earlier ones win.
#[derive(Debug, Clone, Default)]
pub struct Libraries {
    /// Each of them.
    pub all: Vec<ModelLibrary>,
}

/// A document, and the library that has it.
#[derive(Clone, Copy)]
pub(crate) struct Held<'l> {
    pub(crate) library: &'l ModelLibrary,
    pub(crate) text: &'l str,
}

impl Libraries {
    /// Names of the models of all of them, each once.
    pub fn models(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.all.iter().flat_map(ModelLibrary::models).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The text of a model: of the first library that has one of that name.
    pub fn model(&self, name: &str) -> Option<&str> {
        self.holding(name, None).next().map(|held| held.text)
    }

    /// Every document of a name: a library's own first where the one that asks is of a library, then in order.
    pub(crate) fn holding<'l>(&'l self, name: &str, asking: Option<&LibraryEdition>) -> impl Iterator<Item = Held<'l>> {
        let (own, others): (Vec<&ModelLibrary>, Vec<&ModelLibrary>) =
            self.all.iter().partition(|library| asking.is_some() && library.edition.as_ref() == asking);
        let held = own.into_iter().chain(others).map(|library| (library, library.model(name)));
        let held: Vec<Held> = held.filter_map(|(library, text)| text.map(|text| Held { library, text })).collect();
        held.into_iter()
    }
}
