//! A model and data for it, as a person names them.

use crate::failure::Failure;
use crate::file_name::language_code;
use crate::files::Files;
use crate::layers::data::Data;
use crate::layers::mapped::open_mapped;
use crate::layers::open::open_all;
use crate::model_text::ModelText;
use sg3_lang::Place;

/// A model and data for it, opened.
pub struct Task {
    /// The text of the model.
    pub model: ModelText,
    /// Files of data, in order.
    pub(crate) data: Vec<Data>,
}

impl Task {
    /// What is left of `MODEL DATA...` without the model.
    pub(crate) fn data_of<'n>(files: Files, names: &'n [String]) -> &'n [String] {
        match names.split_first() {
            Some((first, data)) if files.is_model(first) || !(first.contains('.') || files.is_folder(first)) => data,
            _ => names,
        }
    }

    /// The tables of translations that stand behind a model; nothing if there are data.
    pub fn translations_of<'n>(files: Files, names: &'n [String]) -> Option<&'n [String]> {
        let others = Task::data_of(files, names);
        let are_tables = others.iter().all(|name| language_code(name).is_some());
        Some(others).filter(|others| are_tables && others.len() < names.len())
    }

    /// Whether there are any files of data.
    pub fn has_data(&self) -> bool {
        !self.data.is_empty()
    }

    /// `MODEL DATA...`, or data alone of which one is a form that knows its model; a mapping explains an operator's own files, and knows
    /// it too.
    pub fn open(files: Files, names: &[String], map: Option<&str>) -> Result<Task, Failure> {
        let data = Task::data_of(files, names);
        let named = names.first().filter(|_| data.len() < names.len());
        if let Some(second) = data.iter().find(|name| files.is_model(name)) {
            let help = "name one model; a model includes another with `use`";
            return Err(Failure::new(format!("`{second}` is a second model")).help(help));
        }
        let (mut data, of_mapping) = match map {
            Some(map) => open_mapped(files, data, map)?,
            None => (open_all(files, data)?, None),
        };
        if let Some(named) = named {
            return Ok(Task { model: files.model(named)?, data });
        }
        let of_mapping = of_mapping.zip(map.map(str::to_owned));
        let found = of_mapping.map_or_else(|| model_of_form(&mut data), |found| Ok(Some(found)))?;
        let (named, file) = found.ok_or_else(|| unnamed(&data))?;
        let form = data.iter_mut().find(|data| data.file() == file);
        let libraries = form.and_then(Data::libraries);
        Ok(Task { model: files.model_named_in(&named, &file, libraries)?, data })
    }
}

/// The model of the first form among the data, and that form.
fn model_of_form(data: &mut [Data]) -> Result<Option<(String, String)>, Failure> {
    let mut forms = data.iter_mut().map(|data| (data.model_names(), data.file().to_owned()));
    let (names, file) = forms.find(|(names, _)| !names.is_empty()).unwrap_or_default();
    if let [first, _, ..] = &names[..] {
        let message = format!("the form is for {} models: `{}`", names.len(), names.join("`, `"));
        return Err(Failure::new(message).help(format!("name one of them first, such as `{first}`")));
    }
    Ok(names.into_iter().next().map(|name| (name, file)))
}

/// A file that could not be read may be the form that knows its model: then that is what is wrong.
fn unnamed(data: &[Data]) -> Failure {
    let refused = data.iter().find_map(|data| if let Data::Refused(refused) = data { Some(refused) } else { None });
    if let Some((refused, Place::Data(place))) = refused.map(|refused| (refused, &refused.place)) {
        let help = refused.help.clone().unwrap_or_default();
        return Failure::new(format!("no model is named, and `{}` cannot be read: {}", place.file, refused.message))
            .help(help);
    }
    Failure::new("no model is named, and no file is a form that identifies its model")
        .help("name a model of the catalogue (`sg3 models` lists it) or a path ending in .md first")
}
