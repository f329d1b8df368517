//! The last sheet: who prepared and reviewed the form, and control totals that follow what is typed.

use super::book::Book;
use super::{Form, draw as draw_of_write, page, status};
use crate::layout::column_content::Holds;
use crate::layout::{Table, key};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use sg3_calc::Value;
use sg3_calc::present::unit;
use sg3_lang::model::QuantityId;
use sg3_workbook::Content;
use sg3_workbook::write::cells as cells_of_write;

/// Name of the sheet.
pub const NAME: &str = "Sign-off";

/// Who signs: key and words.
const SIGNATURES: [(&str, &str); 2] = [("preparer", "Prepared by"), ("reviewer", "Reviewed by")];

const FIRST_TOTAL: u32 = 12;

/// Rows that a filler may have added below those prepared.
const BEYOND: u32 = 20_000;

/// An input that is added up, and where.
#[derive(Clone)]
struct Total<'a> {
    form: &'a Form<'a>,
    sheet: &'a str,
    input: QuantityId,
    /// Name of the input; in a form of several models with its model.
    key: String,
    formula: String,
    value: f64,
}

/// Draws the sheet.
pub fn draw(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let form = book.first();
    sheet.set_name(form.brief(NAME))?.set_screen_gridlines(false).set_right_to_left(form.language.is_right_to_left());
    for (column, width) in (1..).zip([46.0, 30.0, 18.0, 22.0, 22.0]) {
        sheet.set_column_width(column, width)?;
    }
    cells_of_write::text(sheet, 0, 0, "@sheet Sign-off", &styles.key)?;
    cells_of_write::text(sheet, 0, 1, &form.say(NAME), &styles.title)?;
    sheet.set_row_height(0, 28)?;
    let words = "The undersigned certifies that the figures are complete and correct to the best of their knowledge.";
    draw_of_write::sentences(form, sheet, 1, words, (5, 138.0))?;
    signatures(book, sheet, 3)?;
    totals(book, sheet)?;
    sheet.set_column_hidden(0)?;
    page::print_on_one(sheet);
    sheet.protect_with_options(&page::protection());
    Ok(())
}

fn signatures(book: &Book, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    keys(book, sheet, top, key::SIGNATURES, &[key::LABEL, key::VALUE, "position", "date"])?;
    for (column, heading) in (1..).zip(["", "Name", "Position", "Date"]) {
        cells_of_write::text(sheet, top + 1, column, &book.first().say(heading), &styles.heading)?;
    }
    cells_of_write::text(sheet, top + 1, 0, key::HEADING, &styles.key)?;
    for (row, (who, label)) in (top + 2..).zip(SIGNATURES) {
        cells_of_write::text(sheet, row, 0, who, &styles.key)?;
        cells_of_write::text(sheet, row, 1, &book.first().say(label), &styles.label)?;
        let cells = [(2, key::VALUE, &styles.words), (3, "position", &styles.words), (4, "date", styles.day())];
        for (column, of, format) in cells {
            draw_of_write::about(book.first(), sheet, (row, column), [key::SIGNATURES, who, of], format)?;
        }
        sheet.set_row_height(row, 24)?;
    }
    Ok(())
}

fn totals(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.first().styles;
    let top = FIRST_TOTAL - 4;
    cells_of_write::text(sheet, top, 1, &book.first().say("Control totals"), &styles.subtitle)?;
    let words = "Sums of all figures of an item in the form, in the scale of the sheet. Enter the total of your own records: both are compared with the figures read.";
    draw_of_write::sentences(book.first(), sheet, top + 1, words, (5, 138.0))?;
    (top..top + 2).try_for_each(|row| cells_of_write::text(sheet, row, 0, key::TITLE, &styles.key))?;
    keys(book, sheet, top + 2, key::TOTALS, &[key::LABEL, "sheet", key::UNIT, key::VALUE, "own"])?;
    cells_of_write::text(sheet, top + 3, 0, key::HEADING, &styles.key)?;
    let headings = ["Item", "Sheet", "Unit", "Total in the form", "Total of your records"];
    for (column, heading) in (1..).zip(headings) {
        cells_of_write::text(sheet, top + 3, column, &book.first().say(heading), &styles.heading)?;
    }
    let of_model = |total: Total<'_>| match book.forms.len() {
        1 => total.key,
        _ => format!("{}{}{}", total.key, sg3_workbook::csv::MODEL, total.form.layout.model),
    };
    let totals = book.forms.iter().flat_map(Total::all).map(|total| Total { key: of_model(total.clone()), ..total });
    (FIRST_TOTAL..).zip(totals).try_for_each(|(row, total)| line(sheet, row, &total))
}

