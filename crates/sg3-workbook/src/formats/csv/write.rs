//! From the workbook of a form to text.

use super::marks::{CORNER, escape_formula};
use crate::cell::{Cell, Content};
use crate::workbook::Workbook;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;

/// Marks a text as UTF-8, for programs that would guess.
const UTF_8_MARK: &str = "\u{feff}";

/// A sheet as a file of comma-separated values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvFile {
    /// Its name: that of the sheet, with an ending.
    pub name: String,
    /// One row a line, after the mark of UTF-8.
    pub text: String,
}

/// A file for each sheet of a form that was drawn here.
///
/// What a formula shows is left out, as nothing in a text follows what is typed; so is a sheet that holds nothing else.
///
/// # Panics
///
/// If the bytes are no workbook that this crate has drawn.
pub fn write_files(form: Vec<u8>) -> Vec<CsvFile> {
    let sheets = write_sheets(form).into_iter();
    sheets.map(|(name, text)| CsvFile { name: name_file(&name), text: format!("{UTF_8_MARK}{text}") }).collect()
}

/// A name that a file may have on every system.
fn name_file(sheet: &str) -> String {
    format!("{}.csv", sheet.replace(['<', '>', '|'], " "))
}

/// All sheets in one text, one below the other.
///
/// # Panics
///
/// As [`write_files`] does.
pub fn write_single(form: Vec<u8>) -> String {
    let texts: Vec<String> = write_sheets(form).into_iter().map(|(_, text)| text).collect();
    format!("{UTF_8_MARK}{}", texts.join("\n"))
}

/// Names and texts of the sheets that are more than formulas.
fn write_sheets(form: Vec<u8>) -> Vec<(String, String)> {
    let mut workbook = Workbook::open(form, "").expect("the form was drawn here");
    let names: Vec<String> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        let (cells, is_live) = read_cells(&mut workbook, number);
        if !is_live {
            sheets.push((name, write_rows(&cells)));
        }
    }
    sheets
}

type Cells = BTreeMap<(u32, u32), String>;

/// The texts of a sheet by their places, and whether it has more live figures than keys.
fn read_cells(workbook: &mut Workbook, sheet: usize) -> (Cells, bool) {
    let mut cells = Cells::new();
    let (mut live, mut keys) = (0, 0);
    let read = workbook.read(sheet, |cell| {
        live += usize::from(cell.formula.is_some());
        keys += usize::from(matches!(&cell.content, Content::Text(text) if text.starts_with(CORNER)));
        if cell.formula.is_none() {
            cells.insert((cell.row, cell.column), write_cell(&cell));
        }
    });
    read.expect("the form was drawn here");
    (cells, live > 0 && keys == 0)
}

fn write_cell(cell: &Cell) -> String {
    match &cell.content {
        Content::Number(number) => number.to_string(),
        Content::Text(text) => escape_formula(text),
        Content::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Content::Date(serial) => write_date(*serial),
        Content::Error(text) => text.clone(),
        Content::Empty => String::new(),
    }
}

/// `2019-04-03`.
fn write_date(serial: f64) -> String {
    let (year, month, day, ..) = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false).to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Every row from the first to the last is as long as the longest, so that no program takes one for another.
fn write_rows(cells: &Cells) -> String {
    let last = cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let width = cells.keys().map(|(_, column)| *column + 1).max().unwrap_or(1);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in 0..=last {
        let record = (0..width).map(|column| cells.get(&(row, column)).map_or("", String::as_str));
        writer.write_record(record).expect("memory can be written to");
    }
    String::from_utf8(writer.into_inner().expect("memory can be written to")).expect("written from text")
}
