//! The parts of an Office workbook: cells, strings, formats.
//!
//! All are looked for in every part: which part is a sheet is decided by another part, and a hostile file may say anything there.

use super::gather::Gather;
use super::held::SheetCells;
use super::strings::Strings;
use super::styles::Formats;
use crate::formats::xml::{Watch, watched};
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::texts::Texts;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;
use std::io::BufRead;

/// Checks a part of an Office workbook of so many bytes; what it is shows in its elements.
pub(crate) fn office(part: &str, bytes: impl BufRead, size: u64) -> Result<Seen, Refusal> {
    let mut watch = Office::new(size);
    watched(part, bytes, &mut watch)?;
    Ok(watch.finish())
}

pub(crate) struct Office {
    strings: Strings,
    formats: Formats,
    sheet: Gather,
}

/// What a part of an Office workbook holds.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Cells, if it is a sheet.
    pub sheet: Option<SheetCells>,
    /// Texts, if it is the list of shared strings.
    pub strings: Option<Texts>,
    pub notes: SheetNotes,
}

impl Office {
    pub fn new(part_bytes: u64) -> Office {
        Office { strings: Strings::new(part_bytes), formats: Formats::default(), sheet: Gather::default() }
    }

    pub fn finish(self) -> Seen {
        let is_sheet = self.sheet.is_sheet();
        let (sheet, notes) = self.sheet.finish();
        Seen { sheet: is_sheet.then_some(sheet), strings: self.strings.into_texts(), notes }
    }
}

impl Watch for Office {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.strings.open(name, element)?;
        self.formats.open(name, element)?;
        self.sheet.open(name, element)
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.strings.text(text)?;
        self.sheet.text(text)
    }

    fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        self.strings.reference(name)?;
        self.sheet.reference(name)
    }

    fn close(&mut self, name: &str, whole: QName<'_>) -> Result<(), Refusal> {
        self.strings.close(name, whole)?;
        self.sheet.close(name, whole)
    }

    fn plain(&mut self, left: &[u8]) -> usize {
        self.sheet.plain(left)
    }
}

#[cfg(test)]
mod tests {
    use super::office;

    fn seen(bytes: &[u8]) -> Result<super::Seen, crate::refusal::Refusal> {
        office("p", bytes, bytes.len() as u64)
    }

    fn sheet(rows: &str) -> Vec<u8> {
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()
    }

    #[test]
    fn addresses_off_the_grid_are_noted_as_written() {
        for (cell, written) in
            [("ZZZZZZZ1", "ZZZZZZZ1"), ("A99999999999", "A99999999999"), ("A0", "A0"), ("$A$1", "$A$1")]
        {
            let seen = seen(&sheet(&format!("<row r='1'><c r='{cell}'><v>1</v></c></row>"))).unwrap();
            assert_eq!(seen.notes.off_grid.as_deref(), Some(written));
        }
    }

    #[test]
    fn strings_and_formats_without_end_are_refused() {
        let refused = |text: String| seen(text.as_bytes()).unwrap_err().slug;
        assert_eq!(refused("<sst uniqueCount='4294967295'><si/></sst>".to_owned()), "hostile-workbook");
        assert_eq!(refused("<sst uniqueCount='1000000'><si/></sst>".to_owned()), "hostile-workbook");
        let run = "<r><t>0123456789</t></r>".repeat(120_000);
        assert_eq!(refused(format!("<sst><si>{run}</si></sst>")), "hostile-workbook");
        let code = "0".repeat(500_000);
        assert_eq!(
            refused(format!("<s><numFmt c='{code}'/><cellXfs>{}</cellXfs></s>", "<xf/>".repeat(500))),
            "hostile-workbook"
        );
    }
}
