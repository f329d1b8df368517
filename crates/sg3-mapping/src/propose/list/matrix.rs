//! Tables of the source with codes on two sides: routing factors, keys by department.

use super::candidate::{ColumnCandidate, column_year, members_figure, starred_figure};
use super::column_rule::cells_rule;
use super::context::ListContext;
use crate::rules::figure::Figure;
use crate::rules::keys::MemberKeys;
use crate::rules::row_filter::{Pattern, RowFilter};
use crate::rules::rule::MappingRule;
use crate::understand::concept::Concept;
use crate::understand::list::SourceList;
use crate::weights::lists::{MATRIX_BY_CODES, MATRIX_BY_HEADS, MATRIX_BY_TITLE, MATRIX_UNTITLED, MOST_HEADS, NAMED};
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use sg3_workbook::CellRange;

/// A table with codes on two sides: its columns across, and the column of codes beside.
struct Matrix {
    beside: usize,
    across: Vec<usize>,
    score: f64,
}

fn find_matrix(context: &ListContext, list: usize, down: DimensionId, over: DimensionId) -> Option<Matrix> {
    let across = context.across(list, over);
    let numeric =
        context.lists[list].columns.iter().filter(|column| column.numbers > 0 && column.numbers * 2 > column.filled);
    let share = across.len() as f64 / numeric.count().max(1) as f64;
    if across.len() < 3 || share < MOST_HEADS {
        return None;
    }
    let named = (0..across[0]).map(|column| (column, context.names((list, column), down)));
    let (beside, named) = named.fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
    (named >= NAMED).then(|| Matrix {
        beside,
        across,
        score: named * (MATRIX_BY_CODES + MATRIX_BY_HEADS * share.min(1.0)),
    })
}

impl Matrix {
    /// Runs of columns across as areas.
    fn areas(&self, list: &SourceList, (top, bottom): (u32, u32)) -> Vec<CellRange> {
        let mut areas: Vec<CellRange> = Vec::new();
        for column in self.across.iter().map(|column| list.columns[*column].column) {
            match areas.last_mut().filter(|last| last.right + 1 == column) {
                Some(last) => last.right = column,
                None => areas.push(CellRange { top, bottom, left: column, right: column }),
            }
        }
        areas
    }

    /// A rule for all its cells.
    fn rule(&self, context: &ListContext, list: &SourceList, figure: Figure) -> MappingRule {
        let areas = self.areas(list, list.span);
        MappingRule { rows: self.filter(list), ..cells_rule(context, figure, list, areas) }
    }

    /// Only rows with a code count: below them stand totals.
    fn filter(&self, list: &SourceList) -> RowFilter {
        RowFilter::one(list.columns[self.beside].column, [Pattern::anything()])
    }
}

/// Every filled cell of a matrix is a member, with one code beside it and one above: `1200` measured for `A` in row `6010` is one driver.
///
/// Either of the two inputs that name its codes may stand above, so both ways are tried.
pub(crate) fn candidates_of_cells(
    context: &ListContext,
    dimension: DimensionId,
    year: Option<i32>,
    all: &mut Vec<ColumnCandidate>,
) {
    let inputs: Vec<QuantityId> = context.along(dimension).collect();
    let references: Vec<(QuantityId, DimensionId)> =
        inputs.iter().filter_map(|id| Some((*id, dimension_named_by(context, *id)?))).collect();
    let [one, other] = references[..] else { return };
    for list in 0..context.lists.len() {
        for (down, over) in [(one, other), (other, one)] {
            if let Some(matrix) = find_matrix(context, list, down.1, over.1) {
                let cells = MemberCells { context, dimension, list, matrix };
                all.extend([cells.codes_above(over.0), cells.codes_beside(down.0)]);
                all.extend(inputs.iter().filter_map(|id| cells.amounts(*id, year)));
            }
        }
    }
}

/// The dimension whose members the values of an input are.
fn dimension_named_by(context: &ListContext, id: QuantityId) -> Option<DimensionId> {
    match context.model.quantity(id).kind {
        Kind::Member(of) => Some(of),
        _ => None,
    }
}

/// A matrix whose filled cells are members of a dimension.
struct MemberCells<'a> {
    context: &'a ListContext<'a>,
    dimension: DimensionId,
    list: usize,
    matrix: Matrix,
}

