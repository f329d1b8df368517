//! Which data make a divisor zero.

use crate::trace::point::{Point, Target};
use sg3_lang::model::{BinaryOperator, Expression, Node, QuantityId};
use std::collections::BTreeSet;

/// So many cells are enough to say.
const MOST: usize = 3;
/// How far back the cells are looked for.
const DEPTH: usize = 12;

/// Input cells that are zero, behind an expression that is.
pub(super) fn zeros(point: &Point, expression: &Expression) -> BTreeSet<(QuantityId, usize)> {
    let mut found = BTreeSet::new();
    search(point, expression, DEPTH, &mut found);
    found
}

fn search(point: &Point, expression: &Expression, depth: usize, found: &mut BTreeSet<(QuantityId, usize)>) {
    if depth == 0 || found.len() >= MOST || point.value(expression) != 0.0 {
        return;
    }
    match &expression.node {
        Node::Read(read) => {
            let Target::Cell(cell) = point.target(read) else { return };
            if point.model().quantity(read.quantity).input().is_some() {
                found.insert((read.quantity, cell));
                return;
            }
            let place = point.environment.array(read.quantity).map(|array| array.place(cell)).unwrap_or_default();
            if let Some((inner, formula)) = Point::of_cell(point.engine, &point.environment, read.quantity, &place) {
                search(&inner, formula, depth - 1, found);
            }
        }
        Node::Unary(_, operand) => search(point, operand, depth, found),
        Node::Binary(BinaryOperator::Divide, left, _) => search(point, left, depth, found),
        Node::Binary(_, left, right) => [left, right].into_iter().for_each(|side| search(point, side, depth, found)),
        Node::If(condition, yes, no) => {
            search(point, if point.value(condition) == 1.0 { yes } else { no }, depth, found);
        }
        Node::Reduce(reduction) => {
            let counting = point.terms(reduction).into_iter().filter(|term| term.filter == 1.0).take(MOST);
            counting.for_each(|term| search(&point.at(term.frame), &reduction.arguments[0], depth, found));
        }
        _ => {}
    }
}
