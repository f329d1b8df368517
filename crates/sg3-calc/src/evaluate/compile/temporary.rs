//! Parts of a formula that are computed before its loops, because they vary along fewer axes or go along an axis as a whole.

use super::compiler::Compiler;
use crate::array::strides;
use crate::evaluate::kernel::{Kernel, StoredKernel, Work};
use crate::evaluate::program::{CounterfactualProgram, GroupedSum, OrderedProgram, Program, Source, Temporary};
use sg3_lang::model::{BinaryOperator, Expression, Node, Reduction, ReductionKind};
use std::collections::BTreeSet;

/// A part that would be larger than this is computed in place.
const MOST_CELLS: usize = 1 << 22;

impl Compiler<'_, '_> {
    /// The expression as a part that is computed before, if it should be.
    pub(super) fn computed_before(&mut self, expression: &Expression) -> Option<Kernel> {
        let free: BTreeSet<usize> = expression.free_axes().difference(&self.context.fixed).copied().collect();
        let source = match &expression.node {
            Node::Counterfactual(counterfactual) => {
                Source::Counterfactual(CounterfactualProgram::compile(self, counterfactual, &free))
            }
            Node::Reduce(reduction) if reduction.how.keeps_axes() => self.along(reduction, free),
            _ => self.grouped(expression).or_else(|| self.worth_it(expression, free))?,
        };
        let loops = source.loops().to_vec();
        let steady = self.is_steady(expression);
        self.temporaries.push(Temporary { source, steady });
        Some(self.stored(&loops))
    }

    fn grouped(&self, expression: &Expression) -> Option<Source> {
        let Node::Reduce(reduction) = &expression.node else { return None };
        GroupedSum::compile(self, reduction).map(Source::Grouped)
    }

    /// A part that is dear and varies along fewer axes than are looped over.
    fn worth_it(&self, expression: &Expression, free: BTreeSet<usize>) -> Option<Source> {
        let worth = !std::ptr::eq(expression, self.root) && is_dear(expression) && self.is_smaller(&free);
        worth.then(|| Source::Plain(self.program(free.into_iter().collect(), expression)))
    }

    /// Whether the part varies along fewer axes than are looped over here.
    fn is_smaller(&self, free: &BTreeSet<usize>) -> bool {
        let loops = &self.context.loops;
        let cells: usize = free.iter().map(|axis| self.sizes[*axis]).product();
        let is_within = free.iter().all(|axis| loops.contains(axis));
        is_within && loops.iter().any(|axis| !free.contains(axis)) && cells <= MOST_CELLS
    }

    fn is_steady(&self, expression: &Expression) -> bool {
        let mut steady = expression.free_axes().is_disjoint(&self.context.fixed);
        expression.for_each_dependency(&mut |id| steady &= !self.context.volatile.contains(&id));
        steady
    }

    fn program(&self, loops: Vec<usize>, expression: &Expression) -> Program {
        Program::compile(self.context_over(loops, &[]), expression)
    }

    fn along(&self, reduction: &Reduction, free: BTreeSet<usize>) -> Source {
        let kept: Vec<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let mut loops: Vec<usize> = free.into_iter().filter(|axis| !kept.contains(axis)).collect();
        loops.extend(&kept);
        let filter = reduction.filter.as_ref().map(|filter| self.program(loops.clone(), filter));
        if let Some(order) = &reduction.order {
            let has_terms = reduction.how != ReductionKind::Rank;
            return Source::Ordered(Box::new(OrderedProgram {
                terms: has_terms.then(|| self.program(loops.clone(), &reduction.arguments[0])),
                key: self.program(loops, &order.key),
                filter,
                kept: kept.len(),
                order: self.context.engine.member_order(order),
            }));
        }
        let body = self.program(loops, &reduction.arguments[0]);
        match reduction.how {
            ReductionKind::Apportion => {
                let smallest = reduction.to.and_then(crate::rounding::decimal).unwrap_or_default();
                Source::Apportioned(body, filter, kept.len(), smallest)
            }
            _ => Source::Cumulative(body, filter, kept.len()),
        }
    }

    fn stored(&self, loops: &[usize]) -> Kernel {
        let shape: Vec<usize> = loops.iter().map(|axis| self.sizes[*axis]).collect();
        let outer: Vec<(usize, usize)> = loops.iter().copied().zip(strides(&shape)).collect();
        let inner = outer.iter().find(|(axis, _)| self.inner == Some(*axis)).map(|(_, stride)| *stride);
        let stored = StoredKernel { slot: self.temporaries.len() - 1, outer, inner: inner.unwrap_or(0) };
        Kernel { varies: inner.is_some(), work: Work::Stored(stored) }
    }
}

/// Whether an expression takes more than a few operations.
fn is_dear(expression: &Expression) -> bool {
    match &expression.node {
        Node::Reduce(_) | Node::Call(..) | Node::Binary(BinaryOperator::Power | BinaryOperator::Divide, ..) => true,
        _ => {
            let mut dear = false;
            expression.for_each_child(&mut |child| dear |= is_dear(child));
            dear
        }
    }
}
