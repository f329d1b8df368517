//! One cell beside the values of a row: evidence, last year's value, or the live check.

use crate::layout::column::{Column, Holds};
use crate::layout::evidence::Fact;
use crate::layout::table::Table;
use crate::write::context::Form;
use crate::write::filled_row::Filled;
use crate::write::{check, value};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Draws the cell.
pub fn draw(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (row, column): (u32, u16),
    about: &Column,
    filled: &Filled,
) -> Result<(), XlsxError> {
    match &about.holds {
        Holds::Evidence(fact) => evidence(form, sheet, table, (row, column), *fact, filled),
        Holds::Last(of) => last_year(form, sheet, table, (row, column), *of, filled),
        Holds::Check => check::draw(form, sheet, table, (row, column), filled),
        _ => Ok(()),
    }
}

fn evidence(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    (row, column): (u32, u16),
    fact: Fact,
    filled: &Filled,
) -> Result<(), XlsxError> {
    let known = &filled.evidence;
    match fact {
        Fact::Least | Fact::Most => {
            let bound = known.range.map(|(least, most)| if fact == Fact::Least { least } else { most });
            let shown = |bound| match filled.about(table) {
                Some(input) => form.on_sheet(&sheet.name(), form.model.quantity(input), bound),
                None => bound,
            };
            let shown = bound.map(shown);
            number(form, sheet, (row, column), shown)
        }
        _ => cells::text(sheet, row, column, &words(form, table, fact, filled), &form.styles.wrapped),
    }
}

/// What a piece of evidence says in words.
pub fn words(form: &Form, table: &Table, fact: Fact, filled: &Filled) -> String {
    let known = &filled.evidence;
    let said = match fact {
        Fact::Concerns => {
            let headings = filled.concerns.iter().map(|column| &*table.columns[*column].heading);
            Some(headings.collect::<Vec<_>>().join("; "))
        }
        Fact::Status => known.status.map(|status| form.brief(status.words())),
        Fact::Source => known.source.clone(),
        Fact::Confidential => known.confidential.as_ref().map(|_| form.brief("yes")),
        Fact::Reason => known.confidential.clone(),
        Fact::Comment => known.comment.clone(),
        Fact::Least | Fact::Most => None,
    };
    said.unwrap_or_default()
}

fn number(form: &Form, sheet: &mut Worksheet, (row, column): (u32, u16), value: Option<f64>) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_number_with_format(row, column, value, form.styles.number()).map(|_| ()),
        None => cells::text(sheet, row, column, "", form.styles.number()),
    }
}

fn last_year(
    form: &Form,
    sheet: &mut Worksheet,
    table: &Table,
    at: (u32, u16),
    of: usize,
    filled: &Filled,
) -> Result<(), XlsxError> {
    let before = table.value_columns().take_while(|(position, _)| *position < of).count();
    let Some(Some((quantity, place))) = filled.asked.get(before) else {
        return cells::text(sheet, at.0, at.1, "", form.styles.sample_of_last_year());
    };
    let input = form.model.quantity(*quantity);
    let format = form.styles.last_year(input);
    match form.last.value(*quantity, place.clone()) {
        Some(said) => value::write(form, sheet, at, input, said, format),
        None => cells::text(sheet, at.0, at.1, "", format),
    }
}
