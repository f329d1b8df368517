//! Slips that would explain a value: entered in per cent, in seconds, in months, in thousands, upside down.

use super::units::{is_amount, named};
use crate::present::display::display_number;
use sg3_lang::Unit;
use sg3_lang::model::Range;

/// Values whose ratio to a bound is no larger are near it.
const FAR: f64 = 1.5;

/// The slip that brings a value back into a range, as a question.
///
/// ```text
/// 12.5 where 0.05..0.3 is plausible: "meant 12.5 %, which is 0.125?"
/// ```
pub(crate) fn slip(value: f64, range: &Range, unit: &Unit) -> Option<String> {
    if [range.least, range.greatest].into_iter().flatten().any(|(bound, _)| is_near(value, bound)) {
        return None;
    }
    candidates(value, unit)
        .into_iter()
        .find(|(meant, _)| meant.is_finite() && range.contains(*meant))
        .map(|(_, words)| words)
}

/// Just outside is outside: a slip takes a value far away.
fn is_near(value: f64, bound: f64) -> bool {
    (1.0 / FAR..=FAR).contains(&(value / bound))
}

/// What may have been meant, with the question that asks.
#[derive(Default)]
struct Slips(Vec<(f64, String)>);

impl Slips {
    fn add(&mut self, applies: bool, meant: f64, words: String) {
        if applies {
            self.0.push((meant, words));
        }
    }
}

fn candidates(value: f64, unit: &Unit) -> Vec<(f64, String)> {
    let is_share = unit.factors().all(|(_, exponent)| exponent < 0);
    let is_rate = unit.factors().any(|(_, exponent)| exponent < 0) && !is_share;
    let by_year = unit.is_pure() || (counts(unit, &["year", "month"]) && !is_share);
    let mut slips = Slips::default();
    slips.add(
        counts(unit, &["minute"]),
        value / 60.0,
        format!("seconds for minutes? it would be {}", display_number(value / 60.0)),
    );
    slips.add(
        is_share && value >= 2.0,
        value / 100.0,
        format!("meant {} %, which is {}?", display_number(value), display_number(value / 100.0)),
    );
    slips.add(by_year, value / 12.0, format!("months for years? it would be {}", display_number(value / 12.0)));
    slips.add(by_year, value * 12.0, format!("months for years? it would be {}", display_number(value * 12.0)));
    slips.add(
        is_rate && value > 0.0 && value < 1.0,
        1.0 / value,
        format!("entered as its inverse? the inverse is {}", display_number(1.0 / value)),
    );
    add_scales(&mut slips, value, is_amount(unit));
    slips.add(
        is_rate && value > 1.0,
        1.0 / value,
        format!("entered as its inverse? the inverse is {}", display_number(1.0 / value)),
    );
    slips.add(is_amount(unit), -value, "is the sign reversed?".to_owned());
    slips.0
}

fn add_scales(slips: &mut Slips, value: f64, is_amount: bool) {
    for (factor, words) in [(1e3, "thousands"), (1e6, "millions")] {
        slips.add(
            is_amount,
            value * factor,
            format!("entered in {words}? it would be {}", display_number(value * factor)),
        );
        slips.add(
            is_amount,
            value / factor,
            format!("{words} requested, but units given? it would be {}", display_number(value / factor)),
        );
    }
}

fn counts(unit: &Unit, names: &[&str]) -> bool {
    unit.factors().any(|(base, _)| named(base, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(least: f64, greatest: f64) -> Range {
        Range { least: Some((least, true)), greatest: Some((greatest, true)) }
    }

    #[test]
    fn slips_are_told_by_what_they_would_make_of_the_value() {
        let unit = |names: &[(&str, i32)]| {
            names.iter().fold(Unit::pure(), |unit, (name, exponent)| unit.times(&Unit::named(name).power(*exponent)))
        };
        let text = |value, range, unit: &Unit| slip(value, &range, unit).unwrap_or_default();
        assert_eq!(text(12.5, within(0.05, 0.3), &unit(&[("year", -1)])), "meant 12.5 %, which is 0.125?");
        assert!(
            text(148.0, within(1.0, 6.0), &unit(&[("minute", 1), ("call", -1)])).starts_with("seconds for minutes?")
        );
        assert!(text(120.0, within(1.0, 60.0), &unit(&[("year", 1)])).starts_with("months for years? it would be 10"));
        assert!(
            text(0.00125, within(1.0, 10_000.0), &unit(&[("money", 1), ("sdr", -1)]))
                .starts_with("entered as its inverse?")
        );
        assert_eq!(text(7e9, within(1.0, 2.0), &unit(&[("money", 1)])), "");
    }
}
