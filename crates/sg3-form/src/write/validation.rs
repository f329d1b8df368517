//! What a cell accepts, and what it says when it is selected.

use super::{Form, choice};
use crate::layout::Table;
use crate::layout::evidence::Fact;
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};
use sg3_calc::Status;
use sg3_lang::model::{DimensionId, Kind, Quantity, Range};
use sg3_workbook::write::cells;

/// A block of cells: first row, last row, column.
pub type Block = (u32, u32, u16);

/// Lets a block accept values of an input only.
pub fn values(
    form: &Form,
    sheet: &mut Worksheet,
    block: Block,
    quantity: &Quantity,
    unit: &str,
) -> Result<(), XlsxError> {
    let (first, last, column) = block;
    let rule = rule(form, quantity, &row_col_to_cell(first, column));
    let Some(rule) = rule else { return Ok(()) };
    let words = [unit_words(form, unit), form.hint(quantity)].join(" ");
    let rule = rule
        .set_input_title(cells::shorten(&quantity.label, 32))?
        .set_input_message(cells::shorten(words.trim(), 255))?;
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

/// Lets a block accept what a piece of evidence may say.
pub fn fact(form: &Form, sheet: &mut Worksheet, block: Block, table: &Table, fact: Fact) -> Result<(), XlsxError> {
    let (first, last, column) = block;
    let rule = match fact {
        Fact::Concerns => choosing(form, DataValidation::new().allow_list_formula(headings(table)), WHICH)
            .set_error_style(DataValidationErrorStyle::Information)
            .set_error_message(cells::shorten(&form.brief(SEVERAL), 255))?,
        Fact::Status => choosing(form, listing(form, &Status::ALL.map(Status::words))?, HOW),
        Fact::Confidential => choosing(form, listing(form, &["no", "yes"])?, WHY),
        Fact::Least | Fact::Most | Fact::Source | Fact::Reason | Fact::Comment => return Ok(()),
    };
    let rule = rule.set_input_title(cells::shorten(&form.brief(fact.heading()), 32))?;
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

const WHICH: &str = "Leave blank if the entries that follow apply to all figures of the row.";

const SEVERAL: &str = "For several figures, enter their headings separated by semicolons.";

const HOW: &str = "How the figure was obtained. Not available and not applicable: no figure. Nil: known to be zero.";

const WHY: &str = "A figure is treated as confidential only if a reason is given.";

/// A list of words of the form itself.
fn listing(form: &Form, words: &[&str]) -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(&words.iter().map(|word| form.brief(word)).collect::<Vec<_>>())
}

fn choosing(form: &Form, rule: DataValidation, words: &str) -> DataValidation {
    let words = cells::shorten(&form.brief(words), 255);
    let rule = rule.set_input_message(words).expect("the message is short");
    refusing(form, rule, DataValidationErrorStyle::Stop, "Choose from the list.")
}

/// The heads of the columns with values.
fn headings(table: &Table) -> Formula {
    let mut columns = table.value_columns().map(|(number, _)| table.position(number) as u16);
    let first = columns.next().unwrap_or(1);
    let cell = |column| row_col_to_cell_absolute(table.heading_row(), column);
    Formula::new(format!("={}:{}", cell(first), cell(columns.last().unwrap_or(first))))
}

/// Lets a block accept members of a dimension only.
pub fn codes(form: &Form, sheet: &mut Worksheet, block: Block, dimension: DimensionId) -> Result<(), XlsxError> {
    let (first, last, column) = block;
    if let Some(rule) = member(form, dimension) {
        sheet.add_data_validation(first, column, last, column, &rule)?;
    }
    Ok(())
}

fn rule(form: &Form, quantity: &Quantity, cell: &str) -> Option<DataValidation> {
    match quantity.kind {
        Kind::Number(_) => Some(number(form, quantity, cell)),
        Kind::YesNo => listing(form, &["yes", "no", "n/a"]).ok(),
        Kind::Date => Some(day(form, cell)),
        Kind::Member(dimension) => member(form, dimension),
    }
}

fn number(form: &Form, quantity: &Quantity, cell: &str) -> DataValidation {
    let range = quantity.input().and_then(|input| input.range);
    let bounds: String = range.iter().flat_map(|range| bounds(range, cell)).map(|bound| format!(",{bound}")).collect();
    let formula = format!("OR({cell}=\"n/a\",AND(ISNUMBER({cell}){bounds}))");
    let (style, message) = match range {
        Some(_) => (DataValidationErrorStyle::Warning, "This is not a number in the expected range. Is it correct?"),
        None => (DataValidationErrorStyle::Stop, "A number is expected here; n/a if it is not available."),
    };
    refusing(form, DataValidation::new().allow_custom(Formula::new(formula)), style, message)
}

fn bounds(range: &Range, cell: &str) -> Vec<String> {
    let bound =
        |(value, itself): (f64, bool), sign: &str| format!("{cell}{sign}{}{value}", if itself { "=" } else { "" });
    let least = range.least.map(|least| bound(least, ">"));
    least.into_iter().chain(range.greatest.map(|greatest| bound(greatest, "<"))).collect()
}

fn day(form: &Form, cell: &str) -> DataValidation {
    let formula = Formula::new(format!("OR({cell}=\"n/a\",ISNUMBER({cell}))"));
    let message = "A date is expected here, such as 2025-06-30; n/a if it is not available.";
    refusing(form, DataValidation::new().allow_custom(formula), DataValidationErrorStyle::Stop, message)
}

fn member(form: &Form, dimension: DimensionId) -> Option<DataValidation> {
    let rule = DataValidation::new().allow_list_formula(Formula::new(choice::range(form, dimension)?));
    let message = "This is not in the list. Keep it only if it will be added to the list.";
    Some(refusing(form, rule, DataValidationErrorStyle::Warning, message))
}

fn refusing(form: &Form, rule: DataValidation, style: DataValidationErrorStyle, message: &str) -> DataValidation {
    rule.set_error_style(style)
        .set_error_message(cells::shorten(&form.brief(message), 255))
        .expect("the message is short")
}

fn unit_words(form: &Form, unit: &str) -> String {
    match unit {
        "" | "choose" => String::new(),
        unit => format!("{}.", form.say(unit)),
    }
}
