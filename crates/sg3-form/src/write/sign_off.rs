//! The last sheet: who prepared and reviewed the form, and control totals that follow what is typed.

use crate::layout::column::ColumnContent;

use crate::layout::table::FormTable;
use crate::layout::{key, own_sheets};
use crate::write::book::RequestBook;
use crate::write::context::FormContext;
use crate::write::{form_cells, print, row_range};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_calc::Value;
use sg3_calc::present::unit;
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;
use sg3_workbook::write::cells;

/// Who signs: key and words.
const SIGNATURES: [(&str, &str); 2] = [("preparer", "Prepared by"), ("reviewer", "Reviewed by")];
const FIRST_TOTAL: u32 = 12;
/// Rows that a filler may have added below those prepared.
const BEYOND: u32 = 20_000;

/// An input that is added up, and where.
struct ControlTotal<'a> {
    form: &'a FormContext<'a>,
    sheet: &'a str,
    input: QuantityId,
    formula: String,
    value: f64,
}

/// Draws those who sign, and a line for each input that adds up.
pub(crate) fn draw_sign_off(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let form = book.first();
    form_cells::begin_sheet(form, sheet, own_sheets::SIGN_OFF)?;
    for (column, width) in (1..).zip([46.0, 30.0, 18.0, 22.0, 22.0]) {
        sheet.set_column_width(column, width)?;
    }
    cells::write_text(sheet, 0, 0, "@sheet Sign-off", &styles.key)?;
    cells::write_text(sheet, 0, 1, &form.translate(own_sheets::SIGN_OFF), &styles.title)?;
    sheet.set_row_height(0, 28)?;
    let words = "The undersigned certifies that the figures are complete and correct to the best of their knowledge.";
    form_cells::draw_sentences(form, sheet, 1, words, (5, 138.0))?;
    draw_signatures(book, sheet, 3)?;
    draw_totals(book, sheet)?;
    print::finish_sheet(sheet)
}

fn draw_signatures(book: &RequestBook, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    form_cells::draw_key_row(book.first(), sheet, top, key::SIGNATURES, &[key::LABEL, key::VALUE, "position", "date"])?;
    for (column, heading) in (1..).zip(["", "Name", "Position", "Date"]) {
        cells::write_text(sheet, top + 1, column, &book.first().translate(heading), &styles.heading)?;
    }
    cells::write_text(sheet, top + 1, 0, key::HEADING, &styles.key)?;
    for (row, (who, label)) in (top + 2..).zip(SIGNATURES) {
        cells::write_text(sheet, row, 0, who, &styles.key)?;
        cells::write_text(sheet, row, 1, &book.first().translate(label), &styles.label)?;
        let cells = [(2, key::VALUE, &styles.words), (3, "position", &styles.words), (4, "date", styles.day())];
        for (column, of, format) in cells {
            form_cells::draw_fact(book.first(), sheet, (row, column), [key::SIGNATURES, who, of], format)?;
        }
        sheet.set_row_height(row, 24)?;
    }
    Ok(())
}

fn draw_totals(book: &RequestBook, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let top = FIRST_TOTAL - 4;
    cells::write_text(sheet, top, 1, &book.first().translate("Control totals"), &styles.subtitle)?;
    let words = "Sums of all figures of an item in the form, in the scale of the sheet. Enter the total of your own records: both are compared with the figures read.";
    form_cells::draw_sentences(book.first(), sheet, top + 1, words, (5, 138.0))?;
    (top..top + 2).try_for_each(|row| cells::write_text(sheet, row, 0, key::TITLE, &styles.key))?;
    form_cells::draw_key_row(
        book.first(),
        sheet,
        top + 2,
        key::TOTALS,
        &[key::LABEL, "sheet", key::UNIT, key::VALUE, "own"],
    )?;
    cells::write_text(sheet, top + 3, 0, key::HEADING, &styles.key)?;
    let headings = ["Item", "Sheet", "Unit", "Total in the form", "Total of your records"];
    for (column, heading) in (1..).zip(headings) {
        cells::write_text(sheet, top + 3, column, &book.first().translate(heading), &styles.heading)?;
    }
    for (row, total) in (FIRST_TOTAL..).zip(book.forms.iter().flat_map(ControlTotal::collect)) {
        cells::write_text(sheet, row, 0, &total.key(book), &styles.key)?;
        draw_total(sheet, row, &total)?;
    }
    Ok(())
}

