//! Rules for columns and cells of a list.

use super::context::{ColumnRef, ListContext};
use crate::propose::rule::rule_for_cells;
use crate::rules::figure::Figure;
use crate::rules::rule::MappingRule;
use crate::understand::list::SourceList;
use sg3_workbook::CellRange;

/// A rule for the column of a list.
pub(crate) fn column_rule(context: &ListContext, figure: Figure, at: ColumnRef) -> MappingRule {
    let (list, column) = (&context.lists[at.0], context.column(at));
    let area = CellRange { top: list.span.0, bottom: list.span.1, left: column.column, right: column.column };
    MappingRule {
        heading: column.words.join(" · "),
        label_at: column.head.map(|row| (row, column.column)),
        ..cells_rule(context, figure, list, vec![area])
    }
}

/// A rule for any cells of a list.
pub(crate) fn cells_rule(
    context: &ListContext,
    figure: Figure,
    list: &SourceList,
    cells: Vec<CellRange>,
) -> MappingRule {
    let source = &context.files[list.file];
    MappingRule { rows: list.filter.clone(), ..rule_for_cells(source, list.sheet, figure, cells) }
}
