//! Where the list stands from which a cell is chosen.

use super::Form;
use crate::layout::Table;
use crate::layout::column_content::Holds;
use sg3_lang::model::DimensionId;
use sg3_workbook::write::cells::absolute;

/// The range of cells with the words or codes of a dimension; none if this form does not list them.
pub fn range(form: &Form, dimension: DimensionId) -> Option<String> {
    form.lists.range(dimension).or_else(|| listing(form, dimension))
}

/// The codes that the filler lists on another sheet.
fn listing(form: &Form, dimension: DimensionId) -> Option<String> {
    let (sheet, table) = form.layout.listing(dimension)?;
    let column = table.column_of(&Holds::Code(0))? as u16 + 1;
    let last = table.first_row() + rows(form, table).max(1) - 1;
    Some(absolute(&sheet.name, column, table.first_row(), last))
}

/// How many rows a table has in this form: those prepared, or more if the values need them.
pub fn rows(form: &Form, table: &Table) -> u32 {
    let given = if table.is_open() { form.given.rows(form.model, table).len() } else { 0 };
    table.prepared_rows().max(given as u32)
}
