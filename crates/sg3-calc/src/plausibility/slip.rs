//! Slips that would explain a value: entered in per cent, in seconds, in months, in thousands, upside down.

use super::units::{is_amount, named};
use crate::present::display::shown;
use sg3_lang::Unit;
use sg3_lang::model::Range;

/// The slip that brings a value back into a range, as a question.
///
/// ```text
/// 12.5 where 0.05..0.3 is plausible: "meant 12.5 %, which is 0.125?"
/// ```
pub(crate) fn slip(value: f64, range: &Range, unit: &Unit) -> Option<String> {
    // Just outside is outside: a slip takes a value far away.
    const FAR: f64 = 1.5;
    let near =
        |bound: Option<(f64, bool)>| bound.is_some_and(|(bound, _)| (1.0 / FAR..=FAR).contains(&(value / bound)));
    if near(range.least) || near(range.greatest) {
        return None;
    }
    candidates(value, unit)
        .into_iter()
        .find(|(meant, _)| meant.is_finite() && range.contains(*meant))
        .map(|(_, words)| words)
}

fn candidates(value: f64, unit: &Unit) -> Vec<(f64, String)> {
    let counts = |names: &[&str]| unit.factors().any(|(base, _)| named(base, names));
    let is_share = unit.factors().all(|(_, exponent)| exponent < 0);
    let is_rate = unit.factors().any(|(_, exponent)| exponent < 0) && !is_share;
    let by_year = unit.is_pure() || (counts(&["year", "month"]) && !is_share);
    let mut slips: Vec<(f64, String)> = Vec::new();
    let mut add = |applies: bool, meant: f64, words: String| {
        if applies {
            slips.push((meant, words));
        }
    };
    let meant = |factor: f64| shown(value * factor);
    let said = shown(value);
    add(counts(&["minute"]), value / 60.0, format!("seconds for minutes? it would be {}", shown(value / 60.0)));
    add(is_share && value >= 2.0, value / 100.0, format!("meant {said} %, which is {}?", shown(value / 100.0)));
    add(by_year, value / 12.0, format!("months for years? it would be {}", shown(value / 12.0)));
    add(by_year, value * 12.0, format!("months for years? it would be {}", meant(12.0)));
    add(
        is_rate && value > 0.0 && value < 1.0,
        1.0 / value,
        format!("entered as its inverse? the inverse is {}", shown(1.0 / value)),
    );
    for (factor, words) in [(1e3, "thousands"), (1e6, "millions")] {
        add(is_amount(unit), value * factor, format!("entered in {words}? it would be {}", meant(factor)));
        add(
            is_amount(unit),
            value / factor,
            format!("{words} requested, but units given? it would be {}", shown(value / factor)),
        );
    }
    add(is_rate && value > 1.0, 1.0 / value, format!("entered as its inverse? the inverse is {}", shown(1.0 / value)));
    add(is_amount(unit), -value, "is the sign reversed?".to_owned());
    slips
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
        let told = |value, range, unit: &Unit| slip(value, &range, unit).unwrap_or_default();
        assert_eq!(told(12.5, within(0.05, 0.3), &unit(&[("year", -1)])), "meant 12.5 %, which is 0.125?");
        assert!(
            told(148.0, within(1.0, 6.0), &unit(&[("minute", 1), ("call", -1)])).starts_with("seconds for minutes?")
        );
        assert!(told(120.0, within(1.0, 60.0), &unit(&[("year", 1)])).starts_with("months for years? it would be 10"));
        assert!(
            told(0.00125, within(1.0, 10_000.0), &unit(&[("money", 1), ("sdr", -1)]))
                .starts_with("entered as its inverse?")
        );
        assert_eq!(told(7e9, within(1.0, 2.0), &unit(&[("money", 1)])), "");
    }
}
