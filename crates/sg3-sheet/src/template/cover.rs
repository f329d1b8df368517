//! The first sheet: what this is, how to fill it, what is asked where.

use super::{Form, draw, page, size};
use crate::layout::{Sheet, key};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// How to fill, as an operator asks it.
const HOW: [(&str, &str); 6] = [
    ("Cells to fill", "Fill the yellow cells. Figures in italics are proposals: keep them or write your own."),
    ("Blank", "Nothing is said. What needs the figure cannot be computed, unless the note says what a blank means."),
    ("0", "The figure is zero: there is none, and you know it."),
    ("n/a", "The figure is not available. Write n/a rather than a dash or a word."),
    (
        "Units",
        "Every figure is in the unit beside or above it: no thousands or millions unless the unit says so. A share of 12.5 % is typed 12.5%.",
    ),
    (
        "Rows and sheets",
        "You may insert rows and columns, move or rename sheets, and add remarks. Keep the hidden first column with its row.",
    ),
];

/// Draws the cover.
pub fn draw(form: &Form, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Cover")?.set_screen_gridlines(false);
    sheet.set_column_width(1, 30)?.set_column_width(2, 90)?;
    draw::text(sheet, 0, 0, "@sheet Cover", &form.styles.key)?;
    draw::text(sheet, 0, 1, &form.model.title, &form.styles.title)?;
    sheet.set_row_height(0, 28)?;
    draw::text(sheet, 1, 1, &format!("Form of the {}", form.layout.owner.word()), &form.styles.subtitle)?;
    let next = identity(form, sheet, 3)?;
    let next = how(form, sheet, next + 1)?;
    contents(form, sheet, next + 1)?;
    sheet.set_column_hidden(0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.protect_with_options(&page::protection());
    Ok(())
}

/// What the form is, for people and for reading.
fn identity(form: &Form, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
    let corner = format!("{}{}", key::CORNER, key::COVER);
    for (column, key) in (0..).zip([&*corner, key::LABEL, key::VALUE]) {
        draw::text(sheet, top, column, key, &form.styles.key)?;
    }
    sheet.set_row_hidden(top)?;
    let fingerprint = form.layout.fingerprint();
    let rows = [
        ("model", "Model", &*form.layout.model),
        ("owner", "To be filled by", form.layout.owner.word()),
        ("form", "Version of the form", key::VERSION),
        ("layout", "Fingerprint of the form", &*fingerprint),
    ];
    for (row, (key, label, value)) in (top + 1..).zip(rows) {
        draw::text(sheet, row, 0, key, &form.styles.key)?;
        pair(form, sheet, row, label, value)?;
    }
    Ok(top + 1 + rows.len() as u32)
}

fn how(form: &Form, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
    draw::text(sheet, top, 0, key::TITLE, &form.styles.key)?;
    draw::text(sheet, top, 1, "How to fill it", &form.styles.subtitle)?;
    for (row, (label, words)) in (top + 1..).zip(HOW) {
        draw::text(sheet, row, 0, key::TITLE, &form.styles.key)?;
        pair(form, sheet, row, label, words)?;
        sheet.set_row_height(row, size::height(draw::lines(words, 88.0)))?;
    }
    draw::text(sheet, top + 1, 1, HOW[0].0, &form.styles.sample())?;
    Ok(top + 1 + HOW.len() as u32)
}

fn contents(form: &Form, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
    draw::text(sheet, top, 0, key::TITLE, &form.styles.key)?;
    draw::text(sheet, top, 1, "What is asked where", &form.styles.subtitle)?;
    for (row, asked) in (top + 1..).zip(&form.layout.sheets) {
        draw::text(sheet, row, 0, key::TITLE, &form.styles.key)?;
        let words = labels(form, asked).join(" · ");
        pair(form, sheet, row, &asked.name, &words)?;
        sheet.set_row_height(row, size::height(draw::lines(&words, 88.0)))?;
    }
    Ok(())
}

/// What a sheet asks for, each input once.
fn labels(form: &Form, sheet: &Sheet) -> Vec<String> {
    let rows = sheet.tables.iter().flat_map(|table| table.fixed_rows()).filter_map(|row| row.asks);
    let columns = sheet.tables.iter().flat_map(|table| table.asks()).map(|ask| ask.quantity);
    let mut inputs: Vec<_> = rows.chain(columns).collect();
    inputs.dedup();
    inputs.into_iter().map(|input| form.model.quantity(input).label.clone()).collect()
}

fn pair(form: &Form, sheet: &mut Worksheet, row: u32, label: &str, words: &str) -> Result<(), XlsxError> {
    draw::text(sheet, row, 1, label, &form.styles.label)?;
    draw::text(sheet, row, 2, words, &form.styles.label)
}
