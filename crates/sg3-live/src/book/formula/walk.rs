//! Formulas from the outside in: their parts, the axes they mean, the blocks they read.

use super::{Coordinate, Fold, Formula, Reference};
use crate::book::id::BlockId;

impl Formula {
    /// Calls `visit` for every part directly inside, places included.
    pub(crate) fn for_each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank | Formula::Position(_) => {}
            Formula::Member(..) | Formula::Count(_) | Formula::SelectedMember(..) => {}
            Formula::Axis(place) => place.for_each_part(visit),
            Formula::Reference(reference) => reference.places.iter().for_each(|place| place.for_each_part(visit)),
            Formula::Negative(part) | Formula::Not(part) => visit(part),
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                visit(left);
                visit(right);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(visit),
            Formula::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| visit(part)),
            Formula::Call(call) => call.arguments.iter().for_each(visit),
            Formula::Fold(fold) => fold.factors.iter().for_each(visit),
            Formula::FirstTrue(fold) | Formula::LastTrue(fold) => fold.factors.iter().for_each(visit),
            Formula::InUse(input) => visit(&input.blank),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.factors.iter().for_each(&mut *visit);
                visit(at);
            }
        }
    }

    /// Calls `change` for every axis of the block that is meant, in all parts.
    pub(crate) fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank => {}
            Formula::Member(..) | Formula::SelectedMember(..) => {}
            Formula::Position(axis) | Formula::Count(axis) => change(axis),
            Formula::Axis(place) => place.for_each_axis(change),
            Formula::Reference(reference) => reference.places.iter_mut().for_each(|place| place.for_each_axis(change)),
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
            Formula::FirstTrue(fold) | Formula::LastTrue(fold) => fold.for_each_axis(change),
            Formula::InUse(input) => input.blank.for_each_axis(change),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.for_each_axis(change);
                at.for_each_axis(change);
            }
        }
    }

    /// Calls `visit` for every block that is read.
    pub(crate) fn for_each_block(&self, visit: &mut dyn FnMut(BlockId)) {
        match self {
            Formula::Reference(reference) => visit(reference.block),
            Formula::SelectedMember(_, delivered, replacement) => {
                [*delivered, *replacement].into_iter().for_each(&mut *visit);
            }
            Formula::InUse(input) => [input.delivered, input.replacement].into_iter().for_each(&mut *visit),
            _ => {}
        }
        self.for_each_part(&mut |part| part.for_each_block(visit));
    }

    /// Calls `change` for every reference, innermost first.
    pub(crate) fn for_each_reference(&mut self, change: &mut dyn FnMut(&mut Reference)) {
        self.for_each_part_mut(&mut |part| part.for_each_reference(change));
        if let Formula::Reference(reference) = self {
            change(reference);
        }
    }

    /// Calls `change` for every part directly inside, places included.
    fn for_each_part_mut(&mut self, change: &mut dyn FnMut(&mut Formula)) {
        match self {
            Formula::Number(_) | Formula::Missing | Formula::Blank | Formula::Position(_) => {}
            Formula::Member(..) | Formula::Count(_) | Formula::SelectedMember(..) => {}
            Formula::Axis(place) => place.for_each_part_mut(change),
            Formula::Reference(reference) => {
                reference.places.iter_mut().for_each(|place| place.for_each_part_mut(change));
            }
            Formula::Negative(part) | Formula::Not(part) => change(part),
            Formula::Binary(_, left, right) | Formula::Compare(_, left, right, _) => {
                change(left);
                change(right);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter_mut().for_each(change),
            Formula::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| change(part)),
            Formula::Call(call) => call.arguments.iter_mut().for_each(change),
            Formula::Fold(fold) => fold.factors.iter_mut().for_each(change),
            Formula::FirstTrue(fold) | Formula::LastTrue(fold) => fold.factors.iter_mut().for_each(change),
            Formula::InUse(input) => change(&mut input.blank),
            Formula::Band(fold, at) | Formula::Nth(fold, at) => {
                fold.factors.iter_mut().for_each(&mut *change);
                change(at);
            }
        }
    }

    /// How many parts it has as it is written, itself included: some are written twice.
    pub(crate) fn weight(&self) -> usize {
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

impl Coordinate {
    fn for_each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        match self {
            Coordinate::Number(_, number) | Coordinate::Nth(number) => visit(number),
            Coordinate::Along(_) | Coordinate::Shifted(..) | Coordinate::At(_) | Coordinate::Bound(_) => {}
        }
    }

    fn for_each_part_mut(&mut self, change: &mut dyn FnMut(&mut Formula)) {
        match self {
            Coordinate::Number(_, number) | Coordinate::Nth(number) => change(number),
            Coordinate::Along(_) | Coordinate::Shifted(..) | Coordinate::At(_) | Coordinate::Bound(_) => {}
        }
    }

    /// Calls `change` for every axis of the block that is meant.
    pub(crate) fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        match self {
            Coordinate::Along(axis) | Coordinate::Shifted(axis, _) => change(axis),
            Coordinate::Number(_, number) | Coordinate::Nth(number) => number.for_each_axis(change),
            Coordinate::At(_) | Coordinate::Bound(_) => {}
        }
    }
}

impl Fold {
    fn for_each_axis(&mut self, change: &mut dyn FnMut(&mut usize)) {
        self.ranges.iter_mut().filter_map(|range| range.limit.as_mut()).for_each(|(axis, _)| change(axis));
        self.factors.iter_mut().for_each(|factor| factor.for_each_axis(change));
    }
}
