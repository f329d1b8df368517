//! Confirmed mappings: the same lines, with what the toolkit finds beside them in files that were drawn anew.

use sg3_lang::{Diagnostics, Library, Model, Severity, Sources};

use sg3_mapping::{Dictionary, MappedFile, Mapping, SourceFile};
use sg3_workbook::Workbook;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Writes `mapping.csv` anew, if there is one and all its lines still lead to cells.
pub(super) fn renew(folder: &Path) -> Result<(), Box<dyn Error>> {
    let path = folder.join("mapping.csv");
    let Ok(text) = fs::read_to_string(&path) else { return Ok(()) };
    let mut found = Diagnostics::default();
    let mut mapping = Mapping::of_text(&text, "mapping.csv", &mut found).ok_or("mapping.csv cannot be read")?;
    let files = mapping.files.iter().map(|file| open(folder, &file.name)).collect::<Result<Vec<_>, _>>()?;
    let file = |file: &SourceFile| MappedFile { name: file.name().to_owned(), fingerprint: file.fingerprint.clone() };
    mapping.files = files.iter().map(file).collect();
    let model = model(&mapping.model)?;
    let applied = sg3_mapping::apply(&mapping, &files, &model, &Dictionary::default(), "mapping.csv", &mut found);
    if let Some(error) = found.iter().find(|message| message.severity == Severity::Error) {
        return Err(format!("mapping.csv: {:?} {}", error.place, error.message).into());
    }
    Ok(fs::write(path, mapping.csv(&model, &files, &applied.reconciliation))?)
}

fn open(folder: &Path, name: &str) -> Result<SourceFile, Box<dyn Error>> {
    let (bytes, mut found) = (fs::read(folder.join(name))?, Diagnostics::default());
    if name.ends_with(".csv") {
        return Ok(SourceFile::of_text(&bytes, name, &mut found));
    }
    Ok(SourceFile::of_workbook(&mut Workbook::open(bytes, name)?, &mut found))
}

/// A model of the catalogue.
fn model(name: &str) -> Result<Model, Box<dyn Error>> {
    let text = |name: &str| fs::read_to_string(format!("models/{name}.md")).ok();
    let mut sources = Sources::default();
    let file = sources.add(name, text(name).ok_or("run it in the folder of the project")?);
    let library = Library { functions: sg3_calc::functions::ALL, documents: &|name| text(name).map(Into::into) };
    sg3_lang::check(&mut sources, file, library, &mut Diagnostics::default()).ok_or("the model has mistakes".into())
}
