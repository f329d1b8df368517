//! Sums over rows that each belong to a member of an axis of the result: `SUMIFS`.

use super::Lowering;
use super::context::Context;
use super::fold::{Span, joined_by};
use super::part::Across;
use crate::formula::{Fold, Formula, How, Where};
use sg3_calc::reads::free_axes;
use sg3_lang::model::{AxisId, BinaryOperator, Expression, Node};

impl<'a> Lowering<'a> {
    /// A sum over rows that each belong to a member of one or more axes of the result.
    pub(crate) fn sum_by_group(
        &mut self,
        body: &'a Expression,
        filter: &'a Expression,
        span: &Span,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let mut conditions = joined_by(BinaryOperator::And, filter);
        let along = |group: AxisId| matches!(context.place(group), Where::Along(_));
        let group = |condition: &&'a Expression| group_of(condition, span.axes).filter(|(_, group)| along(*group));
        let groups: Vec<(&Expression, AxisId)> = conditions.iter().filter_map(group).collect();
        conditions.retain(|condition| group(condition).is_none());
        let by = |part: &&Expression| groups.iter().any(|(_, group)| free_axes(part).contains(&(group.0 as usize)));
        let keys = groups.iter().map(|(key, _)| *key);
        if groups.is_empty() || conditions.iter().copied().chain([body]).chain(keys.clone()).any(|part| by(&part)) {
            return None;
        }
        let columns: Vec<&Expression> = [body].into_iter().chain(keys).collect();
        let plain = if conditions.is_empty() { self.plain_slices(&columns, span, context) } else { None };
        let mut columns = plain.unwrap_or_else(|| self.that_count(&columns, &conditions, span, context)).into_iter();
        let mut factors: Vec<Formula> = columns.next().into_iter().collect();
        for (key, (_, group)) in columns.zip(&groups) {
            factors.push(key);
            factors.push(self.axis(context.place(*group), context.scope[group.0 as usize].dimension));
        }
        Some(Formula::Fold(Fold { how: How::SumWhere, bound: self.bounds(span, context), factors }))
    }

    /// Amounts and their groups, nought where a condition does not hold, each in a column of its own.
    fn that_count(
        &mut self,
        columns: &[&'a Expression],
        conditions: &[&'a Expression],
        span: &Span,
        context: &Context<'a>,
    ) -> Vec<Formula> {
        let asked = |this: &mut Self, inner: &Context<'a>, value: &'a Expression| {
            let value = this.expression(value, inner);
            if conditions.is_empty() {
                return value;
            }
            let parts = conditions.iter().map(|condition| this.expression(condition, inner)).collect();
            Formula::choice(Formula::And(parts), value, Formula::Number(0.0))
        };
        let down = |(number, column): (usize, &&'a Expression)| {
            let title = if number == 0 { "Amounts included" } else { "Groups of the amounts included" };
            let across = Across::Down;
            Formula::Read(self.part(context, span.axes, across, title, |this, inner| asked(this, inner, column)))
        };
        columns.iter().enumerate().map(down).collect()
    }
}

/// `key == axis`, where the key varies along the bound axes and the axis is not one of them.
fn group_of<'e>(condition: &'e Expression, bound: &[AxisId]) -> Option<(&'e Expression, AxisId)> {
    let Node::Binary(BinaryOperator::Equal, left, right) = &condition.node else { return None };
    let sides = [(left, right), (right, left)];
    sides.into_iter().find_map(|(key, axis)| match axis.node {
        Node::Axis(group) if !bound.contains(&group) => {
            let free = free_axes(key);
            bound.iter().any(|axis| free.contains(&(axis.0 as usize))).then_some((&**key, group))
        }
        _ => None,
    })
}
