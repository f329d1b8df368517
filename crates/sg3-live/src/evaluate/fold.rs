//! What folds evaluate to.

use super::cells::greatest;
use super::values::{At, Values};
use crate::book::blank::BLANK;
use crate::book::formula::{Aggregation, Fold};
use sg3_calc::place_in;
use sg3_calc::tolerance;
use sg3_lang::model::Extreme;

impl Values<'_> {
    /// The cells of a fold's first factor.
    pub(super) fn cells(&self, fold: &Fold, at: At) -> Vec<f64> {
        let mut cells = Vec::new();
        self.for_each_term(fold, at, &mut |at| cells.push(self.formula(&fold.factors[0], at)));
        cells
    }

    fn for_each_term(&self, fold: &Fold, at: At, visit: &mut dyn FnMut(At)) {
        let counts = fold.ranges.iter().map(|range| match range.limit {
            None => range.count,
            Some((axis, upto)) => at.place[axis] + usize::from(upto),
        });
        let shape: Vec<usize> = counts.collect();
        for term in 0..shape.iter().product() {
            visit(At { bound: &place_in(&shape, term), ..at });
        }
    }

    pub(super) fn fold(&self, fold: &Fold, at: At) -> f64 {
        match fold.aggregation {
            Aggregation::Sum => {
                let mut sum = 0.0;
                self.for_each_term(fold, at, &mut |at| {
                    sum += fold.factors.iter().map(|factor| self.formula(factor, at)).product::<f64>();
                });
                tolerance::finite(sum)
            }
            Aggregation::SumWhere => self.sum_where(fold, at),
            Aggregation::Rank => self.rank(fold, at),
            Aggregation::Place(first) => self.place(first, fold, at),
            Aggregation::SumUpToPlace => self.sum_up_to_place(fold, at),
            Aggregation::Percentile => percentile(&self.cells(fold, at), self.formula(&fold.factors[1], at)),
            Aggregation::Median => percentile(&self.cells(fold, at), 0.5),
            aggregation => aggregate(aggregation, &self.cells(fold, at)),
        }
    }

    /// A key that is missing spreads, as it does in the workbook.
    fn sum_where(&self, fold: &Fold, at: At) -> f64 {
        let (amount, groups) = fold.factors.split_first().expect("a sum has amounts");
        let numbers: Vec<f64> = groups.iter().skip(1).step_by(2).map(|number| self.formula(number, at)).collect();
        let mut sum = 0.0;
        self.for_each_term(fold, at, &mut |at| {
            let keys: Vec<f64> = groups.iter().step_by(2).map(|key| self.formula(key, at)).collect();
            sum += if keys == numbers { self.formula(amount, at) } else { 0.0 * keys.iter().sum::<f64>() };
        });
        sum
    }

    fn rank(&self, fold: &Fold, at: At) -> f64 {
        let own = self.formula(&fold.factors[1], at);
        let position = self.formula(&fold.factors[2], at) as usize;
        let cells = self.cells(fold, at);
        // one remainder that is missing leaves no rank
        if cells.iter().sum::<f64>().is_nan() {
            return f64::NAN;
        }
        let before = cells.iter().enumerate().filter(|(number, other)| {
            if *number < position { *other - own >= -tolerance::TOLERANCE } else { *other - own > tolerance::TOLERANCE }
        });
        before.count() as f64
    }

    fn place(&self, first: Extreme, fold: &Fold, at: At) -> f64 {
        let own = self.formula(&fold.factors[1], at);
        let position = self.formula(&fold.factors[2], at) as usize;
        let cells = self.cells(fold, at);
        if !own.is_finite() || cells.iter().any(|cell| cell.is_nan()) {
            return f64::NAN;
        }
        let comes_before = |(number, other): &(usize, &f64)| match first {
            _ if **other == own => *number < position,
            Extreme::Least => **other < own,
            Extreme::Greatest => **other > own && **other != BLANK,
        };
        cells.iter().enumerate().filter(comes_before).count() as f64
    }

    fn sum_up_to_place(&self, fold: &Fold, at: At) -> f64 {
        let own = self.formula(&fold.factors[2], at);
        let mut sum = 0.0 * own;
        self.for_each_term(fold, at, &mut |at| {
            if self.formula(&fold.factors[1], at) <= own {
                sum += self.formula(&fold.factors[0], at);
            }
        });
        tolerance::finite(sum)
    }

    /// The position of the last band that begins at or below a place; `NaN` where the lower bounds do not rise.
    pub(super) fn band(&self, lower: &[f64], place: f64) -> f64 {
        let sum: f64 = lower.iter().sum();
        let last = lower.iter().rposition(|bound| tolerance::less_or_equal(*bound, place) == 1.0);
        let is_usable = !sum.is_nan() && lower.is_sorted();
        last.filter(|_| is_usable).map_or(f64::NAN, |position| position as f64 + 1.0)
    }
}

fn percentile(cells: &[f64], share: f64) -> f64 {
    sg3_calc::percentile(cells.iter().copied().filter(|cell| *cell != BLANK).collect(), share)
}

fn aggregate(aggregation: Aggregation, cells: &[f64]) -> f64 {
    let counted: Vec<f64> = cells.iter().copied().filter(|cell| *cell != BLANK).collect();
    let is_missing = counted.iter().any(|cell| cell.is_nan());
    match aggregation {
        Aggregation::Product => counted.iter().product(),
        Aggregation::Min => greatest(&counted, |a, b| a < b),
        Aggregation::Max => greatest(&counted, |a, b| a > b),
        Aggregation::Mean => tolerance::finite(counted.iter().sum::<f64>() / counted.len() as f64),
        Aggregation::Entered => counted.len() as f64,
        Aggregation::Any if counted.contains(&1.0) => 1.0,
        Aggregation::All if counted.contains(&0.0) => 0.0,
        Aggregation::Any | Aggregation::All if is_missing => f64::NAN,
        Aggregation::Any => 0.0,
        Aggregation::All => 1.0,
        _ => unreachable!("{aggregation:?} is not over cells alone"),
    }
}
