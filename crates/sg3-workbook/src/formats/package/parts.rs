//! Parts of a clean copy, by name.

use super::relations::{Relation, read_relations};
use crate::container::part::part_key;
use crate::container::shared_bytes::SharedBytes;
use crate::refusal::Refusal;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The parts of a clean copy. It was made here, so that what is missing in it was missing in the file.
pub(crate) struct PackageParts(ZipArchive<Cursor<SharedBytes>>);

impl PackageParts {
    pub(crate) fn open(copy: SharedBytes) -> Result<PackageParts, Refusal> {
        ZipArchive::new(Cursor::new(copy)).map(PackageParts).map_err(|e| Refusal::damaged(e.to_string()))
    }

    /// A part, by its name in any case.
    pub(crate) fn read_part(&mut self, name: &str) -> Option<Vec<u8>> {
        let key = part_key(name);
        let found = self.0.file_names().position(|name| name.is_ok_and(|name| part_key(&name) == key))?;
        let mut bytes = Vec::new();
        self.0.by_index(found).ok()?.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// What a part of relations says; nothing where it is missing.
    pub(crate) fn read_relations(&mut self, name: &str) -> Vec<Relation> {
        self.read_part(name).map(|part| read_relations(&part)).unwrap_or_default()
    }

    /// What the relations of a part say: those of `xl/workbook.xml` stand in `xl/_rels/workbook.xml.rels`.
    pub(crate) fn read_relations_of(&mut self, part: &str) -> Vec<Relation> {
        let (folder, name) = split_folder(part);
        self.read_relations(&format!("{folder}_rels/{name}.rels"))
    }
}

/// `xl/` and `workbook.xml` of `xl/workbook.xml`.
pub(crate) fn split_folder(part: &str) -> (&str, &str) {
    part.split_at(part.rfind('/').map_or(0, |slash| slash + 1))
}

/// The part that a target names, seen from a folder; from the root of the file where it begins with a slash.
pub(crate) fn resolve_target(folder: &str, target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned)
}
