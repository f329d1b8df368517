//! What a formula evaluates to at a place.

use super::cells::{greatest, last_true, nth, position_of_true};
use super::operators::{and, arithmetic, compare, or};
use super::values::{At, Values};
use crate::book::blank::BLANK;
use crate::book::formula::{Coordinate, Formula};

impl Values<'_> {
    pub(super) fn formula(&self, formula: &Formula, at: At) -> f64 {
        match formula {
            Formula::Number(number) => *number,
            Formula::Missing => f64::NAN,
            Formula::Blank => BLANK,
            Formula::Axis(place) => self.member_number(place, at),
            Formula::Position(axis) => at.place[*axis] as f64 + 1.0,
            Formula::Member(dimension, position) => self.numbers.number(*dimension, *position),
            Formula::Count(axis) => at.block.shape[*axis] as f64,
            Formula::Reference(reference) => self.reference(reference, at),
            Formula::Negative(part) => -self.formula(part, at),
            Formula::Binary(operator, left, right) => {
                arithmetic(*operator, self.formula(left, at), self.formula(right, at))
            }
            Formula::Compare(comparison, left, right, _) => {
                compare(*comparison, self.formula(left, at), self.formula(right, at))
            }
            Formula::And(parts) => parts.iter().map(|part| self.formula(part, at)).fold(1.0, and),
            Formula::Or(parts) => parts.iter().map(|part| self.formula(part, at)).fold(0.0, or),
            Formula::Not(part) => 1.0 - self.formula(part, at),
            Formula::If(condition, yes, no) => match self.formula(condition, at) {
                condition if condition.is_nan() => f64::NAN,
                0.0 => self.formula(no, at),
                _ => self.formula(yes, at),
            },
            Formula::Call(call) => {
                let arguments: Vec<f64> = call.arguments.iter().map(|argument| self.formula(argument, at)).collect();
                (call.kernel)(&arguments)
            }
            Formula::Fold(fold) => self.fold(fold, at),
            Formula::SelectedMember(..) | Formula::InUse(_) => unreachable!("inputs have values"),
            Formula::Band(lower, place) => self.band(&self.cells(lower, at), self.formula(place, at)),
            Formula::FirstTrue(flags) => position_of_true(&self.cells(flags, at)),
            Formula::LastTrue(positions) => last_true(greatest(&self.cells(positions, at), |a, b| a > b)),
            Formula::Nth(cells, number) => nth(&self.cells(cells, at), self.formula(number, at)),
        }
    }

    /// The number of the member where an axis is.
    fn member_number(&self, place: &Coordinate, at: At) -> f64 {
        let (axis, position) = match place {
            Coordinate::Along(axis) => (*axis, at.place[*axis]),
            Coordinate::Bound(bound) => (at.block.across.expect("a fold along a row is in a row"), at.bound[*bound]),
            _ => return f64::NAN,
        };
        self.numbers.number(at.block.axes[axis].dimension, position)
    }
}
