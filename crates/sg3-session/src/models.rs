//! Where the text of a model is: in a library, or in a file that its path names.

use crate::failure::Failure;
use crate::file_name::{folder_of, folders_above, is_page, join};
use crate::files::Files;
use crate::libraries::Held;
use crate::model_text::{Document, ModelText, Replaced};
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::{LibraryEdition, known_name};

/// How many folders, from that of a model upwards, are its own tree.
const FOLDERS_OF_A_TREE: usize = 2;

impl Files<'_> {
    /// Whether the name is that of a model rather than of a file of data.
    pub fn is_model(&self, name: &str) -> bool {
        name.ends_with(".md") || self.libraries.model(name).is_some()
    }

    /// A model by its name in a library, or by path.
    pub fn model(&self, named: &str) -> Result<ModelText, Failure> {
        let name = named.to_owned();
        if let Some(Document { text, edition, instead }) = self.library_document(named, None) {
            return Ok(ModelText { name, text, edition, instead });
        }
        if !named.ends_with(".md") {
            return Err(self.unknown_model(named));
        }
        Ok(ModelText { name, text: self.read_text(named)?, edition: self.edition_around(named)?, instead: None })
    }

    /// Every model of a library of this session, by its position, in alphabetical order.
    pub fn models_of_library(&self, library: usize) -> Vec<ModelText> {
        let names = self.libraries.all[library].models().into_iter();
        names.filter_map(|name| self.model_of_library(library, name)).collect()
    }

    /// A model of that library.
    pub(crate) fn model_of_library(&self, library: usize, name: &str) -> Option<ModelText> {
        let library = &self.libraries.all[library];
        library.model(name).map(|text| ModelText { edition: library.edition.clone(), ..ModelText::of(name, text) })
    }

    /// A model that a file names: in a library, where the name says, or beside that file. The file may say of which libraries it is.
    pub(crate) fn model_named_in(
        &self,
        named: &str,
        file: &str,
        libraries: Option<String>,
    ) -> Result<ModelText, Failure> {
        let beside = join(&folder_of(file), known_name(named));
        match self.model(named) {
            Err(_) if named.ends_with(".md") && self.read_text(&beside).is_ok() => self.model(&beside),
            Err(unknown) => Err(match libraries {
                Some(libraries) => unknown.help(format!(
                    "`{file}` was made from {libraries}: name the folder of that library with `--library FOLDER`"
                )),
                None => unknown,
            }),
            found => found,
        }
    }

    /// A model under the name by which every installation knows it, if a library has it.
    pub fn model_by_catalogue_name(&self, name: &str) -> Result<ModelText, Failure> {
        let model = self.model(name)?;
        match self.library_name(&model) {
            Some((name, edition)) => Ok(ModelText { name, edition, ..model }),
            None => Ok(model),
        }
    }

    /// A document that a model uses: in the tree of the model itself, which is its folder and the one above, as libraries have
    /// `regional/africa` and `finance/cost-of-capital`; else in the libraries, that of the model first.
    pub(crate) fn document(&self, model: &ModelText, name: &str) -> Option<Document> {
        let folders = folders_above(&model.name).filter(|_| model.name.ends_with(".md")).take(FOLDERS_OF_A_TREE);
        for path in folders.map(|folder| join(&folder, &format!("{name}.md"))) {
            if let Ok(text) = self.read_text(&path) {
                let edition = self.edition_around(&path).ok().flatten();
                let instead = self.replaced(name, &text, &format!("the file `{path}`"));
                return Some(Document { text, edition, instead });
            }
        }
        self.library_document(name, model.edition.as_ref())
    }

    fn library_document(&self, name: &str, asking: Option<&LibraryEdition>) -> Option<Document> {
        let Held { library, text } = self.libraries.holding(name, asking).next()?;
        let instead = self.replaced(name, text, &format!("the document of {}", library.title()));
        Some(Document { text: text.to_owned(), edition: library.edition.clone(), instead })
    }

    /// The first document of the name in the libraries with another text.
    fn replaced(&self, name: &str, text: &str, used: &str) -> Option<Replaced> {
        let other = self.libraries.holding(name, None).find(|held| held.text != text)?;
        Some(Replaced { used: used.to_owned(), other: other.library.title() })
    }

    /// The name under which a model is known wherever its library is, if its text is that of the library.
    fn library_name(&self, model: &ModelText) -> Option<(String, Option<LibraryEdition>)> {
        let path = model.name.replace('\\', "/");
        let is_named = |name: &&str| path.ends_with(&format!("{name}.md"));
        let named = self.libraries.all.iter().find_map(|library| {
            let mut names = library.models().into_iter().filter(is_named);
            names.find(|name| library.model(name) == Some(&*model.text)).map(|name| (name, library))
        });
        named.map(|(name, library)| (name.to_owned(), library.edition.clone()))
    }

    /// Models under a path: the file itself, or every document of a folder but pages about it.
    pub fn models_under(&self, path: &str) -> Result<Vec<String>, Failure> {
        let Some(names) = self.list(path)? else { return Ok(vec![path.to_owned()]) };
        let mut found = Vec::new();
        self.collect_models(path, &names, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn collect_models(&self, folder: &str, names: &[String], found: &mut Vec<String>) -> Result<(), Failure> {
        for name in names {
            if let Some(inner) = name.strip_suffix('/') {
                let inner = join(folder, inner);
                self.collect_models(&inner, &self.list(&inner)?.unwrap_or_default(), found)?;
            } else if is_model_file(name) {
                found.push(join(folder, name));
            }
        }
        Ok(())
    }

    fn unknown_model(&self, named: &str) -> Failure {
        let near = near_miss(named, self.libraries.models());
        let help = near.unwrap_or_else(|| {
            "`sg3 models` lists them, `--library FOLDER` names one more library; a path ends in .md".to_owned()
        });
        Failure::new(format!("there is no model `{named}`")).help(help)
    }
}

fn is_model_file(name: &str) -> bool {
    name.strip_suffix(".md").is_some_and(|stem| !is_page(stem))
}

#[cfg(test)]
mod tests {
    use crate::model_text::{ModelText, Replaced};
    use crate::{Failure, Libraries, ModelLibrary, Outside, Session};

    /// Files in memory, as a page has them.
    struct Memory(&'static [(&'static str, &'static str)]);

    impl Outside for Memory {
        fn read(&self, name: &str) -> Result<Vec<u8>, Failure> {
            let found = self.0.iter().find(|(path, _)| *path == name);
            found.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| Failure::new(format!("no `{name}`")))
        }

        fn list(&self, folder: &str) -> Result<Option<Vec<String>>, Failure> {
            let before = format!("{folder}/");
            let inside = self.0.iter().filter_map(|(path, _)| path.strip_prefix(&before));
            let mut names: Vec<String> =
                inside.map(|path| path.split_inclusive('/').next().unwrap_or_default().to_owned()).collect();
            names.dedup();
            Ok(Some(names).filter(|names| !names.is_empty()))
        }

        fn write(&self, name: &str, _bytes: &[u8]) -> Result<(), Failure> {
            Err(Failure::new(format!("`{name}` cannot be written")))
        }

        fn today(&self) -> String {
            "2025-06-30".to_owned()
        }
    }

    const WORK: Memory = Memory(&[
        ("work/README.md", "about"),
        ("work/costs/mobile.md", "# Mobile"),
        ("work/costs/notes.txt", ""),
        ("work/wacc.md", "# Cost of capital"),
        ("work/finance/tax.md", "# Another tax"),
        ("rate.md", "# Out of the tree"),
    ]);

    fn of(path: &str, text: &'static str) -> Libraries {
        Libraries { all: vec![ModelLibrary::of([(path.to_owned(), text.into())])] }
    }

    fn named(name: &str) -> ModelText {
        ModelText::of(name, "")
    }

    #[test]
    fn a_folder_holds_models_but_no_readme() {
        let libraries = Libraries::default();
        let files = Session::new(&WORK, &libraries).files;
        let found = ["work/costs/mobile.md", "work/finance/tax.md", "work/wacc.md"].map(str::to_owned);
        assert_eq!(files.models_under("work"), Ok(found.to_vec()));
        assert_eq!(files.models_under("tour/mobile"), Ok(vec!["tour/mobile".to_owned()]));
    }

    #[test]
    fn a_used_document_is_in_the_tree_of_the_model_or_in_the_catalogue() {
        let libraries = of("finance/tax.md", "# Tax");
        let files = Session::new(&WORK, &libraries).files;
        let text = |model, name| files.document(&named(model), name).map(|document| document.text);
        assert_eq!(text("work/costs/mobile.md", "wacc").as_deref(), Some("# Cost of capital"));
        assert_eq!(text("elsewhere/mobile.md", "finance/tax").as_deref(), Some("# Tax"));
        assert_eq!(text("tour/mobile", "wacc"), None);
        assert_eq!(text("work/costs/mobile.md", "rate"), None, "folders further up are not looked in");
        let replacing = files.document(&named("work/costs/mobile.md"), "finance/tax").expect("a document");
        let instead = Replaced { used: "the file `work/finance/tax.md`".into(), other: "the catalogue".into() };
        assert_eq!((&*replacing.text, replacing.instead), ("# Another tax", Some(instead)));
    }

    #[test]
    fn an_unknown_model_is_told_with_its_nearest_name() {
        let libraries = of("tour/mobile.md", "# Mobile");
        let failure = Session::new(&WORK, &libraries).files.model("tour/mobil").expect_err("there is none");
        assert_eq!(failure.message, "there is no model `tour/mobil`");
        assert!(failure.help.is_some_and(|help| help.contains("tour/mobile")));
    }
}
