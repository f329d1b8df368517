//! What a reduction has met so far, for each cell of a row.

use super::operators::{and, or};
use super::pairwise::Pairwise;
use super::sample::Sample;
use crate::member_order::MemberOrder;
use crate::tolerance::{equal, finite, less_or_equal};
use sg3_lang::model::ReductionKind::{
    self, All, Any, Apportion, Count, Cumulative, First, Intercept, Interpolate, Last, Lookup, Max, Mean, Median, Min,
    Percentile, Product, Rank, Slope, Sum, WeightedMean,
};

/// Terms are added in their order.
pub(super) enum Tally {
    /// Sums, and what they are divided by.
    Sums(Pairwise, Option<Pairwise>),
    /// What needs all terms at once, and the order in which it takes them, cell by cell.
    Samples(ReductionKind, Option<MemberOrder>, Vec<Sample>),
    /// Everything else, cell by cell.
    Cells(ReductionKind, Vec<Cell>),
}

/// One term of one cell.
#[derive(Clone, Copy)]
pub(super) struct Term {
    /// Yes (1) where it counts.
    pub filter: f64,
    pub value: f64,
    /// The weight, the lower bound, what a line is against, or the key of an order.
    pub second: f64,
    /// The place looked up, or the share of a percentile.
    pub at: f64,
}

impl Tally {
    /// `rises`: the lower bounds of bands must rise from term to term. A spreadsheet finds a band among all by halving.
    pub(super) fn new(how: ReductionKind, order: Option<MemberOrder>, rises: bool, cells: usize) -> Tally {
        match how {
            _ if order.is_some() => Tally::Samples(how, order, vec![Sample::default(); cells]),
            Median | Percentile | Slope | Intercept => Tally::Samples(how, None, vec![Sample::default(); cells]),
            Sum | Cumulative | Rank | Apportion => Tally::Sums(Pairwise::new(cells), None),
            Mean | WeightedMean => Tally::Sums(Pairwise::new(cells), Some(Pairwise::new(cells))),
            Product | All => Tally::Cells(how, vec![Cell::known(1.0); cells]),
            Count | Any => Tally::Cells(how, vec![Cell::known(0.0); cells]),
            Min | Max | First | Last | Lookup | Interpolate => Tally::Cells(how, vec![Cell::open(rises); cells]),
        }
    }

    /// Adds the term of this number to a cell.
    pub(super) fn add(&mut self, number: usize, cell: usize, term: Term) {
        match self {
            _ if term.filter == 0.0 => {}
            Tally::Samples(_, _, samples) => samples[cell].add(term.filter, [term.value, term.second], term.at),
            Tally::Cells(_, cells) if term.filter != 1.0 => cells[cell].bad = true,
            Tally::Cells(how, cells) => cells[cell].add(*how, term),
            // a filter that is neither 0 nor 1 is bad, and so is its product
            Tally::Sums(sums, None) => sums.row(number)[cell] += term.filter * term.value,
            Tally::Sums(sums, Some(weights)) => {
                sums.row(number)[cell] += term.filter * term.value * term.second;
                weights.row(number)[cell] += term.filter * term.second;
            }
        }
    }

    pub(super) fn finish(self, out: &mut [f64]) {
        match self {
            Tally::Sums(sums, None) => out.copy_from_slice(&sums.total()),
            Tally::Sums(sums, Some(weights)) => {
                let both = sums.total().into_iter().zip(weights.total());
                out.iter_mut().zip(both).for_each(|(out, (sum, weight))| *out = sum / weight);
            }
            Tally::Samples(how, order, samples) => {
                out.iter_mut().zip(samples).for_each(|(out, sample)| *out = sample.finish(how, order));
            }
            Tally::Cells(how, cells) => out.iter_mut().zip(cells).for_each(|(out, cell)| *out = cell.finish(how)),
        }
        out.iter_mut().for_each(|cell| *cell = finite(*cell));
    }
}

/// What is known of one cell.
#[derive(Clone)]
pub(super) struct Cell {
    value: f64,
    /// Where the last point of a line is.
    point: f64,
    /// Whether that point is the very place.
    exact: bool,
    seen: bool,
    bad: bool,
    /// Whether the line has passed the place.
    passed: bool,
    /// No lower bound may be below this.
    least: Option<f64>,
}

impl Cell {
    fn known(value: f64) -> Cell {
        Cell { value, point: f64::NAN, exact: false, seen: true, bad: false, passed: false, least: None }
    }

    fn open(rises: bool) -> Cell {
        Cell { seen: false, least: rises.then_some(f64::NEG_INFINITY), ..Cell::known(f64::NAN) }
    }

