//! One cell beside the values of a row: evidence, last year's value, or the live check.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::{check, value};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Draws the cell.
pub fn draw_annotation(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (row, column): (u32, u16),
    about: &FormColumn,
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    match &about.content {
        ColumnContent::Evidence(fact) => draw_evidence(form, sheet, table, (row, column), *fact, filled),
        ColumnContent::LastYear(of) => draw_last_year(form, sheet, table, (row, column), *of, filled),
        ColumnContent::Check => check::draw_check(form, sheet, table, (row, column), filled),
        _ => Ok(()),
    }
}

fn draw_evidence(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (row, column): (u32, u16),
    fact: EvidenceField,
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    let known = &filled.evidence;
    match fact {
        EvidenceField::Least | EvidenceField::Most => {
            let bound = known.range.map(|(least, most)| if fact == EvidenceField::Least { least } else { most });
            let shown = |bound| match filled.ranged_input(table) {
                Some(input) => form.scale_for_sheet(&sheet.name(), form.model.quantity(input), bound),
                None => bound,
            };
            let shown = bound.map(shown);
            draw_number(form, sheet, (row, column), shown)
        }
        _ => cells::text(sheet, row, column, &display_evidence(form, table, fact, filled), &form.styles.wrapped),
    }
}

/// What a piece of evidence says in words.
pub fn display_evidence(form: &FormContext, table: &FormTable, fact: EvidenceField, filled: &FilledRow) -> String {
    let known = &filled.evidence;
    let said = match fact {
        EvidenceField::Concerns => {
            let headings = filled.concerns.iter().map(|column| &*table.columns[*column].heading);
            Some(headings.collect::<Vec<_>>().join("; "))
        }
        EvidenceField::Status => known.status.map(|status| form.translate_briefly(status.words())),
        EvidenceField::Source => known.source.clone(),
        EvidenceField::Confidential => known.confidential.as_ref().map(|_| form.translate_briefly("yes")),
        EvidenceField::Reason => known.confidential.clone(),
        EvidenceField::Comment => known.comment.clone(),
        EvidenceField::Least | EvidenceField::Most => None,
    };
    said.unwrap_or_default()
}

fn draw_number(
    form: &FormContext,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Option<f64>,
) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_number_with_format(row, column, value, form.styles.number()).map(|_| ()),
        None => cells::text(sheet, row, column, "", form.styles.number()),
    }
}

fn draw_last_year(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    at: (u32, u16),
    of: usize,
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    let before = table.value_columns().take_while(|(position, _)| *position < of).count();
    let Some(Some((quantity, place))) = filled.asked.get(before) else {
        return cells::text(sheet, at.0, at.1, "", form.styles.sample_of_last_year());
    };
    let input = form.model.quantity(*quantity);
    let format = form.styles.last_year(input);
    match form.last.value(*quantity, place.clone()) {
        Some(said) => value::write_value(form, sheet, at, input, said, format),
        None => cells::text(sheet, at.0, at.1, "", format),
    }
}
