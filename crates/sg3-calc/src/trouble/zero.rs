//! Which data make a divisor zero.

use crate::site::{Site, Target};
use sg3_lang::model::{BinaryOperator, Expression, Node, QuantityId};
use std::collections::BTreeSet;

/// So many cells are enough to say.
const MOST: usize = 3;

/// How far back the cells are looked for.
const DEPTH: usize = 12;

/// Input cells that are zero, behind an expression that is.
pub(super) fn zeros(site: &Site, expression: &Expression) -> BTreeSet<(QuantityId, usize)> {
    let mut found = BTreeSet::new();
    search(site, expression, DEPTH, &mut found);
    found
}

fn search(site: &Site, expression: &Expression, depth: usize, found: &mut BTreeSet<(QuantityId, usize)>) {
    if depth == 0 || found.len() >= MOST || site.value(expression) != 0.0 {
        return;
    }
    match &expression.node {
        Node::Read(read) => {
            let Target::Cell(cell) = site.target(read) else { return };
            if site.model().quantity(read.quantity).input().is_some() {
                found.insert((read.quantity, cell));
                return;
            }
            let place = site.world.array(read.quantity).map(|array| array.place(cell)).unwrap_or_default();
            if let Some((inner, formula)) = Site::of_cell(site.engine, &site.world, read.quantity, &place) {
                search(&inner, formula, depth - 1, found);
            }
        }
        Node::Unary(_, operand) => search(site, operand, depth, found),
        Node::Binary(BinaryOperator::Divide, left, _) => search(site, left, depth, found),
        Node::Binary(_, left, right) => [left, right].into_iter().for_each(|side| search(site, side, depth, found)),
        Node::If(condition, yes, no) => {
            search(site, if site.value(condition) == 1.0 { yes } else { no }, depth, found);
        }
        Node::Reduce(reduction) => {
            let counting = site.terms(reduction).into_iter().filter(|term| term.filter == 1.0).take(MOST);
            counting.for_each(|term| search(&site.at(term.frame), &reduction.arguments[0], depth, found));
        }
        _ => {}
    }
}
