//! Where the text of a model is: in the catalogue, or in a file that its path names.

use crate::failure::Failure;
use crate::file_name::{folders_above, join};
use crate::files::Files;
use sg3_lang::diagnostic::near_miss;

/// The text of a model, and the name under which the user knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelText {
    /// A catalogue name or a path.
    pub name: String,
    /// All of it, with the line ends it has.
    pub text: String,
}

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

    /// A model under the name by which every installation knows it, if the catalogue has it.
    pub fn model_by_catalogue_name(&self, name: &str) -> Result<ModelText, Failure> {
        let model = self.model(name)?;
        Ok(ModelText { name: self.catalogue_name(&model).unwrap_or(model.name), text: model.text })
    }

    /// A document that a model uses: beside the model, in a folder above it, or in the catalogue.
    pub(crate) fn document(&self, model: &str, name: &str) -> Option<String> {
        let folders = folders_above(model).filter(|_| model.ends_with(".md"));
        let mut names = folders.map(|folder| join(&folder, &format!("{name}.md")));
        names.find_map(|name| self.read_text(&name).ok()).or_else(|| self.catalogue.model(name).map(str::to_owned))
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
    ]);

    #[test]
    fn a_folder_holds_models_but_no_readme() {
        let catalogue = Catalogue::default();
        let files = Session::new(&WORK, &catalogue).files;
        assert_eq!(files.models_under("work"), Ok(vec!["work/costs/mobile.md".to_owned(), "work/wacc.md".to_owned()]));
        assert_eq!(files.models_under("tour/mobile"), Ok(vec!["tour/mobile".to_owned()]));
    }

    #[test]
    fn a_used_document_is_beside_the_model_above_it_or_in_the_catalogue() {
        let catalogue = Catalogue::of([("finance/tax.md".to_owned(), "# Tax".into())]);
        let files = Session::new(&WORK, &catalogue).files;
        assert_eq!(files.document("work/costs/mobile.md", "wacc").as_deref(), Some("# Cost of capital"));
        assert_eq!(files.document("work/costs/mobile.md", "finance/tax").as_deref(), Some("# Tax"));
        assert_eq!(files.document("tour/mobile", "wacc"), None);
    }

    #[test]
    fn an_unknown_model_is_told_with_its_nearest_name() {
        let catalogue = Catalogue::of([("tour/mobile.md".to_owned(), "# Mobile".into())]);
        let failure = Session::new(&WORK, &catalogue).files.model("tour/mobil").expect_err("there is none");
        assert_eq!(failure.message, "there is no model `tour/mobil`");
        assert!(failure.help.is_some_and(|help| help.contains("tour/mobile")));
    }
}