fn draw_total(sheet: &mut Worksheet, row: u32, total: &ControlTotal) -> Result<(), XlsxError> {
    let styles = &total.form.styles;
    let quantity = total.form.model.quantity(total.input);
    cells::write_text(sheet, row, 1, &quantity.label, &styles.label)?;
    cells::write_text(sheet, row, 2, total.sheet, &styles.label)?;
    let unit = total.form.translate_unit(&unit::anywhere(total.form.model, quantity), false);
    cells::write_text(sheet, row, 3, &unit, &styles.unit)?;
    let shown = |amount| total.form.scale_for_sheet(total.sheet, quantity, amount);
    let formula = Formula::new(&*total.formula).set_result(shown(total.value).to_string());
    sheet.write_formula_with_format(row, 4, formula, &styles.live)?;
    let keys = [key::TOTALS, &quantity.name, "own"];
    match form_cells::find_fact(total.form, keys) {
        Some(Content::Number(own)) => {
            sheet.write_number_with_format(row, 5, shown(*own), styles.number())?;
            Ok(())
        }
        _ => form_cells::draw_fact(total.form, sheet, (row, 5), keys, styles.number()),
    }
}

impl<'a> ControlTotal<'a> {
    /// Of every input of a form that adds up.
    fn collect(form: &'a FormContext<'a>) -> Vec<ControlTotal<'a>> {
        let mut totals = Vec::new();
        for (sheet, table) in form.layout.tables() {
            let inputs = table.inputs().into_iter().filter(|input| unit::adds_up(form.model.quantity(*input)));
            totals.extend(inputs.map(|input| ControlTotal::of(form, &sheet.name, table, input)));
        }
        totals
    }

    fn of(form: &'a FormContext<'a>, sheet: &'a str, table: &'a FormTable, input: QuantityId) -> ControlTotal<'a> {
        let formula = format!("=SUM({})", find_input_cells(form, sheet, table, input));
        ControlTotal { form, sheet, input, formula, value: form.sum_values(table, input) }
    }

    /// Name of the input; in a form of several models with its model.
    fn key(&self, book: &RequestBook) -> String {
        let name = &self.form.model.quantity(self.input).name;
        if book.forms.len() == 1 {
            name.to_string()
        } else {
            format!("{name}{}{}", sg3_workbook::csv::MODEL, self.form.layout.model)
        }
    }
}

/// All cells of an input. Where rows are inputs, only its own row counts; where rows are added, those below count too.
fn find_input_cells(form: &FormContext, sheet: &str, table: &FormTable, input: QuantityId) -> String {
    let all = row_range::find_cells(form, sheet, table, &|column| match &column.content {
        ColumnContent::Values(array) => array.quantity == input,
        ColumnContent::Scalar(_) => true,
        _ => false,
    });
    match table.fixed_rows().iter().position(|row| row.asks == Some(input)) {
        Some(position) => restrict_to_row(&all, table.first_row() + position as u32 + 1),
        None if table.is_open() => extend_below(&all),
        None => all,
    }
}

/// The part of a range of cells that is in one row.
fn restrict_to_row(range: &str, row: u32) -> String {
    let Some((sheet, cells)) = range.rsplit_once('!') else { return range.to_owned() };
    let columns =
        cells.split(':').map(|cell| format!("{}${row}", cell.rsplit_once('$').map_or(cell, |(column, _)| column)));
    format!("{sheet}!{}", columns.collect::<Vec<_>>().join(":"))
}

/// The range, and rows that are added below it.
fn extend_below(range: &str) -> String {
    let Some((before, row)) = range.rsplit_once('$') else { return range.to_owned() };
    format!("{before}${}", row.parse::<u32>().unwrap_or_default() + BEYOND)
}

impl FormContext<'_> {
    /// The sum of the values of an input with which a table is made.
    fn sum_values(&self, table: &FormTable, input: QuantityId) -> f64 {
        let values = self.collect_values(table).into_iter().filter(|(quantity, _)| *quantity == input);
        values.fold(0.0, |sum, (_, value)| if let Value::Number(number) = value { sum + number } else { sum })
    }
}
