//! An operator's own files, and the mapping that says what they hold.

use super::data::{AppliedMapping, Data, Mapped, refusal};
use super::open::open;
use super::workbook;
use crate::failure::Failure;
use crate::files::Files;
use sg3_calc::Layer;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::model::known_name;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_mapping::{Mapping, SourceFile, apply, is_same_but_for_year};
use sg3_workbook::{Workbook, csv};

/// A mapping from its workbook or its twin, and what is wrong with it.
pub(crate) fn open_mapping(files: Files, path: &str, found: &mut Diagnostics) -> Result<Option<Mapping>, Failure> {
    if path.to_lowercase().ends_with(".csv") {
        let text = csv::encoding::unify_line_ends(files.read_text(path)?);
        return Ok(Mapping::of_text(&text, path, found));
    }
    Ok(match workbook::open(files.read(path)?, path) {
        Data::Workbook(mut workbook, _) => Mapping::of_workbook(&mut workbook, found),
        Data::Refused(refused) => {
            found.add(refused);
            None
        }
        _ => None,
    })
}

/// An operator's own file; nothing, and a message, if it is refused.
pub(crate) fn open_source(files: Files, path: &str, found: &mut Diagnostics) -> Result<Option<SourceFile>, Failure> {
    let bytes = files.read(path)?;
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    if ["csv", "txt", "tsv"].contains(&&*ending) {
        return Ok(Some(SourceFile::of_text(&bytes, path, found)));
    }
    match Workbook::open(bytes, path) {
        Ok(mut workbook) => Ok(Some(SourceFile::of_workbook(&mut workbook, found))),
        Err(refused) => {
            found.add(refusal(path, "", refused.message).help(refused.remedy));
            Ok(None)
        }
    }
}

/// Opens files of data of which a mapping explains some: those that it names, and workbooks that are no form. With them comes the
/// model of the mapping.
pub(crate) fn open_mapped(files: Files, names: &[String], map: &str) -> Result<(Vec<Data>, Option<String>), Failure> {
    let mut found = Diagnostics::default();
    let Some(mapping) = open_mapping(files, map, &mut found)? else {
        let mapped = Mapped { name: map.to_owned(), mapping: None, files: Vec::new(), found };
        return Ok((vec![Data::Mapped(Box::new(mapped))], None));
    };
    let (mut data, mut sources, mut first) = (Vec::new(), Vec::new(), None);
    for name in names {
        if is_explained(&mapping, name) {
            first.get_or_insert(data.len());
            sources.extend(open_source(files, name, &mut found)?);
            continue;
        }
        let mut opened = open(files, name)?;
        let is_form = !opened.model_names().is_empty();
        match opened {
            Data::Workbook(mut workbook, _) if !is_form => {
                first.get_or_insert(data.len());
                sources.push(SourceFile::of_workbook(&mut workbook, &mut found));
            }
            other => data.push(other),
        }
    }
    let model = Some(mapping.model.clone()).filter(|model| !model.is_empty());
    let mapped = Mapped { name: map.to_owned(), mapping: Some(mapping), files: sources, found };
    // Later files win: what is mapped stands where the first of its files was named.
    data.insert(first.unwrap_or(0), Data::Mapped(Box::new(mapped)));
    Ok((data, model))
}

/// Whether a mapping names a file, or the same file of another year.
fn is_explained(mapping: &Mapping, path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let listed = mapping.files.iter().map(|file| &*file.name);
    let of_entries = mapping.rules.iter().map(|entry| &*entry.file);
    listed.chain(of_entries).any(|known| is_same_but_for_year(known, name))
}

/// What the files say, and the mapping as it was applied to them.
pub(crate) fn read(
    files: Files,
    mapped: Mapped,
    model: &Model,
    diagnostics: &mut Diagnostics,
) -> Option<(Layer, AppliedMapping)> {
    diagnostics.extend(mapped.found);
    let mapping = mapped.mapping?;
    if !mapping.model.is_empty() && known_name(&mapping.model) != model.known_name() {
        let message = format!("the mapping is for the model `{}`, not for `{}`", mapping.model, model.name);
        diagnostics.add(about(&mapped.name, message));
    }
    let dictionary = files.dictionary(&[], diagnostics).ok()?;
    let applied = apply(&mapping, &mapped.files, model, &dictionary, &mapped.name, diagnostics);
    let reconciliation = applied.reconciliation;
    Some((applied.layer, AppliedMapping { mapping, files: mapped.files, reconciliation }))
}

fn about(file: &str, message: String) -> Diagnostic {
    let place = DataPlace { file: file.to_owned(), at: "About".to_owned() };
    Diagnostic::new("wrong-mapping", Severity::Warning, Place::Data(place), message)
        .help("figures requested by both models were read")
}