fn line(sheet: &mut Worksheet, row: u32, total: &Total) -> Result<(), XlsxError> {
    let styles = &total.form.styles;
    let quantity = total.form.model.quantity(total.input);
    cells_of_write::text(sheet, row, 0, &total.key, &styles.key)?;
    cells_of_write::text(sheet, row, 1, &quantity.label, &styles.label)?;
    cells_of_write::text(sheet, row, 2, total.sheet, &styles.label)?;
    cells_of_write::text(sheet, row, 3, &total.form.say(&unit::anywhere(total.form.model, quantity)), &styles.unit)?;
    let shown = |amount| total.form.on_sheet(total.sheet, quantity, amount);
    let formula = Formula::new(&*total.formula).set_result(shown(total.value).to_string());
    sheet.write_formula_with_format(row, 4, formula, &styles.live)?;
    let keys = [key::TOTALS, &quantity.name, "own"];
    match draw_of_write::said_about(total.form, keys) {
        Some(Content::Number(own)) => {
            sheet.write_number_with_format(row, 5, shown(*own), styles.number())?;
            Ok(())
        }
        _ => draw_of_write::about(total.form, sheet, (row, 5), keys, styles.number()),
    }
}

fn keys(book: &Book, sheet: &mut Worksheet, row: u32, corner: &str, keys: &[&str]) -> Result<(), XlsxError> {
    let corner = format!("{}{corner}", sg3_workbook::csv::CORNER);
    for (column, key) in (0..).zip([&*corner].iter().chain(keys)) {
        cells_of_write::text(sheet, row, column, key, &book.first().styles.key)?;
    }
    sheet.set_row_hidden(row)?;
    Ok(())
}

impl<'a> Total<'a> {
    /// Of every input of a form that adds up.
    fn all(form: &'a Form<'a>) -> Vec<Total<'a>> {
        let tables = form.layout.tables();
        let of_table = |(sheet, table): (&'a crate::layout::Sheet, &'a Table)| {
            let inputs = table.inputs().into_iter().filter(|input| unit::adds_up(form.model.quantity(*input)));
            inputs.map(|input| Total::of(form, &sheet.name, table, input)).collect::<Vec<_>>()
        };
        tables.flat_map(of_table).collect()
    }

    fn of(form: &'a Form<'a>, sheet: &'a str, table: &'a Table, input: QuantityId) -> Total<'a> {
        let formula = format!("=SUM({})", cells(form, sheet, table, input));
        let key = form.model.quantity(input).name.to_string();
        Total { form, sheet, input, key, formula, value: form.sum(table, input) }
    }
}

/// All cells of an input.
fn cells(form: &Form, sheet: &str, table: &Table, input: QuantityId) -> String {
    let asks = |holds: &Holds| match holds {
        Holds::Values(ask) => ask.quantity == input,
        Holds::Single(_) => true,
        _ => false,
    };
    let all = status::block(form, sheet, table, &asks);
    match table.fixed_rows().iter().position(|row| row.asks == Some(input)) {
        Some(position) => of_row(&all, table.first_row() + position as u32 + 1),
        None if table.is_open() => beyond(&all),
        None => all,
    }
}

/// The part of a range of cells that is in one row.
fn of_row(range: &str, row: u32) -> String {
    let Some((sheet, cells)) = range.rsplit_once('!') else { return range.to_owned() };
    let columns =
        cells.split(':').map(|cell| format!("{}${row}", cell.rsplit_once('$').map_or(cell, |(column, _)| column)));
    format!("{sheet}!{}", columns.collect::<Vec<_>>().join(":"))
}

/// The range, and rows that are added below it.
fn beyond(range: &str) -> String {
    let Some((before, row)) = range.rsplit_once('$') else { return range.to_owned() };
    format!("{before}${}", row.parse::<u32>().unwrap_or_default() + BEYOND)
}

impl Form<'_> {
    /// The sum of the values of an input with which a table is made.
    fn sum(&self, table: &Table, input: QuantityId) -> f64 {
        let values = self.values_of(table).into_iter().filter(|(quantity, _)| *quantity == input);
        values.fold(0.0, |sum, (_, value)| if let Value::Number(number) = value { sum + number } else { sum })
    }
}
