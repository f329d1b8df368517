//! What a fold goes over: cells that stand together in the sheet, or a block of terms that makes them so.

use super::Lowering;
use super::context::Context;
use super::part::Across;
use crate::book::block::Block;
use crate::formula::{Bound, Fold, Formula, How, Reading, Where};
use sg3_calc::reads::free_axes;
use sg3_lang::model::{AxisId, BinaryOperator, Expression, Index, IndexBase, Node};

/// Which of the bound axes go down, in order, and which goes across.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stand {
    down: Vec<usize>,
    across: Option<usize>,
}

/// The cells of a fold and how far it goes.
#[derive(Debug, Clone)]
pub struct Span<'s> {
    /// Axes that it goes along.
    pub axes: &'s [AxisId],
    /// Only before (or up to and with) where this axis of the reading block is.
    pub limit: Option<(usize, bool)>,
}

impl<'a> Lowering<'a> {
    pub(crate) fn bounds(&self, span: &Span, context: &Context<'a>) -> Vec<Bound> {
        let count = |axis: &AxisId| self.members(context.scope[axis.0 as usize].dimension).len();
        span.axes.iter().map(|axis| Bound { from: 0, count: count(axis), limit: span.limit }).collect()
    }

    /// A sum of products of plain readings that stand alike, with what does not vary in front.
    pub(crate) fn sum_of_products(
        &mut self,
        body: &'a Expression,
        span: &Span,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let factors = joined_by(BinaryOperator::Multiply, body);
        let bound = |expression: &Expression| {
            let free = free_axes(expression);
            span.axes.iter().filter(|axis| free.contains(&(axis.0 as usize))).count()
        };
        let (steady, varying): (Vec<&Expression>, Vec<&Expression>) =
            factors.into_iter().partition(|factor| bound(factor) == 0);
        let plain = |factor: &&Expression| bound(factor) == span.axes.len() && is_plain(factor);
        if varying.is_empty() || !varying.iter().all(plain) {
            return None;
        }
        let slices = self.slices(&varying, span, context)?;
        let fold = Formula::Fold(Fold { how: How::Sum, bound: self.bounds(span, context), factors: slices });
        let steady = steady.into_iter().map(|factor| self.expression(factor, context)).collect::<Vec<_>>();
        let times = |left, right| Formula::binary(crate::formula::Arithmetic::Multiply, left, right);
        Some(steady.into_iter().rev().fold(fold, |product, factor| times(factor, product)))
    }

