//! Which cell a reference means at a place, and its value.

use super::cells::whole_part;
use super::values::{At, Values};
use crate::book::formula::{Coordinate, Reference};

impl Values<'_> {
    /// The value of the cell; of the opening column one step before the first member across; `NaN` outside the block.
    pub(super) fn reference(&self, reference: &Reference, at: At) -> f64 {
        let block = self.book.block(reference.block);
        let mut place = Vec::with_capacity(reference.places.len());
        let mut is_opening = false;
        for (axis, coordinate) in reference.places.iter().enumerate() {
            let position = self.position(coordinate, at);
            let steps_out = matches!(coordinate, Coordinate::Shifted(..)) && Some(axis) == block.across;
            is_opening |= position == -1 && steps_out;
            match usize::try_from(position).ok().filter(|position| *position < block.shape[axis]) {
                Some(position) => place.push(position),
                None if is_opening => place.push(0),
                None => return f64::NAN,
            }
        }
        match (&block.opening, is_opening) {
            (_, false) => self.cell(reference.block, block.cell_of(&place)),
            (Some(formula), true) => self.formula(formula, At { block, place: &place, bound: &[] }),
            (None, true) => f64::NAN,
        }
    }

    /// The position along an axis of the block that is read; less than zero where there is no member.
    fn position(&self, coordinate: &Coordinate, at: At) -> i64 {
        match coordinate {
            Coordinate::Along(along) => at.place[*along] as i64,
            Coordinate::Shifted(along, steps) => at.place[*along] as i64 + steps,
            Coordinate::At(position) => *position as i64,
            Coordinate::Bound(bound) => at.bound[*bound] as i64,
            Coordinate::Nth(number) => whole_part(self.formula(number, at)) - 1,
            Coordinate::Number(dimension, number) => {
                let position = self.numbers.position(*dimension, self.formula(number, at));
                position.map_or(-1, |position| position as i64)
            }
        }
    }
}
