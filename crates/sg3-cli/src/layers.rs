//! Files of data and settings to layers: whatever the format, values of inputs and members of dimensions, each with its origin.
//!
//! What a value must be is not asked here; only what cannot be placed at all is a message.

mod csv;
mod draft;
pub mod foreign;
mod setting;
mod toml;
mod value;
mod workbook;

use crate::trouble::Trouble;
use crate::world;
use draft::Draft;
use sg3_calc::Layer;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity, Sources};
use sg3_sheet::Workbook;
use std::path::Path;

/// A file of data, opened but not yet understood.
pub enum Data {
    /// A workbook.
    Workbook(Box<Workbook>),
    /// A file of comma-separated values, by name.
    Csv(String, String),
    /// A TOML file, by name.
    Toml(String, String),
    /// Files of others with the mapping that explains them.
    Mapped(Box<foreign::Mapped>),
    /// A file that is damaged or refused; nothing of it is used.
    Refused(Diagnostic),
}

/// Opens a file by what its name says it is.
pub fn open(path: &str) -> Result<Data, Trouble> {
    let extension = Path::new(path).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("csv") => Ok(Data::Csv(path.to_owned(), world::text(path)?)),
        Some("toml") => Ok(Data::Toml(path.to_owned(), world::text(path)?)),
        Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods") => Ok(workbook::open(world::bytes(path)?, path)),
        _ => Err(Trouble::new(format!("`{path}` is neither a model of the catalogue nor a file of data")).help(
            "a model is a catalogue name or a path ending in .md; data end in .xlsx, .xlsb, .xls, .ods, .csv or .toml",
        )),
    }
}

/// The name of the model whose filled form this is.
pub fn model_name(data: &mut Data) -> Option<String> {
    match data {
        Data::Workbook(workbook) => sg3_sheet::model_name(workbook),
        _ => None,
    }
}

/// One layer for each file and one for all settings; later ones win.
pub fn read(
    model: &Model,
    files: Vec<Data>,
    settings: &[String],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Layer>, Trouble> {
    let mut layers: Vec<Layer> = Vec::new();
    for file in files {
        layers.extend(layer(model, file, sources, diagnostics));
    }
    let mut draft = Draft::new(model, "--set", diagnostics);
    settings.iter().try_for_each(|setting| setting::read(&mut draft, setting))?;
    layers.push(draft.finish());
    Ok(layers)
}

fn layer(model: &Model, file: Data, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Layer> {
    match file {
        Data::Workbook(mut workbook) => Some(workbook::read(&mut workbook, model, diagnostics)),
        Data::Csv(name, text) => Some(from_text(model, &name, &text, sources, diagnostics, csv::read)),
        Data::Toml(name, text) => Some(from_text(model, &name, &text, sources, diagnostics, toml::read)),
        Data::Mapped(mapped) => foreign::read(*mapped, model, diagnostics),
        Data::Refused(refusal) => {
            diagnostics.add(refusal);
            None
        }
    }
}

fn from_text(
    model: &Model,
    name: &str,
    text: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    read: impl Fn(&mut Draft, &str),
) -> Layer {
    sources.add(name, text);
    let mut draft = Draft::new(model, name, diagnostics);
    read(&mut draft, text);
    draft.finish()
}

/// A message about a file of data as a whole, or a line of it.
fn refusal(file: &str, at: &str, message: String) -> Diagnostic {
    let place = Place::Data(sg3_lang::diagnostic::DataPlace { file: file.to_owned(), at: at.to_owned() });
    Diagnostic::new("unreadable-file", Severity::Error, place, message)
}
