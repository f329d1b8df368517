//! Sums by group in one pass: each term goes to the group it belongs to.

use super::compile::Compiler;
use super::engine::Engine;
use super::pairwise::Pairwise;
use super::program::Program;
use super::world::World;
use crate::array::{place_in, strides};
use crate::guard::finite;
use crate::reads::{free_axes, free_axes_of_reduction};
use sg3_lang::model::{BinaryOperator, Expression, Kind, Node, Reduction, ReductionKind, Type};
use std::collections::BTreeSet;

/// A sum of terms whose filter says to which member of an axis each belongs.
#[derive(Debug)]
pub(super) struct Grouped {
    /// First the axes that the terms vary along, then those of the groups.
    pub loops: Vec<usize>,
    /// Numbers of members along the first.
    around: Vec<(usize, usize)>,
    /// Numbers of members along those of the groups.
    groups: Vec<usize>,
    value: Program,
    keys: Vec<Program>,
    filters: Vec<Program>,
}

impl Grouped {
    /// Nothing if the reduction is no sum by group.
    pub(super) fn compile(compiler: &Compiler, reduction: &Reduction) -> Option<Grouped> {
        if reduction.how != ReductionKind::Sum || reduction.limit.is_some() {
            return None;
        }
        let reduced: BTreeSet<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let mut parts = Vec::new();
        reduction.filter.iter().for_each(|filter| add_parts(filter, &mut parts));
        let mut groups: Vec<(usize, &Expression)> = Vec::new();
        let mut filters = Vec::new();
        for part in parts {
            match key_of(part).filter(|(axis, _)| compiler.loops.contains(axis) && !reduced.contains(axis)) {
                Some(group) if groups.iter().all(|(axis, _)| *axis != group.0) => groups.push(group),
                _ => filters.push(part),
            }
        }
        let axes: BTreeSet<usize> = groups.iter().map(|(axis, _)| *axis).collect();
        let others = filters.iter().copied().chain(groups.iter().map(|(_, key)| *key)).chain(&reduction.arguments);
        let depends = others.into_iter().any(|part| !free_axes(part).is_disjoint(&axes));
        if groups.is_empty() || depends {
            return None;
        }
        let varying = free_axes_of_reduction(reduction);
        let around: Vec<usize> =
            varying.into_iter().filter(|axis| !axes.contains(axis) && !compiler.fixed.contains(axis)).collect();
        let over: Vec<usize> = reduction.axes.iter().map(|axis| axis.0 as usize).collect();
        let program = |part: &Expression| compiler.program_at(&around, over.clone(), part);
        Some(Grouped {
            value: program(&reduction.arguments[0]),
            keys: groups.iter().map(|(_, key)| program(key)).collect(),
            filters: filters.into_iter().map(program).collect(),
            groups: groups.iter().map(|(axis, _)| compiler.sizes[*axis]).collect(),
            around: around.iter().map(|axis| (*axis, compiler.sizes[*axis])).collect(),
            loops: around.iter().copied().chain(groups.iter().map(|(axis, _)| *axis)).collect(),
        })
    }

    pub(super) fn compute(&self, engine: &Engine, world: &World, frame: &mut [usize]) -> Vec<f64> {
        let shape: Vec<usize> = self.around.iter().map(|(_, count)| *count).collect();
        let mut cells = Vec::new();
        for number in 0..shape.iter().product() {
            let place = place_in(&shape, number);
            self.around.iter().zip(place).for_each(|((axis, _), position)| frame[*axis] = position);
            cells.extend(self.sums(engine, world, frame));
        }
        cells
    }

    fn sums(&self, engine: &Engine, world: &World, frame: &[usize]) -> Vec<f64> {
        let run = |program: &Program| program.run(engine, world, &mut frame.to_vec());
        let values = run(&self.value);
        let keys: Vec<Vec<f64>> = self.keys.iter().map(run).collect();
        let filters: Vec<Vec<f64>> = self.filters.iter().map(run).collect();
        let mut sums: Vec<Pairwise> = (0..self.groups.iter().product()).map(|_| Pairwise::new(1)).collect();
        for (number, value) in values.into_iter().enumerate() {
            if filters.iter().any(|filter| filter[number] == 0.0) {
                continue;
            }
            let bad = filters.iter().chain(&keys).any(|part| part[number].is_nan());
            let term = if bad { f64::NAN } else { value };
            self.for_each_group(&keys, number, &mut |group| sums[group].row(number)[0] += term);
        }
        sums.into_iter().map(|sum| finite(sum.total()[0])).collect()
    }

    /// The group of a term; all that it could be, where a key is bad.
    fn for_each_group(&self, keys: &[Vec<f64>], number: usize, visit: &mut impl FnMut(usize)) {
        let ranges: Vec<(usize, usize)> = keys
            .iter()
            .zip(&self.groups)
            .map(|(keys, count)| match keys[number] {
                key if key.is_nan() => (0, *count),
                key => (key as usize, key as usize + 1),
            })
            .collect();
        let strides = strides(&self.groups);
        crate::bind::for_each_place(&ranges, &mut |place| {
            visit(place.iter().zip(&strides).map(|(position, stride)| position * stride).sum());
        });
    }
}

fn add_parts<'m>(filter: &'m Expression, parts: &mut Vec<&'m Expression>) {
    match &filter.node {
        Node::Binary(BinaryOperator::And, left, right) => {
            [left, right].into_iter().for_each(|side| add_parts(side, parts))
        }
        _ => parts.push(filter),
    }
}

/// The axis of the groups and the key of a term, where a filter compares the two.
fn key_of(filter: &Expression) -> Option<(usize, &Expression)> {
    let Node::Binary(BinaryOperator::Equal, left, right) = &filter.node else { return None };
    let axis_of = |side: &Expression| match (&side.node, &side.of) {
        (Node::Axis(axis), Type::Of(Kind::Member(_))) => Some(axis.0 as usize),
        _ => None,
    };
    let one = axis_of(right).map(|axis| (axis, &**left));
    one.or_else(|| axis_of(left).map(|axis| (axis, &**right)))
}
