//! Sums of products of two arrays, without the product: the innermost loops of most models.

use super::pairwise::{BLOCK, Pairwise};
use super::rows::Rows;
use crate::evaluate::kernel::{Kernel, Work};

/// Cells that lie at equal distances along the row and along the axis that is summed.
#[derive(Clone, Copy)]
pub(super) struct Factor<'r> {
    pub cells: &'r [f64],
    pub start: usize,
    /// From cell to cell of a row.
    pub inner: usize,
    /// From term to term.
    pub along: usize,
}

/// What a sum of something else than products is multiplied by.
const ONE: Factor = Factor { cells: &[1.0], start: 0, inner: 0, along: 0 };

impl<'r> Rows<'r> {
    /// The two factors of the body of a sum along an axis, if both are plain arrays.
    pub(super) fn factors(&self, body: &Kernel, frame: &[usize], axis: usize) -> Option<[Factor<'r>; 2]> {
        use sg3_lang::model::BinaryOperator::Multiply;
        match &body.work {
            Work::Binary(Multiply, left, right) => {
                Some([self.factor(left, frame, axis)?, self.factor(right, frame, axis)?])
            }
            _ => Some([self.factor(body, frame, axis)?, ONE]),
        }
    }

    fn factor(&self, kernel: &Kernel, frame: &[usize], axis: usize) -> Option<Factor<'r>> {
        let (cells, offset, outer, inner) = match &kernel.work {
            Work::Read(read) if read.computed.is_empty() => {
                (&self.environment.array(read.quantity)?.cells[..], read.start, &read.outer, read.inner)
            }
            Work::Stored(stored) => (&self.stored[stored.slot][..], 0, &stored.outer, stored.inner),
            _ => return None,
        };
        let start = offset + outer.iter().map(|(axis, stride)| frame[*axis] * stride).sum::<usize>();
        let along = outer.iter().filter(|(own, _)| *own == axis).map(|(_, stride)| stride).sum();
        Some(Factor { cells, start, inner, along })
    }
}

impl<'r> Factor<'r> {
    fn skip(self, terms: usize) -> Factor<'r> {
        Factor { start: self.start + terms * self.along, ..self }
    }

    fn one(&self, term: usize) -> f64 {
        self.cells[self.start + term * self.along]
    }

    fn row(&self, term: usize, count: usize) -> &'r [f64] {
        &self.cells[self.start + term * self.along..][..count]
    }

    fn at(&self, term: usize, cell: usize) -> f64 {
        self.cells[self.start + term * self.along + cell * self.inner]
    }
}

/// Adds the products of so many terms, the first of which has this number.
pub(super) fn add_products(sums: &mut Pairwise, mut number: usize, mut terms: usize, [left, right]: [Factor; 2]) {
    let (mut left, mut right) = (left, right);
    while terms > 0 {
        let now = terms.min(BLOCK - number % BLOCK);
        add_block(sums.row(number), now, left, right);
        (left, right) = (left.skip(now), right.skip(now));
        (number, terms) = (number + now, terms - now);
    }
}

fn add_block(sums: &mut [f64], terms: usize, left: Factor, right: Factor) {
    match (left.inner, right.inner) {
        (0, 1) => add_scaled_rows(sums, terms, left, right),
        (1, 0) => add_scaled_rows(sums, terms, right, left),
        (1, 1) => {
            for term in 0..terms {
                let (left, right) = (left.row(term, sums.len()), right.row(term, sums.len()));
                sums.iter_mut().zip(left).zip(right).for_each(|((sum, left), right)| *sum += left * right);
            }
        }
        _ => {
            for term in 0..terms {
                let products = (0..).map(|cell| left.at(term, cell) * right.at(term, cell));
                sums.iter_mut().zip(products).for_each(|(sum, product)| *sum += product);
            }
        }
    }
}

/// Rows times numbers, four terms at a time: each sum stays in its register, and the order is that of the terms.
fn add_scaled_rows(sums: &mut [f64], terms: usize, numbers: Factor, rows: Factor) {
    let count = sums.len();
    for first in (0..terms - terms % 4).step_by(4) {
        let by = [0, 1, 2, 3].map(|next| numbers.one(first + next));
        let [one, two, three, four] = [0, 1, 2, 3].map(|next| rows.row(first + next, count));
        for ((((sum, one), two), three), four) in sums.iter_mut().zip(one).zip(two).zip(three).zip(four) {
            *sum = *sum + by[0] * one + by[1] * two + by[2] * three + by[3] * four;
        }
    }
    for term in terms - terms % 4..terms {
        let by = numbers.one(term);
        sums.iter_mut().zip(rows.row(term, count)).for_each(|(sum, cell)| *sum += by * cell);
    }
}
