//! Reading the member before, where there may be none: `net_assets[year - 1] or opening_assets`.
//!
//! Where years go across, what stands for the year before the first is written in a column of its own, left of the first:
//! then every year has the same formula, which refers to the cell on its left. Else the condition is part of the formula.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Coordinate, Formula, Reference};
use sg3_lang::model::Expression;

impl<'a> Lowering<'a> {
    /// The cell where it is inside, else what stands beyond.
    pub(super) fn read_or_beyond(
        &mut self,
        reference: Reference,
        mut inside: Vec<Formula>,
        beyond: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        let beyond = self.expression(beyond, context);
        if inside.len() == 1 && self.stands_in_opening_column(&reference, &beyond, context) {
            return Formula::Reference(reference);
        }
        let inside = if inside.len() == 1 { inside.remove(0) } else { Formula::And(inside) };
        Formula::choice(inside, Formula::Reference(reference), beyond)
    }

    /// Whether the opening column of the block can hold, and now holds, what stands beyond the first member.
    fn stands_in_opening_column(&mut self, reference: &Reference, beyond: &Formula, context: &Context<'a>) -> bool {
        let block = self.book.block(reference.block);
        let Some(across) = block.across else { return false };
        let steps_back =
            matches!(reference.places[across], Coordinate::Shifted(axis, -1) if Some(axis) == context.across);
        // a sum over earlier years takes the column before the first as the beginning of an empty range
        let is_summed = block.quantity.is_some_and(|quantity| self.summed_before.contains(&quantity));
        if !steps_back || is_summed {
            return false;
        }
        let Some(opening) = along_axes_read(beyond, reference) else { return false };
        let fits = block.opening.as_ref().is_none_or(|there| format!("{there:?}") == format!("{opening:?}"));
        if fits {
            self.book.block_mut(reference.block).opening = Some(opening);
        }
        fits
    }
}

/// A formula of the block that reads, along the axes of the block that is read; nothing if that has not all of them.
fn along_axes_read(formula: &Formula, reference: &Reference) -> Option<Formula> {
    let mut moved = formula.clone();
    let mut possible = true;
    moved.for_each_axis(&mut |axis| {
        let own = reference.places.iter().position(|place| matches!(place, Coordinate::Along(along) if along == axis));
        match own {
            Some(own) => *axis = own,
            None => possible = false,
        }
    });
    possible.then_some(moved)
}
