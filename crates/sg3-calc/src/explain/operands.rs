//! The cells that a formula reads at one place.

use super::entered::{Entered, Way};
use crate::evaluate::World;
use crate::site::{Site, Target, Term};
use sg3_lang::model::{Expression, IndexBase, Node, QuantityId, Read, Reduction};
use std::rc::Rc;

/// Terms of one reduction that are shown.
const SHOWN: usize = 12;

/// A cell that was read.
#[derive(Clone)]
pub(super) struct Operand<'a> {
    pub quantity: QuantityId,
    pub cell: usize,
    pub world: Rc<World>,
    /// How its world was entered.
    pub way: Way<'a>,
}

/// Every distinct cell, in order of reading, and the number of terms left out.
pub(super) fn operands<'a>(site: &Site<'a>, formula: &'a Expression, way: &Way<'a>) -> (Vec<Operand<'a>>, usize) {
    let mut collector = Collector { found: Vec::new(), left_out: 0 };
    collector.collect(site, formula, way);
    (collector.found, collector.left_out)
}

struct Collector<'a> {
    found: Vec<Operand<'a>>,
    left_out: usize,
}

impl<'a> Collector<'a> {
    fn collect(&mut self, site: &Site<'a>, expression: &'a Expression, way: &Way<'a>) {
        match &expression.node {
            Node::Read(read) => self.read(site, read, way),
            Node::If(condition, yes, no) => {
                self.collect(site, condition, way);
                match site.value(condition) {
                    1.0 => self.collect(site, yes, way),
                    0.0 => self.collect(site, no, way),
                    _ => {}
                }
            }
            Node::Reduce(reduction) => self.reduction(site, reduction, way),
            Node::World(world) => {
                let there = site.in_world(site.other_world(world));
                let entered = Entered::new(site, way, world, expression.span);
                self.collect(&there, &world.body, &Some(Rc::new(entered)));
            }
            _ => expression.for_each_child(&mut |child| self.collect(site, child, way)),
        }
    }

    fn read(&mut self, site: &Site<'a>, read: &'a Read, way: &Way<'a>) {
        for index in &read.places {
            if let IndexBase::Value(value) = &index.base {
                self.collect(site, value, way);
            }
            index.shift.iter().for_each(|shift| self.collect(site, shift, way));
        }
        match site.target(read) {
            Target::Cell(cell) => self.add(site, read.quantity, cell, way),
            Target::Beyond => read.beyond.iter().for_each(|beyond| self.collect(site, beyond, way)),
            Target::Unknown(_) => {}
        }
    }

    fn add(&mut self, site: &Site<'a>, quantity: QuantityId, cell: usize, way: &Way<'a>) {
        let operand = Operand { quantity, cell, world: site.world.clone(), way: way.clone() }.settled();
        let which = |operand: &Operand| (operand.quantity, operand.cell, operand.number());
        if !self.found.iter().any(|known| which(known) == which(&operand)) {
            self.found.push(operand);
        }
    }

    /// The largest terms with what makes them count, and what they were looked up by; of few terms also why others do not count.
    fn reduction(&mut self, site: &Site<'a>, reduction: &'a Reduction, way: &Way<'a>) {
        let all = site.terms(reduction);
        let few = all.len() <= SHOWN;
        let (mut terms, others): (Vec<Term>, Vec<Term>) = all.into_iter().partition(|term| term.filter != 0.0);
        terms.sort_by(|one, two| size(two).total_cmp(&size(one)));
        self.left_out += terms.len().saturating_sub(SHOWN);
        let parts: Vec<&Expression> =
            reduction.arguments.iter().chain(&reduction.from).chain(&reduction.filter).collect();
        for term in terms.into_iter().take(SHOWN) {
            let there = site.at(term.frame);
            parts.iter().for_each(|part| self.collect(&there, part, way));
        }
        for term in others.into_iter().filter(|_| few) {
            reduction.filter.iter().for_each(|filter| self.collect(&site.at(term.frame.clone()), filter, way));
        }
        reduction.at.iter().for_each(|at| self.collect(site, at, way));
    }
}

/// Bad terms come first.
fn size(term: &Term) -> f64 {
    if term.value.is_nan() { f64::INFINITY } else { term.value.abs() }
}
