//! From the workbook of a form to text.

use super::marks::guarded;
use crate::cell::{Cell, Content};
use crate::workbook::Workbook;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;

/// Marks a text as UTF-8, for programs that would guess.
const MARK: &str = "\u{feff}";

/// A sheet as a file of comma-separated values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: that of the sheet, with an ending.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// A file for each sheet of a form that was drawn here.
///
/// What a formula shows is left out, as nothing in a text follows what is typed; so is a sheet that holds nothing else.
///
/// # Panics
///
/// If the bytes are no workbook that this crate has drawn.
pub fn folder(form: Vec<u8>) -> Vec<File> {
    let file = |(name, text): (String, String)| File {
        name: format!("{}.csv", name.replace(['<', '>', '|'], " ")),
        text: format!("{MARK}{text}"),
    };
    sheets(form).into_iter().map(file).collect()
}

/// All sheets in one text, one below the other.
///
/// # Panics
///
/// As [`folder`] does.
pub fn single(form: Vec<u8>) -> String {
    let texts: Vec<String> = sheets(form).into_iter().map(|(_, text)| text).collect();
    format!("{MARK}{}", texts.join("\n"))
}

/// Names and texts of the sheets that are more than formulas.
fn sheets(form: Vec<u8>) -> Vec<(String, String)> {
    let mut workbook = Workbook::open(form, "").expect("the form was drawn here");
    let names: Vec<String> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let cells = names.into_iter().enumerate().map(|(number, name)| (name, cells(&mut workbook, number)));
    cells.filter(|(_, (_, are_live))| !are_live).map(|(name, (cells, _))| (name, text(&cells))).collect()
}

type Cells = BTreeMap<(u32, u32), String>;

/// The words of a sheet by their places, and whether it has more live figures than keys.
fn cells(workbook: &mut Workbook, sheet: usize) -> (Cells, bool) {
    let mut cells = Cells::new();
    let (mut live, mut keys) = (0, 0);
    let read = workbook.read(sheet, |cell| {
        live += usize::from(cell.formula.is_some());
        keys += usize::from(matches!(&cell.content, Content::Text(text) if text.starts_with(super::marks::CORNER)));
        if cell.formula.is_none() {
            cells.insert((cell.row, cell.column), words(&cell));
        }
    });
    read.expect("the form was drawn here");
    (cells, live > 0 && keys == 0)
}

fn words(cell: &Cell) -> String {
    match &cell.content {
        Content::Number(number) => number.to_string(),
        Content::Text(text) => guarded(text),
        Content::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Content::Date(serial) => day(*serial),
        Content::Error(text) => text.clone(),
        Content::Empty => String::new(),
    }
}

/// `2019-04-03`.
fn day(serial: f64) -> String {
    let (year, month, day, ..) = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false).to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Every row from the first to the last is as long as the longest, so that no program takes one for another.
fn text(cells: &Cells) -> String {
    let last = cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let width = cells.keys().map(|(_, column)| *column + 1).max().unwrap_or(1);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in 0..=last {
        let record = (0..width).map(|column| cells.get(&(row, column)).map_or("", String::as_str));
        writer.write_record(record).expect("memory can be written to");
    }
    String::from_utf8(writer.into_inner().expect("memory can be written to")).expect("written from text")
}
