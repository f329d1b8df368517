//! A filled form to a layer.

use super::data::{Data, SubmittedForm, refusal};
use crate::failure::Failure;
use crate::file_name::stem;
use crate::files::Files;
use crate::provenance::{digest_of_texts, sha256};
use sg3_calc::Layer;
use sg3_form::{Layout, Receipt, language, read_identity, read_submission, read_with_receipt, with_periods};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_language::Language;
use sg3_workbook::csv;
use sg3_workbook::{Refusal, Workbook};

/// Opens the bytes of a workbook behind the guard.
pub(crate) fn open(bytes: Vec<u8>, name: &str) -> Data {
    let hash = sha256(&bytes);
    opened(Workbook::open(bytes, name), hash, name)
}

/// Opens a form that is kept as one file of comma-separated values.
pub(crate) fn open_text(bytes: Vec<u8>, name: &str) -> Data {
    let hash = sha256(&bytes);
    opened(Workbook::of_texts(vec![(stem(name), bytes)], name), hash, name)
}

/// Opens a form that is kept as a folder of such files; the hash is that of all of them in order of their names.
pub(crate) fn open_folder(files: Files, path: &str) -> Result<Data, Failure> {
    let texts = files.read_csv_folder(path)?;
    if !texts.iter().any(|(_, bytes)| csv::is_form(bytes)) {
        let help = "name a folder written by `sg3 template`, or name the data files one by one";
        return Err(Failure::new(format!("the folder `{path}` does not contain a form as CSV files")).help(help));
    }
    let digest = digest_of_texts(&texts);
    Ok(opened(Workbook::of_texts(texts, path), digest, path))
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
pub(crate) fn read(
    files: Files,
    workbook: &mut Workbook,
    model: &Model,
    diagnostics: &mut Diagnostics,
) -> Result<(Layer, Receipt), Failure> {
    let model = &of_form(workbook, model);
    let layout = layout(files, workbook, model);
    let (layer, receipt) = read_with_receipt(workbook, model, &layout, diagnostics);
    require_form(workbook, model, &receipt)?;
    Ok((layer, receipt))
}

/// A workbook in which nothing of a form was found answers nothing by itself: it needs a mapping.
fn require_form(workbook: &mut Workbook, model: &Model, receipt: &Receipt) -> Result<(), Failure> {
    if !receipt.sheets.is_empty() || read_identity(workbook).is_some() {
        return Ok(());
    }
    let (file, name) = (workbook.file(), &model.name);
    let help = format!(
        "a workbook of your own is read by a mapping: `sg3 map {name} {file} -o mapping.xlsx` proposes one; a form to fill is written by `sg3 template {name}`"
    );
    Err(Failure::new(format!("`{file}` is not a form of `{name}`")).help(help))
}

/// The same, with what the form holds beside its values.
pub(crate) fn read_form(
    files: Files,
    workbook: &mut Workbook,
    model: &Model,
    diagnostics: &mut Diagnostics,
) -> Result<(SubmittedForm, Receipt), Failure> {
    let model = of_form(workbook, model);
    let layout = layout(files, workbook, &model);
    let language = read_identity(workbook).and_then(|identity| identity.language);
    let (layer, receipt, leftovers) = read_submission(workbook, &model, &layout, diagnostics);
    require_form(workbook, &model, &receipt)?;
    Ok((SubmittedForm { model, layer, leftovers, layout, language }, receipt))
}

/// The model with the periods that the form was drawn for, if it says so.
fn of_form(workbook: &mut Workbook, model: &Model) -> Model {
    let periods = read_identity(workbook).map(|identity| identity.periods).unwrap_or_default();
    with_periods(model, &periods)
}

/// What the form of whoever it says it is for asks.
fn layout(files: Files, workbook: &mut Workbook, model: &Model) -> Layout {
    let identity = read_identity(workbook);
    let owner = identity.as_ref().and_then(|identity| identity.owner).unwrap_or(Owner::Operator.into());
    // what is wrong with a translation is told where a form is made of it
    let translations = files.translations(&model.name, &[]).unwrap_or_default();
    let codes = identity.and_then(|identity| identity.language).unwrap_or_else(|| "en".to_owned());
    let language = Language::of(&codes, &translations).unwrap_or_default();
    language::lay_out_translated(model, owner, &language).with_synonyms(model, &translations)
}
