//! How far the form is filled, live: for each sheet the figures required, those there, and rows with something to look
//! at.

use crate::layout::column::ColumnContent;
use crate::layout::column::FormColumn;
use crate::layout::sheet::FormSheet;
use crate::layout::table::FormTable;
use crate::layout::{key, own_sheets};
use crate::write::book::RequestBook;
use crate::write::check::FINE;
use crate::write::context::FormContext;
use crate::write::{choice, faults_below, form_cells, print, required, row_range};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_workbook::write::cells;

const HEADINGS: [&str; 7] = ["Sheet", "Filled by", "Figures required", "Filled", "Share", "To review", "Checks"];
const WIDTHS: [f64; 7] = [40.0, 22.0, 16.0, 12.0, 10.0, 12.0, 16.0];
const FIRST: u32 = 4;
/// The status of a sheet without required figures: optional, since completeness cannot be assessed.
const OPTIONAL: &str = "optional";

/// Draws a line for each sheet of the forms, and one for all.
pub(crate) fn draw_status(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let form = book.first();
    form_cells::begin_sheet(form, sheet, own_sheets::STATUS)?;
    draw_head(form, sheet)?;
    let sheets: Vec<(&FormContext, &FormSheet)> =
        book.forms.iter().flat_map(|form| form.layout.sheets.iter().map(move |sheet| (form, sheet))).collect();
    for (row, (form, asked)) in (FIRST..).zip(&sheets) {
        draw_sheet_line(book, form, sheet, row, asked)?;
    }
    draw_total(book, sheet, FIRST + sheets.len() as u32)?;
    let words_only = [1, FIRST - 1, FIRST + sheets.len() as u32];
    words_only.into_iter().try_for_each(|row| cells::write_text(sheet, row, 0, key::TITLE, &styles.key))?;
    sheet.set_freeze_panes(FIRST, 2)?;
    print::finish_sheet(sheet)
}

/// Title, how to read the sheet, headings of columns, and above them the hidden keys.
fn draw_head(form: &FormContext, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &form.styles;
    (1..).zip(WIDTHS).try_for_each(|(column, width)| sheet.set_column_width(column, width).map(|_| ()))?;
    cells::write_text(sheet, 0, 0, "@sheet Status", &styles.key)?;
    cells::write_text(sheet, 0, 1, &form.translate("Progress of the form"), &styles.title)?;
    sheet.set_row_height(0, 28)?;
    let words = "Updated as you type. Rows that you add are counted as soon as they exist. The second column may be used to record who completes each sheet.";
    form_cells::draw_sentences(form, sheet, 1, words, (7, 128.0))?;
    let headings = HEADINGS.map(|heading| form.translate(heading));
    cells::fit_row_height(sheet, FIRST - 1, headings.iter().map(String::as_str).zip(WIDTHS))?;
    for (column, heading) in (1..).zip(&headings) {
        cells::write_text(sheet, FIRST - 1, column, heading, &styles.heading)?;
    }
    form_cells::draw_key_row(form, sheet, FIRST - 2, key::FILLED_BY, &[key::LABEL, key::VALUE])
}

fn draw_sheet_line(
    book: &RequestBook,
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    asked: &FormSheet,
) -> Result<(), XlsxError> {
    let styles = &form.styles;
    let link = format!("internal:'{}'!A1", asked.name.replace('\'', "''"));
    sheet.write_url_with_options(row, 1, rust_xlsxwriter::Url::new(link), &asked.name, "", Some(&styles.label))?;
    cells::write_text(sheet, row, 0, &asked.name, &styles.key)?;
    let who = [key::FILLED_BY, &asked.name, key::VALUE];
    match form_cells::find_fact(book.first(), who) {
        Some(_) => form_cells::draw_fact(book.first(), sheet, (row, 2), who, &styles.words)?,
        None => cells::write_text(sheet, row, 2, &form.translate_briefly(form.layout.owner.label()), &styles.words)?,
    }
    let (wanted, filled, faults) = build_counts(form, asked);
    let (wanted_value, filled_value, faults_value) = form.count_values(asked);
    write_formula(sheet, (row, 3), &wanted, wanted_value, &styles.live)?;
    write_formula(sheet, (row, 4), &filled, filled_value, &styles.live)?;
    draw_shares(form, sheet, row, (wanted_value, filled_value, faults_value), &faults)
}

