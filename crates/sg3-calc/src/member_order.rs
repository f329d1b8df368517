//! Members in the order of a value of theirs.
//!
//! The value is rounded to 12 significant digits, and equal ones stay as they are: no chain of near values makes an order that depends on where
//! one begins. A member without such a value is in no place. If the value cannot be read, nobody knows its place, nor any other.

use crate::rounding::round_to_significant;
use crate::tolerance::{ORDERED_DIGITS, finite};
use sg3_lang::model::Extreme;

/// How members are ordered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MemberOrder {
    /// Which value comes first.
    pub first: Extreme,
    /// Whether something cannot be read from which the values follow: one that is missing may then be unreadable.
    pub unread: bool,
}

impl MemberOrder {
    /// The positions of the members that have a value, in order; nothing if one that counts (or may count) cannot be read.
    pub(crate) fn positions(self, values: &[f64], filters: &[f64]) -> Option<Vec<usize>> {
        if self.unread && values.iter().zip(filters).any(|(value, filter)| value.is_nan() && *filter != 0.0) {
            return None;
        }
        let rounded: Vec<f64> = values.iter().map(|value| self.ascending(*value)).collect();
        let mut positions: Vec<usize> = (0..values.len()).filter(|position| !rounded[*position].is_nan()).collect();
        positions.sort_by(|one, other| rounded[*one].total_cmp(&rounded[*other]));
        Some(positions)
    }

    /// The value as it is compared: what is smaller comes first.
    fn ascending(self, value: f64) -> f64 {
        let rounded = round_to_significant(value, ORDERED_DIGITS);
        // a zero has no sign in comparisons
        if self.first == Extreme::Greatest { 0.0 - rounded } else { rounded }
    }

    /// The sum of the terms up to each member, itself counted; `NaN` for a member in no place.
    pub(crate) fn running_totals(self, terms: &[f64], values: &[f64], filters: &[f64]) -> Vec<f64> {
        let mut totals = vec![f64::NAN; terms.len()];
        let mut total = 0.0;
        for position in self.positions(values, filters).unwrap_or_default() {
            let filter = filters[position];
            total = finite(total + if filter == 0.0 { 0.0 } else { filter * terms[position] });
            totals[position] = total;
        }
        totals
    }

    /// The place of each member among those that count, from 1; `NaN` for a member in no place, and for all where it is not known which count.
    pub(crate) fn ranks(self, values: &[f64], filters: &[f64]) -> Vec<f64> {
        let mut ranks = vec![f64::NAN; values.len()];
        let mut positions = self.positions(values, filters).unwrap_or_default();
        positions.retain(|position| filters[*position] != 0.0);
        if positions.iter().all(|position| filters[*position] == 1.0) {
            positions.iter().zip(1..).for_each(|(position, rank)| ranks[*position] = f64::from(rank));
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: MemberOrder = MemberOrder { first: Extreme::Least, unread: false };
    const GREATEST: MemberOrder = MemberOrder { first: Extreme::Greatest, unread: false };

    fn ranks(order: MemberOrder, values: &[f64]) -> Vec<f64> {
        order.ranks(values, &vec![1.0; values.len()])
    }

    #[test]
    fn near_values_are_equal_or_not_whichever_way_they_are_listed() {
        // each is near the next, and the last is not near the first
        let chain: Vec<f64> = (0..40).map(|step| 1.0 + f64::from(step) * 3e-13).collect();
        let listed: Vec<f64> = chain.iter().rev().copied().collect();
        let (forwards, backwards) = (ranks(LEAST, &chain), ranks(LEAST, &listed));
        assert_eq!(forwards, (1..=40).map(f64::from).collect::<Vec<_>>());
        let rounded = |value: f64| round_to_significant(value, ORDERED_DIGITS);
        for (one, other) in (0..40).flat_map(|one| (0..one).map(move |other| (one, other))) {
            let comes_first = backwards[one] < backwards[other];
            let least = rounded(listed[one]) < rounded(listed[other]);
            assert_eq!(comes_first, least, "{} and {}", listed[one], listed[other]);
        }
        assert!(backwards[0] > 1.0, "not all are equal");
    }

    #[test]
    fn equal_values_stay_as_they_are_whichever_comes_first() {
        assert_eq!(ranks(LEAST, &[3.0, -1.0, 3.0, 0.1 + 0.2, 0.3]), [4.0, 1.0, 5.0, 2.0, 3.0]);
        assert_eq!(ranks(GREATEST, &[3.0, -1.0, 3.0, 0.1 + 0.2, 0.3]), [1.0, 5.0, 2.0, 3.0, 4.0]);
        assert_eq!(ranks(LEAST, &[0.0, -0.0]), [1.0, 2.0]);
        assert_eq!(ranks(GREATEST, &[-0.0, 0.0]), [1.0, 2.0]);
        assert_eq!(ranks(LEAST, &[]), [0.0; 0]);
    }

    #[test]
    fn a_member_without_a_value_is_in_no_place_and_disturbs_none() {
        let totals = LEAST.running_totals(&[1.0, 2.0, f64::NAN], &[5.0, 4.0, f64::NAN], &[1.0; 3]);
        assert_eq!(totals[..2], [3.0, 2.0]);
        assert!(totals[2].is_nan());
    }

    #[test]
    fn a_value_that_cannot_be_read_leaves_no_place_unless_it_does_not_count() {
        let order = MemberOrder { unread: true, ..LEAST };
        assert!(order.ranks(&[5.0, f64::NAN], &[1.0; 2]).iter().all(|rank| rank.is_nan()));
        assert_eq!(order.ranks(&[5.0, f64::NAN], &[1.0, 0.0])[0], 1.0);
    }
}
