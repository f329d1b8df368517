//! The lines above the rows of a table that speak for whole columns.

use crate::layout::column::ColumnContent;
use crate::layout::evidence::EvidenceField;
use crate::layout::key;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::shared_annotations::SharedAnnotations;
use crate::write::{form_cells, validation};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::Evidence;
use sg3_workbook::write::cells;

/// Draws the lines, if the table has any.
pub(crate) fn draw_column_notes(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    shared: &SharedAnnotations,
) -> Result<(), XlsxError> {
    for (row, line) in table.evidence_rows() {
        form_cells::draw_key(form, sheet, row, line)?;
        draw_label(form, sheet, table, row, line)?;
        for span in table.column_spans() {
            let (first, last) = (span.first, span.last);
            let text: String =
                shared.line_evidence(span).and_then(|evidence| display_line(form, evidence, line)).unwrap_or_default();
            if first == last {
                cells::write_text(sheet, row, first, &text, &form.styles.wrapped)?;
            } else {
                sheet.merge_range(row, first, row, last, &text, &form.styles.wrapped)?;
            }
            if line == key::STATUS {
                validation::validate_evidence(form, sheet, (row, row, first), table, EvidenceField::Status)?;
            }
        }
    }
    Ok(())
}

/// What the line is, over the columns that say what a row is.
fn draw_label(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    row: u32,
    line: &str,
) -> Result<(), XlsxError> {
    let about = table.columns.iter().take_while(|column| !column.holds_values()).count() as u16;
    let is_narrow = about == 1 && matches!(table.columns[0].content, ColumnContent::Code(_));
    let words = form.translate(if is_narrow { line_field(line).heading() } else { line_label(line) });
    match about {
        0 => Ok(()),
        1 => cells::write_text(sheet, row, 1, &words, &form.styles.line),
        last => sheet.merge_range(row, 1, row, last, &words, &form.styles.line).map(|_| ()),
    }
}

fn line_label(line: &str) -> &'static str {
    match line {
        key::STATUS => "Status of the whole column",
        key::SOURCE => "Source of the whole column",
        _ => "Confidential: no, or why",
    }
}

fn line_field(line: &str) -> EvidenceField {
    match line {
        key::STATUS => EvidenceField::Status,
        key::SOURCE => EvidenceField::Source,
        _ => EvidenceField::Confidential,
    }
}

/// What evidence says in a line.
pub(crate) fn display_line(form: &FormContext, evidence: &Evidence, line: &str) -> Option<String> {
    match line {
        key::STATUS => evidence.status.map(|status| form.translate_briefly(status.label())),
        key::SOURCE => evidence.source.clone(),
        _ => evidence.confidential.clone(),
    }
}
