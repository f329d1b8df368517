//! Other worlds of an explanation: the way in, and out again where a cell is what it was outside, or replaced from there.

use super::operands::Operand;
use crate::site::Site;
use sg3_lang::Span;
use sg3_lang::model::{Expression, QuantityId, Substitution, World};
use std::rc::Rc;
use std::sync::Arc;

/// How a world was entered; nothing in the base world.
pub(super) type Way<'a> = Option<Rc<Entered<'a>>>;

/// The way into another world.
pub(super) struct Entered<'a> {
    /// Where the `with` stands.
    from: Site<'a>,
    /// How the world in which it stands was entered.
    outside: Way<'a>,
    substitutions: &'a [Substitution],
    /// The `with`.
    pub span: Span,
    /// Unlike that of every other way; 0 is the base world.
    pub number: usize,
}

/// What replaces a cell.
pub(super) struct Replacement<'a> {
    /// Where it is read.
    pub site: Site<'a>,
    /// How the world of that place was entered.
    pub way: Way<'a>,
    pub value: &'a Expression,
}

impl<'a> Entered<'a> {
    pub(super) fn new(from: &Site<'a>, outside: &Way<'a>, world: &'a World, span: Span) -> Entered<'a> {
        let (from, outside, number) = (from.clone(), outside.clone(), from.engine.new_number());
        Entered { from, outside, substitutions: &world.substitutions, span, number }
    }

    /// What a cell is replaced by, if it is.
    pub(super) fn replacement(&self, quantity: QuantityId, place: &[usize]) -> Option<Replacement<'a>> {
        let of_cell = |one: &&Substitution| one.target == quantity && self.covers(one, place);
        let substitution = self.substitutions.iter().rev().find(of_cell)?;
        let mut frame = self.from.frame.clone();
        for (axis, position) in substitution.axes.iter().zip(place) {
            axis.iter().for_each(|axis| frame[axis.0 as usize] = *position);
        }
        Some(Replacement { site: self.from.at(frame), way: self.outside.clone(), value: &substitution.value })
    }

    /// Whether the place is one of those that are replaced.
    fn covers(&self, substitution: &Substitution, place: &[usize]) -> bool {
        let axes = &self.from.model().quantity(substitution.target).axes;
        let fits = |(number, position): (usize, &usize)| {
            substitution.axes[number].is_some()
                || self.from.position(&substitution.places[number], &axes[number]) == *position as f64
        };
        place.iter().enumerate().all(fits)
    }

    /// Whether a quantity is in this world what it was outside.
    fn leaves(&self, figure: &Operand) -> bool {
        let (own, outside) = (&figure.world.arrays, &self.from.world.arrays);
        let id = figure.quantity.0 as usize;
        own[id].as_ref().zip(outside[id].as_ref()).is_some_and(|(own, outside)| Arc::ptr_eq(own, outside))
    }

    /// Whether the cell is in this world what it was outside although other cells of the quantity are replaced.
    fn spares(&self, figure: &Operand) -> bool {
        let is_target = self.substitutions.iter().any(|one| one.target == figure.quantity);
        is_target && self.replacement(figure.quantity, &figure.place()).is_none()
    }
}

impl<'a> Operand<'a> {
    /// The same cell in the outermost world in which it is what it is.
    pub(super) fn settled(mut self) -> Operand<'a> {
        while let Some(entered) = self.way.clone().filter(|entered| entered.leaves(&self) || entered.spares(&self)) {
            self.world = entered.from.world.clone();
            self.way = entered.outside.clone();
        }
        self
    }

    /// What the cell is replaced by, if it is.
    pub(super) fn replacement(&self) -> Option<Replacement<'a>> {
        self.way.as_ref()?.replacement(self.quantity, &self.place())
    }

    /// The number of the way to its world.
    pub(super) fn number(&self) -> usize {
        self.way.as_ref().map_or(0, |entered| entered.number)
    }

    /// A position for each axis.
    pub(super) fn place(&self) -> Vec<usize> {
        self.world.array(self.quantity).map(|array| array.place(self.cell)).unwrap_or_default()
    }
}
