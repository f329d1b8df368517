//! Whether the shares of an input are parts of one whole along an axis: told by what the model multiplies them with, not by a label.
//!
//! A cost times a share by centre is divided between the centres. Lines by geotype times a share by geotype are some of the
//! lines of each: such shares partition nothing, whatever they add up to.

use super::units::is_total;
use sg3_lang::Unit;
use sg3_lang::model::{
    AxisId, BinaryOperator, Expression, IndexBase, Kind, Model, Node, QuantityId, Question, ReductionKind, Type,
};

/// What a model does with shares along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ShareUse {
    /// Nothing that tells.
    Unknown,
    /// Each is a share of an amount of its own member.
    OfEachMember,
    /// They divide one amount, weigh members, or a check adds them up.
    Partition,
}

/// What the formulas and checks of a model do with an input along one of its axes.
pub(super) fn find_use(model: &Model, input: QuantityId, axis: usize) -> ShareUse {
    let shares = Shares { input, axis };
    let definitions = model.quantities.iter().filter_map(|quantity| quantity.definition());
    let formulas = definitions.flat_map(|definition| definition.body.expressions());
    let used = formulas.map(|formula| shares.used_in(formula, &[]));
    let checked = model.checks.iter().filter(|check| matches!(check.question, Question::Equal { .. }));
    let checked = checked.flat_map(|check| check.question.expressions()).map(|side| shares.added_up_by(side));
    used.chain(checked).max().unwrap_or(ShareUse::Unknown)
}

#[derive(Clone, Copy)]
struct Shares {
    input: QuantityId,
    axis: usize,
}

impl Shares {
    /// The axis of the scope at which an expression reads the shares, if it does.
    fn axis_read(self, expression: &Expression) -> Option<AxisId> {
        let mut found = None;
        expression.walk(&mut |part| {
            if let Node::Read(read) = &part.node
                && read.quantity == self.input
                && let IndexBase::Axis(axis) = read.places[self.axis].base
            {
                found = Some(axis);
            }
        });
        found
    }

    /// Of an expression within a sum over some axes.
    fn used_in(self, expression: &Expression, summed: &[AxisId]) -> ShareUse {
        let (mut most, mut inner) = (ShareUse::Unknown, Vec::new());
        match &expression.node {
            Node::Binary(BinaryOperator::Multiply | BinaryOperator::Divide, ..) => {
                let factors = list_factors(expression);
                most = self.multiplied(&factors, summed);
                inner.extend(factors.into_iter().map(|(factor, _)| (factor, &[][..])));
            }
            Node::Reduce(reduction) if reduction.how == ReductionKind::Sum => {
                inner.extend(reduction.arguments.iter().map(|argument| (argument, &reduction.axes[..])));
            }
            _ => expression.for_each_child(&mut |child| inner.push((child, &[][..]))),
        }
        inner.into_iter().map(|(part, summed)| self.used_in(part, summed)).fold(most, ShareUse::max)
    }

    /// Of a product: what stands beside the shares.
    fn multiplied(self, factors: &[(&Expression, bool)], summed: &[AxisId]) -> ShareUse {
        let Some(axis) = factors.iter().find_map(|(factor, is_over)| self.axis_read(factor).filter(|_| !is_over))
        else {
            return ShareUse::Unknown;
        };
        let others: Vec<_> = factors.iter().filter(|(factor, _)| self.axis_read(factor).is_none()).collect();
        let unit = others.iter().fold(Unit::pure(), |unit, (factor, is_over)| {
            if *is_over { unit.over(&unit_of(factor)) } else { unit.times(&unit_of(factor)) }
        });
        let has_total = |varies: bool| {
            let mut totals = others.iter().filter(|(factor, is_over)| !is_over && is_total(&unit_of(factor)));
            totals.any(|(factor, _)| mentions(factor, axis) == varies)
        };
        let varies = others.iter().any(|(factor, _)| mentions(factor, axis));
        match (has_total(true), has_total(false)) {
            (true, _) => ShareUse::OfEachMember,
            (false, true) => ShareUse::Partition,
            _ if is_total(&unit) => {
                if varies {
                    ShareUse::OfEachMember
                } else {
                    ShareUse::Partition
                }
            }
            _ if varies && summed.contains(&axis) => ShareUse::Partition,
            _ => ShareUse::Unknown,
        }
    }

    /// Of a side of a check: `sum(share over centre)`.
    fn added_up_by(self, side: &Expression) -> ShareUse {
        let Node::Reduce(reduction) = &side.node else { return ShareUse::Unknown };
        let is_sum = reduction.how == ReductionKind::Sum;
        let is_read = matches!(&reduction.arguments[0].node, Node::Read(read) if read.quantity == self.input);
        let axis = self.axis_read(&reduction.arguments[0]).filter(|axis| reduction.axes.contains(axis));
        if is_sum && is_read && axis.is_some() { ShareUse::Partition } else { ShareUse::Unknown }
    }
}

/// The factors of a product, and whether each stands below the line.
fn list_factors(product: &Expression) -> Vec<(&Expression, bool)> {
    let Node::Binary(operator, left, right) = &product.node else { return vec![(product, false)] };
    let is_over = match operator {
        BinaryOperator::Multiply => false,
        BinaryOperator::Divide => true,
        _ => return vec![(product, false)],
    };
    let mut factors = list_factors(left);
    factors.extend(list_factors(right).into_iter().map(|(factor, below)| (factor, below != is_over)));
    factors
}

fn mentions(expression: &Expression, axis: AxisId) -> bool {
    let mut is_mentioned = false;
    expression.walk(&mut |part| {
        is_mentioned |= match &part.node {
            Node::Axis(at) => *at == axis,
            Node::Read(read) => read.places.iter().any(|index| matches!(index.base, IndexBase::Axis(at) if at == axis)),
            _ => false,
        };
    });
    is_mentioned
}

fn unit_of(expression: &Expression) -> Unit {
    match &expression.of {
        Type::Of(Kind::Number(unit)) => unit.clone(),
        _ => Unit::pure(),
    }
}
