//! A sheet of the form: its head, its tables, widths, print.

use super::{Form, draw, size, table};
use crate::layout::{Sheet, Table};
use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};

/// Wider sheets go over several pages; this is what one page shows.
const WIDTH_OF_PAGE: f64 = 200.0;
const A4: u8 = 9;

/// Draws a sheet.
pub fn draw(form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_screen_gridlines(false);
    head(form, sheet, page)?;
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
    print(form, sheet, page, widths.values().sum())?;
    if !sheet.tables.iter().any(Table::is_open) {
        page.protect_with_options(&protection());
    }
    Ok(())
}

fn head(form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    draw::text(page, 0, 0, &format!("@sheet {}", sheet.name), &form.styles.key)?;
    draw::text(page, 0, 1, &sheet.title, &form.styles.title)?;
    page.set_row_height(0, 26)?;
    let words = format!("{} · form of the {}", form.model.title, form.layout.owner.word());
    draw::text(page, 1, 1, &words, &form.styles.quiet)
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

fn print(form: &Form, sheet: &Sheet, page: &mut Worksheet, width: f64) -> Result<(), XlsxError> {
    let pages = (width / WIDTH_OF_PAGE).ceil().max(1.0) as u16;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(pages, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    let words = draw::clip(&form.model.title.replace('&', "&&"), 120);
    page.set_footer(format!("&L&8{words}&C&8&A&R&8&P / &N"));
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
        let labels = only.value_columns().next().map_or(0, |(position, _)| position as u16);
        if pages > 1 && labels > 0 {
            page.set_repeat_columns(1, labels)?;
        }
    }
    Ok(())
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
