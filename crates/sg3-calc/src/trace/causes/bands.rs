//! Which bound a band or a line was missed by, and what its bounds are where none is found.

use super::cause::{Figure, Impossible, Missed};
use crate::tolerance::less_or_equal;
use crate::trace::point::{Point, Target, Term};
use sg3_lang::model::{Expression, Node, Reduction};

/// Whether a lower bound is below the one before it.
pub(super) fn falls(point: &Point, reduction: &Reduction, terms: &[Term]) -> bool {
    let Some(from) = &reduction.from else { return false };
    let bounds: Vec<f64> = terms.iter().map(|term| point.at(term.frame.clone()).value(from)).collect();
    !bounds.is_sorted()
}

/// The bound that is missed: the first one where the place is below it, else the last.
pub(super) fn missed(point: &Point, reduction: &Reduction, terms: &[Term]) -> Option<(Impossible, Missed)> {
    let (at, from) = (reduction.at.as_ref()?, reduction.from.as_ref()?);
    let mut counting = terms.iter().filter(|term| term.filter == 1.0);
    let first = counting.next()?;
    let last = counting.next_back().unwrap_or(first);
    let sought = figure(point, at);
    let [lowest, highest] = [first, last].map(|term| figure(&point.at(term.frame.clone()), from));
    let word = reduction.how.keyword();
    if less_or_equal(lowest.value, sought.value) == 1.0 {
        Some((Impossible::AboveBands(word), Missed { sought, bound: highest }))
    } else {
        Some((Impossible::BelowBands(word), Missed { sought, bound: lowest }))
    }
}

/// What an expression is at a point, and the cell that it reads if it is no more than a name.
fn figure(point: &Point, expression: &Expression) -> Figure {
    let cell = match &expression.node {
        Node::Read(read) => match point.target(read) {
            Target::Cell(cell) => Some((read.quantity, cell)),
            _ => None,
        },
        _ => None,
    };
    Figure { value: point.value(expression), cell }
}
