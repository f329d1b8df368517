//! Which part of the file each sheet is, and which other files the workbook links to. The reader knows but does not tell.

use super::relations::{Relation, relations};
use crate::bytes::Bytes;
use crate::container::part::key as part_key;
use crate::formats::xlsb::examine::sheet_list;
use crate::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts of the sheets, and links.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// By name of the sheet; in small letters, as parts are looked up.
    parts: BTreeMap<String, String>,
    links: Vec<String>,
    strings: String,
}

impl Package {
    /// The part of a sheet.
    pub fn part(&self, sheet: &str) -> Option<&str> {
        self.parts.get(sheet).map(String::as_str)
    }

    /// The sheet of a part.
    pub fn sheet(&self, part: &str) -> Option<&str> {
        self.parts.iter().find(|(_, p)| *p == part).map(|(sheet, _)| sheet.as_str())
    }

    /// The files that `[1]`, `[2]` stand for in formulas.
    pub fn links(&self) -> &[String] {
        &self.links
    }

    /// The part of the shared strings of .xlsx.
    pub fn strings(&self) -> &str {
        &self.strings
    }

    /// Sheets that are known by their place.
    pub fn numbered(names: impl Iterator<Item = String>) -> Package {
        Package {
            parts: names.enumerate().map(|(place, name)| (name, place.to_string())).collect(),
            ..Package::default()
        }
    }

    /// Of an .xlsx file, and its cell formats.
    pub fn xlsx(bytes: Bytes) -> Result<(Package, Option<Vec<u8>>), Refusal> {
        let mut parts = Parts::open(bytes)?;
        let root = parts.relations("_rels/.rels");
        let book = root
            .iter()
            .rev()
            .find(|r| r.kind.ends_with("/relationships/officeDocument"))
            .map_or("xl/workbook.xml", |r| &r.target);
        let (folder, name) = book.split_at(book.rfind('/').map_or(0, |slash| slash + 1));
        let folder = folder.strip_prefix('/').unwrap_or(folder);
        let relations = parts.relations(&format!("{folder}_rels/{name}.rels"));
        let (sheets, links) = listed(&parts.bytes(&format!("{folder}{name}")).unwrap_or_default());
        let part = |id: &str| relations.iter().rev().find(|r| r.id == id).map(|r| within(folder, &r.target));
        let links =
            links.iter().map(|id| part(id).and_then(|part| parts.linked_file(&part)).unwrap_or_default()).collect();
        let sheets = sheets.into_iter().filter_map(|(name, id)| Some((name, part_key(&part(&id)?)))).collect();
        let strings = part_key(&format!("{folder}sharedStrings.xml"));
        let styles = parts.bytes(&format!("{folder}styles.xml"));
        Ok((Package { parts: sheets, links, strings }, styles))
    }

    pub fn xlsb(bytes: Bytes) -> Result<Package, Refusal> {
        let mut parts = Parts::open(bytes)?;
        let relations = parts.relations("xl/_rels/workbook.bin.rels");
        let sheets = sheet_list(&parts.bytes("xl/workbook.bin").unwrap_or_default());
        let part =
            |id: &str| relations.iter().rev().find(|r| r.id == id).map(|r| part_key(&format!("xl/{}", r.target)));
        Ok(Package {
            parts: sheets.into_iter().filter_map(|(name, id)| Some((name, part(&id)?))).collect(),
            ..Package::default()
        })
    }
}

pub(crate) fn within(folder: &str, target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned)
}

/// Parts of the clean copy, by name.
pub(crate) struct Parts(ZipArchive<Cursor<Bytes>>);

impl Parts {
    pub fn open(bytes: Bytes) -> Result<Parts, Refusal> {
        ZipArchive::new(Cursor::new(bytes)).map(Parts).map_err(|e| Refusal::damaged(e.to_string()))
    }

    /// A part, by its name in any case.
    pub fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        let key = part_key(name);
        let found = self.0.file_names().position(|n| n.is_ok_and(|n| part_key(&n) == key))?;
        let mut bytes = Vec::new();
        self.0.by_index(found).ok()?.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// What a part of relations says.
    pub fn relations(&mut self, name: &str) -> Vec<Relation> {
        self.bytes(name).map(|bytes| relations(&bytes)).unwrap_or_default()
    }

    /// The file behind a part that holds a link.
    fn linked_file(&mut self, part: &str) -> Option<String> {
        let (folder, name) = part.split_at(part.rfind('/').map_or(0, |slash| slash + 1));
        self.relations(&format!("{folder}_rels/{name}.rels")).into_iter().find(|r| r.outside).map(|r| r.target)
    }
}

/// The sheets with the names of their relations, and the relations of the links, in order.
fn listed(book: &[u8]) -> (Vec<(String, String)>, Vec<String>) {
    let (mut sheets, mut links) = (Vec::new(), Vec::new());
    let mut reader = Reader::from_reader(book);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "sheet" => {
                sheets.push((value(&e, "name").unwrap_or_default(), value(&e, "id").unwrap_or_default()));
            }
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "externalReference" => {
                links.extend(value(&e, "id"))
            }
            Event::Eof => break,
            _ => {}
        }
    }
    (sheets, links)
}

/// An attribute by its local name.
pub(crate) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().filter(|a| a.key.local_name().as_ref() == name).last()?;
    unescape(&found.value).ok().map(|text| text.into_owned())
}
