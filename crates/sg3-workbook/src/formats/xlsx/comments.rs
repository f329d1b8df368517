//! Notes on cells (comments), which the workbook reader leaves out: what people write beside a figure rather than in it.

use super::package::{Parts, within};
use crate::address::parse_address;
use crate::bytes::Bytes;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Most notes that are kept of one sheet.
const MOST: usize = 20_000;

/// A note on a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comment {
    /// Row, counted from nought.
    pub row: u32,
    /// Column, counted from nought.
    pub column: u32,
    /// Its words.
    pub text: String,
}

/// The notes of a sheet, by the part that it is in the clean copy; of a damaged part, those before the damage.
pub(crate) fn of(bytes: Bytes, sheet: &str) -> Vec<Comment> {
    let Ok(mut parts) = Parts::open(bytes) else { return Vec::new() };
    let (folder, name) = sheet.split_at(sheet.rfind('/').map_or(0, |slash| slash + 1));
    let relations = parts.relations(&format!("{folder}_rels/{name}.rels"));
    let notes = relations.iter().filter(|relation| relation.kind.ends_with("/comments"));
    let mut comments: Vec<Comment> = notes
        .filter_map(|relation| parts.bytes(&flat(&within(folder, &relation.target))))
        .flat_map(|part| comments(&part))
        .collect();
    comments.sort();
    comments.truncate(MOST);
    comments
}

/// `xl/worksheets/../comments1.xml` is `xl/comments1.xml`.
fn flat(path: &str) -> String {
    let mut folders: Vec<&str> = Vec::new();
    for folder in path.split('/') {
        match folder {
            ".." => drop(folders.pop()),
            folder => folders.push(folder),
        }
    }
    folders.join("/")
}

fn comments(part: &[u8]) -> Vec<Comment> {
    let mut reader = Reader::from_reader(part);
    let (mut found, mut within): (Vec<Comment>, bool) = (Vec::new(), false);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "comment" => found.extend(begun(&element)),
                "t" => within = true,
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "t" => within = false,
            Event::Text(text) if within => add(&mut found, &text),
            Event::GeneralRef(name) if within => add(&mut found, &referred(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    found.retain(|comment| !comment.text.trim().is_empty());
    found
}

fn begun(element: &BytesStart<'_>) -> Option<Comment> {
    let place = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == "ref")?;
    let (row, column) = parse_address(&place.value)?;
    Some(Comment { row, column, text: String::new() })
}

fn add(found: &mut [Comment], text: &str) {
    if let Some(comment) = found.last_mut() {
        comment.text.push_str(text);
    }
}

fn referred(name: &quick_xml::events::BytesRef<'_>) -> String {
    match (name.resolve_char_ref(), &**name) {
        (Ok(Some(letter)), _) => letter.to_string(),
        (_, "lt") => "<".to_owned(),
        (_, "gt") => ">".to_owned(),
        (_, "amp") => "&".to_owned(),
        (_, "apos") => "'".to_owned(),
        (_, "quot") => "\"".to_owned(),
        _ => String::new(),
    }
}
