//! Amounts of columns compared: sums that come to nothing or to the same, rows that say the same.

use crate::weights::balances::ROUNDING;

/// Amounts of both signs that come to nothing.
pub(crate) fn is_zero_sum(values: &[f64]) -> bool {
    let (debits, credits) = (values.iter().filter(|value| **value > 0.0), values.iter().filter(|value| **value < 0.0));
    debits.count() > 1 && credits.count() > 1 && is_same_sum(values, &[])
}

/// Whether nearly every row has an amount on one side only.
pub(crate) fn are_one_sided(one: &[f64], other: &[f64]) -> bool {
    let both = one.iter().zip(other).filter(|(one, other)| **one != 0.0 && **other != 0.0).count();
    both * 20 <= one.len()
}

/// Whether sums are equal but for what each figure was rounded by.
pub(crate) fn is_same_sum(one: &[f64], other: &[f64]) -> bool {
    let difference = one.iter().sum::<f64>() - other.iter().sum::<f64>();
    let (all, size) = (one.iter().chain(other), one.iter().chain(other).map(|value| value.abs()).sum::<f64>());
    let unit = if all.clone().all(|value| value.fract() == 0.0) { 1.0 } else { 0.01 };
    let count = all.filter(|value| **value != 0.0).count() as f64;
    difference.abs() <= (ROUNDING * size).min(0.5 * unit * count).max(1e-9 * size)
}

/// The share of rows in which two amounts are the same.
pub(crate) fn share_of_rows(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut same, mut all) = (0_usize, 0_usize);
    for (one, other) in pairs.filter(|(one, other)| *one != 0.0 || *other != 0.0) {
        all += 1;
        same += usize::from(
            (one - other).abs() <= 1.0_f64.max(1e-9 * one.abs())
                && (one - other).abs() <= 0.02 * one.abs().max(other.abs()),
        );
    }
    if all == 0 { 0.0 } else { same as f64 / all as f64 }
}
