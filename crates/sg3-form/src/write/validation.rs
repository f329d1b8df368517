//! What a cell accepts, and what it says when it is selected.

use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::{check, choice};
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};
use sg3_calc::Status;
use sg3_calc::present::shown::is_percent;
use sg3_lang::day;
use sg3_lang::model::{DimensionId, Kind, Quantity, Range};
use sg3_workbook::write::text;

/// Cells of one column: first row, last row, column.
pub(crate) type CellRange = (u32, u32, u16);

/// Lets cells accept values of an input only.
pub(crate) fn validate_values(
    form: &FormContext,
    sheet: &mut Worksheet,
    target: CellRange,
    quantity: &Quantity,
    unit: &str,
) -> Result<(), XlsxError> {
    let (first, last, column) = target;
    let rule = build_rule(form, quantity, &row_col_to_cell(first, column));
    let Some(rule) = rule else { return Ok(()) };
    let words = [display_unit(form, unit, is_percent(quantity)), form.hint(quantity)].join(" ");
    let rule = rule
        .set_input_title(text::shorten(&quantity.label, 32))?
        .set_input_message(text::shorten(words.trim(), 255))?;
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

/// Lets cells accept what a piece of evidence may say.
pub(crate) fn validate_evidence(
    form: &FormContext,
    sheet: &mut Worksheet,
    target: CellRange,
    table: &FormTable,
    field: EvidenceField,
) -> Result<(), XlsxError> {
    let (first, last, column) = target;
    let rule = match field {
        EvidenceField::Concerns => {
            choose_from_list(form, DataValidation::new().allow_list_formula(heading_range(table)), WHICH)
                .set_error_style(DataValidationErrorStyle::Information)
                .set_error_message(text::shorten(&form.translate_briefly(SEVERAL), 255))?
        }
        EvidenceField::Status => choose_from_list(form, list_choices(form, &Status::ALL.map(Status::label))?, HOW),
        EvidenceField::Confidential => choose_from_list(form, list_choices(form, &["no", "yes"])?, WHY),
        EvidenceField::Least
        | EvidenceField::Most
        | EvidenceField::Source
        | EvidenceField::Reason
        | EvidenceField::Comment => return Ok(()),
    };
    let rule = rule.set_input_title(text::shorten(&form.translate_briefly(field.heading()), 32))?;
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

const WHICH: &str = "Leave blank if the entries that follow apply to all figures of the row.";
const SEVERAL: &str = "For several figures, enter their headings separated by semicolons.";
const HOW: &str = "How the figure was obtained. Not available and not applicable: no figure. Nil: known to be zero.";
const WHY: &str = "A figure is treated as confidential only if a reason is given.";

/// A list of words of the form itself.
fn list_choices(form: &FormContext, words: &[&str]) -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(&words.iter().map(|word| form.translate_briefly(word)).collect::<Vec<_>>())
}

fn choose_from_list(form: &FormContext, rule: DataValidation, words: &str) -> DataValidation {
    let words = text::shorten(&form.translate_briefly(words), 255);
    let rule = rule.set_input_message(words).expect("the message is short");
    with_refusal(form, rule, DataValidationErrorStyle::Stop, "Choose from the list.")
}

/// The heads of the columns with values.
fn heading_range(table: &FormTable) -> Formula {
    let mut columns = table.value_columns().map(|(number, _)| table.sheet_column(number) as u16);
    let first = columns.next().unwrap_or(1);
    let last = columns.last().unwrap_or(first);
    let row = table.heading_row();
    Formula::new(format!("={}:{}", row_col_to_cell_absolute(row, first), row_col_to_cell_absolute(row, last)))
}

/// Lets cells accept members of a dimension only.
pub(crate) fn validate_codes(
    form: &FormContext,
    sheet: &mut Worksheet,
    target: CellRange,
    dimension: DimensionId,
) -> Result<(), XlsxError> {
    let (first, last, column) = target;
    if let Some(rule) = member_rule(form, dimension) {
        sheet.add_data_validation(first, column, last, column, &rule)?;
    }
    Ok(())
}

fn build_rule(form: &FormContext, quantity: &Quantity, cell: &str) -> Option<DataValidation> {
    match quantity.kind {
        Kind::Number(_) => Some(number_rule(form, quantity, cell)),
        Kind::YesNo => list_choices(form, &["yes", "no", "n/a"]).ok(),
        Kind::Date => Some(day_rule(form, cell)),
        Kind::Member(dimension) => member_rule(form, dimension),
    }
}

fn number_rule(form: &FormContext, quantity: &Quantity, cell: &str) -> DataValidation {
    let range = quantity.input().and_then(|input| input.range);
    let bounds: String =
        range.iter().flat_map(|range| bound_conditions(range, cell)).map(|bound| format!(",{bound}")).collect();
    let formula = format!("OR({},AND(ISNUMBER({cell}){bounds}))", says_no_value(form, cell));
    let (style, message) = match range {
        Some(_) => (DataValidationErrorStyle::Warning, "This is not a number in the expected range. Is it correct?"),
        None => (DataValidationErrorStyle::Stop, "A number is expected here; n/a if it is not available."),
    };
    with_refusal(form, DataValidation::new().allow_custom(Formula::new(formula)), style, message)
}

/// `C5="n/a",C5="not available",C5="not applicable"`, in the language of the form.
fn says_no_value(form: &FormContext, cell: &str) -> String {
    check::words_for_nothing(form).map(|words| format!("{cell}={words}")).join(",")
}

fn bound_conditions(range: &Range, cell: &str) -> Vec<String> {
    [(">", range.least), ("<", range.greatest)]
        .into_iter()
        .filter_map(|(sign, bound)| Some((sign, bound?)))
        .map(|(sign, (value, itself))| format!("{cell}{sign}{}{value}", if itself { "=" } else { "" }))
        .collect()
}

/// A year, 0 or a time of day is a number as dates are, of a day that is hardly meant.
fn day_rule(form: &FormContext, cell: &str) -> DataValidation {
    let (first, years) = (day::FIRST_COMMON_DAY, day::YEARS_AS_DAYS);
    let is_day = format!("{cell}>={first},OR({cell}<{},{cell}>{})", years.start(), years.end());
    let formula = Formula::new(format!("OR({},AND(ISNUMBER({cell}),{is_day}))", says_no_value(form, cell)));
    let message = "A date is expected here, such as 2025-06-30; n/a if it is not available.";
    with_refusal(form, DataValidation::new().allow_custom(formula), DataValidationErrorStyle::Stop, message)
}

fn member_rule(form: &FormContext, dimension: DimensionId) -> Option<DataValidation> {
    let rule = DataValidation::new().allow_list_formula(Formula::new(choice::find_range(form, dimension)?));
    let message = "This is not in the list. Keep it only if it will be added to the list.";
    Some(with_refusal(form, rule, DataValidationErrorStyle::Warning, message))
}

fn with_refusal(
    form: &FormContext,
    rule: DataValidation,
    style: DataValidationErrorStyle,
    message: &str,
) -> DataValidation {
    rule.set_error_style(style)
        .set_error_message(text::shorten(&form.translate_briefly(message), 255))
        .expect("the message is short")
}

fn display_unit(form: &FormContext, unit: &str, in_percent: bool) -> String {
    match unit {
        "" | "choose" => String::new(),
        unit => format!("{}.", form.translate_unit(unit, in_percent)),
    }
}
