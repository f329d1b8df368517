//! One cell beside the values of a row: evidence, last year's value, or the live check.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::filled_row::FilledRow;
use crate::write::{check, value};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Draws what stands beside the values of a row in one column; nothing in columns of other kinds.
pub(crate) fn draw_annotation(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (row, column): (u32, u16),
    about: &FormColumn,
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    match &about.content {
        ColumnContent::Evidence(field) => draw_evidence(form, sheet, table, (row, column), *field, filled),
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
    field: EvidenceField,
    filled: &FilledRow,
) -> Result<(), XlsxError> {
    let known = &filled.evidence;
    match field {
        EvidenceField::Least | EvidenceField::Most => {
            let bound = known.range.map(|(least, most)| if field == EvidenceField::Least { least } else { most });
            let input = filled.ranged_input(table).map(|input| form.model.quantity(input));
            let name = sheet.name();
            let shown = bound.map(|bound| input.map_or(bound, |input| form.scale_for_sheet(&name, input, bound)));
            draw_number(form, sheet, (row, column), shown)
        }
        _ => cells::write_text(sheet, row, column, &display_evidence(form, table, field, filled), &form.styles.wrapped),
    }
}

/// What a piece of evidence says in words.
pub(crate) fn display_evidence(
    form: &FormContext,
    table: &FormTable,
    field: EvidenceField,
    filled: &FilledRow,
) -> String {
    let known = &filled.evidence;
    let text = match field {
        EvidenceField::Concerns => {
            let headings = filled.concerns.iter().map(|column| &*table.columns[*column].heading);
            Some(headings.collect::<Vec<_>>().join("; "))
        }
        EvidenceField::Status => known.status.map(|status| form.translate_briefly(status.label())),
        EvidenceField::Source => known.source.clone(),
        EvidenceField::Confidential => known.confidential.as_ref().map(|_| form.translate_briefly("yes")),
        EvidenceField::Reason => known.confidential.clone(),
        EvidenceField::Comment => known.comment.clone(),
        EvidenceField::Least | EvidenceField::Most => None,
    };
    text.unwrap_or_default()
}

fn draw_number(
    form: &FormContext,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Option<f64>,
) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_number_with_format(row, column, value, form.styles.number()).map(|_| ()),
        None => cells::write_text(sheet, row, column, "", form.styles.number()),
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
        return cells::write_text(sheet, at.0, at.1, "", form.styles.sample_of_last_year());
    };
    let input = form.model.quantity(*quantity);
    let format = form.styles.last_year(input);
    match form.last.value(*quantity, place.clone()) {
        Some(value) => value::write_value(form, sheet, at, input, value, format),
        None => cells::write_text(sheet, at.0, at.1, "", format),
    }
}
