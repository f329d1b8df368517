//! The cells that a formula reads at one place.

use super::entered::{Entered, Way};
use super::operand::Operand;
use crate::trace::point::{Point, Target, Term};
use sg3_lang::model::{Expression, IndexBase, Node, QuantityId, Read, Reduction};
use std::rc::Rc;
use std::sync::Arc;

/// Terms of one reduction that are shown.
const SHOWN: usize = 12;

/// What a formula reads.
#[derive(Default)]
pub(super) struct Operands<'a> {
    /// Every distinct cell, in order of reading.
    pub found: Vec<Operand<'a>>,
    /// Number of terms that are not among them.
    pub left_out: usize,
    /// Members that are in no place of an order, because they have no key.
    pub without_key: Vec<Vec<Arc<str>>>,
}

/// What a formula reads at a place.
pub(super) fn operands<'a>(point: &Point<'a>, formula: &'a Expression, way: &Way<'a>) -> Operands<'a> {
    let mut operands = Operands::default();
    operands.collect(point, formula, way);
    operands
}

impl<'a> Operands<'a> {
    fn collect(&mut self, point: &Point<'a>, expression: &'a Expression, way: &Way<'a>) {
        match &expression.node {
            Node::Read(read) => self.read(point, read, way),
            Node::If(condition, yes, no) => {
                self.collect(point, condition, way);
                match point.value(condition) {
                    1.0 => self.collect(point, yes, way),
                    0.0 => self.collect(point, no, way),
                    _ => {}
                }
            }
            Node::Reduce(reduction) => self.reduction(point, reduction, way),
            Node::Counterfactual(counterfactual) => {
                let there = point.in_environment(point.counterfactual(counterfactual));
                let entered = Entered::new(point, way, counterfactual, expression.span);
                self.collect(&there, &counterfactual.body, &Some(Rc::new(entered)));
            }
            _ => expression.for_each_child(&mut |child| self.collect(point, child, way)),
        }
    }

    fn read(&mut self, point: &Point<'a>, read: &'a Read, way: &Way<'a>) {
        for index in &read.places {
            if let IndexBase::Value(value) = &index.base {
                self.collect(point, value, way);
            }
            index.shift.iter().for_each(|shift| self.collect(point, shift, way));
        }
        match point.target(read) {
            Target::Cell(cell) => self.add(point, read.quantity, cell, way),
            Target::Beyond => read.beyond.iter().for_each(|beyond| self.collect(point, beyond, way)),
            Target::Unknown(_) => {}
        }
    }

    fn add(&mut self, point: &Point<'a>, quantity: QuantityId, cell: usize, way: &Way<'a>) {
        let operand = Operand { quantity, cell, environment: point.environment.clone(), way: way.clone() }.settled();
        if !self.found.iter().any(|known| known.identity() == operand.identity()) {
            self.found.push(operand);
        }
    }

    /// The largest terms with what makes them count, and what they were looked up by; of few terms also why others do not count.
    fn reduction(&mut self, point: &Point<'a>, reduction: &'a Reduction, way: &Way<'a>) {
        let all = point.terms(reduction);
        let few = all.len() <= SHOWN;
        let (mut terms, others): (Vec<Term>, Vec<Term>) = all.into_iter().partition(|term| term.filter != 0.0);
        if reduction.order.is_none() || !few {
            terms.sort_by(|one, two| size(two).total_cmp(&size(one)));
        }
        self.order(point, reduction, way);
        self.left_out += terms.len().saturating_sub(SHOWN);
        let parts: Vec<&Expression> =
            reduction.arguments.iter().chain(&reduction.from).chain(key(reduction)).chain(&reduction.filter).collect();
        for term in terms.into_iter().take(SHOWN) {
            let there = point.at(term.frame);
            parts.iter().for_each(|part| self.collect(&there, part, way));
        }
        for term in others.into_iter().filter(|_| few) {
            reduction.filter.iter().for_each(|filter| self.collect(&point.at(term.frame.clone()), filter, way));
        }
        reduction.at.iter().for_each(|at| self.collect(point, at, way));
    }

    /// What tells the place of each member, if there are few of them, else that of this one; and which have none.
    fn order(&mut self, point: &Point<'a>, reduction: &'a Reduction, way: &Way<'a>) {
        let Some(key) = key(reduction) else { return };
        if reduction.how.keeps_axes() {
            self.collect(point, key, way);
        }
        let all = Some(point.all_terms(reduction)).filter(|all| all.len() <= SHOWN);
        for term in all.into_iter().flatten() {
            let there = point.at(term.frame);
            reduction.filter.iter().chain([key]).for_each(|part| self.collect(&there, part, way));
        }
        for term in point.without_key(reduction) {
            let keys = point.keys_along(reduction, &term.frame);
            if !self.without_key.contains(&keys) {
                self.without_key.push(keys);
            }
        }
    }
}

/// By what members are ordered.
fn key(reduction: &Reduction) -> Option<&Expression> {
    reduction.order.as_ref().map(|order| &order.key)
}

/// Bad terms come first.
fn size(term: &Term) -> f64 {
    if term.value.is_nan() { f64::INFINITY } else { term.value.abs() }
}
