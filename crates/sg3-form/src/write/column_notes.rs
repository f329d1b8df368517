//! The lines above the rows of a table that speak for whole columns.

use super::shared_annotations::Told;
use super::{Form, draw as draw_of_write, validation};
use crate::layout::column_content::Holds;
use crate::layout::evidence::Fact;
use crate::layout::{Table, key};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::Evidence;
use sg3_workbook::write::cells;

/// Draws the lines, if the table has any.
pub fn draw(form: &Form, sheet: &mut Worksheet, table: &Table, told: &Told) -> Result<(), XlsxError> {
    for (row, line) in table.evidence_rows() {
        draw_of_write::key(form, sheet, row, line)?;
        label(form, sheet, table, row, line)?;
        for span in table.spans() {
            let (first, last) = (span.first, span.last);
            let said: String = told.line(span).and_then(|evidence| said(form, evidence, line)).unwrap_or_default();
            match first == last {
                true => cells::text(sheet, row, first, &said, &form.styles.wrapped)?,
                false => sheet.merge_range(row, first, row, last, &said, &form.styles.wrapped).map(|_| ())?,
            }
            if line == key::STATUS {
                validation::fact(form, sheet, (row, row, first), table, Fact::Status)?;
            }
        }
    }
    Ok(())
}

/// What the line is, over the columns that say what a row is.
fn label(form: &Form, sheet: &mut Worksheet, table: &Table, row: u32, line: &str) -> Result<(), XlsxError> {
    let about =
        table.columns.iter().take_while(|column| !matches!(column.holds, Holds::Values(_) | Holds::Single(_))).count()
            as u16;
    let is_narrow = about == 1 && matches!(table.columns[0].holds, Holds::Code(_));
    let words = form.say(if is_narrow { fact(line).heading() } else { words(line) });
    match about {
        0 => Ok(()),
        1 => cells::text(sheet, row, 1, &words, &form.styles.line),
        last => sheet.merge_range(row, 1, row, last, &words, &form.styles.line).map(|_| ()),
    }
}

fn words(line: &str) -> &'static str {
    match line {
        key::STATUS => "Status of the whole column",
        key::SOURCE => "Source of the whole column",
        _ => "Confidential: no, or why",
    }
}

fn fact(line: &str) -> Fact {
    match line {
        key::STATUS => Fact::Status,
        key::SOURCE => Fact::Source,
        _ => Fact::Confidential,
    }
}

/// What evidence says in a line.
pub fn said(form: &Form, evidence: &Evidence, line: &str) -> Option<String> {
    match line {
        key::STATUS => evidence.status.map(|status| form.brief(status.words())),
        key::SOURCE => evidence.source.clone(),
        _ => evidence.confidential.clone(),
    }
}