fn draw_shares(
    form: &FormContext,
    sheet: &mut Worksheet,
    row: u32,
    (wanted, filled, faults): (usize, usize, usize),
    of_faults: &str,
) -> Result<(), XlsxError> {
    let styles = &form.styles;
    let number = row + 1;
    let share = Formula::new(format!("=IF(D{number}=0,0,E{number}/D{number})"))
        .set_result((filled as f64 / wanted.max(1) as f64).to_string());
    sheet.write_formula_with_format(row, 5, share, &styles.live_share)?;
    write_formula(sheet, (row, 6), of_faults, faults, &styles.live)?;
    let [look, optional, unfinished, fine] = ["review", OPTIONAL, "incomplete", FINE].map(|words| form.quote(words));
    let progress = format!("IF(D{number}=0,{optional},IF(E{number}<D{number},{unfinished},{fine}))");
    let formula = format!("=IF(G{number}>0,{look},{progress})");
    let verdict = Formula::new(formula);
    sheet.write_formula_with_format(
        row,
        7,
        verdict.set_result(form.translate_briefly(judge_progress(wanted, filled, faults))),
        &styles.check,
    )?;
    Ok(())
}

fn judge_progress(wanted: usize, filled: usize, faults: usize) -> &'static str {
    if faults > 0 {
        "review"
    } else if wanted == 0 {
        OPTIONAL
    } else if filled < wanted {
        "incomplete"
    } else {
        FINE
    }
}

fn draw_total(book: &RequestBook, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    cells::write_text(sheet, row, 1, &book.first().translate("The whole form"), &styles.check)?;
    cells::write_text(sheet, row, 2, "", &styles.check)?;
    let counted = book.forms.iter().flat_map(|form| form.layout.sheets.iter().map(|sheet| form.count_values(sheet)));
    let (wanted, filled, faults) =
        counted.fold((0, 0, 0), |sum, here| (sum.0 + here.0, sum.1 + here.1, sum.2 + here.2));
    for (column, value) in [(3, wanted), (4, filled)] {
        let letter = sg3_workbook::format_column(u32::from(column));
        write_formula(sheet, (row, column), &format!("SUM({letter}{}:{letter}{row})", FIRST + 1), value, &styles.live)?;
    }
    draw_shares(book.first(), sheet, row, (wanted, filled, faults), &format!("SUM(G{}:G{row})", FIRST + 1))
}

fn write_formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    value: usize,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(format!("={formula}")).set_result(value.to_string());
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}

/// Formulas for the figures required, those that are there, and rows with something to look at.
fn build_counts(form: &FormContext, sheet: &FormSheet) -> (String, String, String) {
    let (mut wanted, mut filled, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for table in &sheet.tables {
        let (required, there) = required::count_required(form, &sheet.name, table);
        wanted.push(required);
        filled.push(there);
    }
    for table in sheet.tables.iter().filter(|table| table.value_columns().next().is_some()) {
        let checks = find_drawn_checks(form, &sheet.name, table);
        faults.push(format!("SUMPRODUCT(({checks}<>\"\")*({checks}<>{}))", form.quote(FINE)));
        faults.extend(faults_below::count_faults_below(form, &sheet.name, table));
    }
    (add_terms(&wanted), add_terms(&filled), add_terms(&faults))
}

fn add_terms(terms: &[String]) -> String {
    if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
}

/// The checks of rows; only drawn rows have one.
fn find_drawn_checks(form: &FormContext, sheet: &str, table: &FormTable) -> String {
    let is_check = |column: &FormColumn| column.content == ColumnContent::Check;
    row_range::format_range(sheet, table, &is_check, 0..choice::count_drawn_rows(form, table))
}
