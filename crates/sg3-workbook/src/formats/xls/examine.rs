//! Workbooks of Excel 5 to 2003: the one stream with the cells and the two with the properties, in a new plain envelope.

use super::biff;
use crate::container::compound::Compound;
use crate::container::compound::write::compound;
use crate::notes::Notes;
use crate::refusal::Refusal;

const PROPERTIES: [&str; 2] = ["\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation"];

/// Examines a compound file and copies what is needed of it.
pub(crate) fn clear(bytes: &[u8]) -> Result<(Vec<u8>, Notes), Refusal> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Refusal::encrypted());
    }
    let book = file.stream("Workbook").or_else(|| file.stream("Book"));
    let mut book = book.ok_or_else(|| Refusal::not_a_workbook(other_document(&file)))??;
    let notes = biff::clear(&mut book)?;
    let mut streams = vec![("Workbook", book)];
    for name in PROPERTIES {
        streams.extend(file.stream(name).and_then(Result::ok).map(|stream| (name, stream)));
    }
    Ok((compound(&streams), notes))
}

fn other_document(file: &Compound<'_>) -> &'static str {
    match () {
        () if file.has("WordDocument") => "the file is a text document",
        () if file.has("PowerPoint Document") => "the file is a presentation",
        () => "the file is an Office file without a workbook in it",
    }
}
