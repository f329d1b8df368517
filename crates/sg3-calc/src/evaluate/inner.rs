//! Along which axis the rows of a formula go.

use super::engine::Engine;
use crate::array::strides;
use sg3_lang::model::{Axis, Expression, IndexBase, Node};

/// Work around a row, in cells.
const OVERHEAD: f64 = 24.0;

/// The axis among the loops along which rows are longest and reads lie next to each other.
pub(super) fn choose(engine: &Engine, scope: &[Axis], loops: &[usize], expression: &Expression) -> Option<usize> {
    let sizes = engine.sizes(scope);
    let cost = |axis: &usize| cost_along(engine, *axis, sizes[*axis], expression);
    loops.iter().copied().min_by(|one, two| cost(one).total_cmp(&cost(two)))
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
        IndexBase::Axis(id) if id.0 as usize == axis => {
            if stride == 1 {
                0.5
            } else {
                2.0
            }
        }
        IndexBase::Value(_) => 2.0,
        _ => 0.0,
    }
}
