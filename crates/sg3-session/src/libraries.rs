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

#[cfg(test)]
mod tests {
    use super::Libraries;
    use crate::library::ModelLibrary;

    fn library(title: &str, text: &'static str) -> ModelLibrary {
        let description = format!("title = \"{title}\"\nregion = \"nowhere\"\nversion = \"1\"\nlicence = \"MIT\"\n");
        let library = ModelLibrary::of([("finance/tax.md".to_owned(), text.into())]);
        library.described(&description, "library.toml").expect("a description")
    }

    #[test]
    fn a_librarys_own_document_comes_first_for_itself_and_the_first_library_for_others() {
        let libraries = Libraries { all: vec![library("West", "# Of the west"), library("East", "# Of the east")] };
        let of = |asking: Option<usize>| {
            let asking = asking.and_then(|library| libraries.all[library].edition.as_ref());
            libraries.holding("finance/tax", asking).map(|held| held.text).collect::<Vec<_>>()
        };
        assert_eq!(of(None), ["# Of the west", "# Of the east"]);
        assert_eq!(of(Some(0)), ["# Of the west", "# Of the east"]);
        assert_eq!(of(Some(1)), ["# Of the east", "# Of the west"]);
        assert_eq!(libraries.models(), ["finance/tax"]);
    }
}
