//! A workbook as plain cells that tests move about.

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter as writer;
use sg3_calc::Layer;
use sg3_form::{Layout, read_form};
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::Workbook;
use std::io::Cursor;

/// Cells of a workbook, by sheet.
#[derive(Clone)]
pub(crate) struct Book {
    pub properties: Vec<(String, String)>,
    pub sheets: Vec<(String, Cells)>,
}

pub(crate) type Cells = std::collections::BTreeMap<(u32, u32), Cell>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    Text(String),
    Formula(String, String),
    Day(f64),
    /// A number and its number format.
    Shown(f64, &'static str),
    YesNo(bool),
}

impl Book {
    pub(crate) fn of(bytes: Vec<u8>) -> Book {
        let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let properties = xlsx.workbook_properties().unwrap().custom_properties.into_iter().collect();
        let sheets = xlsx.sheet_names().into_iter().map(|name| (name.clone(), cells(&mut xlsx, &name))).collect();
        Book { properties, sheets }
    }

    pub(crate) fn sheet(&mut self, name: &str) -> &mut Cells {
        &mut self.sheets.iter_mut().find(|(other, _)| other == name).unwrap().1
    }

    pub(crate) fn put(&mut self, sheet: &str, (row, column): (u32, u32), cell: Cell) -> &mut Book {
        self.sheet(sheet).insert((row, column), cell);
        self
    }

    /// The first cell that holds a text.
    pub(crate) fn find(&self, sheet: &str, text: &str) -> (u32, u32) {
        let (_, cells) = self.sheets.iter().find(|(other, _)| other == sheet).unwrap();
        let holds = |cell: &Cell| matches!(cell, Cell::Text(other) if other == text);
        *cells.iter().find(|(_, cell)| holds(cell)).unwrap_or_else(|| panic!("{text}")).0
    }

    /// The cell below the key of a column, beside the key of a row.
    pub(crate) fn at(&self, sheet: &str, column: &str, row: &str) -> (u32, u32) {
        let (_, cells) = self.sheets.iter().find(|(other, _)| other == sheet).unwrap();
        let (top, across) = self.find(sheet, column);
        let is_row = |((at, left), cell): &(&(u32, u32), &Cell)| {
            *at > top && *left == 0 && matches!(cell, Cell::Text(key) if key == row)
        };
        let ((down, _), _) = cells.iter().find(is_row).unwrap_or_else(|| panic!("{row}"));
        (*down, across)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.written(None)
    }

    /// With a note on a cell.
    pub(crate) fn bytes_with_note(&self, sheet: &str, at: (u32, u32), words: &str) -> Vec<u8> {
        self.written(Some((sheet, at, words)))
    }

    fn written(&self, note: Option<(&str, (u32, u32), &str)>) -> Vec<u8> {
        let mut workbook = writer::Workbook::new();
        let properties = self.properties.iter().fold(writer::DocProperties::new(), |properties, (name, value)| {
            properties.set_custom_property(name, &**value)
        });
        workbook.set_properties(&properties);
        for (name, cells) in &self.sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            for ((row, column), cell) in cells {
                write(sheet, *row, *column as u16, cell);
            }
            if let Some((_, (row, column), words)) = note.filter(|(sheet, ..)| sheet == name) {
                sheet.insert_note(row, column as u16, &writer::Note::new(words).add_author_prefix(false)).unwrap();
            }
        }
        workbook.save_to_buffer().unwrap()
    }

    pub(crate) fn read(&self, model: &Model, layout: &Layout) -> (Layer, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let mut workbook = Workbook::open(self.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
        let layer = read_form(&mut workbook, model, layout, &mut diagnostics);
        (layer, diagnostics)
    }
}

fn cells(xlsx: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Cells {
    let mut cells = Cells::new();
    let mut reader = xlsx.worksheet_cells_reader(name).unwrap();
    while let Some(found) = reader.next_cell().unwrap() {
        let cell = match found.get_value() {
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::DateTime(day) => Cell::Day(day.as_f64()),
            _ => continue,
        };
        cells.insert(found.get_position(), cell);
    }
    cells
}

fn write(sheet: &mut writer::Worksheet, row: u32, column: u16, cell: &Cell) {
    let day = writer::Format::new().set_num_format("yyyy-mm-dd");
    match cell {
        Cell::Number(number) => sheet.write_number(row, column, *number).unwrap(),
        Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
        Cell::Shown(number, code) => {
            let format = writer::Format::new().set_num_format(*code);
            sheet.write_number_with_format(row, column, *number, &format).unwrap()
        }
        Cell::Day(number) => sheet.write_number_with_format(row, column, *number, &day).unwrap(),
        Cell::YesNo(yes) => sheet.write_boolean(row, column, *yes).unwrap(),
        Cell::Formula(formula, result) => {
            sheet.write_formula(row, column, writer::Formula::new(formula).set_result(result)).unwrap()
        }
    };
}
