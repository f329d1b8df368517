//! Sums by group: which parts of a filter say to which group a term belongs.
//!
//! `sum(cost over account where kind_of == kind)` for every `kind` would go through all accounts once a kind; by group it goes through
//! them once.

use super::compiler::Compiler;
use crate::evaluate::program::{GroupedSum, Program};
use sg3_lang::model::{BinaryOperator, Expression, Kind, Node, Reduction, ReductionKind, Type};
use std::collections::BTreeSet;

impl GroupedSum {
    /// Nothing if the reduction is no sum by group.
    pub(super) fn compile(compiler: &Compiler, reduction: &Reduction) -> Option<GroupedSum> {
        if reduction.how != ReductionKind::Sum || reduction.limit.is_some() {
            return None;
        }
        let parts = FilterParts::split(compiler, reduction);
        if parts.groups.is_empty() || parts.depend_on_groups(reduction) {
            return None;
        }
        let axes = parts.axes_of_groups();
        let varying = reduction.free_axes().into_iter();
        let around: Vec<usize> =
            varying.filter(|axis| !axes.contains(axis) && !compiler.context.fixed.contains(axis)).collect();
        let terms =
            Terms { compiler, around: &around, over: reduction.axes.iter().map(|axis| axis.0 as usize).collect() };
        Some(GroupedSum {
            value: terms.program(&reduction.arguments[0]),
            keys: parts.groups.iter().map(|(_, key)| terms.program(key)).collect(),
            filters: parts.filters.iter().map(|filter| terms.program(filter)).collect(),
            groups: parts.groups.iter().map(|(axis, _)| compiler.sizes[*axis]).collect(),
            around: around.iter().map(|axis| (*axis, compiler.sizes[*axis])).collect(),
            loops: around.iter().copied().chain(parts.groups.iter().map(|(axis, _)| *axis)).collect(),
        })
    }
}

/// The terms of the sum, for given positions of the axes around it.
struct Terms<'c> {
    compiler: &'c Compiler<'c, 'c>,
    around: &'c [usize],
    over: Vec<usize>,
}

impl Terms<'_> {
    fn program(&self, part: &Expression) -> Program {
        Program::compile(self.compiler.context_over(self.over.clone(), self.around), part)
    }
}

/// The parts of a filter that must all hold.
struct FilterParts<'m> {
    /// The axis of the groups, and to which of its members a term belongs.
    groups: Vec<(usize, &'m Expression)>,
    /// What else must hold.
    filters: Vec<&'m Expression>,
}

impl<'m> FilterParts<'m> {
    fn split(compiler: &Compiler, reduction: &'m Reduction) -> FilterParts<'m> {
        let reduced: BTreeSet<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let mut conditions = Vec::new();
        reduction.filter.iter().for_each(|filter| add_conditions(filter, &mut conditions));
        let mut parts = FilterParts { groups: Vec::new(), filters: Vec::new() };
        for condition in conditions {
            let group = group_of(condition);
            match group.filter(|(axis, _)| compiler.context.loops.contains(axis) && !reduced.contains(axis)) {
                Some(group) if parts.groups.iter().all(|(axis, _)| *axis != group.0) => parts.groups.push(group),
                _ => parts.filters.push(condition),
            }
        }
        parts
    }

    fn axes_of_groups(&self) -> BTreeSet<usize> {
        self.groups.iter().map(|(axis, _)| *axis).collect()
    }

    /// Whether a term is another in another group: then it must be computed for each of them.
    fn depend_on_groups(&self, reduction: &Reduction) -> bool {
        let axes = self.axes_of_groups();
        let others = self.filters.iter().chain(self.groups.iter().map(|(_, key)| key)).copied();
        others.chain(&reduction.arguments).any(|part| !part.free_axes().is_disjoint(&axes))
    }
}

fn add_conditions<'m>(filter: &'m Expression, conditions: &mut Vec<&'m Expression>) {
    match &filter.node {
        Node::Binary(BinaryOperator::And, left, right) => {
            [left, right].into_iter().for_each(|side| add_conditions(side, conditions));
        }
        _ => conditions.push(filter),
    }
}

/// The axis of the groups and the key of a term, where a condition compares the two.
fn group_of(condition: &Expression) -> Option<(usize, &Expression)> {
    let Node::Binary(BinaryOperator::Equal, left, right) = &condition.node else { return None };
    let one = axis_of_members(right).map(|axis| (axis, &**left));
    one.or_else(|| axis_of_members(left).map(|axis| (axis, &**right)))
}

fn axis_of_members(side: &Expression) -> Option<usize> {
    match (&side.node, &side.of) {
        (Node::Axis(axis), Type::Of(Kind::Member(_))) => Some(axis.0 as usize),
        _ => None,
    }
}
