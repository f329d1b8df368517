//! What folds come to.

use super::{At, Values, whole};
use crate::book::BLANK;
use crate::formula::{Bound, Fold, How};
use sg3_calc::guard;

impl Values<'_> {
    /// The cells of a fold's first factor.
    pub(crate) fn cells(&self, fold: &Fold, at: At) -> Vec<f64> {
        let mut cells = Vec::new();
        self.for_each_term(fold, at, &mut |at| cells.push(self.formula(&fold.factors[0], at)));
        cells
    }

    fn for_each_term(&self, fold: &Fold, at: At, visit: &mut dyn FnMut(At)) {
        let count = |bound: &Bound| match bound.limit {
            None => bound.count,
            Some((axis, upto)) => at.place[axis] + usize::from(upto),
        };
        let shape: Vec<usize> = fold.bound.iter().map(count).collect();
        for term in 0..shape.iter().product() {
            let bound = crate::lower::table::place_in(&shape, term);
            visit(At { bound: &bound, ..at });
        }
    }

    pub(crate) fn fold(&self, fold: &Fold, at: At) -> f64 {
        match fold.how {
            How::Sum => {
                let mut sum = 0.0;
                self.for_each_term(fold, at, &mut |at| {
                    sum += fold.factors.iter().map(|factor| self.formula(factor, at)).product::<f64>();
                });
                guard::finite(sum)
            }
            How::SumWhere => self.sum_where(fold, at),
            How::Rank => self.rank(fold, at),
            how => over(how, &self.cells(fold, at)),
        }
    }

    fn sum_where(&self, fold: &Fold, at: At) -> f64 {
        let (amount, groups) = fold.factors.split_first().expect("a sum has amounts");
        let keys = || groups.iter().step_by(2);
        let numbers: Vec<f64> = groups.iter().skip(1).step_by(2).map(|number| self.formula(number, at)).collect();
        let mut sum = 0.0;
        self.for_each_term(fold, at, &mut |at| {
            let found: Vec<f64> = keys().map(|key| self.formula(key, at)).collect();
            sum += if found == numbers { self.formula(amount, at) } else { 0.0 * found.iter().sum::<f64>() };
        });
        sum
    }

    fn rank(&self, fold: &Fold, at: At) -> f64 {
        let own = self.formula(&fold.factors[1], at);
        let position = self.formula(&fold.factors[2], at) as usize;
        let before = |(number, other): (usize, &f64)| match number < position {
            true => other - own >= -guard::GUARD,
            false => other - own > guard::GUARD,
        };
        let cells = self.cells(fold, at);
        let sum: f64 = cells.iter().sum();
        if sum.is_nan() { f64::NAN } else { cells.iter().enumerate().filter(|cell| before(*cell)).count() as f64 }
    }

    pub(crate) fn band(&self, lower: &[f64], place: f64) -> f64 {
        let sum: f64 = lower.iter().sum();
        let rises = lower.is_sorted();
        let last = lower.iter().rposition(|bound| guard::less_or_equal(*bound, place) == 1.0);
        if sum.is_nan() || !rises { f64::NAN } else { last.map_or(f64::NAN, |position| position as f64 + 1.0) }
    }
}

fn over(how: How, cells: &[f64]) -> f64 {
    let counted: Vec<f64> = cells.iter().copied().filter(|cell| *cell != BLANK).collect();
    let bad = counted.iter().any(|cell| cell.is_nan());
    match how {
        How::Product => counted.iter().product(),
        How::Min => greatest(&counted, |a, b| a < b),
        How::Max => greatest(&counted, |a, b| a > b),
        How::Mean => guard::finite(counted.iter().sum::<f64>() / counted.len() as f64),
        How::Any if counted.contains(&1.0) => 1.0,
        How::All if counted.contains(&0.0) => 0.0,
        How::Any | How::All if bad => f64::NAN,
        How::Any => 0.0,
        How::All => 1.0,
        How::Sum | How::SumWhere | How::Rank => unreachable!("sums are not over cells alone"),
    }
}

pub(crate) fn greatest(cells: &[f64], before: impl Fn(f64, f64) -> bool) -> f64 {
    let better = |best: f64, cell: f64| if cell.is_nan() || before(cell, best) { cell } else { best };
    cells.iter().copied().reduce(better).unwrap_or(f64::NAN)
}

pub(crate) fn first_yes(flags: &[f64]) -> f64 {
    let sum: f64 = flags.iter().sum();
    let first = flags.iter().position(|flag| *flag == 1.0);
    if sum.is_nan() { f64::NAN } else { first.map_or(f64::NAN, |position| position as f64 + 1.0) }
}

pub(crate) fn nth(cells: &[f64], number: f64) -> f64 {
    let position = usize::try_from(whole(number) - 1).ok();
    position.and_then(|position| cells.get(position)).copied().unwrap_or(f64::NAN)
}
