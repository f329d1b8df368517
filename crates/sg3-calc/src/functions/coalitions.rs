//! Membership of a coalition: `inside`. Coalitions are numbered so that their members can be read off the number.

use crate::tolerance::whole;
use sg3_lang::{Function, SheetForm, Unit, UnitRule};

pub(super) const INSIDE: Function = Function {
    name: "inside",
    parameters: &[
        ("coalition", "a member of a dimension of subsets"),
        ("member", "a member of the dimension they are of"),
    ],
    variadic: false,
    meaning: "Whether the member belongs to the coalition: 1 or 0.",
    formula: "bit of the coalition's number at the member's place",
    source: "standard: characteristic function of a set",
    unit_rule: UnitRule::Special(|_| Ok(Unit::pure())),
    kernel: |x| inside(x[0], x[1]),
    sheet: SheetForm::Formula("MOD(INT({0}/2^{1}),2)"),
    vectors: &[(&[5.0, 0.0], 1.0, 0.0), (&[5.0, 1.0], 0.0, 0.0), (&[5.0, 2.0], 1.0, 0.0), (&[0.0, 0.0], 0.0, 0.0)],
};

/// 1 if the member is in the coalition, else 0. The coalition's number has bit i set for member i, counted from 0.
///
/// Pure numbers. `NaN` unless both are whole and not below zero, the coalition at most 2^53. Source: standard.
///
/// ```
/// use sg3_calc::functions::inside;
/// assert_eq!(inside(6.0, 0.0), 0.0);       // 6 = the second and the third member
/// assert_eq!(inside(6.0, 2.0), 1.0);
/// ```
pub fn inside(coalition: f64, member: f64) -> f64 {
    let (Some(coalition @ 0..), Some(member @ 0..)) = (whole(coalition), whole(member)) else { return f64::NAN };
    (coalition.checked_shr(member.min(63) as u32).unwrap_or(0) & 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_is_in_half_of_the_coalitions() {
        for member in 0..4 {
            let holding = (0..16).filter(|coalition| inside(f64::from(*coalition), f64::from(member)) == 1.0);
            assert_eq!(holding.count(), 8);
        }
    }

    #[test]
    fn what_is_no_member_or_coalition_is_missing() {
        assert!(inside(-1.0, 0.0).is_nan() && inside(1.0, -1.0).is_nan() && inside(1.5, 0.0).is_nan());
        assert_eq!(inside(7.0, 400.0), 0.0);
    }
}
