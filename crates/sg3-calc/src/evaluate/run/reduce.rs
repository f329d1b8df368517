//! Reductions of rows: along the row itself, or row after row.

use super::contract::add_products;
use super::operators::Operand;
use super::pairwise::Pairwise;
use super::rows::{Rows, WINDOW};
use super::tally::{Tally, Term};
use crate::evaluate::kernel::ReduceKernel;
use crate::tolerance::finite;
use sg3_lang::model::{Limit, ReductionKind};

impl Rows<'_> {
    pub(super) fn reduce(&self, reduction: &ReduceKernel, frame: &mut [usize], out: &mut [f64]) {
        if reduction.how == ReductionKind::Sum && reduction.filter.is_none() && !limit_varies(reduction) {
            return self.sum(reduction, frame, out);
        }
        let mut tally = Tally::new(reduction.how, reduction.order, reduction.goes_over_all(), out.len());
        let at = reduction.at.as_ref();
        self.with_buffer(out.len(), |places| {
            at.into_iter().for_each(|at| self.filled(at, frame, places));
            self.for_each_row(reduction, frame, out.len(), &mut |frame, number, count| {
                self.add_row(reduction, frame, number, count, places, &mut tally);
            });
        });
        tally.finish(out);
    }

    /// Calls `visit` with the number of the first term and the length of every row of terms.
    fn for_each_row(
        &self,
        reduction: &ReduceKernel,
        frame: &mut [usize],
        cells: usize,
        visit: &mut impl FnMut(&mut [usize], usize, usize),
    ) {
        let depth = reduction.axes.len() - usize::from(reduction.own_row);
        let loops = &reduction.axes[..depth];
        let (last, whole) = reduction.axes[reduction.axes.len() - 1];
        loops.iter().for_each(|(axis, _)| frame[*axis] = 0);
        if loops.iter().any(|(_, count)| *count == 0) {
            return;
        }
        let mut number = 0;
        let end = end_of_limit(reduction, frame, whole);
        loop {
            if reduction.own_row {
                for start in (0..end).step_by(WINDOW) {
                    frame[last] = start;
                    visit(frame, number + start, WINDOW.min(end - start));
                }
                number += whole;
            } else {
                if frame[last] < end {
                    visit(frame, number, cells);
                }
                number += 1;
            }
            if !advance(loops, frame) {
                return;
            }
        }
    }

    fn add_row(
        &self,
        reduction: &ReduceKernel,
        frame: &mut [usize],
        number: usize,
        count: usize,
        places: &[f64],
        tally: &mut Tally,
    ) {
        self.with_buffer(3 * count, |columns| {
            let (filters, rest) = columns.split_at_mut(count);
            let (values, seconds) = rest.split_at_mut(count);
            self.filters(reduction, frame, filters);
            if filters.iter().all(|filter| *filter == 0.0) {
                return;
            }
            self.filled(&reduction.body, frame, values);
            match &reduction.second {
                Some(second) => self.filled(second, frame, seconds),
                None => seconds.fill(1.0),
            }
            for cell in 0..count {
                let (number, cell_of_row) = if reduction.own_row { (number + cell, 0) } else { (number, cell) };
                let at = places.get(cell_of_row).copied().unwrap_or(f64::NAN);
                let term = Term { filter: filters[cell], value: values[cell], second: seconds[cell], at };
                tally.add(number, cell_of_row, term);
            }
        });
    }

    /// The filter of a row of terms, with what the limit leaves out.
    fn filters(&self, reduction: &ReduceKernel, frame: &mut [usize], filters: &mut [f64]) {
        match &reduction.filter {
            Some(filter) => self.filled(filter, frame, filters),
            None => filters.fill(1.0),
        }
        if let Some(limit) = reduction.limit.as_ref().filter(|limit| limit.varies) {
            let bound = frame[reduction.axes[0].0] + usize::from(limit.how == Limit::Before);
            let first = bound.saturating_sub(frame[limit.outer]).min(filters.len());
            filters[..first].fill(0.0);
        }
    }

    /// A sum of everything.
    fn sum(&self, reduction: &ReduceKernel, frame: &mut [usize], out: &mut [f64]) {
        let mut sums = Pairwise::new(out.len());
        if reduction.own_row || !self.sum_products(reduction, frame, &mut sums) {
            self.for_each_row(reduction, frame, out.len(), &mut |frame, number, count| {
                self.with_operand(&reduction.body, frame, count, |terms, _| match terms {
                    Operand::Row(terms) if reduction.own_row => sums.add_run(number, terms),
                    Operand::One(term) if reduction.own_row => {
                        (0..count).for_each(|cell| sums.row(number + cell)[0] += term);
                    }
                    _ => add(sums.row(number), terms),
                });
            });
        }
        out.copy_from_slice(&sums.total());
        out.iter_mut().for_each(|cell| *cell = finite(*cell));
    }

    /// The same where the body is an array or a product of two; `false` if it is not.
    fn sum_products(&self, reduction: &ReduceKernel, frame: &mut [usize], sums: &mut Pairwise) -> bool {
        let (last, whole) = reduction.axes[reduction.axes.len() - 1];
        let end = end_of_limit(reduction, frame, whole);
        let loops = &reduction.axes[..reduction.axes.len() - 1];
        reduction.axes.iter().for_each(|(axis, _)| frame[*axis] = 0);
        if self.factors(&reduction.body, frame, last).is_none() {
            return false;
        }
        if reduction.axes.iter().any(|(_, count)| *count == 0) {
            return true;
        }
        let mut number = 0;
        loop {
            let factors = self.factors(&reduction.body, frame, last).expect("as before");
            add_products(sums, number, end, factors);
            number += whole;
            if !advance(loops, frame) {
                return true;
            }
        }
    }
}

/// One past the last member that the limit leaves on the last axis, as far as it is the same for the whole row.
fn end_of_limit(reduction: &ReduceKernel, frame: &[usize], whole: usize) -> usize {
    match &reduction.limit {
        Some(limit) if !limit.varies => (frame[limit.outer] + usize::from(limit.how == Limit::Upto)).min(whole),
        _ => whole,
    }
}

/// The next position of the loops, last fastest; `false` after the last.
fn advance(loops: &[(usize, usize)], frame: &mut [usize]) -> bool {
    let Some(level) = (0..loops.len()).rev().find(|level| frame[loops[*level].0] + 1 < loops[*level].1) else {
        return false;
    };
    frame[loops[level].0] += 1;
    loops[level + 1..].iter().for_each(|(axis, _)| frame[*axis] = 0);
    true
}

fn limit_varies(reduction: &ReduceKernel) -> bool {
    reduction.limit.as_ref().is_some_and(|limit| limit.varies)
}

fn add(sums: &mut [f64], terms: Operand) {
    match terms {
        Operand::One(term) => sums.iter_mut().for_each(|sum| *sum += term),
        Operand::Row(terms) => sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += term),
    }
}
