//! Workbooks of Excel 5 to 2003: the one stream with the cells and the two with the properties, in a new plain envelope.

use super::stream;
use crate::container::compound::Compound;
use crate::container::compound::write::write_compound;
use crate::notes::Notes;
use crate::refusal::Refusal;

const PROPERTIES: [&str; 2] = ["\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation"];

/// Examines a compound file and copies what is needed of it.
pub(crate) fn clean_compound(bytes: &[u8]) -> Result<(Vec<u8>, Notes), Refusal> {
    let file = Compound::open(bytes)?;
    if file.has_stream("EncryptedPackage") {
        return Err(Refusal::encrypted());
    }
    let book = file.read_stream("Workbook").or_else(|| file.read_stream("Book"));
    let mut book = book.ok_or_else(|| Refusal::not_a_workbook(describe_other(&file)))??;
    let notes = stream::clean_stream(&mut book)?;
    let mut streams = vec![("Workbook", book)];
    for name in PROPERTIES {
        streams.extend(file.read_stream(name).and_then(Result::ok).map(|stream| (name, stream)));
    }
    Ok((write_compound(&streams), notes))
}

fn describe_other(file: &Compound<'_>) -> &'static str {
    match () {
        () if file.has_stream("WordDocument") => "the file is a text document",
        () if file.has_stream("PowerPoint Document") => "the file is a presentation",
        () => "the file is an Office file without a workbook in it",
    }
}
