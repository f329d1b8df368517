//! A sheet of the form: its head, its tables, widths, print.

use super::size::Widths;
use super::{Book, Form, cover, draw, size, table};
use crate::layout::{Holds, Sheet, Table, words};
use rust_xlsxwriter::{Formula, ProtectionOptions, Worksheet, XlsxError};

/// Wider sheets go over several pages; this is what one page shows.
const WIDTH_OF_PAGE: f64 = 200.0;
/// What one page shows at its full size.
const NOUGHTS_OF_PAGE: f64 = 114.0;
const A4: u8 = 9;

/// Draws a sheet.
pub fn draw(book: &Book, form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_screen_gridlines(false);
    head(book, form, sheet, page)?;
    let widths = size::widths(form, sheet);
    for table in &sheet.tables {
        table::draw(form, page, table, &widths)?;
        size::heights(form, page, table, &widths)?;
    }
    for (column, width) in &widths {
        page.set_column_width(*column, *width)?;
    }
    page.set_column_hidden(0)?;
    freeze(sheet, page)?;
    print(form, sheet, page, &widths)?;
    if !sheet.tables.iter().any(Table::is_open) {
        page.protect_with_options(&protection());
    }
    Ok(())
}

fn head(book: &Book, form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    draw::text(page, 0, 0, &format!("@sheet {}", sheet.name), &form.styles.key)?;
    draw::text(page, 0, 1, &sheet.title, &form.styles.title)?;
    page.set_row_height(0, 26)?;
    let words = format!("{} · {}", form.model.title, words::within(&form.layout.owner.heading()));
    let Some(scale) = book.scale_cell(&sheet.name) else { return draw::text(page, 1, 1, &words, &form.styles.quiet) };
    let money = format!("IF({0}=\"\",\"the local currency\",{0})", cover::CURRENCY);
    let formula = format!("=\"{} · amounts of money in \"&{scale}&\" of \"&{money}", words.replace('"', "\"\""));
    let result = format!("{words} · amounts of money in units of the local currency");
    page.write_formula_with_format(1, 1, Formula::new(formula).set_result(result), &form.styles.quiet)?;
    Ok(())
}

/// A sheet of words goes over as many pages as it is long, and is as wide as one.
pub fn print_on_one(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer("&C&8&A&R&8&P / &N");
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

/// Values on one page, evidence on the next with the labels repeated.
fn print(form: &Form, sheet: &Sheet, page: &mut Worksheet, widths: &Widths) -> Result<(), XlsxError> {
    let margin = sheet.tables.first().map_or(0, |table| table.margin);
    let part =
        |of: &dyn Fn(u16) -> bool| widths.iter().filter(|(column, _)| of(**column)).map(|(_, width)| width).sum();
    let (values, beside): (f64, f64) =
        (part(&|column| u32::from(column) < margin), part(&|column| u32::from(column) >= margin));
    let labels = labels(sheet);
    let repeated: f64 = part(&|column| column <= labels);
    let widest = f64::max(values.min(WIDTH_OF_PAGE), beside + repeated);
    page.set_landscape()
        .set_paper_size(A4)
        .set_print_scale((100.0 * NOUGHTS_OF_PAGE / widest).clamp(40.0, 90.0) as u16);
    page.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3).set_vertical_page_breaks(&[margin])?;
    let words = draw::clip(&form.model.title.replace('&', "&&"), 120);
    page.set_footer(format!("&L&8{words}&C&8&A&R&8&P / &N"));
    page.set_repeat_columns(1, labels)?;
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
    }
    Ok(())
}

/// The last column that says what a row is.
fn labels(sheet: &Sheet) -> u16 {
    let about = |table: &Table| {
        table.columns.iter().take_while(|column| matches!(column.holds, Holds::Label(_) | Holds::Code(_))).count()
    };
    sheet.tables.iter().map(about).min().unwrap_or(1).max(1) as u16
}

/// Keys and labels stay; looks may be changed.
pub fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_columns: true,
        insert_rows: true,
        ..ProtectionOptions::new()
    }
}
