//! Formulas from the outside in: their parts, the axes they mean, the blocks they read.

use super::{Fold, Formula, Reading, Where};
use crate::book::BlockId;

impl Formula {
    /// Calls `visit` for every part directly inside, places included.
    pub fn for_each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank | Formula::Position(_) => {}
            Formula::Member(..) | Formula::Count(_) | Formula::Chosen(..) => {}
            Formula::Axis(place) => place.for_each_part(visit),
            Formula::Read(reading) => reading.places.iter().for_each(|place| place.for_each_part(visit)),
            Formula::Negative(part) | Formula::Not(part) => visit(part),
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                visit(left);
                visit(right);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(visit),
            Formula::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| visit(part)),
            Formula::Call(call) => call.arguments.iter().for_each(visit),
            Formula::Fold(fold) => fold.factors.iter().for_each(visit),
            Formula::FirstYes(fold) | Formula::LastYes(fold) => fold.factors.iter().for_each(visit),
            Formula::Input(input) => visit(&input.blank),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.factors.iter().for_each(&mut *visit);
                visit(at);
            }
        }
    }

    /// Calls `change` for every axis of the reading block that is meant, in all parts.
    pub fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank => {}
            Formula::Member(..) | Formula::Chosen(..) => {}
            Formula::Position(axis) | Formula::Count(axis) => change(axis),
            Formula::Axis(place) => place.for_each_axis(change),
            Formula::Read(reading) => reading.places.iter_mut().for_each(|place| place.for_each_axis(change)),
            Formula::Negative(part) | Formula::Not(part) => part.for_each_axis(change),
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                left.for_each_axis(change);
                right.for_each_axis(change);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter_mut().for_each(|part| part.for_each_axis(change)),
            Formula::If(condition, yes, no) => {
                [condition, yes, no].into_iter().for_each(|part| part.for_each_axis(change));
            }
            Formula::Call(call) => call.arguments.iter_mut().for_each(|part| part.for_each_axis(change)),
            Formula::Fold(fold) => fold.for_each_axis(change),
            Formula::FirstYes(fold) | Formula::LastYes(fold) => fold.for_each_axis(change),
            Formula::Input(input) => input.blank.for_each_axis(change),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.for_each_axis(change);
                at.for_each_axis(change);
            }
        }
    }

    /// Calls `visit` for every block that is read.
    pub fn for_each_block(&self, visit: &mut dyn FnMut(BlockId)) {
        match self {
            Formula::Read(reading) => visit(reading.block),
            Formula::Chosen(_, base, other) => [*base, *other].into_iter().for_each(&mut *visit),
            Formula::Input(input) => [input.base, input.other].into_iter().for_each(&mut *visit),
            _ => {}
        }
        self.for_each_part(&mut |part| part.for_each_block(visit));
    }

    /// Calls `change` for every reading, innermost first.
    pub fn for_each_reading(&mut self, change: &mut dyn FnMut(&mut Reading)) {
        self.for_each_part_mut(&mut |part| part.for_each_reading(change));
        if let Formula::Read(reading) = self {
            change(reading);
        }
    }

    /// Calls `change` for every part directly inside, places included.
    fn for_each_part_mut(&mut self, change: &mut dyn FnMut(&mut Formula)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank | Formula::Position(_) => {}
            Formula::Member(..) | Formula::Count(_) | Formula::Chosen(..) => {}
            Formula::Axis(place) => place.for_each_part_mut(change),
            Formula::Read(reading) => reading.places.iter_mut().for_each(|place| place.for_each_part_mut(change)),
            Formula::Negative(part) | Formula::Not(part) => change(part),
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                change(left);
                change(right);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter_mut().for_each(change),
            Formula::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| change(part)),
            Formula::Call(call) => call.arguments.iter_mut().for_each(change),
            Formula::Fold(fold) => fold.factors.iter_mut().for_each(change),
            Formula::FirstYes(fold) | Formula::LastYes(fold) => fold.factors.iter_mut().for_each(change),
            Formula::Input(input) => change(&mut input.blank),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.factors.iter_mut().for_each(&mut *change);
                change(at);
            }
        }
    }

    /// How many parts it has as it is written, itself included: some are written twice.
    pub fn weight(&self) -> usize {
        let (own, times) = match self {
            Formula::Call(call) => (1 + call.text.len() / 8, 1),
            Formula::And(_) | Formula::Or(_) | Formula::Compare(_, _, _, false) => (2, 2),
            _ => (1, 1),
        };
        let mut parts = 0;
        self.for_each_part(&mut |part| parts += part.weight());
        own + times * parts
    }
}

impl Where {
    fn for_each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        match self {
            Where::Number(_, number) | Where::Nth(number) => visit(number),
            Where::Along(_) | Where::Shifted(..) | Where::At(_) | Where::Bound(_) => {}
        }
    }

    fn for_each_part_mut(&mut self, change: &mut dyn FnMut(&mut Formula)) {
        match self {
            Where::Number(_, number) | Where::Nth(number) => change(number),
            Where::Along(_) | Where::Shifted(..) | Where::At(_) | Where::Bound(_) => {}
        }
    }

    fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        match self {
            Where::Along(axis) | Where::Shifted(axis, _) => change(axis),
            Where::Number(_, number) | Where::Nth(number) => number.for_each_axis(change),
            Where::At(_) | Where::Bound(_) => {}
        }
    }
}

impl Fold {
    fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        self.bound.iter_mut().filter_map(|bound| bound.limit.as_mut()).for_each(|(axis, _)| change(axis));
        self.factors.iter_mut().for_each(|factor| factor.for_each_axis(change));
    }
}
