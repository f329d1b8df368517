//! Which parts of an archive the reader needs, and what each may be.
//!
//! All else, pictures, drawings, macros, pivot caches, is neither judged nor copied: what nobody reads can do no harm.

use super::kind::Format;
use crate::limits;

/// What a part is for, hence how it is examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// XML of an Office workbook: sheets, strings and anything like them.
    Xml,
    /// The cell styles of an Office workbook.
    Styles,
    /// Names of sheets and ranges.
    Workbook,
    /// Properties, relationships, theme.
    Small,
    /// The one part that holds all sheets of an OpenDocument workbook.
    Content,
    /// Binary sheet.
    Sheet,
    /// Binary shared strings.
    Strings,
    /// Binary list of sheets.
    Book,
    /// Binary cell styles.
    Formats,
    /// The word that names an OpenDocument format.
    Mimetype,
}

impl Use {
    /// Bytes that such a part may expand to.
    pub fn limit(self) -> u64 {
        match self {
            Use::Xml | Use::Content | Use::Sheet | Use::Strings => limits::PART_BYTES,
            Use::Styles | Use::Workbook | Use::Book | Use::Formats => limits::MIDDLE_PART_BYTES,
            Use::Small => limits::SMALL_PART_BYTES,
            Use::Mimetype => 256,
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
pub(crate) fn key(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// What a part is for, by its key; nothing if it is not needed.
pub(crate) fn purpose(format: Format, name: &str) -> Option<Use> {
    match format {
        Format::Xlsx => office(name),
        Format::Xlsb => {
            binary(name).or_else(|| office(name).filter(|_| !name.starts_with("xl/") || name.ends_with(".rels")))
        }
        Format::Ods => open_document(name),
        Format::Xls => None,
    }
}

fn office(name: &str) -> Option<Use> {
    let named = |end: &str| name.ends_with(end);
    match () {
        () if !named(".xml") && !named(".rels") => None,
        () if UNREAD.iter().any(|folder| name.contains(folder)) => None,
        () if named(".rels") || name.starts_with("docprops/") || named("theme1.xml") => Some(Use::Small),
        () if named("styles.xml") => Some(Use::Styles),
        () if named("workbook.xml") => Some(Use::Workbook),
        () => Some(Use::Xml),
    }
}

fn binary(name: &str) -> Option<Use> {
    match name {
        "xl/workbook.bin" => Some(Use::Book),
        "xl/styles.bin" => Some(Use::Formats),
        "xl/sharedstrings.bin" => Some(Use::Strings),
        _ => (name.starts_with("xl/worksheets/") && name.ends_with(".bin") && !name.contains("binaryindex"))
            .then_some(Use::Sheet),
    }
}

fn open_document(name: &str) -> Option<Use> {
    match name {
        "mimetype" => Some(Use::Mimetype),
        "content.xml" => Some(Use::Content),
        "meta.xml" | "meta-inf/manifest.xml" => Some(Use::Small),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_cell_comes_from_is_not_needed() {
        for name in ["xl/media/image1.png", "xl/vbaproject.bin", "xl/drawings/drawing1.xml", "customxml/item1.xml"] {
            assert_eq!(purpose(Format::Xlsx, name), None, "{name}");
        }
        assert_eq!(purpose(Format::Xlsx, "xl/worksheets/sheet1.xml"), Some(Use::Xml));
        assert_eq!(purpose(Format::Xlsx, "xl/externallinks/_rels/externallink1.xml.rels"), Some(Use::Small));
        assert_eq!(purpose(Format::Xlsb, "xl/worksheets/sheet1.bin"), Some(Use::Sheet));
        assert_eq!(purpose(Format::Ods, "content.xml"), Some(Use::Content));
    }
}
