//! Where the list stands from which a cell is chosen.

use crate::layout::column::ColumnContent;
use crate::layout::position::DRAWN;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use sg3_lang::model::DimensionId;
use sg3_workbook::write::cells::format_absolute_range;

/// The range of cells with the words or codes of a dimension; none if this form does not list them.
pub(crate) fn find_range(form: &FormContext, dimension: DimensionId) -> Option<String> {
    form.lists.range(dimension).or_else(|| find_listed_codes(form, dimension))
}

/// The codes that the filler lists on another sheet.
fn find_listed_codes(form: &FormContext, dimension: DimensionId) -> Option<String> {
    let (sheet, table) = form.layout.listing(dimension)?;
    let column = table.find_column(&ColumnContent::Code(0))? as u16 + 1;
    let last = table.first_row() + count_rows(form, table).max(1) - 1;
    Some(format_absolute_range(&sheet.name, column, table.first_row(), last))
}

/// How many rows a table has in this form: those prepared, or more if the values need them.
pub(crate) fn count_rows(form: &FormContext, table: &FormTable) -> u32 {
    table.prepared_rows().max(count_given_rows(form, table))
}

/// How many of them are drawn, and so printed: all that the model knows or that are given, and some for the filler.
pub(crate) fn count_drawn_rows(form: &FormContext, table: &FormTable) -> u32 {
    if table.is_open() { DRAWN.max(count_given_rows(form, table)) } else { table.prepared_rows() }
}

fn count_given_rows(form: &FormContext, table: &FormTable) -> u32 {
    if table.is_open() { form.list_rows(table).len() as u32 } else { 0 }
}
