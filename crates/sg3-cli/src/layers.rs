//! Files of data and settings to layers: whatever the format, values of inputs and members of dimensions, each with its origin.
//!
//! What a value must be is not asked here; only what cannot be placed at all is a message.

mod csv;
mod draft;
pub mod foreign;
mod setting;
mod toml;
pub mod value;
mod workbook;

use crate::trouble::Trouble;
use crate::world;
use draft::Draft;
use sg3_calc::{Inputs, Layer};
use sg3_form::{Layout, Receipt, Remains};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity, Sources};
use sg3_workbook::Workbook;
use std::path::Path;

/// A file of data, opened but not yet understood.
pub enum Data {
    /// A workbook, or a form that is kept as text, and the SHA-256 of its files.
    Workbook(Box<Workbook>, String),
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
        _ if world::is_folder(path) => workbook::open_folder(path),
        Some("csv") => {
            let bytes = world::bytes(path)?;
            match sg3_workbook::csv::is_form(&bytes) {
                true => Ok(workbook::open_text(bytes, path)),
                false => Ok(Data::Csv(path.to_owned(), world::text(path)?)),
            }
        }
        Some("toml") => Ok(Data::Toml(path.to_owned(), world::text(path)?)),
        Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods") => Ok(workbook::open(world::bytes(path)?, path)),
        _ => Err(Trouble::new(format!("`{path}` is neither a model of the catalogue nor a data file")).help(
            "a model is a catalogue name or a path ending in .md; data files end in .xlsx, .xlsb, .xls, .ods, .csv or .toml, or are a folder of CSV files",
        )),
    }
}

/// The names of the models whose filled form this is.
pub fn model_names(data: &mut Data) -> Vec<String> {
    match data {
        Data::Workbook(workbook, _) => sg3_form::model_names(workbook),
        _ => Vec::new(),
    }
}

/// What a workbook was, and what was read of it.
pub struct Received {
    /// As the user named it.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal digits.
    pub hash: String,
    /// What was read.
    pub receipt: Receipt,
}

/// One layer for each file and one for all settings; later ones win. Each workbook adds a receipt.
pub fn read(
    model: &Model,
    files: Vec<Data>,
    settings: &[String],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    received: &mut Vec<Received>,
) -> Result<Vec<Layer>, Trouble> {
    let mut layers: Vec<Layer> = Vec::new();
    for file in files {
        layers.extend(layer(model, file, sources, diagnostics, received));
    }
    layers.push(set(model, settings, diagnostics)?);
    Ok(layers)
}

/// What the command line sets.
fn set(model: &Model, settings: &[String], diagnostics: &mut Diagnostics) -> Result<Layer, Trouble> {
    let mut draft = Draft::new(model, "--set", diagnostics);
    settings.iter().try_for_each(|setting| setting::read(&mut draft, setting))?;
    Ok(draft.finish())
}

/// The same, with what the only form among the files holds beside its values, so that it can be returned.
pub fn submission(
    model: &Model,
    files: Vec<Data>,
    settings: &[String],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    received: &mut Vec<Received>,
) -> Result<(Vec<Layer>, Form), Trouble> {
    let (mut layers, mut forms) = (Vec::new(), Vec::new());
    for file in files {
        match file {
            Data::Workbook(mut workbook, hash) => {
                let layout = workbook::layout(&mut workbook, model);
                let language = sg3_form::identity(&mut workbook).and_then(|identity| identity.language);
                let (layer, receipt, remains) = sg3_form::submission(&mut workbook, model, &layout, diagnostics);
                received.push(Received { file: workbook.file().to_owned(), hash, receipt });
                layers.push(layer.clone());
                forms.push(Form { layer, remains, layout, language });
            }
            other => layers.extend(layer(model, other, sources, diagnostics, received)),
        }
    }
    let only = || {
        Trouble::new("only one form can be returned at a time")
            .help("name one filled form; other data may be CSV or TOML")
    };
    layers.push(set(model, settings, diagnostics)?);
    let [form] = <[Form; 1]>::try_from(forms).map_err(|_| only())?;
    Ok((layers, form))
}

/// A form that came back.
pub struct Form {
    /// Its values.
    pub layer: Layer,
    /// What it holds beside them.
    pub remains: Remains,
    /// What it asks.
    pub layout: Layout,
    /// The languages that it is in; nothing for English alone.
    pub language: Option<String>,
}

fn layer(
    model: &Model,
    file: Data,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    received: &mut Vec<Received>,
) -> Option<Layer> {
    match file {
        Data::Workbook(mut workbook, hash) => {
            let (layer, receipt) = workbook::read(&mut workbook, model, diagnostics);
            received.push(Received { file: workbook.file().to_owned(), hash, receipt });
            Some(layer)
        }
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

/// Says of every missing value where a form would ask for it, if no form that was read says so.
pub fn address(model: &Model, inputs: &mut Inputs) {
    if !inputs.lacks_addresses() {
        return;
    }
    let forms = [
        (Owner::Operator, "blank form"),
        (Owner::Regulator, "blank form of the regulator"),
        (Owner::Public, "blank form of public data"),
    ];
    for (owner, name) in forms {
        inputs.add_blanks(model, &Layout::of(model, owner).blanks(name));
    }
}

/// A message about a file of data as a whole, or a line of it.
fn refusal(file: &str, at: &str, message: String) -> Diagnostic {
    let place = Place::Data(sg3_lang::diagnostic::DataPlace { file: file.to_owned(), at: at.to_owned() });
    Diagnostic::new("unreadable-file", Severity::Error, place, message)
}
