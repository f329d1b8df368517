//! The page to steer by: how many figures are the user's own, in which year and currency results are shown, the options, and
//! the results that matter.

pub(crate) mod headline;
pub(crate) mod options;

use super::pen::{Comes, Pen};
use super::style::Look;
use super::{Canvas, address, frame};
use crate::book::Purpose;
use crate::book::block::{Block, Role};
use crate::draw::results::table::Table;
use headline::Shown;
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

/// Columns of the sheet.
pub(crate) const LABEL: u16 = 1;

pub(crate) const VALUE: u16 = 2;

pub(crate) const LIST: u16 = 7;

pub(crate) const LABEL_WIDTH: f64 = 52.0;

/// Rows of the sheet.
const OVERRIDES: u32 = 4;

const SHOWN: u32 = 7;

/// Words for how many units of money are shown as one, and how many they are.
pub(crate) const SCALES: [(&str, f64); 4] = [("units", 1.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];

/// Whether a cell says how results are shown: the user's to change.
pub fn is_setting(sheet: &str, (row, column): (u32, u32)) -> bool {
    sheet == "Control" && column == VALUE.into() && (SHOWN..SHOWN + 4).contains(&row)
}

/// Draws the sheet.
pub fn draw(canvas: &Canvas, tables: &[Table], page: &mut Worksheet) -> Result<(), XlsxError> {
    let shape = frame::Frame { name: "Control", title: "Control", colour: 0xC0_50_20, panes: (2, 2), pages: 0 };
    frame::draw(canvas, page, shape)?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(VALUE, 30)?;
    page.set_column_range_width(3, 5, 17)?.set_column_width(6, 3)?.set_column_range_width(LIST, LIST + 1, 14)?;
    let mut pen = Pen { canvas, page };
    overrides(&mut pen)?;
    let shown = shown(&mut pen, tables)?;
    let row = options::draw(&mut pen, SHOWN + 6)?;
    let row = headline::draw(&mut pen, row + 1, tables, &shown)?;
    sheets(&mut pen, row + 1)
}

/// How many figures are the user's own: every sheet of inputs counts its own.
fn overrides(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.words(OVERRIDES - 1, LABEL, "Your own figures", &canvas.styles.subtitle)?;
    pen.words(OVERRIDES, LABEL, "Delivered figures that are replaced", &canvas.styles.label)?;
    let counts: Vec<String> =
        inputs(canvas).map(|(_, name)| format!("{}!{}", address::sheet(name), own_count(canvas))).collect();
    let text = if counts.is_empty() { "0".to_owned() } else { counts.join("+") };
    pen.formula((OVERRIDES, VALUE), &text, Comes::Number(0.0), &canvas.styles.count)?;
    canvas.styles.show_change(pen.page, (OVERRIDES, VALUE))?;
    pen.words(OVERRIDES, VALUE + 1, "clear these cells to restore the delivered figures", &canvas.styles.source)
}

/// Sheets of inputs, with their position.
fn inputs<'a>(canvas: &'a Canvas) -> impl Iterator<Item = (usize, &'a str)> {
    let sheets = canvas.book.sheets.iter().enumerate();
    sheets.filter(|(_, sheet)| sheet.purpose == Purpose::Inputs).map(|(number, sheet)| (number, &*sheet.name))
}

/// Where a sheet of inputs counts the figures that replace others.
pub fn own_count(canvas: &Canvas) -> String {
    address::fixed(1, canvas.book.columns.first() + 2)
}

/// Counts the figures that replace others on a sheet of inputs.
pub fn counted(canvas: &Canvas, number: usize) -> String {
    let rooms = canvas.book.sheets[number].blocks.iter().map(|id| canvas.book.block(*id));
    let rooms = rooms.filter(|block| block.role == Role::Override && block.cells() > 0);
    let mut ranges: Vec<(u32, u32, u16, u16)> = Vec::new();
    for (top, bottom, left, right) in rooms.filter_map(rectangle) {
        match ranges.last_mut() {
            Some(last) if last.1 + 1 == top && last.2 == left && last.3 == right => last.1 = bottom,
            _ => ranges.push((top, bottom, left, right)),
        }
    }
    let texts: Vec<String> = ranges
        .into_iter()
        .map(|(top, bottom, left, right)| format!("{}:{}", address::fixed(top, left), address::fixed(bottom, right)))
        .collect();
    let sums: Vec<String> = texts.chunks(200).map(|some| format!("COUNTA({})", some.join(","))).collect();
    if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
}

