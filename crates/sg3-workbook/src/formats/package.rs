//! Which part of the file each sheet is, and which other files the workbook links to. The workbook reader knows but does not tell.

pub(crate) mod parts;
pub(crate) mod relations;

use std::collections::BTreeMap;

/// Parts of the sheets, and links.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// By name of the sheet; in small letters, as parts are looked up.
    pub(crate) parts: BTreeMap<String, String>,
    /// The files that `[1]`, `[2]` stand for in formulas.
    pub(crate) links: Vec<String>,
    /// The part of the shared strings of .xlsx.
    pub(crate) strings: String,
}

impl Package {
    /// Sheets that are known by their number (.xls).
    pub(crate) fn of_numbers(names: impl Iterator<Item = String>) -> Package {
        let parts = names.enumerate().map(|(number, name)| (name, number.to_string())).collect();
        Package { parts, ..Package::default() }
    }

    /// The part of a sheet.
    pub(crate) fn find_part(&self, sheet: &str) -> Option<&str> {
        self.parts.get(sheet).map(String::as_str)
    }

    /// The sheet of a part.
    pub(crate) fn find_sheet(&self, part: &str) -> Option<&str> {
        self.parts.iter().find(|(_, other)| *other == part).map(|(sheet, _)| sheet.as_str())
    }
}
