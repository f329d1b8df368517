//! A part of an Office workbook on its way in: checked, and its cells or strings taken along.
//!
//! All are looked for in every part: which part is a sheet is decided by another part, and a hostile file may say anything there.

pub(crate) mod cells;
pub(crate) mod fast_path;
pub(crate) mod open_cell;
pub(crate) mod position;
pub(crate) mod rich_text;
pub(crate) mod shared_formula;
pub(crate) mod strings;
pub(crate) mod styles;
pub(crate) mod value;

use super::sheet_cells::SheetCells;
use super::text_pool::TextPool;
use crate::formats::xml::{Handler, parse_part};
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use cells::CellHandler;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;
use std::io::BufRead;
use strings::StringHandler;
use styles::StyleHandler;

/// Checks a part of an Office workbook of so many bytes; what it is shows in its elements.
pub(crate) fn examine_part(part: &str, bytes: impl BufRead, size: u64) -> Result<ExaminedPart, Refusal> {
    let mut handler = PartHandler::new(size);
    parse_part(part, bytes, &mut handler)?;
    Ok(handler.finish())
}

/// Hands the elements to all that may want them.
struct PartHandler {
    strings: StringHandler,
    styles: StyleHandler,
    cells: CellHandler,
}

/// What a part of an Office workbook holds.
#[derive(Debug, Default)]
pub(crate) struct ExaminedPart {
    /// Cells, if it is a sheet.
    pub(crate) sheet: Option<SheetCells>,
    /// Texts, if it is the list of shared strings.
    pub(crate) strings: Option<TextPool>,
    pub(crate) notes: SheetNotes,
}

impl PartHandler {
    fn new(part_bytes: u64) -> PartHandler {
        PartHandler {
            strings: StringHandler::new(part_bytes),
            styles: StyleHandler::default(),
            cells: CellHandler::default(),
        }
    }

    fn finish(self) -> ExaminedPart {
        let is_sheet = self.cells.is_sheet();
        let (sheet, notes) = self.cells.finish();
        ExaminedPart { sheet: is_sheet.then_some(sheet), strings: self.strings.into_texts(), notes }
    }
}

impl Handler for PartHandler {
    fn start_element(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.strings.start_element(name, element)?;
        self.styles.start_element(name, element)?;
        self.cells.start_element(name, element)
    }

    fn take_text(&mut self, text: &str) -> Result<(), Refusal> {
        self.strings.take_text(text)?;
        self.cells.take_text(text)
    }

    fn take_reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        self.strings.take_reference(name)?;
        self.cells.take_reference(name)
    }

    fn end_element(&mut self, name: &str, whole: QName<'_>) -> Result<(), Refusal> {
        self.strings.end_element(name, whole)?;
        self.cells.end_element(name, whole)
    }

    fn take_elements(&mut self, left: &[u8]) -> usize {
        self.cells.take_plain_cells(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn examine(bytes: &[u8]) -> Result<ExaminedPart, Refusal> {
        examine_part("p", bytes, bytes.len() as u64)
    }

    fn sheet(rows: &str) -> Vec<u8> {
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()
    }

    #[test]
    fn addresses_off_the_grid_are_noted_as_written() {
        for (cell, written) in
            [("ZZZZZZZ1", "ZZZZZZZ1"), ("A99999999999", "A99999999999"), ("A0", "A0"), ("$A$1", "$A$1")]
        {
            let part = examine(&sheet(&format!("<row r='1'><c r='{cell}'><v>1</v></c></row>"))).unwrap();
            assert_eq!(part.notes.off_grid.as_deref(), Some(written));
        }
    }

    #[test]
    fn strings_and_formats_without_end_are_refused() {
        let refused = |text: String| examine(text.as_bytes()).unwrap_err().slug;
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