fn rectangle(block: &Block) -> Option<(u32, u32, u16, u16)> {
    let place = block.place?;
    Some((place.row, place.row + block.rows() as u32 - 1, place.column, place.column + block.columns() as u16 - 1))
}

/// Year, currency and scale of the results below. They change no result, only how it is shown.
fn shown(pen: &mut Pen, tables: &[Table]) -> Result<Shown, XlsxError> {
    let canvas = pen.canvas;
    pen.words(SHOWN - 1, LABEL, "Display of the results below", &canvas.styles.subtitle)?;
    scales(pen)?;
    let year = headline::time(canvas, tables);
    if let Some((dimension, count)) = year {
        let list = canvas.book.lists.iter().find(|list| list.dimension == dimension).expect("its members are listed");
        let range = |column| {
            format!(
                "Members!{}:{}",
                address::fixed(list.first_row, column),
                address::fixed(list.first_row + list.count - 1, column)
            )
        };
        let label = &canvas.material.model.dimension(dimension).label;
        pen.words(SHOWN, LABEL, label, &canvas.styles.label)?;
        let first = canvas.number(dimension, 0);
        pen.page.write_number_with_format(SHOWN, VALUE, first, &canvas.styles.choice)?;
        let allowed = DataValidation::new().allow_list_formula(format!("={}", range(1)).as_str().into());
        pen.page.add_data_validation(SHOWN, VALUE, SHOWN, VALUE, &allowed)?;
        pen.formula(
            (SHOWN, VALUE + 1),
            &format!("MATCH({},{},0)", address::fixed(SHOWN, VALUE), range(1)),
            Comes::Number(1.0),
            &canvas.styles.number,
        )?;
        let words = format!("of {count}");
        pen.words(SHOWN, VALUE + 2, &words, &canvas.styles.source)?;
    }
    choice(pen, SHOWN + 1, "Name of the currency", "money", "the currency of the data, or another")?;
    pen.words(SHOWN + 2, LABEL, "Currency of the data for one unit of that currency", &canvas.styles.label)?;
    pen.page.write_number_with_format(SHOWN + 2, VALUE, 1.0, &canvas.styles.choice)?;
    choice(pen, SHOWN + 3, "Amounts of money in", SCALES[0].0, "")?;
    let names = format!("={}:{}", address::fixed(SHOWN, LIST), address::fixed(SHOWN + SCALES.len() as u32 - 1, LIST));
    let allowed = DataValidation::new().allow_list_formula(names.as_str().into());
    pen.page.add_data_validation(SHOWN + 3, VALUE, SHOWN + 3, VALUE, &allowed)?;
    Ok(Shown { time: year.map(|(dimension, _)| dimension), row: SHOWN })
}

fn choice(pen: &mut Pen, row: u32, label: &str, word: &str, note: &str) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.mark(row, Look::Room)?;
    pen.words(row, LABEL, label, &canvas.styles.label)?;
    pen.words(row, VALUE, word, &canvas.styles.choice)?;
    pen.words(row, VALUE + 1, note, &canvas.styles.source)
}

fn scales(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.heading(SHOWN - 1, LIST, &["Amounts in", "Units"])?;
    for (row, (word, units)) in (SHOWN..).zip(SCALES) {
        pen.words(row, LIST, word, &canvas.styles.label)?;
        pen.page.write_number_with_format(row, LIST + 1, units, &canvas.styles.count)?;
    }
    Ok(())
}

/// The sheets of inputs with how many of their figures are the user's own.
fn sheets(pen: &mut Pen, top: u32) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.words(top, LABEL, "Where figures can be replaced", &canvas.styles.subtitle)?;
    pen.heading(top + 1, LABEL, &["Sheet", "Your own figures"])?;
    for (row, (_, name)) in (top + 2..).zip(inputs(canvas)) {
        let at = format!("{}!", address::sheet(name));
        pen.link(row, LABEL, &format!("{at}A1"), name)?;
        pen.formula((row, VALUE), &format!("{at}{}", own_count(canvas)), Comes::Number(0.0), &canvas.styles.count)?;
        canvas.styles.show_change(pen.page, (row, VALUE))?;
    }
    Ok(())
}
