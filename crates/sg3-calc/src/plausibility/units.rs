//! What a unit counts: money, amounts, time.

use sg3_lang::{Base, Unit};

/// Whether a unit counts something that adds up (money, minutes, calls) rather than being a ratio or a rate of interest.
pub(super) fn is_amount(unit: &Unit) -> bool {
    unit.factors().any(|(base, exponent)| exponent > 0 && !is_time(base))
}

/// Whether a unit counts an amount as a whole or by time (minutes, money/year), rather than for each of something.
pub(super) fn is_total(unit: &Unit) -> bool {
    is_amount(unit) && unit.factors().all(|(base, exponent)| exponent > 0 || is_time(base))
}

/// Whether a unit counts money, by the year or at once.
pub(super) fn is_money(unit: &Unit) -> bool {
    let money = unit.factors().any(|(base, exponent)| exponent == 1 && named(base, &["money", "real_money"]));
    money && unit.factors().all(|(base, exponent)| exponent == 1 || is_time(base))
}

fn is_time(base: &Base) -> bool {
    named(base, &["year", "month", "day", "hour", "second"])
}

pub(super) fn named(base: &Base, names: &[&str]) -> bool {
    matches!(base, Base::Named(name) if names.contains(&&**name))
}
