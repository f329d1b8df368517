//! Translations of the labels of models, and what is not translated yet.

use crate::failure::Failure;
use crate::file_name::{folders_above, join, language_code};
use crate::files::Files;
use crate::library::ModelLibrary;
use sg3_language::Translation;

impl Files<'_> {
    /// Translations of the labels of a model: those of the libraries, those beside the model, and files that the user names; later
    /// ones win. `africa.fr.toml` is into French.
    pub(crate) fn translations(&self, model: &str, own: &[String]) -> Result<Vec<Translation>, Failure> {
        let carried = self.libraries.all.iter().rev().flat_map(ModelLibrary::translations);
        let mut found: Vec<Translation> =
            carried.map(|(path, language, text)| translation(path, &language, text)).collect::<Result<_, _>>()?;
        for path in self.files_beside(model).iter().filter(|path| language_code(path).is_some()).chain(own) {
            let help = "name it by its language, such as `africa.fr.toml`";
            let language = language_code(path).ok_or_else(|| {
                Failure::new(format!("`{path}` does not name the language of the translation")).help(help)
            })?;
            found.push(translation(path, &language, &self.read_text(path)?)?);
        }
        Ok(found)
    }

    /// The files of the folder that a model is in, in alphabetical order; none for a model of a library.
    fn files_beside(&self, model: &str) -> Vec<String> {
        let folder = folders_above(model).next().filter(|_| model.ends_with(".md"));
        let folder = folder.map(|folder| if folder.is_empty() { ".".to_owned() } else { folder });
        let names = folder.as_ref().and_then(|folder| self.list(folder).ok().flatten()).unwrap_or_default();
        let mut paths: Vec<String> =
            folder.iter().flat_map(|folder| names.iter().map(|name| join(folder, name))).collect();
        paths.sort();
        paths
    }
}

fn translation(path: &str, language: &str, text: &str) -> Result<Translation, Failure> {
    let mut table = Translation::of_toml(language, text).map_err(|error| {
        Failure::new(format!("`{path}` is not a table of translations: {error}"))
            .help("each line has the form `\"English\" = \"translation\"`")
    })?;
    // a line that is still to be filled is no translation
    table.words.retain(|_, words| !words.trim().is_empty());
    Ok(table)
}
