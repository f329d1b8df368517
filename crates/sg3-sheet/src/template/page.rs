//! A sheet of the form: its head, its tables, widths, print.

use super::{Form, draw, owner_word, table};
use crate::layout::{Holds, Sheet, Table};
use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};
use std::collections::BTreeMap;

const WIDTH_OF_VALUES: f64 = 15.0;
const WIDTH_OF_NOTES: f64 = 60.0;
const A4: u8 = 9;

/// Draws a sheet.
pub fn draw(form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_screen_gridlines(false);
    head(form, sheet, page)?;
    let widths = widths(sheet);
    for table in &sheet.tables {
        table::draw(form, page, table)?;
        heights(page, table, &widths)?;
    }
    for (column, width) in &widths {
        page.set_column_width(*column, *width)?;
    }
    page.set_column_hidden(0)?;
    freeze(sheet, page)?;
    print(form, sheet, page)?;
    if !sheet.tables.iter().any(Table::is_open) {
        page.protect_with_options(&protection());
    }
    Ok(())
}

fn head(form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    draw::text(page, 0, 0, &format!("@sheet {}", sheet.name), &form.styles.key)?;
    draw::text(page, 0, 1, &sheet.title, &form.styles.title)?;
    page.set_row_height(0, 26)?;
    let words = format!("{} · form of the {}", form.model.title, owner_word(form.layout.owner));
    draw::text(page, 1, 1, &words, &form.styles.quiet.clone().unset_text_wrap())
}

/// Width of each column: the widest that any of the tables asks for.
fn widths(sheet: &Sheet) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    for table in &sheet.tables {
        for (position, column) in (1..).zip(&table.columns) {
            let width = width(table, &column.holds, &column.heading);
            let widest = widths.entry(position).or_insert(width);
            *widest = f64::max(*widest, width);
        }
    }
    widths
}

fn width(table: &Table, holds: &Holds, heading: &str) -> f64 {
    let longest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| text.chars().count()).max().unwrap_or(0);
    let rows = table.fixed_rows();
    match holds {
        Holds::Label(_) if table.is_open() => 36.0,
        Holds::Label(axis) => {
            (longest(&mut rows.iter().map(|row| &row.labels[*axis])).max(heading.len()) as f64 + 2.0).clamp(18.0, 46.0)
        }
        Holds::Unit => (longest(&mut rows.iter().map(|row| &row.unit)) as f64 + 2.0).clamp(11.0, 24.0),
        Holds::Code(_) if heading == "No." => 7.0,
        Holds::Code(_) => 16.0,
        Holds::Note => WIDTH_OF_NOTES,
        Holds::Single | Holds::Values(_) => WIDTH_OF_VALUES,
    }
}

/// Headings, labels and notes wrap; their rows are as high as they need.
fn heights(page: &mut Worksheet, table: &Table, widths: &BTreeMap<u16, f64>) -> Result<(), XlsxError> {
    let lines = |position: u16, text: &str| draw::lines(text, widths[&position] - 1.0);
    let headings = (1..).zip(&table.columns).map(|(position, column)| lines(position, &column.heading)).max();
    page.set_row_height(table.heading_row(), 15.0 * headings.unwrap_or(1) as f64 + 4.0)?;
    Ok(())
}

/// What stays in sight: the head of the sheet, or of its only table, and what says which row it is.
fn freeze(sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (row, column) = match &sheet.tables[..] {
        [only] => (only.first_row(), only.value_columns().next().map_or(1, |(position, _)| position as u16 + 1)),
        _ => (2, 2),
    };
    page.set_freeze_panes(row, column)?;
    Ok(())
}

fn print(form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    let words = draw::clip(&form.model.title.replace('&', "&&"), 120);
    page.set_footer(format!("&L&8{words}&C&8&A&R&8&P / &N"));
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
    }
    Ok(())
}

/// Keys and labels stay; looks may be changed.
pub fn protection() -> ProtectionOptions {
    ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, ..ProtectionOptions::new() }
}
