//! The prepared rows below those that are drawn. Spreadsheets print whatever has a border, a colour or a formula, so these
//! have none, and forms print on the pages that are used; a row is drawn once it is reached.

use crate::layout::column::{ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;
use crate::layout::table::FormTable;
use crate::write::choice;
use crate::write::context::FormContext;
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{ConditionalFormatFormula, Format, Formula, Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Lets cells take what is asked for, unseen until the row above or the row itself says something.
pub(crate) fn prepare_rows_below(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
) -> Result<(), XlsxError> {
    let first = table.first_row() + choice::count_drawn_rows(form, table);
    let end = table.first_row() + choice::count_rows(form, table);
    if first == end {
        return Ok(());
    }
    for row in first..end {
        for (position, column) in table.placed_columns() {
            if let Some(format) = find_format(form, column) {
                cells::write_text(sheet, row, position, "", format)?;
            }
        }
    }
    draw_when_reached(form, sheet, table, (first, end - 1))
}

fn find_format<'a>(form: &'a FormContext, column: &FormColumn) -> Option<&'a Format> {
    match &column.content {
        ColumnContent::Values(ask) => Some(form.styles.unseen(form.model.quantity(ask.quantity))),
        ColumnContent::Code(_) | ColumnContent::Label(_) | ColumnContent::Unit => Some(form.styles.unseen_words()),
        ColumnContent::Evidence(EvidenceField::Least | EvidenceField::Most) => Some(form.styles.unseen_number()),
        ColumnContent::Evidence(_) => Some(form.styles.unseen_words()),
        ColumnContent::Note | ColumnContent::Scalar(_) | ColumnContent::LastYear(_) | ColumnContent::Check => None,
    }
}

fn draw_when_reached(
    form: &FormContext,
    sheet: &mut Worksheet,
    table: &FormTable,
    (first, last): (u32, u32),
) -> Result<(), XlsxError> {
    let is_reached = Formula::new(build_condition(table, first));
    let rule = ConditionalFormatFormula::new().set_rule(is_reached).set_format(form.styles.reached());
    for (left, right) in find_runs(table) {
        sheet.add_conditional_format(first, left, last, right, &rule)?;
    }
    Ok(())
}

/// `COUNTA($B30:$B31,$D30:$E31)>0`: something stands in this row or the one above. Numbers that were there from the start and checks
/// are nothing that somebody has entered.
fn build_condition(table: &FormTable, row: u32) -> String {
    let entered = table.placed_columns().filter(|(_, column)| match column.content {
        ColumnContent::Code(_) => !table.is_numbered(),
        ColumnContent::Label(_) | ColumnContent::Values(_) => true,
        _ => false,
    });
    let columns = entered.map(|(position, _)| {
        let [from, to] = [row - 1, row].map(|row| row_col_to_cell_absolute(row, position));
        let relative = |cell: String| cell.rsplit_once('$').map(|(column, row)| format!("{column}{row}"));
        format!("{}:{}", relative(from).unwrap_or_default(), relative(to).unwrap_or_default())
    });
    format!("=COUNTA({})>0", columns.collect::<Vec<_>>().join(","))
}

/// Columns side by side that are filled in.
fn find_runs(table: &FormTable) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    let is_entered = |column: &FormColumn| !matches!(column.content, ColumnContent::LastYear(_) | ColumnContent::Check);
    for (position, _) in table.placed_columns().filter(|(_, column)| is_entered(column)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == position => *last = position,
            _ => runs.push((position, position)),
        }
    }
    runs
}
