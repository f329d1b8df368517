//! From a bad cell to its causes, along the branches that were taken.

mod terms;
mod worlds;

use super::cause::{Cause, Causes, Impossible};
use super::zero::zeros;
use crate::evaluate::{Engine, World};
use crate::inputs::Inputs;
use crate::results::{CheckResult, Results};
use crate::site::{Site, Target};
use sg3_lang::model::{BinaryOperator, Expression, IndexBase, Node, QuantityId, Read};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use worlds::{Entered, is_from_outside};

/// A cell of a world; worlds are told apart by where they are.
type Cell = (*const World, QuantityId, usize);

/// The causes met so far.
pub(super) struct Blame<'a> {
    engine: &'a Engine<'a>,
    inputs: &'a Inputs,
    results: &'a Results,
    causes: Causes,
    known: HashMap<Cell, Rc<BTreeSet<Cause>>>,
    /// Other worlds that were entered, with where from; they stay, so that they can be told apart.
    entered: Vec<Entered<'a>>,
    /// The cell whose formula is being followed.
    current: (QuantityId, usize),
}

type Found = BTreeSet<Cause>;

impl<'a> Blame<'a> {
    pub(super) fn new(engine: &'a Engine<'a>, inputs: &'a Inputs, results: &'a Results) -> Blame<'a> {
        let current = (QuantityId(0), 0);
        Blame { engine, inputs, results, causes: Causes::new(), known: HashMap::new(), entered: Vec::new(), current }
    }

    pub(super) fn into_causes(self) -> Causes {
        self.causes
    }

    /// Follows a bad cell of an output.
    pub(super) fn output(&mut self, world: &Rc<World>, id: QuantityId, cell: usize, waiting: &str) {
        let found = self.cell(world, id, cell);
        self.wait(&found, waiting);
    }

    /// Follows the answers that a check waits for.
    pub(super) fn check(&mut self, world: &Rc<World>, result: &CheckResult) {
        let check = &self.engine.model().checks[result.check];
        let open = result.cells.iter().filter(|cell| cell.holds.is_none()).take(super::MOST_CELLS);
        for cell in open {
            let mut frame = cell.place.clone();
            frame.resize(check.scope.len(), 0);
            let site = Site { engine: self.engine, world: world.clone(), scope: &check.scope, frame };
            let mut found = Found::new();
            for side in check.question.sides().into_iter().chain(&check.filter) {
                self.if_bad(&site, side, &mut found);
            }
            self.wait(&found, &check.name);
        }
    }

    fn wait(&mut self, found: &Found, waiting: &str) {
        for cause in found {
            self.causes.entry(cause.clone()).or_default().waiting.insert(waiting.to_string());
        }
    }

    /// The causes behind a bad cell.
    fn cell(&mut self, world: &Rc<World>, id: QuantityId, cell: usize) -> Rc<Found> {
        let key = (Rc::as_ptr(world), id, cell);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        // a cell that is reached again on the way has no cause of its own
        self.known.insert(key, Rc::default());
        let outside = std::mem::replace(&mut self.current, (id, cell));
        let found = Rc::new(self.definition(world, id, cell));
        self.current = outside;
        self.known.insert(key, found.clone());
        found
    }

    fn definition(&mut self, world: &Rc<World>, id: QuantityId, cell: usize) -> Found {
        let mut found = Found::new();
        let quantity = self.engine.model().quantity(id);
        let Some(array) = world.array(id) else { return found };
        let entered = self.entered.iter().find(|entered| Rc::ptr_eq(&entered.world, world)).cloned();
        if let Some(entered) = entered.filter(|entered| is_from_outside(entered, id)) {
            return self.of_outside(&entered, id, cell, &array.place(cell));
        }
        if quantity.input().is_some() || self.inputs.array(id).is_some() {
            let cause = Cause::Missing(id);
            self.causes.entry(cause.clone()).or_default().cells.insert((id, cell));
            found.insert(cause);
        } else if self.results.loops.iter().any(|closed| closed.quantity == id) {
            // said once for the whole system
        } else if let Some((site, formula)) = Site::of_cell(self.engine, world, id, &array.place(cell)) {
            self.follow(&site, formula, &mut found);
        } else {
            self.impossible_at(quantity.span, Impossible::BlankCell, &mut found);
        }
        found
    }

    fn if_bad(&mut self, site: &Site<'a>, expression: &'a Expression, found: &mut Found) -> bool {
        let bad = site.is_bad(expression);
        if bad {
            self.follow(site, expression, found);
        }
        bad
    }

    /// Follows all parts that are bad; whether there are any.
    fn any_bad(&mut self, site: &Site<'a>, parts: impl IntoIterator<Item = &'a Expression>, found: &mut Found) -> bool {
        let bad = parts.into_iter().map(|part| self.if_bad(site, part, found));
        bad.filter(|bad| *bad).count() > 0
    }

    /// Follows an expression that is bad at the site.
    fn follow(&mut self, site: &Site<'a>, expression: &'a Expression, found: &mut Found) {
        match &expression.node {
            Node::Literal(_) | Node::Axis(_) | Node::Fact(..) | Node::Member(..) => {
                self.impossible(expression, Impossible::NoMember, found);
            }
            Node::Read(read) => self.read(site, read, expression, found),
            Node::Unary(_, operand) => self.follow(site, operand, found),
            Node::Binary(operator, left, right) => {
                if !self.any_bad(site, [&**left, &**right], found) {
                    self.operation(site, *operator, right, expression, found);
                }
            }
            Node::If(condition, yes, no) => match site.value(condition) {
                1.0 => self.follow(site, yes, found),
                0.0 => self.follow(site, no, found),
                _ => self.follow(site, condition, found),
            },
            Node::Call(function, arguments) => {
                if !self.any_bad(site, arguments, found) {
                    self.impossible(expression, Impossible::Outside(function.name), found);
                }
            }
            Node::Reduce(reduction) => self.reduction(site, reduction, expression, found),
            Node::World(world) => self.world(site, world, found),
        }
    }

    fn operation(
        &mut self,
        site: &Site<'a>,
        operator: BinaryOperator,
        right: &'a Expression,
        whole: &Expression,
        found: &mut Found,
    ) {
        let why = match operator {
            BinaryOperator::Divide if site.value(right) == 0.0 => Impossible::DivisionByZero,
            BinaryOperator::Power => Impossible::Power,
            _ => Impossible::TooLarge,
        };
        self.impossible(whole, why, found);
        if why == Impossible::DivisionByZero {
            let zeros = zeros(site, right);
            let cause = Cause::Impossible(whole.span, why);
            self.causes.entry(cause).or_default().zeros.extend(zeros);
        }
    }

    fn read(&mut self, site: &Site<'a>, read: &'a Read, whole: &Expression, found: &mut Found) {
        match site.target(read) {
            Target::Cell(cell) => {
                let causes = self.cell(&site.world.clone(), read.quantity, cell);
                found.extend(causes.iter().cloned());
            }
            Target::Beyond => match &read.beyond {
                Some(beyond) => self.follow(site, beyond, found),
                None => self.impossible(whole, Impossible::BeyondMembers, found),
            },
            Target::Unknown(axis) => {
                let index = &read.places[axis];
                let value = match &index.base {
                    IndexBase::Value(value) => self.if_bad(site, value, found),
                    _ => false,
                };
                let shift = index.shift.as_ref().is_some_and(|shift| self.if_bad(site, shift, found));
                if !value && !shift {
                    self.impossible(whole, Impossible::NoMember, found);
                }
            }
        }
    }

    fn impossible(&mut self, expression: &Expression, why: Impossible, found: &mut Found) {
        self.impossible_at(expression.span, why, found);
    }

    fn impossible_at(&mut self, span: sg3_lang::Span, why: Impossible, found: &mut Found) {
        let cause = Cause::Impossible(span, why);
        self.causes.entry(cause.clone()).or_default().cells.insert(self.current);
        found.insert(cause);
    }
}
