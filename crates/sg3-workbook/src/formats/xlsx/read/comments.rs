//! Comments on cells of .xlsx, which the workbook reader leaves out.

use crate::address::parse_address;
use crate::comment::Comment;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::package::parts::{PackageParts, resolve_target, split_folder};
use crate::limits;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The comments of a sheet, by the part that it is in the clean copy; of a damaged part, those before the damage.
pub(crate) fn read_comments(copy: SharedBytes, sheet: &str) -> Vec<Comment> {
    let Ok(mut parts) = PackageParts::open(copy) else { return Vec::new() };
    let (folder, _) = split_folder(sheet);
    let relations = parts.read_relations_of(sheet);
    let targets = relations.iter().filter(|relation| relation.kind.ends_with("/comments"));
    let mut comments: Vec<Comment> = targets
        .filter_map(|relation| parts.read_part(&flatten_path(&resolve_target(folder, &relation.target))))
        .flat_map(|part| parse_comments(&part))
        .collect();
    comments.sort();
    comments.truncate(limits::COMMENTS);
    comments
}

/// `xl/worksheets/../comments1.xml` is `xl/comments1.xml`.
fn flatten_path(path: &str) -> String {
    let mut folders: Vec<&str> = Vec::new();
    for folder in path.split('/') {
        match folder {
            ".." => drop(folders.pop()),
            folder => folders.push(folder),
        }
    }
    folders.join("/")
}

fn parse_comments(part: &[u8]) -> Vec<Comment> {
    let mut reader = Reader::from_reader(part);
    let (mut found, mut within): (Vec<Comment>, bool) = (Vec::new(), false);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "comment" => found.extend(begin_comment(&element)),
                "t" => within = true,
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "t" => within = false,
            Event::Text(text) if within => add_text(&mut found, &text),
            Event::GeneralRef(name) if within => add_text(&mut found, &resolve_reference(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    found.retain(|comment| !comment.text.trim().is_empty());
    found
}

fn begin_comment(element: &BytesStart<'_>) -> Option<Comment> {
    let place = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == "ref")?;
    let (row, column) = parse_address(&place.value)?;
    Some(Comment { row, column, text: String::new() })
}

fn add_text(found: &mut [Comment], text: &str) {
    if let Some(comment) = found.last_mut() {
        comment.text.push_str(text);
    }
}

/// A character by its number or its name; nothing for what is neither, since comments are not worth a refusal.
fn resolve_reference(name: &BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        _ => resolve_xml_entity(name).unwrap_or_default().to_owned(),
    }
}
