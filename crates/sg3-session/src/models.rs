//! Where the text of a model is: in the catalogue, or in a file that its path names.

use crate::failure::Failure;
use crate::file_name::{folder_of, folders_above, join};
use crate::files::Files;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::known_name;

/// The text of a model, and the name under which the user knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelText {
    /// A catalogue name or a path.
    pub name: String,
    /// All of it, with the line ends it has.
    pub text: String,
}

/// A document that a model uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// All of it.
    pub(crate) text: String,
    /// Where it is, if it takes the place of another of that name in the catalogue.
    pub(crate) instead: Option<String>,
}

/// How many folders, from that of a model upwards, are its own tree.
const FOLDERS_OF_A_TREE: usize = 2;

impl Files<'_> {
    /// Whether the name is that of a model rather than of a file of data.
    pub fn is_model(&self, name: &str) -> bool {
        name.ends_with(".md") || self.catalogue.model(name).is_some()
    }

    /// A model by catalogue name or path.
    pub fn model(&self, named: &str) -> Result<ModelText, Failure> {
        let text = match self.catalogue.model(named) {
            Some(text) => text.to_owned(),
            None if named.ends_with(".md") => self.read_text(named)?,
            None => return Err(self.unknown_model(named)),
        };
        Ok(ModelText { name: named.to_owned(), text })
    }

    /// A model that a file names: in the catalogue, where the name says, or beside that file.
    pub(crate) fn model_named_in(&self, named: &str, file: &str) -> Result<ModelText, Failure> {
        let beside = join(&folder_of(file), known_name(named));
        match self.model(named) {
            Err(_) if named.ends_with(".md") && self.read_text(&beside).is_ok() => self.model(&beside),
            found => found,
        }
    }

    /// A model under the name by which every installation knows it, if the catalogue has it.
    pub fn model_by_catalogue_name(&self, name: &str) -> Result<ModelText, Failure> {
        let model = self.model(name)?;
        Ok(ModelText { name: self.catalogue_name(&model).unwrap_or(model.name), text: model.text })
    }

    /// A document that a model uses: in the tree of the model itself, which is its folder and the one above, as the catalogue has
    /// `regional/africa` and `finance/cost-of-capital`; else in the catalogue.
    pub(crate) fn document(&self, model: &str, name: &str) -> Option<Document> {
        let folders = folders_above(model).filter(|_| model.ends_with(".md")).take(FOLDERS_OF_A_TREE);
        let of_catalogue = self.catalogue.model(name);
        for path in folders.map(|folder| join(&folder, &format!("{name}.md"))) {
            if let Ok(text) = self.read_text(&path) {
                let replaces_catalogue = of_catalogue.is_some_and(|known| known != text);
                return Some(Document { text, instead: replaces_catalogue.then_some(path) });
            }
        }
        of_catalogue.map(|text| Document { text: text.to_owned(), instead: None })
    }

    /// The name under which a model is known wherever the program is installed, if its text is that of the catalogue.
    fn catalogue_name(&self, model: &ModelText) -> Option<String> {
        let path = model.name.replace('\\', "/");
        let mut names = self.catalogue.models().into_iter().filter(|name| path.ends_with(&format!("{name}.md")));
        names.find(|name| self.catalogue.model(name) == Some(&*model.text)).map(str::to_owned)
    }

    /// Models under a path: the file itself, or every document of a folder but its README.
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
        let near = near_miss(named, self.catalogue.models());
        let help = near.unwrap_or_else(|| "`sg3 models` lists the catalogue; a path ends in .md".to_owned());
        Failure::new(format!("there is no model `{named}`")).help(help)
    }
}

fn is_model_file(name: &str) -> bool {
    name.ends_with(".md") && name != ".md" && name != "README.md"
}

#[cfg(test)]
mod tests {
    use crate::{Catalogue, Failure, Outside, Session};

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

    #[test]
    fn a_folder_holds_models_but_no_readme() {
        let catalogue = Catalogue::default();
        let files = Session::new(&WORK, &catalogue).files;
        let models = ["work/costs/mobile.md", "work/finance/tax.md", "work/wacc.md"].map(str::to_owned).to_vec();
        assert_eq!(files.models_under("work"), Ok(models));
        assert_eq!(files.models_under("tour/mobile"), Ok(vec!["tour/mobile".to_owned()]));
    }

    #[test]
    fn a_used_document_is_in_the_tree_of_the_model_or_in_the_catalogue() {
        let catalogue = Catalogue::of([("finance/tax.md".to_owned(), "# Tax".into())]);
        let files = Session::new(&WORK, &catalogue).files;
        let text = |model, name| files.document(model, name).map(|document| document.text);
        assert_eq!(text("work/costs/mobile.md", "wacc").as_deref(), Some("# Cost of capital"));
        assert_eq!(text("elsewhere/mobile.md", "finance/tax").as_deref(), Some("# Tax"));
        assert_eq!(text("tour/mobile", "wacc"), None);
        assert_eq!(text("work/costs/mobile.md", "rate"), None, "folders further up are not looked in");
        let replacing = files.document("work/costs/mobile.md", "finance/tax").expect("a document");
        assert_eq!((&*replacing.text, replacing.instead.as_deref()), ("# Another tax", Some("work/finance/tax.md")));
    }

    #[test]
    fn an_unknown_model_is_told_with_its_nearest_name() {
        let catalogue = Catalogue::of([("tour/mobile.md".to_owned(), "# Mobile".into())]);
        let failure = Session::new(&WORK, &catalogue).files.model("tour/mobil").expect_err("there is none");
        assert_eq!(failure.message, "there is no model `tour/mobil`");
        assert!(failure.help.is_some_and(|help| help.contains("tour/mobile")));
    }
}
