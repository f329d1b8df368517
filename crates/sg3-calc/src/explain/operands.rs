//! The cells that a formula reads at one place.

use crate::evaluate::World;
use crate::site::{Site, Target, Term};
use sg3_lang::Span;
use sg3_lang::model::{Expression, IndexBase, Node, QuantityId, Read, Reduction};
use std::rc::Rc;

/// Terms of one reduction that are shown.
const SHOWN: usize = 12;

/// A cell that was read.
#[derive(Clone)]
pub(super) struct Operand {
    pub quantity: QuantityId,
    pub cell: usize,
    pub world: Rc<World>,
    /// The `with` in whose world it was read.
    pub within: Option<Span>,
}

/// Every distinct cell, in order of reading, and the number of terms left out.
pub(super) fn operands(site: &Site, formula: &Expression, within: Option<Span>) -> (Vec<Operand>, usize) {
    let mut collector = Collector { found: Vec::new(), left_out: 0 };
    collector.collect(site, formula, within);
    (collector.found, collector.left_out)
}

struct Collector {
    found: Vec<Operand>,
    left_out: usize,
}

impl Collector {
    fn collect(&mut self, site: &Site, expression: &Expression, within: Option<Span>) {
        match &expression.node {
            Node::Read(read) => self.read(site, read, within),
            Node::If(condition, yes, no) => {
                self.collect(site, condition, within);
                match site.value(condition) {
                    1.0 => self.collect(site, yes, within),
                    0.0 => self.collect(site, no, within),
                    _ => {}
                }
            }
            Node::Reduce(reduction) => self.reduction(site, reduction, within),
            Node::World(world) => {
                let there = site.in_world(site.other_world(world));
                self.collect(&there, &world.body, Some(expression.span));
            }
            _ => expression.for_each_child(&mut |child| self.collect(site, child, within)),
        }
    }

    fn read(&mut self, site: &Site, read: &Read, within: Option<Span>) {
        for index in &read.places {
            if let IndexBase::Value(value) = &index.base {
                self.collect(site, value, within);
            }
            index.shift.iter().for_each(|shift| self.collect(site, shift, within));
        }
        match site.target(read) {
            Target::Cell(cell) => self.add(site, read.quantity, cell, within),
            Target::Beyond => read.beyond.iter().for_each(|beyond| self.collect(site, beyond, within)),
            Target::Unknown(_) => {}
        }
    }

    fn add(&mut self, site: &Site, quantity: QuantityId, cell: usize, within: Option<Span>) {
        let same = |known: &Operand| (known.quantity, known.cell, known.within) == (quantity, cell, within);
        if !self.found.iter().any(same) {
            self.found.push(Operand { quantity, cell, world: site.world.clone(), within });
        }
    }

    /// The largest terms, and what they were looked up by.
    fn reduction(&mut self, site: &Site, reduction: &Reduction, within: Option<Span>) {
        let mut terms: Vec<Term> = site.terms(reduction).into_iter().filter(|term| term.filter != 0.0).collect();
        terms.sort_by(|one, two| size(two).total_cmp(&size(one)));
        self.left_out += terms.len().saturating_sub(SHOWN);
        let parts: Vec<&Expression> = reduction.arguments.iter().chain(&reduction.from).collect();
        for term in terms.into_iter().take(SHOWN) {
            let there = site.at(term.frame);
            parts.iter().for_each(|part| self.collect(&there, part, within));
        }
        reduction.at.iter().for_each(|at| self.collect(site, at, within));
    }
}

/// Bad terms come first.
fn size(term: &Term) -> f64 {
    if term.value.is_nan() { f64::INFINITY } else { term.value.abs() }
}
