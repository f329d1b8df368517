//! From a bad cell to its causes, along the branches that were taken.

use super::cause::{Cause, Found, Impossible, MOST_CELLS};
use super::search::Search;
use super::zeros::zeros;
use crate::evaluate::environment::Environment;
use crate::results::CheckResult;
use crate::trace::point::{Point, Target};
use sg3_lang::model::{BinaryOperator, Expression, IndexBase, Node, QuantityId, Read};
use std::rc::Rc;

impl<'a> Search<'a> {
    /// Follows a bad cell of an output.
    pub(super) fn output(&mut self, environment: &Rc<Environment>, id: QuantityId, cell: usize, waiting: &str) {
        let found = self.cell(environment, id, cell);
        self.wait(&found, waiting);
    }

    /// Follows the answers that a check waits for.
    pub(super) fn check(&mut self, environment: &Rc<Environment>, result: &CheckResult) {
        let check = &self.engine.model().checks[result.check];
        let open = result.cells.iter().filter(|cell| cell.holds.is_none()).take(MOST_CELLS);
        for cell in open {
            let mut frame = cell.place.clone();
            frame.resize(check.scope.len(), 0);
            let point = Point { engine: self.engine, environment: environment.clone(), scope: &check.scope, frame };
            let mut found = Found::new();
            for side in check.expressions() {
                self.if_bad(&point, side, &mut found);
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
    pub(super) fn cell(&mut self, environment: &Rc<Environment>, id: QuantityId, cell: usize) -> Rc<Found> {
        let key = (Rc::as_ptr(environment), id, cell);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        // a cell that is reached again on the way has no cause of its own
        self.known.insert(key, Rc::default());
        let outside = std::mem::replace(&mut self.current, (id, cell));
        let found = Rc::new(self.definition(environment, id, cell));
        self.current = outside;
        self.known.insert(key, found.clone());
        found
    }

    fn definition(&mut self, environment: &Rc<Environment>, id: QuantityId, cell: usize) -> Found {
        let mut found = Found::new();
        let quantity = self.engine.model().quantity(id);
        let Some(array) = environment.array(id) else { return found };
        let entered = self.entered.iter().find(|entered| Rc::ptr_eq(&entered.environment, environment)).cloned();
        if let Some(entered) = entered.filter(|entered| entered.takes_from_outside(id)) {
            return self.of_outside(&entered, id, cell, &array.place(cell));
        }
        if quantity.input().is_some() || self.inputs.array(id).is_some() {
            let cause = Cause::Missing(id);
            self.causes.entry(cause.clone()).or_default().cells.insert((id, cell));
            found.insert(cause);
        } else if self.results.loops.iter().any(|closed| closed.quantity == id) {
            // reported once for the whole system
        } else if let Some((point, formula)) = Point::of_cell(self.engine, environment, id, &array.place(cell)) {
            self.follow(&point, formula, &mut found);
        } else {
            self.impossible_at(quantity.span, Impossible::BlankCell, &mut found);
        }
        found
    }

    pub(super) fn if_bad(&mut self, point: &Point<'a>, expression: &'a Expression, found: &mut Found) -> bool {
        // without room to see, it is taken for bad, so that nothing is said of what is read around it
        if !self.has_room(expression) {
            return true;
        }
        let bad = point.is_bad(expression);
        if bad {
            self.follow(point, expression, found);
        }
        bad
    }

    /// Follows all parts that are bad; whether there are any.
    pub(super) fn any_bad(
        &mut self,
        point: &Point<'a>,
        parts: impl IntoIterator<Item = &'a Expression>,
        found: &mut Found,
    ) -> bool {
        let bad = parts.into_iter().map(|part| self.if_bad(point, part, found));
        bad.filter(|bad| *bad).count() > 0
    }

    /// Follows an expression that is bad at the point.
    pub(super) fn follow(&mut self, point: &Point<'a>, expression: &'a Expression, found: &mut Found) {
        match &expression.node {
            Node::Literal(_) | Node::Axis(_) | Node::Fact(..) | Node::Member(..) => {
                self.impossible(expression, Impossible::NoMember, found);
            }
            Node::Missing => self.impossible(expression, Impossible::Stated, found),
            Node::Read(read) => self.read(point, read, expression, found),
            Node::IsGiven(cell) => self.in_doubt(point, cell, found),
            Node::Unary(_, operand) => self.follow(point, operand, found),
            Node::Binary(operator, left, right) => {
                if !self.any_bad(point, [&**left, &**right], found) {
                    self.operation(point, *operator, right, expression, found);
                }
            }
            Node::If(condition, yes, no) => match point.value(condition) {
                1.0 => self.follow(point, yes, found),
                0.0 => self.follow(point, no, found),
                _ => self.follow(point, condition, found),
            },
            Node::Call(function, arguments) => {
                if !self.any_bad(point, arguments, found) {
                    self.impossible(expression, Impossible::Outside(function.name), found);
                }
            }
            Node::Reduce(reduction) if self.has_room(expression) => {
                self.reduction(point, reduction, expression, found);
            }
            Node::Counterfactual(counterfactual) if self.has_room(expression) => {
                self.counterfactual(point, counterfactual, found);
            }
            Node::Reduce(_) | Node::Counterfactual(_) => {}
        }
    }

    /// Nobody knows whether there is a value where something beneath it cannot be read.
    fn in_doubt(&mut self, point: &Point<'a>, cell: &'a Expression, found: &mut Found) {
        self.follow(point, cell, found);
        let Node::Read(read) = &cell.node else { return };
        if self.engine.model().is_given_by_cell(read.quantity) {
            return;
        }
        let beneath = self.engine.model().beneath(read.quantity);
        for (id, cell) in self.inputs.unreadable.keys().filter(|(id, _)| beneath.contains(id)) {
            self.causes.entry(Cause::Missing(*id)).or_default().cells.insert((*id, *cell));
            found.insert(Cause::Missing(*id));
        }
    }

    fn operation(
        &mut self,
        point: &Point<'a>,
        operator: BinaryOperator,
        right: &'a Expression,
        whole: &Expression,
        found: &mut Found,
    ) {
        let why = match operator {
            BinaryOperator::Divide if point.value(right) == 0.0 => Impossible::DivisionByZero,
            BinaryOperator::Power => Impossible::Power,
            _ => Impossible::TooLarge,
        };
        self.impossible(whole, why, found);
        if why == Impossible::DivisionByZero {
            let zeros = zeros(point, right);
            let cause = Cause::Impossible(whole.span, why);
            self.causes.entry(cause).or_default().zeros.extend(zeros);
        }
    }

    fn read(&mut self, point: &Point<'a>, read: &'a Read, whole: &Expression, found: &mut Found) {
        match point.target(read) {
            Target::Cell(cell) => {
                let causes = self.cell(&point.environment.clone(), read.quantity, cell);
                found.extend(causes.iter().cloned());
            }
            Target::Beyond => match &read.beyond {
                Some(beyond) => self.follow(point, beyond, found),
                None => self.impossible(whole, Impossible::BeyondMembers, found),
            },
            Target::Unknown(axis) => {
                let index = &read.places[axis];
                let value = match &index.base {
                    IndexBase::Value(value) => self.if_bad(point, value, found),
                    _ => false,
                };
                let shift = index.shift.as_ref().is_some_and(|shift| self.if_bad(point, shift, found));
                if !value && !shift {
                    self.impossible(whole, Impossible::NoMember, found);
                }
            }
        }
    }

    pub(super) fn impossible(&mut self, expression: &Expression, why: Impossible, found: &mut Found) {
        self.impossible_at(expression.span, why, found);
    }

    fn impossible_at(&mut self, span: sg3_lang::Span, why: Impossible, found: &mut Found) {
        let cause = Cause::Impossible(span, why);
        self.causes.entry(cause.clone()).or_default().cells.insert(self.current);
        found.insert(cause);
    }
}
