//! Counterfactuals of an explanation: the way in, and what replaces a cell there.

use crate::trace::point::Point;
use sg3_lang::Span;
use sg3_lang::model::{Counterfactual, Expression, QuantityId, Substitution};
use std::rc::Rc;

/// How an environment was entered; nothing for that of the data.
pub(super) type Way<'a> = Option<Rc<Entered<'a>>>;

/// The way into a counterfactual.
pub(super) struct Entered<'a> {
    /// Where the `with` stands.
    pub from: Point<'a>,
    /// How the environment in which it stands was entered.
    pub outside: Way<'a>,
    substitutions: &'a [Substitution],
    /// The `with`, in the text.
    pub span: Span,
    /// Unlike that of every other way; 0 is the environment of the data.
    pub number: usize,
}

/// What replaces a cell.
pub(super) struct Replacement<'a> {
    /// Where it is read.
    pub point: Point<'a>,
    /// How the environment of that place was entered.
    pub way: Way<'a>,
    pub value: &'a Expression,
}

impl<'a> Entered<'a> {
    pub(super) fn new(
        from: &Point<'a>,
        outside: &Way<'a>,
        counterfactual: &'a Counterfactual,
        span: Span,
    ) -> Entered<'a> {
        let (from, outside, number) = (from.clone(), outside.clone(), from.engine.new_number());
        Entered { from, outside, substitutions: &counterfactual.substitutions, span, number }
    }

    /// What a cell is replaced by, if it is.
    pub(super) fn replacement(&self, quantity: QuantityId, place: &[usize]) -> Option<Replacement<'a>> {
        let mut latest_first = self.substitutions.iter().rev();
        let substitution = latest_first.find(|one| one.target == quantity && self.covers(one, place))?;
        let mut frame = self.from.frame.clone();
        for (axis, position) in substitution.axes.iter().zip(place) {
            axis.iter().for_each(|axis| frame[axis.0 as usize] = *position);
        }
        Some(Replacement { point: self.from.at(frame), way: self.outside.clone(), value: &substitution.value })
    }

    /// Whether the place is one of those that are replaced.
    fn covers(&self, substitution: &Substitution, place: &[usize]) -> bool {
        let axes = &self.from.model().quantity(substitution.target).axes;
        place.iter().enumerate().all(|(number, position)| {
            substitution.axes[number].is_some()
                || self.from.position(&substitution.places[number], &axes[number]) == *position as f64
        })
    }

    /// Whether any cell of the quantity is replaced.
    pub(super) fn replaces(&self, quantity: QuantityId) -> bool {
        self.substitutions.iter().any(|one| one.target == quantity)
    }
}
