//! What an expression reads, and on which axes it depends.

use sg3_lang::model::{
    Body, Expression, Index, IndexBase, Model, Node, QuantityId, Reduction, ReductionKind, Role, Substitution,
};
use std::collections::BTreeSet;

/// Calls `visit` for every quantity that the expression reads or replaces, here or in other worlds.
pub fn for_each_read(expression: &Expression, visit: &mut impl FnMut(QuantityId)) {
    expression.walk(&mut |inner| match &inner.node {
        Node::Read(read) => visit(read.quantity),
        Node::World(world) => world.substitutions.iter().for_each(|substitution| visit(substitution.target)),
        _ => {}
    });
}

/// Every quantity that the expression reads or replaces.
pub fn reads_of(expression: &Expression) -> BTreeSet<QuantityId> {
    let mut reads = BTreeSet::new();
    for_each_read(expression, &mut |id| reads.extend([id]));
    reads
}

/// The axes of the enclosing scope on which the value depends.
pub fn free_axes(expression: &Expression) -> BTreeSet<usize> {
    let mut axes = BTreeSet::new();
    add_free(expression, &mut axes);
    axes
}

/// The axes that tell one replacement from another.
pub fn free_axes_of_substitution(substitution: &Substitution) -> BTreeSet<usize> {
    let mut axes = free_axes(&substitution.value);
    substitution.places.iter().for_each(|index| add_index(index, &mut axes));
    substitution.axes.iter().flatten().for_each(|axis| {
        axes.remove(&(axis.0 as usize));
    });
    axes
}

/// The axes of the enclosing scope on which a reduction depends.
pub fn free_axes_of_reduction(reduction: &Reduction) -> BTreeSet<usize> {
    let clauses = [&reduction.filter, &reduction.at, &reduction.from];
    let children = reduction.arguments.iter().chain(clauses.into_iter().flatten());
    let mut axes: BTreeSet<usize> = children.flat_map(free_axes).collect();
    axes.extend(reduction.limit.iter().map(|(_, outer)| outer.0 as usize));
    for axis in &reduction.axes {
        match keeps_axes(reduction) {
            true => axes.insert(axis.0 as usize),
            false => axes.remove(&(axis.0 as usize)),
        };
    }
    axes
}

/// The axes of the head, other than that of the unknowns, along which the matrix of a simultaneous quantity changes.
pub fn axes_of_system(model: &Model, id: QuantityId) -> BTreeSet<usize> {
    let quantity = model.quantity(id);
    let Role::Simultaneous(definition, system) = &quantity.role else { return BTreeSet::new() };
    let mut axes = crate::evaluate::coefficient_axes(definition, id);
    if let Body::Table(table) = &definition.body {
        let fixed = |axis: &usize| table.entries.iter().any(|entry| entry.place[*axis].is_some());
        axes.extend((0..quantity.axes.len()).filter(fixed));
    }
    axes.retain(|axis| *axis < quantity.axes.len() && *axis != system.axis);
    axes
}

/// Whether the reduction goes along axes that stay in scope.
pub fn keeps_axes(reduction: &Reduction) -> bool {
    matches!(reduction.how, ReductionKind::Cumulative | ReductionKind::Apportion)
}

fn add_free(expression: &Expression, axes: &mut BTreeSet<usize>) {
    match &expression.node {
        Node::Axis(axis) => axes.extend([axis.0 as usize]),
        Node::Read(read) => {
            read.places.iter().for_each(|index| add_index(index, axes));
            read.beyond.iter().for_each(|beyond| add_free(beyond, axes));
        }
        Node::Reduce(reduction) => axes.extend(free_axes_of_reduction(reduction)),
        Node::World(world) => {
            add_free(&world.body, axes);
            world.substitutions.iter().for_each(|inner| axes.extend(free_axes_of_substitution(inner)));
        }
        _ => expression.for_each_child(&mut |child| axes.extend(free_axes(child))),
    }
}

fn add_index(index: &Index, axes: &mut BTreeSet<usize>) {
    match &index.base {
        IndexBase::Axis(axis) => axes.extend([axis.0 as usize]),
        IndexBase::Value(value) => axes.extend(free_axes(value)),
        _ => {}
    }
    index.shift.iter().for_each(|shift| axes.extend(free_axes(shift)));
}
