//! A sheet of the form: its head, its tables, widths, print.

use crate::layout::sheet::FormSheet;
use crate::layout::table::FormTable;
use crate::write::book::RequestBook;
use crate::write::context::FormContext;
use crate::write::print;
use crate::write::{heights, table, widths};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_calc::present::phrase;
use sg3_workbook::write::cells;

/// Draws a sheet of the layout with all its tables.
pub(crate) fn draw_form_sheet(
    book: &RequestBook,
    form: &FormContext,
    sheet: &FormSheet,
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_screen_gridlines(false);
    page.set_right_to_left(form.language.is_right_to_left());
    // a check without result is blank, in programs that show what was saved
    page.set_formula_result_default("");
    draw_head(book, form, sheet, page)?;
    let widths = widths::find_widths(form, sheet);
    for table in &sheet.tables {
        table::draw_table(form, page, table, &widths)?;
        heights::set_row_heights(form, page, table, &widths)?;
    }
    for (column, width) in &widths {
        page.set_column_width(*column, *width)?;
    }
    page.set_column_hidden(0)?;
    print::freeze_head(sheet, page)?;
    print::set_up_page(form, sheet, page, &widths)?;
    if !sheet.tables.iter().any(FormTable::is_open) {
        page.protect_with_options(&print::allow_formatting());
    }
    Ok(())
}

fn draw_head(book: &RequestBook, form: &FormContext, sheet: &FormSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let model =
        if book.forms.len() > 1 { format!("{}{}", sg3_workbook::csv::MODEL, form.layout.model) } else { String::new() };
    cells::text(page, 0, 0, &format!("{}{}{model}", sg3_workbook::csv::SHEET, sheet.name), &form.styles.key)?;
    cells::text(page, 0, 1, &sheet.title, &form.styles.title)?;
    page.set_row_height(0, 26)?;
    let words = format!("{} · {}", form.model.title, phrase::within(&form.translate(&form.layout.owner.heading())));
    let Some(scale) = book.scale_cell(&sheet.name) else { return cells::text(page, 1, 1, &words, &form.styles.quiet) };
    let currency = book.currency_cell();
    let local = form.translate_briefly("the local currency");
    let money = format!("IF({currency}=\"\",\"{}\",{currency})", cells::quoted(&local));
    let amounts = form.translate_briefly("amounts of money in {} of {}");
    let parts: Vec<String> = amounts.split("{}").map(cells::quoted).collect();
    let [before, between, after] = &parts[..] else { panic!("every language keeps the holes") };
    let formula = format!("=\"{} · {before}\"&{scale}&\"{between}\"&{money}&\"{after}\"", cells::quoted(&words));
    let amounts = amounts.replacen("{}", &form.translate_briefly("units"), 1).replacen("{}", &local, 1);
    let result = format!("{words} · {amounts}");
    page.write_formula_with_format(1, 1, Formula::new(formula).set_result(result), &form.styles.quiet)?;
    Ok(())
}
