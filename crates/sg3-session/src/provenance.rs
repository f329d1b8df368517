//! Which edition of a model and of data a workbook shows: the day, the program, and digests of texts and files.

use crate::failure::Failure;
use crate::file_name::file_name;
use crate::files::Files;
use sg3_lang::model::{LibraryEdition, Model, SourceLibrary, known_name};
use sg3_lang::{Diagnostics, FileId, Sources};
use sg3_live::{Digest, NamedLibrary, Provenance};
use sha2::{Digest as _, Sha256};

/// More mistakes than this are for `sg3 check`.
const MOST_MISTAKES: usize = 12;

/// The edition of a model, without data; it was written today if no day is named.
pub(crate) fn edition_of_model(files: Files, sources: &Sources, model: &Model, written: Option<String>) -> Provenance {
    Provenance {
        written: written.unwrap_or_else(|| files.today()),
        program: concat!("sg3 ", env!("CARGO_PKG_VERSION")).to_owned(),
        libraries: model.libraries.iter().map(named_library).collect(),
        documents: documents(sources, model),
        ..Provenance::default()
    }
}

/// `West 1.2`, and `countries of the west; licence MIT; retail/tariff, retail/cost`.
fn named_library(SourceLibrary { edition, documents }: &SourceLibrary) -> NamedLibrary {
    let LibraryEdition { region, licence, .. } = edition;
    let contents = format!("{region}; licence {licence}; {}", documents.join(", "));
    NamedLibrary { edition: edition.to_string(), contents }
}

/// A digest for each file, by which a reader sees whether it is the same.
pub(crate) fn digests(files: Files, names: &[String]) -> Result<Vec<Digest>, Failure> {
    names.iter().map(|name| Ok(Digest { name: file_name(name), sha256: digest(files, name)? })).collect()
}

/// A form that is kept as a folder has one digest, that of its texts one after the other.
fn digest(files: Files, name: &str) -> Result<String, Failure> {
    if !files.is_folder(name) {
        return Ok(sha256(&files.read(name)?));
    }
    Ok(digest_of_texts(&files.read_csv_folder(name)?))
}

/// The digest of the texts of a folder, in order of their names.
pub(crate) fn digest_of_texts(texts: &[(String, Vec<u8>)]) -> String {
    let all: Vec<u8> = texts.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
    sha256(&all)
}

/// What is wrong with the data, in a few lines; checks are asked in the workbook itself.
pub(crate) fn mistakes(found: &Diagnostics) -> Vec<String> {
    let mistakes = found.iter().filter(|message| message.is_mistake());
    let mut lines: Vec<String> = mistakes.map(|message| message.message.clone()).collect();
    let more = lines.len().saturating_sub(MOST_MISTAKES);
    lines.truncate(MOST_MISTAKES);
    lines.extend((more > 0).then(|| format!("and {more} more: `sg3 check` lists all")));
    lines
}

/// The texts that a model is made of, in the order in which its parts name them.
fn documents(sources: &Sources, model: &Model) -> Vec<Digest> {
    let mut files: Vec<FileId> = Vec::new();
    let spans = model.quantities.iter().map(|quantity| quantity.span).chain(model.dimensions.iter().map(|it| it.span));
    for file in spans.map(|span| span.file) {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    let texts = files.into_iter().map(|file| sources.get(file));
    texts.map(|text| Digest { name: known_name(&text.name).to_owned(), sha256: sha256(text.text.as_bytes()) }).collect()
}

/// What tells these bytes from all others, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