    /// The same for expressions that may not be plain readings.
    pub(crate) fn plain_slices(
        &mut self,
        factors: &[&'a Expression],
        span: &Span,
        context: &Context<'a>,
    ) -> Option<Vec<Formula>> {
        let whole = |factor: &&Expression| {
            let free = free_axes(factor);
            is_plain(factor) && span.axes.iter().all(|axis| free.contains(&(axis.0 as usize)))
        };
        if factors.iter().all(whole) { self.slices(factors, span, context) } else { None }
    }

    /// Readings that stand alike; those that stand otherwise are copied into blocks that do.
    fn slices(&mut self, factors: &[&'a Expression], span: &Span, context: &Context<'a>) -> Option<Vec<Formula>> {
        let inner = context.bound(span.axes);
        let mut readings = Vec::new();
        for factor in factors {
            match self.expression(factor, &inner) {
                Formula::Read(reading) => readings.push(reading),
                _ => return None,
            }
        }
        let stands: Vec<Option<Stand>> = readings.iter().map(|reading| self.stand(reading, context)).collect();
        let unknown = |reading: &Reading| context.unknown.is_some_and(|unknown| unknown.block == reading.block);
        let size = |number: &usize| (unknown(&readings[*number]), self.book.block(readings[*number].block).cells());
        let largest = (0..readings.len()).filter(|number| stands[*number].is_some()).max_by_key(size);
        let limited = span.limit.map(|(axis, _)| Some(axis) == context.across);
        let wanted = match (largest.and_then(|number| stands[number].clone()), limited) {
            (stand, None) => stand.unwrap_or_else(|| self.usual(span, context)),
            (_, Some(true)) => Stand { down: Vec::new(), across: Some(0) },
            (_, Some(false)) => Stand { down: vec![0], across: None },
        };
        let mut slices = Vec::new();
        for ((reading, stand), factor) in readings.into_iter().zip(stands).zip(factors) {
            if stand.as_ref() == Some(&wanted) {
                slices.push(Formula::Read(reading));
            } else {
                let across = wanted.across.map_or(Across::Down, Across::Bound);
                let title = format!("{} (transposed)", self.book.block(reading.block).title);
                let copy = self.part(context, span.axes, across, &title, |this, inner| this.expression(factor, inner));
                if self.stand(&copy, context).as_ref() != Some(&wanted) {
                    return None;
                }
                slices.push(Formula::Read(copy));
            }
        }
        Some(slices)
    }

    /// How a block of terms would stand.
    fn usual(&self, span: &Span, _context: &Context<'a>) -> Stand {
        Stand { down: (0..span.axes.len()).collect(), across: None }
    }

    /// How the cells of a reading stand, if they stand together.
    fn stand(&self, reading: &Reading, context: &Context<'a>) -> Option<Stand> {
        let block: &Block = self.book.block(reading.block);
        let mut stand = Stand { down: Vec::new(), across: None };
        for axis in block.down() {
            match &reading.places[axis] {
                Where::Bound(bound) => stand.down.push(*bound),
                _ if !stand.down.is_empty() => return None,
                Where::At(_) => {}
                Where::Along(along) if Some(*along) != context.across => {}
                _ => return None,
            }
        }
        if let Some(axis) = block.across {
            match &reading.places[axis] {
                Where::Bound(bound) => stand.across = Some(*bound),
                Where::At(_) | Where::Along(_) => {}
                _ => return None,
            }
        }
        let mut met: Vec<usize> = stand.down.iter().chain(&stand.across).copied().collect();
        let is_sorted = stand.down.is_sorted();
        met.sort_unstable();
        met.dedup();
        let all = met.len() == stand.down.len() + usize::from(stand.across.is_some());
        (is_sorted && all).then_some(stand)
    }

    /// One reading whose cells stand together: the expression's own, or of a block of its values.
    pub(crate) fn slice(
        &mut self,
        title: &str,
        expression: &'a Expression,
        span: &Span,
        context: &Context<'a>,
    ) -> Formula {
        if let Some([slice]) = self.plain_slices(&[expression], span, context).as_deref() {
            return slice.clone();
        }
        self.terms(title, span, context, |this, inner| this.expression(expression, inner))
    }

    /// A block of terms.
    pub(crate) fn terms(
        &mut self,
        title: &str,
        span: &Span,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        let across = match span.limit {
            None => Across::Natural,
            Some((axis, _)) if Some(axis) == context.across => Across::Bound(0),
            Some(_) => Across::Down,
        };
        Formula::Read(self.part(context, span.axes, across, title, build))
    }

    pub(crate) fn fold(&self, how: How, span: &Span, context: &Context<'a>, terms: Formula) -> Formula {
        Formula::Fold(Fold { how, bound: self.bounds(span, context), factors: vec![terms] })
    }
}

/// What an operator joins, however often it stands: the factors of a product, the conditions of a filter.
pub(crate) fn joined_by(operator: BinaryOperator, expression: &Expression) -> Vec<&Expression> {
    match &expression.node {
        Node::Binary(own, left, right) if *own == operator => {
            [left, right].into_iter().flat_map(|side| joined_by(operator, side)).collect()
        }
        _ => vec![expression],
    }
}

/// Whether it is a reading at axes and fixed members.
pub(crate) fn is_plain(expression: &Expression) -> bool {
    let fixed = |index: &Index| {
        let base = matches!(index.base, IndexBase::Axis(_) | IndexBase::Member(_) | IndexBase::First | IndexBase::Last);
        base && index.shift.is_none()
    };
    match &expression.node {
        Node::Read(read) => read.beyond.is_none() && read.places.iter().all(fixed),
        _ => false,
    }
}
