//! A filled form to a layer.

use super::{Data, refusal};
use crate::edition::sha256;
use crate::trouble::Trouble;
use crate::world;
use sg3_calc::Layer;
use sg3_form::{Language, Layout, Receipt};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::{Refusal, Workbook};

/// Opens the bytes of a workbook behind the guard.
pub fn open(bytes: Vec<u8>, name: &str) -> Data {
    let hash = sha256(&bytes);
    opened(Workbook::open(bytes, name), hash, name)
}

/// Opens a form that is kept as one file of comma-separated values.
pub fn open_text(bytes: Vec<u8>, name: &str) -> Data {
    let hash = sha256(&bytes);
    let stem = world::stem(name);
    opened(Workbook::of_texts(vec![(stem, bytes)], name), hash, name)
}

/// Opens a form that is kept as a folder of such files; the hash is that of all of them in order of their names.
pub fn open_folder(path: &str) -> Result<Data, Trouble> {
    let texts = world::texts_of_folder(path)?;
    if !texts.iter().any(|(_, bytes)| sg3_workbook::csv::is_form(bytes)) {
        let help = "name a folder written by `sg3 template`, or name the data files one by one";
        return Err(Trouble::new(format!("the folder `{path}` does not contain a form as CSV files")).help(help));
    }
    let all: Vec<u8> = texts.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
    Ok(opened(Workbook::of_texts(texts, path), sha256(&all), path))
}

fn opened(workbook: Result<Workbook, Refusal>, hash: String, name: &str) -> Data {
    match workbook {
        Ok(workbook) => Data::Workbook(Box::new(workbook), hash),
        Err(refused) => Data::Refused(refusal(name, &at(&refused), refused.message).help(refused.remedy)),
    }
}

/// `Traffic!C4`, as far as it is known.
fn at(refused: &Refusal) -> String {
    let parts = [refused.sheet.as_deref(), refused.cell.as_deref()].into_iter().flatten();
    parts.collect::<Vec<_>>().join("!")
}

/// Reads the form as that of whoever it says it is for.
pub fn read(workbook: &mut Workbook, model: &Model, diagnostics: &mut Diagnostics) -> (Layer, Receipt) {
    let layout = layout(workbook, model);
    sg3_form::receive(workbook, model, &layout, diagnostics)
}

/// What the form of whoever it says it is for asks.
pub fn layout(workbook: &mut Workbook, model: &Model) -> Layout {
    let identity = sg3_form::identity(workbook);
    let owner = identity.as_ref().and_then(|identity| identity.owner).unwrap_or(Owner::Operator.into());
    // what is wrong with a translation is told where a form is made of it
    let translations = world::translations(&model.name, &[]).unwrap_or_default();
    let codes = identity.and_then(|identity| identity.language).unwrap_or_else(|| "en".to_owned());
    let language = Language::of(&codes, &translations).unwrap_or_default();
    sg3_form::language::layout(model, owner, &language).knowing(model, &translations)
}