impl MemberCells<'_> {
    fn codes_above(&self, id: QuantityId) -> ColumnCandidate {
        let own = &self.context.lists[self.list];
        let areas = self.matrix.areas(own, (own.head, own.head));
        let figure = starred_figure(self.context, self.context.model.quantity(id), None);
        let rule = MappingRule { rows: RowFilter::default(), ..cells_rule(self.context, figure, own, areas) };
        self.candidate(id, self.matrix.across[1], None, rule, "its codes are in the row above")
    }

    fn codes_beside(&self, id: QuantityId) -> ColumnCandidate {
        let own = &self.context.lists[self.list];
        let column = own.columns[self.matrix.beside].column;
        let area = CellRange { top: own.span.0, bottom: own.span.1, left: column, right: column };
        let figure = starred_figure(self.context, self.context.model.quantity(id), None);
        let rule = MappingRule { rows: self.matrix.filter(own), ..cells_rule(self.context, figure, own, vec![area]) };
        self.candidate(id, self.matrix.beside, None, rule, "its codes are in the column beside")
    }

    fn amounts(&self, id: QuantityId, wanted: Option<i32>) -> Option<ColumnCandidate> {
        let quantity = self.context.model.quantity(id);
        if !matches!(quantity.kind, Kind::Number(_)) {
            return None;
        }
        let first = self.matrix.across[0];
        let year = column_year(self.context, quantity, (self.list, first), wanted);
        let rule = self.rule(starred_figure(self.context, quantity, year));
        Some(self.candidate(id, first, year, rule, "codes beside and above are known"))
    }

    fn rule(&self, figure: Figure) -> MappingRule {
        let own = &self.context.lists[self.list];
        self.matrix.rule(self.context, own, figure)
    }

    fn candidate(
        &self,
        quantity: QuantityId,
        column: usize,
        year: Option<i32>,
        line: MappingRule,
        why: &str,
    ) -> ColumnCandidate {
        let members = self.rule(members_figure(self.context, self.dimension));
        ColumnCandidate {
            quantity,
            year,
            at: (self.list, column),
            score: self.matrix.score,
            line,
            made: vec![MappingRule { why: "every filled cell is one".to_owned(), ..members }],
            why: why.to_owned(),
            refers: None,
            is_scaled: false,
        }
    }
}

/// Inputs along two dimensions: codes of one beside, of the other above; which input it is, its title says.
pub(crate) fn candidates_of_two_axes(context: &ListContext, year: Option<i32>, all: &mut Vec<ColumnCandidate>) {
    for id in &context.asked {
        let quantity = context.model.quantity(*id);
        let axes = context.members(quantity);
        let ([one, other], Kind::Number(_)) = (&axes[..], &quantity.kind) else { continue };
        for list in 0..context.lists.len() {
            for (down, over) in [(*one, *other), (*other, *one)] {
                if let Some(matrix) = find_matrix(context, list, down, over) {
                    all.extend(two_axes(context, *id, (list, matrix, down == *one), year));
                }
            }
        }
    }
}

/// An input in a matrix; the keys stand in the order of its axes.
fn two_axes(
    context: &ListContext,
    id: QuantityId,
    (list, matrix, is_first_down): (usize, Matrix, bool),
    wanted: Option<i32>,
) -> Option<ColumnCandidate> {
    let (quantity, own) = (context.model.quantity(id), &context.lists[list]);
    let at = (list, matrix.across[0]);
    let year = column_year(context, quantity, at, wanted);
    let beside = MemberKeys::Column(own.columns[matrix.beside].column);
    let above = MemberKeys::Row(own.head);
    let keys = if is_first_down { vec![beside, above] } else { vec![above, beside] };
    let about = context.about(list, Concept::Quantity(id));
    Some(ColumnCandidate {
        quantity: id,
        year,
        at,
        score: matrix.score * (MATRIX_UNTITLED + MATRIX_BY_TITLE * about),
        line: MappingRule { keys, ..matrix.rule(context, own, starred_figure(context, quantity, year)) },
        made: Vec::new(),
        why: format!("codes beside and above are known; title fits {:.0} %", 100.0 * about),
        refers: None,
        is_scaled: false,
    })
}
