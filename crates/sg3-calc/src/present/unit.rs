//! Units as people see them, and what kind of quantity it is.

use sg3_lang::model::{DimensionId, Kind, Model, Quantity};
use sg3_lang::{Base, Unit, UnitPlace};

/// Stands for the unit of a member that is not known: a column beside it says which.
const OF_MEMBER: &str = "unit";

/// The unit of a quantity at no particular place.
pub fn anywhere(model: &Model, quantity: &Quantity) -> String {
    text(model, quantity, &|_| None)
}

/// The unit of a quantity where members are counted in units that the data may say.
pub fn of_place(model: &Model, quantity: &Quantity, of_axis: &dyn Fn(usize) -> Option<Unit>) -> String {
    text(model, quantity, of_axis)
}

/// Whether values are shown in per cent: pure numbers, or such a year, that lie between 0 and 1.
pub fn is_share(quantity: &Quantity) -> bool {
    let range = quantity.input().and_then(|input| input.range);
    let between = range.is_some_and(|range| {
        range.least.is_some_and(|(least, _)| least >= 0.0) && range.greatest.is_some_and(|(most, _)| most <= 1.0)
    });
    between && takes_percent(quantity)
}

/// Whether `12.5 %` makes sense: nothing stands above the line of the unit.
pub fn takes_percent(quantity: &Quantity) -> bool {
    matches!(&quantity.kind, Kind::Number(unit) if unit.factors().all(|(_, exponent)| exponent < 0))
}

/// Whether values are amounts of money, in all or for a time: those that a sheet may give in thousands. Prices are not.
pub fn is_amount(quantity: &Quantity) -> bool {
    let Kind::Number(unit) = &quantity.kind else { return false };
    unit.factors().any(|(base, exponent)| is_money(base) && exponent == 1)
        && unit.factors().all(|(base, exponent)| is_money(base) || (exponent < 0 && is_time(base)))
}

/// Whether values may be added up to a control total: counted things, in all or for a time. Things of several kinds only if they are
/// traffic, that is, for a time.
pub fn adds_up(quantity: &Quantity) -> bool {
    let Kind::Number(unit) = &quantity.kind else { return false };
    let is_plain = unit.factors().all(|(base, _)| matches!(base, Base::Named(_)));
    (is_plain || unit.factors().any(|(base, _)| is_time(base)))
        && unit.factors().any(|(base, exponent)| exponent > 0 && !is_time(base))
        && unit.factors().all(|(base, exponent)| exponent > 0 || is_time(base))
}

fn is_money(base: &Base) -> bool {
    matches!(base, Base::Named(name) if matches!(&**name, "money" | "real_money"))
}

fn is_time(base: &Base) -> bool {
    const TIMES: [&str; 5] = ["year", "month", "day", "hour", "second"];
    matches!(base, Base::Named(name) if TIMES.contains(&&**name))
}

/// What a member that the model lists is counted in.
pub fn of_member(model: &Model, dimension: DimensionId, key: &str) -> Option<Unit> {
    model.dimension(dimension).listed().iter().find(|member| &*member.key == key)?.unit.clone()
}

/// The unit of a quantity where `of_axis` says in what the member along an axis is counted.
pub fn text(model: &Model, quantity: &Quantity, of_axis: &dyn Fn(usize) -> Option<Unit>) -> String {
    match &quantity.kind {
        Kind::Number(unit) => number(model, quantity, unit, of_axis),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Member(_) => "choose".to_owned(),
    }
}

fn number(model: &Model, quantity: &Quantity, unit: &Unit, of_axis: &dyn Fn(usize) -> Option<Unit>) -> String {
    let is_plain = unit.factors().all(|(base, _)| matches!(base, Base::Named(_)));
    let unit =
        if is_plain { unit.clone() } else { unit.substitute(&|place| at_place(model, quantity, place, of_axis)) };
    match is_share(quantity) {
        true if unit.is_pure() => "%".to_owned(),
        true => format!("%{}", unit.to_string().trim_start_matches('1')),
        false => unit.to_string(),
    }
}

fn at_place(model: &Model, quantity: &Quantity, place: &UnitPlace, of_axis: &dyn Fn(usize) -> Option<Unit>) -> Unit {
    let found = match place {
        UnitPlace::Axis(name) => quantity.axes.iter().position(|axis| axis.name == *name).and_then(of_axis),
        UnitPlace::Member(dimension, key) => {
            model.find_dimension(dimension).and_then(|dimension| of_member(model, dimension, key))
        }
        UnitPlace::Quantity(..) | UnitPlace::Expression(..) => None,
    };
    found.unwrap_or_else(|| Unit::named(OF_MEMBER))
}
