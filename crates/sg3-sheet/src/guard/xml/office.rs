//! The parts of an Office workbook: addresses and errors of cells, strings, formats.
//!
//! All are looked for in every part: which part is a sheet is decided by another part, and a hostile file may say anything there.

use super::attributes::attributes;
use super::formats::Formats;
use super::strings::Strings;
use super::{Watch, attribute};
use crate::Refusal;
use crate::cells::{COLUMNS, ERRORS, ROWS, parse_address, parse_row};
use crate::guard::{SheetNotes, limits};
use crate::hidden;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

pub(super) struct Office {
    strings: Strings,
    formats: Formats,
    cells: Cells,
    hidden: hidden::Seen,
}

impl Office {
    pub fn new(part_bytes: u64) -> Office {
        Office {
            strings: Strings::new(part_bytes),
            formats: Formats::default(),
            cells: Cells::default(),
            hidden: hidden::Seen::default(),
        }
    }

    pub fn into_notes(self) -> SheetNotes {
        SheetNotes { hidden: self.hidden.into_hidden(), ..self.cells.notes }
    }
}

impl Watch for Office {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.strings.open(name, element)?;
        self.formats.open(name, element)?;
        self.hidden.element(name, element);
        self.cells.open(name, element)
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.strings.text(text)?;
        self.cells.text(text)
    }

    fn close(&mut self, name: &str, whole: QName<'_>) -> Result<(), Refusal> {
        self.strings.close(name, whole)?;
        self.cells.close(name, whole)
    }
}

/// The cells of a sheet, counted along as the reader does it where addresses are left out.
#[derive(Default)]
struct Cells {
    notes: SheetNotes,
    within: bool,
    row: u32,
    column: u32,
    /// Where the open cell is.
    place: (u32, u32),
    /// It is an error cell.
    error: bool,
    /// Its value has just begun.
    value: bool,
    /// The reader lost count of the columns of this row, at an error it does not know.
    lost: bool,
}

impl Cells {
    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if let Some(text) = attribute(element, "r")? {
            match parse_row(&text) {
                Some(row) => self.row = row,
                None => self.notes.note_off_grid(&format!("row {text}")),
            }
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let [written, kind] = attributes(element, ["r", "t"])?;
        if written.is_none() && self.lost {
            return Err(Refusal::damaged(
                "leaves out the address of a cell behind an error of a kind that is not read",
            ));
        }
        let next = (self.row, self.column);
        let place = match &written {
            None => Some(next).filter(|(row, column)| *row < ROWS && *column < COLUMNS),
            Some(text) => parse_address(text),
        };
        if place.is_none() {
            self.notes.note_off_grid(&written.unwrap_or_else(|| format!("row {}", u64::from(self.row) + 1).into()));
        }
        self.place = place.unwrap_or(next);
        (self.column, self.lost, self.error) = (self.place.1, false, kind.as_deref() == Some("e"));
        Ok(())
    }
}

impl Watch for Cells {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.value = false;
        match name {
            "sheetData" => self.within = true,
            "row" if self.within => self.row(element)?,
            "c" if self.within => self.cell(element)?,
            "v" => self.value = self.error,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        // At an error that it does not know the reader stops in the middle of the sheet.
        if std::mem::take(&mut self.value) && !ERRORS.contains(&text) {
            self.notes.errors.push_back((self.place.0, self.place.1, text.to_owned()));
            self.lost = true;
        }
        let many = self.notes.errors.len() > limits::CELLS / 10;
        if many { Err(Refusal::hostile("holds errors of unknown kinds without end")) } else { Ok(()) }
    }

    fn close(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        self.value = false;
        match name {
            "sheetData" => self.within = false,
            "row" if self.within => (self.row, self.column, self.lost) = (self.row.saturating_add(1), 0, false),
            "c" if self.within => (self.column, self.error) = (self.column.saturating_add(1), false),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::guard::xml::office;

    fn sheet(rows: &str) -> Vec<u8> {
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()
    }

    #[test]
    fn addresses_off_the_grid_are_noted_as_written() {
        for (cell, written) in
            [("ZZZZZZZ1", "ZZZZZZZ1"), ("A99999999999", "A99999999999"), ("A0", "A0"), ("$A$1", "$A$1")]
        {
            let notes = office("s", &sheet(&format!("<row r='1'><c r='{cell}'><v>1</v></c></row>"))).unwrap();
            assert_eq!(notes.off_grid.as_deref(), Some(written));
        }
    }

    #[test]
    fn unknown_errors_are_noted_with_the_place_that_the_file_leaves_out() {
        let rows = "<row r='3'><c r='B3'/><c t='e'><v>#N/A</v></c><c t='e'><v>#SPILL!</v></c></row><row><c t='e'><v>#CALC!</v></c></row>";
        let notes = office("s", &sheet(rows)).unwrap();
        assert_eq!(notes.errors, [(2, 3, "#SPILL!".to_owned()), (3, 0, "#CALC!".to_owned())]);
    }

    #[test]
    fn strings_and_formats_without_end_are_refused() {
        let refused = |text: String| office("p", text.as_bytes()).unwrap_err().slug;
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