    fn add(&mut self, how: ReductionKind, term: Term) {
        match how {
            Product => self.value *= term.value,
            All => self.value = and(self.value, term.value),
            Any => self.value = or(self.value, term.value),
            Count => self.value += term.value,
            Min => self.better(term.value, term.value < self.value),
            Max => self.better(term.value, term.value > self.value),
            First if self.seen => {}
            First | Last => (self.value, self.seen) = (term.value, true),
            Lookup => self.rising(term.second).band(term),
            Interpolate => self.rising(term.second).line(term),
            Sum | Mean | WeightedMean | Cumulative | Rank | Apportion | Median | Percentile | Slope | Intercept => {
                unreachable!("{how:?} is not kept in one number")
            }
        }
    }

    fn better(&mut self, value: f64, better: bool) {
        self.bad |= value.is_nan();
        if !self.seen || better {
            (self.value, self.seen) = (value, true);
        }
    }

    fn rising(&mut self, lower: f64) -> &mut Cell {
        self.bad |= self.least.is_some_and(|least| lower < least);
        self.least = self.least.map(|_| lower);
        self
    }

    /// The last band whose lower bound does not exceed the place.
    fn band(&mut self, term: Term) {
        match less_or_equal(term.second, term.at) {
            1.0 => (self.value, self.seen) = (term.value, true),
            0.0 => {}
            _ => self.bad = true,
        }
    }

    /// One more point of a line; points come in ascending order.
    fn line(&mut self, term: Term) {
        match less_or_equal(term.second, term.at) {
            1.0 => {
                (self.value, self.point, self.seen) = (term.value, term.second, true);
                self.exact = equal(term.second, term.at) == 1.0;
            }
            0.0 if self.passed => {}
            0.0 => {
                self.passed = true;
                if self.seen && !self.exact {
                    let part = (term.at - self.point) / (term.second - self.point);
                    self.value += (term.value - self.value) * part;
                }
            }
            _ => self.bad = true,
        }
    }

    fn finish(self, how: ReductionKind) -> f64 {
        let between = how != ReductionKind::Interpolate || self.passed || self.exact;
        if self.seen && !self.bad && between { self.value } else { f64::NAN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reduce(how: ReductionKind, terms: &[(f64, f64, f64)], at: f64) -> f64 {
        let mut tally = Tally::new(how, None, true, 1);
        for (number, (filter, value, second)) in terms.iter().enumerate() {
            tally.add(number, 0, Term { filter: *filter, value: *value, second: *second, at });
        }
        let mut out = [0.0];
        tally.finish(&mut out);
        out[0]
    }

    #[test]
    fn of_nothing() {
        use ReductionKind::*;
        for (how, expected) in [(Sum, 0.0), (Product, 1.0), (Count, 0.0), (Any, 0.0), (All, 1.0)] {
            assert_eq!(reduce(how, &[(0.0, f64::NAN, 1.0)], 0.0), expected, "{how:?}");
        }
        for how in
            [Min, Max, Mean, WeightedMean, Median, Percentile, Slope, Intercept, First, Last, Lookup, Interpolate]
        {
            assert!(reduce(how, &[], 0.0).is_nan(), "{how:?}");
        }
    }

    #[test]
    fn a_bad_filter_is_bad_and_a_false_one_hides_what_is_bad() {
        use ReductionKind::*;
        for how in [Sum, Product, Count, Any, All, Min, Max, Mean, WeightedMean, Median, Percentile, First, Last] {
            assert!(reduce(how, &[(1.0, 1.0, 1.0), (f64::NAN, 1.0, 1.0)], 0.0).is_nan(), "{how:?}");
            assert_eq!(reduce(how, &[(1.0, 1.0, 1.0), (0.0, f64::NAN, 1.0)], 0.0), 1.0, "{how:?}");
        }
    }

    #[test]
    fn bands_and_lines() {
        let points = [(1.0, 10.0, 0.0), (1.0, 20.0, 5.0), (1.0, 40.0, 10.0)];
        let bands = [(-1.0, f64::NAN), (0.0, 10.0), (4.0, 10.0), (5.0, 20.0), (99.0, 40.0)];
        let lines =
            [(-1.0, f64::NAN), (0.0, 10.0), (2.5, 15.0), (5.0, 20.0), (7.5, 30.0), (10.0, 40.0), (11.0, f64::NAN)];
        assert!(reduce(ReductionKind::Lookup, &[points[0], points[2], points[1]], 2.0).is_nan(), "bounds rise");
        for (at, expected) in bands {
            assert_eq!(reduce(ReductionKind::Lookup, &points, at).to_bits(), expected.to_bits(), "{at}");
        }
        for (at, expected) in lines {
            assert_eq!(reduce(ReductionKind::Interpolate, &points, at).to_bits(), expected.to_bits(), "{at}");
        }
    }
}
