//! Which parts of an archive the reader needs, and what each may be.
//!
//! All else, pictures, drawings, macros, pivot caches, is neither judged nor copied: what nobody reads can do no harm.

use super::file_type::Format;
use crate::limits;

/// What a part is for, hence how it is examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// XML of an Office workbook: sheets, strings and anything like them.
    OfficeXml,
    /// The cell styles of an Office workbook.
    OfficeStyles,
    /// Names of sheets and ranges.
    OfficeWorkbook,
    /// Properties, relationships, theme.
    Small,
    /// The one part that holds all sheets of an OpenDocument workbook.
    OdsContent,
    /// A sheet of .xlsb.
    BinarySheet,
    /// The shared strings of .xlsb.
    BinaryStrings,
    /// The list of sheets of .xlsb.
    BinaryWorkbook,
    /// The cell styles of .xlsb.
    BinaryStyles,
    /// The text that names an OpenDocument format.
    OdsMimetype,
    /// The list of the parts of an OpenDocument file, which says whether they need a password.
    OdsManifest,
}

impl Purpose {
    /// Bytes that such a part may expand to.
    pub(crate) fn limit(self) -> u64 {
        match self {
            Purpose::OfficeXml | Purpose::OdsContent | Purpose::BinarySheet | Purpose::BinaryStrings => {
                limits::PART_BYTES
            }
            Purpose::OfficeStyles | Purpose::OfficeWorkbook | Purpose::BinaryWorkbook | Purpose::BinaryStyles => {
                limits::MIDDLE_PART_BYTES
            }
            Purpose::Small | Purpose::OdsManifest => limits::SMALL_PART_BYTES,
            Purpose::OdsMimetype => limits::MIMETYPE_BYTES,
        }
    }
}

/// The folders of an Office archive that no cell comes from.
const UNREAD: [&str; 13] = [
    "customxml/",
    "/drawings/",
    "/charts/",
    "/media/",
    "/embeddings/",
    "/diagrams/",
    "/pivotcache/",
    "/pivottables/",
    "/slicers/",
    "/revisions/",
    "/ctrlprops/",
    "/activex/",
    "/model/",
];

/// A name as the reader looks it up: small letters, and the backslashes of some old writers turned.
pub(crate) fn part_key(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// What a part is for, by its key; nothing if it is not needed.
pub(crate) fn find_purpose(format: Format, name: &str) -> Option<Purpose> {
    match format {
        Format::Xlsx => find_office_purpose(name),
        Format::Xlsb => find_binary_purpose(name),
        Format::Ods => find_ods_purpose(name),
        Format::Xls => None,
    }
}

fn find_office_purpose(name: &str) -> Option<Purpose> {
    match () {
        () if !name.ends_with(".xml") && !name.ends_with(".rels") => None,
        () if UNREAD.iter().any(|folder| name.contains(folder)) => None,
        () if name.ends_with(".rels") || name.starts_with("docprops/") || name.ends_with("theme1.xml") => {
            Some(Purpose::Small)
        }
        () if name.ends_with("styles.xml") => Some(Purpose::OfficeStyles),
        () if name.ends_with("workbook.xml") => Some(Purpose::OfficeWorkbook),
        () => Some(Purpose::OfficeXml),
    }
}

/// What lies outside `xl/` is XML as in .xlsx; within it only the relationships are.
fn find_binary_purpose(name: &str) -> Option<Purpose> {
    match name {
        "xl/workbook.bin" => Some(Purpose::BinaryWorkbook),
        "xl/styles.bin" => Some(Purpose::BinaryStyles),
        "xl/sharedstrings.bin" => Some(Purpose::BinaryStrings),
        _ if name.starts_with("xl/worksheets/") && name.ends_with(".bin") && !name.contains("binaryindex") => {
            Some(Purpose::BinarySheet)
        }
        _ if !name.starts_with("xl/") || name.ends_with(".rels") => find_office_purpose(name),
        _ => None,
    }
}

fn find_ods_purpose(name: &str) -> Option<Purpose> {
    match name {
        "mimetype" => Some(Purpose::OdsMimetype),
        "content.xml" => Some(Purpose::OdsContent),
        "meta.xml" => Some(Purpose::Small),
        "meta-inf/manifest.xml" => Some(Purpose::OdsManifest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_cell_comes_from_is_not_needed() {
        for name in ["xl/media/image1.png", "xl/vbaproject.bin", "xl/drawings/drawing1.xml", "customxml/item1.xml"] {
            assert_eq!(find_purpose(Format::Xlsx, name), None, "{name}");
        }
        assert_eq!(find_purpose(Format::Xlsx, "xl/worksheets/sheet1.xml"), Some(Purpose::OfficeXml));
        assert_eq!(find_purpose(Format::Xlsx, "xl/externallinks/_rels/externallink1.xml.rels"), Some(Purpose::Small));
        assert_eq!(find_purpose(Format::Xlsb, "xl/worksheets/sheet1.bin"), Some(Purpose::BinarySheet));
        assert_eq!(find_purpose(Format::Ods, "content.xml"), Some(Purpose::OdsContent));
    }
}
