//! Reductions that need all their terms at once: percentiles, straight lines, and what comes first in an order.

use crate::member_order::MemberOrder;
use crate::statistics::percentile;
use crate::tolerance::less;
use sg3_lang::model::ReductionKind;

/// The terms of one cell.
#[derive(Clone, Default)]
pub(super) struct Sample {
    values: Vec<f64>,
    /// What a line is against, or the keys of an order.
    seconds: Vec<f64>,
    /// Whether each counts.
    filters: Vec<f64>,
    /// The share of a percentile.
    at: f64,
}

impl Sample {
    pub(super) fn add(&mut self, filter: f64, [value, second]: [f64; 2], at: f64) {
        self.values.push(value);
        self.seconds.push(second);
        self.filters.push(filter);
        self.at = at;
    }

    pub(super) fn finish(self, how: ReductionKind, order: Option<MemberOrder>) -> f64 {
        if let Some(order) = order {
            return self.at_the_end(how, order);
        }
        if self.filters.iter().any(|filter| *filter != 1.0) {
            return f64::NAN;
        }
        match how {
            ReductionKind::Median => percentile(self.values, 0.5),
            ReductionKind::Percentile => percentile(self.values, self.at),
            ReductionKind::Slope => slope(&self.values, &self.seconds),
            _ => mean(&self.values) - slope(&self.values, &self.seconds) * mean(&self.seconds),
        }
    }

    /// The value of the first or last member in the order; a member without a key is none of them, whether it counts or not.
    fn at_the_end(self, how: ReductionKind, order: MemberOrder) -> f64 {
        let positions = order.positions(&self.seconds, &self.filters).unwrap_or_default();
        if positions.iter().any(|position| self.filters[*position] != 1.0) {
            return f64::NAN;
        }
        let end = if how == ReductionKind::First { positions.first() } else { positions.last() };
        end.map_or(f64::NAN, |position| self.values[*position])
    }
}

/// The slope of the straight line of least squares; `NaN` where it is vertical, as with one point.
fn slope(ys: &[f64], xs: &[f64]) -> f64 {
    let (least, greatest) =
        (xs.iter().copied().fold(f64::INFINITY, f64::min), xs.iter().copied().fold(f64::MIN, f64::max));
    if less(least, greatest) != 1.0 {
        return f64::NAN;
    }
    let (middle_y, middle_x) = (mean(ys), mean(xs));
    let products = ys.iter().zip(xs).map(|(y, x)| (y - middle_y) * (x - middle_x));
    let squares = xs.iter().map(|x| (x - middle_x) * (x - middle_x));
    products.sum::<f64>() / squares.sum::<f64>()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_needs_two_points_that_are_not_one_above_the_other() {
        assert_eq!(slope(&[1.0, 3.0, 5.0], &[2025.0, 2026.0, 2027.0]), 2.0);
        assert!(slope(&[1.0, 3.0], &[0.3, 0.1 + 0.2]).is_nan());
        assert!(slope(&[1.0], &[1.0]).is_nan() && slope(&[], &[]).is_nan());
    }
}
