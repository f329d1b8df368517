//! Which part each sheet of an .xlsx file is, and its links, out of three parts that name one another.

use crate::container::part::part_key;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::package::Package;
use crate::formats::package::parts::{PackageParts, resolve_target, split_folder};
use crate::formats::package::relations::{Relation, find_target};
use crate::formats::xml::attributes::find_unescaped;
use crate::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Reads it from the clean copy, and the part with the cell styles.
pub(crate) fn read_package(copy: SharedBytes) -> Result<(Package, Option<Vec<u8>>), Refusal> {
    let mut parts = PackageParts::open(copy)?;
    let root = parts.read_relations("_rels/.rels");
    let book = find_workbook(&root);
    let (folder, name) = split_folder(book);
    // A target may begin with the slash of the root, the name of a part does not.
    let folder = folder.strip_prefix('/').unwrap_or(folder);
    let relations = parts.read_relations(&format!("{folder}_rels/{name}.rels"));
    let (sheets, links) = list_sheets_and_links(&parts.read_part(&format!("{folder}{name}")).unwrap_or_default());
    let package = Package {
        parts: sheets
            .into_iter()
            .filter_map(|(name, id)| Some((name, part_key(&resolve_target(folder, find_target(&relations, &id)?)))))
            .collect(),
        links: links
            .iter()
            .map(|id| find_linked_file(&mut parts, folder, find_target(&relations, id)).unwrap_or_default())
            .collect(),
        strings: part_key(&format!("{folder}sharedStrings.xml")),
    };
    let styles = parts.read_part(&format!("{folder}styles.xml"));
    Ok((package, styles))
}

/// The part with the list of sheets, by the relations of the file.
fn find_workbook(root: &[Relation]) -> &str {
    let mut latest_first = root.iter().rev();
    let found = latest_first.find(|relation| relation.kind.ends_with("/relationships/officeDocument"));
    found.map_or("xl/workbook.xml", |relation| &relation.target)
}

/// The sheets with the names of their relations, and the relations of the links, in order.
fn list_sheets_and_links(book: &[u8]) -> (Vec<(String, String)>, Vec<String>) {
    let (mut sheets, mut links) = (Vec::new(), Vec::new());
    let mut reader = Reader::from_reader(book);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "sheet" => {
                    let [name, id] = ["name", "id"].map(|name| find_unescaped(&element, name).unwrap_or_default());
                    sheets.push((name, id));
                }
                "externalReference" => links.extend(find_unescaped(&element, "id")),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    (sheets, links)
}

/// The file behind a part that holds a link.
fn find_linked_file(parts: &mut PackageParts, folder: &str, target: Option<&str>) -> Option<String> {
    let relations = parts.read_relations_of(&resolve_target(folder, target?));
    relations.into_iter().find(|relation| relation.is_outside).map(|relation| relation.target)
}
