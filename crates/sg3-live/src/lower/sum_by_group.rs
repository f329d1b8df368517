//! Sums over rows that each belong to a member of an axis of the result: `SUMIFS`.
//!
//! `sum(amount over line where category[line] == c)` in a formula over `c` would need a block of all lines for every
//! category; `SUMIFS` goes over the lines themselves, with the category of the cell as its criterion.

use super::context::Context;
use super::fold::operands;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Coordinate, Fold, Formula};
use sg3_lang::model::{AxisId, BinaryOperator, Expression, Node};

/// A condition `key == axis` of a filter.
struct Group<'a> {
    /// Varies along the axes that are summed over.
    key: &'a Expression,
    /// An axis of the result.
    axis: AxisId,
}

impl<'a> Lowering<'a> {
    /// Nothing where the filter has no such condition, or where anything else depends on the axes of the result.
    pub(super) fn sum_by_group(
        &mut self,
        body: &'a Expression,
        filter: &'a Expression,
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let (groups, conditions) = split_filter(filter, over.axes, context);
        let keys = groups.iter().map(|group| group.key);
        let columns: Vec<&Expression> = [body].into_iter().chain(keys).collect();
        let depends_on_result = columns.iter().chain(&conditions).any(|part| {
            let free = part.free_axes();
            groups.iter().any(|group| free.contains(&(group.axis.0 as usize)))
        });
        if groups.is_empty() || depends_on_result {
            return None;
        }
        let plain = if conditions.is_empty() { self.aligned_references(&columns, over, context) } else { None };
        let columns = plain.unwrap_or_else(|| self.filtered_columns(&columns, &conditions, over, context));
        let mut columns = columns.into_iter();
        let mut factors: Vec<Formula> = columns.next().into_iter().collect();
        for (key, group) in columns.zip(&groups) {
            factors.push(key);
            factors.push(self.axis(context.place(group.axis), context.scope[group.axis.0 as usize].dimension));
        }
        Some(Formula::Fold(Fold { aggregation: Aggregation::SumWhere, ranges: self.ranges(over, context), factors }))
    }

    /// Amounts and their groups, zero where a condition does not hold, each in a column of its own.
    fn filtered_columns(
        &mut self,
        columns: &[&'a Expression],
        conditions: &[&'a Expression],
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Vec<Formula> {
        let mut filtered = Vec::new();
        for (number, column) in columns.iter().copied().enumerate() {
            let title = if number == 0 { "Amounts included" } else { "Groups of the amounts included" };
            let part = self.part(context, over.axes, AcrossRule::Down, title, |this, inner| {
                this.value_if_all(column, conditions, inner)
            });
            filtered.push(Formula::Reference(part));
        }
        filtered
    }

    /// A value, zero where a condition does not hold.
    fn value_if_all(&mut self, value: &'a Expression, conditions: &[&'a Expression], context: &Context<'a>) -> Formula {
        let value = self.expression(value, context);
        if conditions.is_empty() {
            return value;
        }
        let parts = conditions.iter().map(|condition| self.expression(condition, context)).collect();
        Formula::choice(Formula::And(parts), value, Formula::Number(0.0))
    }
}

/// The groups of a filter, and its other conditions.
fn split_filter<'a>(
    filter: &'a Expression,
    bound: &[AxisId],
    context: &Context,
) -> (Vec<Group<'a>>, Vec<&'a Expression>) {
    let (mut groups, mut conditions) = (Vec::new(), Vec::new());
    for condition in operands(BinaryOperator::And, filter) {
        let group = group_of(condition, bound);
        match group.filter(|group| matches!(context.place(group.axis), Coordinate::Along(_))) {
            Some(group) => groups.push(group),
            None => conditions.push(condition),
        }
    }
    (groups, conditions)
}

/// `key == axis`, where the key varies along the bound axes and the axis is not one of them.
fn group_of<'a>(condition: &'a Expression, bound: &[AxisId]) -> Option<Group<'a>> {
    let Node::Binary(BinaryOperator::Equal, left, right) = &condition.node else { return None };
    [(left, right), (right, left)].into_iter().find_map(|(key, axis)| match axis.node {
        Node::Axis(axis) if !bound.contains(&axis) => {
            let free = key.free_axes();
            bound.iter().any(|axis| free.contains(&(axis.0 as usize))).then_some(Group { key, axis })
        }
        _ => None,
    })
}
