//! What a fold goes over: cells that stand together in the sheet, or a block of terms that makes them so.

use super::alignment::Alignment;
use super::context::Context;
use super::fold_axes::FoldAxes;
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use crate::book::formula::{Aggregation, Arithmetic, Fold, FoldRange, Formula, Reference};
use sg3_lang::model::{AxisId, BinaryOperator, Expression, Index, IndexBase, Node};

impl<'a> Lowering<'a> {
    /// How far a fold goes along each of its axes.
    pub(super) fn ranges(&self, over: &FoldAxes, context: &Context<'a>) -> Vec<FoldRange> {
        let axes = over.axes.iter().map(|axis| context.scope[axis.0 as usize].dimension);
        axes.map(|dimension| FoldRange { from: 0, count: self.members(dimension).len(), limit: over.limit }).collect()
    }

    /// A fold over one block of cells.
    pub(super) fn fold(
        &self,
        aggregation: Aggregation,
        over: &FoldAxes,
        context: &Context<'a>,
        terms: Formula,
    ) -> Formula {
        Formula::Fold(Fold { aggregation, ranges: self.ranges(over, context), factors: vec![terms] })
    }

    /// A sum of products of plain references that stand alike, with what does not vary in front:
    /// `sum(price * minutes[s] * factor[s] over s)` is `price * SUMPRODUCT(minutes, factor)`, and needs no block of products.
    pub(super) fn sum_of_products(
        &mut self,
        body: &'a Expression,
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Option<Formula> {
        let (steady, varying): (Vec<&Expression>, Vec<&Expression>) =
            operands(BinaryOperator::Multiply, body).into_iter().partition(|factor| !varies(factor, over.axes));
        if varying.is_empty() {
            return None;
        }
        let factors = self.aligned_references(&varying, over, context)?;
        let ranges = self.ranges(over, context);
        let fold = Formula::Fold(Fold { aggregation: Aggregation::Sum, ranges, factors });
        let steady = steady.into_iter().map(|factor| self.expression(factor, context)).collect::<Vec<_>>();
        let factors = steady.into_iter().rev();
        Some(factors.fold(fold, |product, factor| Formula::binary(Arithmetic::Multiply, factor, product)))
    }

    /// References that stand alike, if all of the factors are plain and vary along all axes.
    pub(super) fn aligned_references(
        &mut self,
        factors: &[&'a Expression],
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Option<Vec<Formula>> {
        let all_plain = factors.iter().all(|factor| is_plain(factor) && varies_along_all(factor, over.axes));
        if all_plain { self.align(factors, over, context) } else { None }
    }

    /// References that stand otherwise than wanted are copied into blocks that stand so.
    fn align(&mut self, factors: &[&'a Expression], over: &FoldAxes, context: &Context<'a>) -> Option<Vec<Formula>> {
        let inner = context.with_bound(over.axes);
        let mut references = Vec::new();
        for factor in factors {
            match self.expression(factor, &inner) {
                Formula::Reference(reference) => references.push(reference),
                _ => return None,
            }
        }
        let wanted = self.wanted_alignment(&references, over, context);
        let mut aligned = Vec::new();
        for (reference, factor) in references.into_iter().zip(factors) {
            let is_aligned = self.alignment(&reference, context).as_ref() == Some(&wanted);
            aligned.push(Formula::Reference(if is_aligned {
                reference
            } else {
                self.realigned(&reference, factor, &wanted, over, context)?
            }));
        }
        Some(aligned)
    }

    fn realigned(
        &mut self,
        reference: &Reference,
        factor: &'a Expression,
        wanted: &Alignment,
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Option<Reference> {
        let across = wanted.across.map_or(AcrossRule::Down, AcrossRule::Bound);
        let title = format!("{} (transposed)", self.book.block(reference.block).title);
        let copy = self.part(context, over.axes, across, &title, |this, inner| this.expression(factor, inner));
        (self.alignment(&copy, context).as_ref() == Some(wanted)).then_some(copy)
    }

    /// As the largest block stands, which is then not copied, and before it the unknown of a system, which changes with
    /// every pass; of a sum over earlier members in the direction in which those stand.
    fn wanted_alignment(&self, references: &[Reference], over: &FoldAxes, context: &Context<'a>) -> Alignment {
        match over.limit.map(|(axis, _)| Some(axis) == context.across) {
            Some(true) => return Alignment { down: Vec::new(), across: Some(0) },
            Some(false) => return Alignment { down: vec![0], across: None },
            None => {}
        }
        let aligned = references.iter().filter_map(|reference| Some((reference, self.alignment(reference, context)?)));
        let largest = aligned.max_by_key(|(reference, _)| {
            let is_unknown = context.unknown.is_some_and(|unknown| unknown.block == reference.block);
            (is_unknown, self.book.block(reference.block).cells())
        });
        match largest {
            Some((_, alignment)) => alignment,
            None => Alignment { down: (0..over.axes.len()).collect(), across: None },
        }
    }

    fn alignment(&self, reference: &Reference, context: &Context<'a>) -> Option<Alignment> {
        Alignment::of(reference, self.book.block(reference.block), context)
    }

    /// One reference whose cells stand together: the expression's own, or to a block of its values.
    pub(super) fn cells_together(
        &mut self,
        title: &str,
        expression: &'a Expression,
        over: &FoldAxes,
        context: &Context<'a>,
    ) -> Formula {
        if let Some([cells]) = self.aligned_references(&[expression], over, context).as_deref() {
            return cells.clone();
        }
        self.terms(title, over, context, |this, inner| this.expression(expression, inner))
    }

    /// A block of terms.
    pub(super) fn terms(
        &mut self,
        title: &str,
        over: &FoldAxes,
        context: &Context<'a>,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Formula {
        let across = match over.limit {
            None => AcrossRule::Natural,
            Some((axis, _)) if Some(axis) == context.across => AcrossRule::Bound(0),
            Some(_) => AcrossRule::Down,
        };
        Formula::Reference(self.part(context, over.axes, across, title, build))
    }
}

/// What an operator joins, however often it stands: the factors of a product, the conditions of a filter.
pub(super) fn operands(operator: BinaryOperator, expression: &Expression) -> Vec<&Expression> {
    match &expression.node {
        Node::Binary(own, left, right) if *own == operator => {
            [left, right].into_iter().flat_map(|side| operands(operator, side)).collect()
        }
        _ => vec![expression],
    }
}

fn varies(expression: &Expression, axes: &[AxisId]) -> bool {
    let free = expression.free_axes();
    axes.iter().any(|axis| free.contains(&(axis.0 as usize)))
}

fn varies_along_all(expression: &Expression, axes: &[AxisId]) -> bool {
    let free = expression.free_axes();
    axes.iter().all(|axis| free.contains(&(axis.0 as usize)))
}

/// Whether it reads at axes and fixed members.
fn is_plain(expression: &Expression) -> bool {
    match &expression.node {
        Node::Read(read) => read.beyond.is_none() && read.places.iter().all(is_plain_index),
        _ => false,
    }
}

fn is_plain_index(index: &Index) -> bool {
    let is_fixed = matches!(index.base, IndexBase::Member(_) | IndexBase::First | IndexBase::Last);
    index.shift.is_none() && (is_fixed || matches!(index.base, IndexBase::Axis(_)))
}
