//! Along which axes the rows of a formula go.

use crate::array::strides;
use crate::evaluate::engine::Engine;
use crate::evaluate::program::RowLayout;
use sg3_lang::model::{Axis, Expression, IndexBase, Node, Read};

/// Work around a row, in cells.
const OVERHEAD: f64 = 40.0;

/// Rows as long as can be; else along the axis where they are longest and reads lie next to each other.
pub(super) fn choose(engine: &Engine, scope: &[Axis], loops: &[usize], expression: &Expression) -> RowLayout {
    let sizes = engine.sizes(scope);
    let flat =
        (0..loops.len()).find(|from| is_flat(engine, &sizes, &loops[*from..], expression)).unwrap_or(loops.len());
    if flat + 1 < loops.len() {
        return RowLayout { inner: loops.last().copied(), flat };
    }
    let costs = loops.iter().map(|axis| (*axis, cost_along(engine, *axis, sizes[*axis], expression)));
    let inner = costs.min_by(|(_, one), (_, two)| one.total_cmp(two)).map(|(axis, _)| axis);
    RowLayout { inner, flat: loops.len() }
}

/// Whether everything that varies along any of these axes goes through all of them as the result does.
///
/// `a[i, j] + b[i, j]` is one row of i times j cells; `a[i, j] + b[j, i]` is not, as its second array would have to be gone through in
/// another order, nor is `a[i, j] + c[j]`.
fn is_flat(engine: &Engine, sizes: &[usize], axes: &[usize], expression: &Expression) -> bool {
    match &expression.node {
        Node::Axis(axis) => !axes.contains(&(axis.0 as usize)),
        Node::Reduce(_) | Node::Counterfactual(_) => expression.free_axes().iter().all(|axis| !axes.contains(axis)),
        Node::Read(read) => is_flat_read(engine, sizes, axes, read),
        _ => {
            let mut flat = true;
            expression.for_each_child(&mut |child| flat &= is_flat(engine, sizes, axes, child));
            flat
        }
    }
}

fn is_flat_read(engine: &Engine, sizes: &[usize], axes: &[usize], read: &Read) -> bool {
    let shape: Vec<usize> = axes.iter().map(|axis| sizes[*axis]).collect();
    let own_strides = strides(&engine.sizes(&engine.model.quantity(read.quantity).axes));
    let mut met = vec![None; axes.len()];
    for (index, stride) in read.places.iter().zip(own_strides) {
        match (&index.base, &index.shift) {
            (IndexBase::Axis(id), None) => {
                if let Some(number) = axes.iter().position(|axis| *axis == id.0 as usize) {
                    met[number] = if met[number].is_none() { Some(stride) } else { Some(usize::MAX) };
                }
            }
            (IndexBase::Member(_) | IndexBase::First | IndexBase::Last, None) => {}
            _ => return false,
        }
    }
    read.beyond.is_none()
        && (met.iter().all(Option::is_none) || met.into_iter().eq(strides(&shape).into_iter().map(Some)))
}

/// What a cell costs if rows go along the axis.
fn cost_along(engine: &Engine, axis: usize, count: usize, expression: &Expression) -> f64 {
    let mut cost = 0.0;
    expression.walk(&mut |inner| {
        cost += OVERHEAD / count.max(1) as f64;
        if let Node::Read(read) = &inner.node {
            let shape = engine.sizes(&engine.model.quantity(read.quantity).axes);
            let along = read.places.iter().zip(strides(&shape));
            cost += along.map(|(index, stride)| distance(&index.base, axis, stride)).sum::<f64>();
        }
    });
    cost
}

fn distance(base: &IndexBase, axis: usize, stride: usize) -> f64 {
    match base {
        IndexBase::Axis(id) if id.0 as usize == axis && stride == 1 => 0.5,
        IndexBase::Axis(id) if id.0 as usize == axis => 4.0,
        IndexBase::Value(_) => 4.0,
        _ => 0.0,
    }
}
