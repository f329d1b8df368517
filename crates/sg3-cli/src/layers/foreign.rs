//! Files of others, and the mapping that says what they hold.

use super::{refusal, workbook};
use crate::layers::Data;
use crate::trouble::Trouble;
use crate::world;
use sg3_calc::Layer;
use sg3_lang::{Diagnostic, Diagnostics, Model};
use sg3_mapping::Mapping;
use sg3_mapping::{Dictionary, Foreign, Reconciliation};
use sg3_workbook::Workbook;

/// Files of theirs with their mapping.
pub struct Mapped {
    /// File of the mapping.
    name: String,
    mapping: Option<Mapping>,
    files: Vec<Foreign>,
    /// What was found when they were opened.
    found: Diagnostics,
}

/// A mapping from its workbook or its twin, and what is wrong with it.
pub fn mapping(path: &str, found: &mut Diagnostics) -> Result<Option<Mapping>, Trouble> {
    if path.to_lowercase().ends_with(".csv") {
        return Ok(Mapping::of_text(&world::text(path)?, path, found));
    }
    Ok(match workbook::open(world::bytes(path)?, path) {
        Data::Workbook(mut workbook, _) => Mapping::of_workbook(&mut workbook, found),
        Data::Refused(refused) => {
            found.add(refused);
            None
        }
        _ => None,
    })
}

/// A file of theirs; nothing, and a message, if it is refused.
pub fn theirs(path: &str, found: &mut Diagnostics) -> Result<Option<Foreign>, Trouble> {
    let bytes = world::bytes(path)?;
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    if ["csv", "txt", "tsv"].contains(&&*ending) {
        return Ok(Some(Foreign::of_text(&bytes, path, found)));
    }
    match Workbook::open(bytes, path) {
        Ok(mut workbook) => Ok(Some(Foreign::of_workbook(&mut workbook, found))),
        Err(refused) => {
            found.add(refusal(path, "", refused.message).help(refused.remedy));
            Ok(None)
        }
    }
}

/// Opens files of data of which a mapping explains some: those that it names, and workbooks that are no form.
pub fn open(paths: &[String], map: &str) -> Result<(Vec<Data>, Option<String>), Trouble> {
    let mut found = Diagnostics::default();
    let mapping = mapping(map, &mut found)?;
    if mapping.is_none() {
        let mapped = Mapped { name: map.to_owned(), mapping, files: Vec::new(), found };
        return Ok((vec![Data::Mapped(Box::new(mapped))], None));
    }
    let names = |path: &str| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let of_lines = mapping.iter().flat_map(|mapping| &mapping.entries).map(|entry| &*entry.file);
        mapping
            .iter()
            .flat_map(|mapping| &mapping.files)
            .map(|file| &*file.name)
            .chain(of_lines)
            .any(|known| sg3_mapping::is_same_but_for_year(known, name))
    };
    let (mut data, mut files, mut first) = (Vec::new(), Vec::new(), None);
    for path in paths {
        match names(path) {
            true => {
                first.get_or_insert(data.len());
                files.extend(theirs(path, &mut found)?);
            }
            false => match super::open(path)? {
                Data::Workbook(mut workbook, hash) => match sg3_form::model_names(&mut workbook).first() {
                    Some(_) => data.push(Data::Workbook(workbook, hash)),
                    None => {
                        first.get_or_insert(data.len());
                        files.push(Foreign::of_workbook(&mut workbook, &mut found));
                    }
                },
                other => data.push(other),
            },
        }
    }
    let model = mapping.as_ref().map(|mapping| mapping.model.clone()).filter(|model| !model.is_empty());
    // Later files win: what is mapped stands where the first of theirs was named.
    data.insert(first.unwrap_or(0), Data::Mapped(Box::new(Mapped { name: map.to_owned(), mapping, files, found })));
    Ok((data, model))
}

/// What the files say.
pub fn read(mapped: Mapped, model: &Model, diagnostics: &mut Diagnostics) -> Option<Layer> {
    diagnostics.extend(mapped.found);
    let mapping = mapped.mapping?;
    if !mapping.model.is_empty() && mapping.model != model.name {
        let message = format!("the mapping is for the model `{}`, not for `{}`", mapping.model, model.name);
        diagnostics.add(about(&mapped.name, message));
    }
    let dictionary = dictionary(&[], diagnostics).ok()?;
    Some(sg3_mapping::apply(&mapping, &mapped.files, model, &dictionary, &mapped.name, diagnostics).layer)
}

/// The mapping among files of data with the files that it is about, if there is one.
pub fn parts(data: &[Data]) -> Option<(Mapping, Vec<Foreign>)> {
    data.iter().find_map(|data| match data {
        Data::Mapped(mapped) => Some((mapped.mapping.clone()?, mapped.files.clone())),
        _ => None,
    })
}

/// How a mapping adds up.
pub fn sums(mapping: &Mapping, files: &[Foreign], model: &Model) -> Result<Reconciliation, Trouble> {
    let (mut found, dictionary) = (Diagnostics::default(), dictionary(&[], &mut Diagnostics::default())?);
    Ok(sg3_mapping::apply(mapping, files, model, &dictionary, "", &mut found).reconciliation)
}

/// The synonyms of the catalogue, and more of the user's own.
pub fn dictionary(more: &[String], diagnostics: &mut Diagnostics) -> Result<Dictionary, Trouble> {
    let mut dictionary = Dictionary::default();
    world::synonyms().for_each(|(name, text)| dictionary.add(&name, text, diagnostics));
    for path in more {
        dictionary.add(path, &world::text(path)?, diagnostics);
    }
    Ok(dictionary)
}

fn about(file: &str, message: String) -> Diagnostic {
    let place = sg3_lang::diagnostic::DataPlace { file: file.to_owned(), at: "About".to_owned() };
    Diagnostic::new("wrong-mapping", sg3_lang::Severity::Warning, sg3_lang::Place::Data(place), message)
        .help("figures requested by both models were read")
}
