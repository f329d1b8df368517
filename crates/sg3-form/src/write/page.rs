//! A sheet of the form: its head, its tables, widths, print.

use super::book::Book;
use super::size::Widths;
use super::{Form, size, table};
use crate::layout::column_content::Holds;
use crate::layout::evidence::Fact;
use crate::layout::{Sheet, Table};
use rust_xlsxwriter::{Formula, ProtectionOptions, Worksheet, XlsxError};
use sg3_calc::present::phrase;
use sg3_workbook::write::cells;

/// Wider sheets go over several pages; this is what one page shows.
const WIDTH_OF_PAGE: f64 = 200.0;

/// What one page shows at a scale that can still be read well.
const LEGIBLE: f64 = 155.0;

/// What one page shows at its full size.
const NOUGHTS_OF_PAGE: f64 = 114.0;

const A4: u8 = 9;

/// Draws a sheet.
pub fn draw(book: &Book, form: &Form, sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_screen_gridlines(false);
    page.set_right_to_left(form.language.is_right_to_left());
    // a check without result is blank, in programs that show what was saved
    page.set_formula_result_default("");
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
    let model =
        if book.forms.len() > 1 { format!("{}{}", sg3_workbook::csv::MODEL, form.layout.model) } else { String::new() };
    cells::text(page, 0, 0, &format!("{}{}{model}", sg3_workbook::csv::SHEET, sheet.name), &form.styles.key)?;
    cells::text(page, 0, 1, &sheet.title, &form.styles.title)?;
    page.set_row_height(0, 26)?;
    let words = format!("{} · {}", form.model.title, phrase::within(&form.say(&form.layout.owner.heading())));
    let Some(scale) = book.scale_cell(&sheet.name) else { return cells::text(page, 1, 1, &words, &form.styles.quiet) };
    let currency = book.currency_cell();
    let local = form.brief("the local currency");
    let money = format!("IF({currency}=\"\",\"{}\",{currency})", cells::quoted(&local));
    let said = form.brief("amounts of money in {} of {}");
    let parts: Vec<String> = said.split("{}").map(cells::quoted).collect();
    let [before, between, after] = &parts[..] else { panic!("every language keeps the holes") };
    let formula = format!("=\"{} · {before}\"&{scale}&\"{between}\"&{money}&\"{after}\"", cells::quoted(&words));
    let said = said.replacen("{}", &form.brief("units"), 1).replacen("{}", &local, 1);
    let result = format!("{words} · {said}");
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

/// Values first, and as much evidence as fits beside them; the rest on the next page, with the labels repeated.
fn print(form: &Form, sheet: &Sheet, page: &mut Worksheet, widths: &Widths) -> Result<(), XlsxError> {
    let labels = labels(sheet);
    let margin = sheet.tables.iter().map(|table| table.margin as u16).min().unwrap_or(0);
    let split = whole(sheet, split(widths, margin));
    let part =
        |of: &dyn Fn(u16) -> bool| widths.iter().filter(|(column, _)| of(**column)).map(|(_, width)| width).sum();
    let (first, second): (f64, f64) =
        (part(&|column| column < split), part(&|column| column >= split || column <= labels));
    let widest = f64::max(first.min(WIDTH_OF_PAGE), second);
    let scale = (100.0 * NOUGHTS_OF_PAGE / widest).clamp(40.0, 90.0);
    page.set_landscape().set_paper_size(A4).set_print_scale(scale as u16);
    page.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3).set_vertical_page_breaks(&[u32::from(split)])?;
    page.set_footer(cells::footer(&form.model.title));
    page.set_repeat_columns(1, labels)?;
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
    }
    Ok(())
}

/// The first column of the second page.
fn split(widths: &Widths, margin: u16) -> u16 {
    let mut together = 0.0;
    let fits = |(_, width): &(&u16, &f64)| {
        together += **width;
        together <= LEGIBLE
    };
    widths.iter().take_while(fits).map(|(column, _)| *column + 1).last().unwrap_or(margin).max(margin)
}

/// The same, but so that neither the bounds of a range nor a status and what it concerns are torn apart.
fn whole(sheet: &Sheet, split: u16) -> u16 {
    const PAIRS: [(Fact, Fact); 2] = [(Fact::Concerns, Fact::Status), (Fact::Least, Fact::Most)];
    let is_torn = |table: &Table, (one, other): (Fact, Fact)| {
        table.fact(other) == Some(split.into()) && table.fact(one).is_some_and(|one| one + 1 == u32::from(split))
    };
    let is_torn = sheet.tables.iter().any(|table| PAIRS.into_iter().any(|pair| is_torn(table, pair)));
    if is_torn { split - 1 } else { split }
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
