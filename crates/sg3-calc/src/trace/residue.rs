//! What amounts that cancel leave: the rounding of the arithmetic, which people see as 0.
//!
//! A difference is a residue if it is less than a millionth of a millionth of the largest term that it is made of, the same for figures
//! beside each other in one unit. A difference that a person can still read in the digits of its terms is never one.

use super::point::{Point, Target};
use crate::bind::inputs::Inputs;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::results::Results;
use crate::tolerance::RESIDUE;
use sg3_lang::model::{BinaryOperator, Expression, Kind, Model, Node, QuantityId, Read, Reduction, ReductionKind};
use std::rc::Rc;

/// Only figures below this are looked at: terms of more than a thousand million million are not of this world.
const SMALL: f64 = 1e-3;
/// Formulas that are followed from a figure to the terms that cancelled.
const DEEPEST: usize = 4;

/// For each cell of a quantity whether it is what amounts that cancel have left.
pub fn residues(model: &Model, inputs: &Inputs, results: &Results, quantity: QuantityId) -> Vec<bool> {
    let cells = results.array(quantity).map_or(0, |array| array.cells.len());
    let found =
        Search { engine: Engine::new(model, inputs), environment: Rc::new(Environment::of_results(results, inputs)) };
    (0..cells).map(|cell| found.is_residue(quantity, cell)).collect()
}

/// Whether one cell of a quantity is what amounts that cancel have left.
pub fn is_residue(model: &Model, inputs: &Inputs, results: &Results, quantity: QuantityId, cell: usize) -> bool {
    let value = results.array(quantity).and_then(|array| array.cells.get(cell));
    value.is_some_and(|value| *value != 0.0 && value.abs() < SMALL)
        && Search { engine: Engine::new(model, inputs), environment: Rc::new(Environment::of_results(results, inputs)) }
            .is_residue(quantity, cell)
}

struct Search<'a> {
    engine: Engine<'a>,
    environment: Rc<Environment>,
}

impl Search<'_> {
    fn is_residue(&self, quantity: QuantityId, cell: usize) -> bool {
        let is_number = matches!(self.engine.model().quantity(quantity).kind, Kind::Number(_));
        let computed =
            self.environment.array(quantity).filter(|_| is_number && !self.environment.cut[quantity.0 as usize]);
        computed.is_some_and(|array| {
            let (value, place) = (array.cells[cell].abs(), array.place(cell));
            let is_small = value > 0.0 && value < SMALL;
            let formula = is_small.then(|| Point::of_cell(&self.engine, &self.environment, quantity, &place)).flatten();
            formula.is_some_and(|(point, formula)| value < RESIDUE * largest_term(&point, formula, DEEPEST))
        })
    }
}

/// The largest amount that is added or subtracted on the way to a value, in the unit of the value.
fn largest_term(point: &Point, expression: &Expression, depth: usize) -> f64 {
    match &expression.node {
        Node::Unary(_, operand) => largest_term(point, operand, depth),
        Node::Binary(operator, left, right) => of_operator(point, expression, *operator, [left, right], depth),
        Node::If(condition, yes, no) => {
            largest_term(point, if point.value(condition) == 1.0 { yes } else { no }, depth)
        }
        Node::Reduce(reduction) if adds(reduction.how) => largest_of_sum(point, reduction),
        Node::Read(read) => of_read(point, expression, read, depth),
        _ => point.value(expression).abs(),
    }
}

fn of_operator(
    point: &Point,
    whole: &Expression,
    operator: BinaryOperator,
    [left, right]: [&Expression; 2],
    depth: usize,
) -> f64 {
    match operator {
        BinaryOperator::Add | BinaryOperator::Subtract => {
            largest_term(point, left, depth).max(largest_term(point, right, depth))
        }
        BinaryOperator::Multiply => {
            let [left_term, right_term] = [left, right].map(|side| largest_term(point, side, depth));
            (left_term * point.value(right).abs()).max(point.value(left).abs() * right_term)
        }
        BinaryOperator::Divide => largest_term(point, left, depth) / point.value(right).abs(),
        _ => point.value(whole).abs(),
    }
}

fn adds(how: ReductionKind) -> bool {
    matches!(how, ReductionKind::Sum | ReductionKind::Cumulative)
}

fn largest_of_sum(point: &Point, reduction: &Reduction) -> f64 {
    let terms = point.terms(reduction).into_iter().filter(|term| term.filter == 1.0);
    terms.map(|term| term.value.abs()).fold(0.0, f64::max)
}

/// What is read may itself be what terms have left.
fn of_read(point: &Point, expression: &Expression, read: &Read, depth: usize) -> f64 {
    let value = point.value(expression).abs();
    let Target::Cell(cell) = point.target(read) else { return value };
    let is_followed = depth > 0 && value > 0.0 && value < SMALL && !point.environment.cut[read.quantity.0 as usize];
    let place = point.environment.array(read.quantity).filter(|_| is_followed).map(|array| array.place(cell));
    let beneath = place.and_then(|place| Point::of_cell(point.engine, &point.environment, read.quantity, &place));
    beneath.map_or(value, |(there, formula)| largest_term(&there, formula, depth - 1))
}
