//! Units as people see them, and what kind of quantity it is.

use sg3_lang::model::{DimensionId, Display, DisplayScale, Kind, Model, Quantity};
use sg3_lang::{Base, Unit, UnitPlace};

/// Stands for the unit of a member that is not known: a column beside it says which.
const OF_MEMBER: &str = "unit";

/// The unit of a quantity at no particular place.
pub fn anywhere(model: &Model, quantity: &Quantity) -> String {
    text(model, quantity, &|_| None)
}

/// Whether values are shares, or such a year: pure numbers that lie between 0 and 1.
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

/// The unit in which a quantity is asked for where `of_axis` says in what the member along an axis is counted: of shares per cent, and
/// else as declared, however its figures are shown. Forms and mappings are known again by it.
pub fn text(model: &Model, quantity: &Quantity, of_axis: &dyn Fn(usize) -> Option<Unit>) -> String {
    let scale = if is_share(quantity) { DisplayScale::Percent } else { DisplayScale::Unit };
    displayed(model, quantity, Display { scale, ..Display::default() }, of_axis)
}

/// The unit of a quantity of which people see the figures in some way.
pub fn displayed(
    model: &Model,
    quantity: &Quantity,
    display: Display,
    of_axis: &dyn Fn(usize) -> Option<Unit>,
) -> String {
    match &quantity.kind {
        Kind::Number(unit) => scaled(&at_axes(model, quantity, unit, of_axis), display),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Member(_) => "choose".to_owned(),
    }
}

fn at_axes(model: &Model, quantity: &Quantity, unit: &Unit, of_axis: &dyn Fn(usize) -> Option<Unit>) -> Unit {
    let is_plain = unit.factors().all(|(base, _)| matches!(base, Base::Named(_)));
    if is_plain { unit.clone() } else { unit.substitute(&|place| at_place(model, quantity, place, of_axis)) }
}

/// A unit of which people see another: `%/year`, `million money/year`.
///
/// ```
/// use sg3_calc::present::unit::scaled;
/// use sg3_lang::Unit;
/// use sg3_lang::model::{Display, DisplayScale};
/// let display = Display { scale: DisplayScale::Percent, ..Display::default() };
/// assert_eq!(scaled(&Unit::pure().over(&Unit::named("year")), display), "%/year");
/// ```
pub fn scaled(unit: &Unit, display: Display) -> String {
    match display.scale {
        DisplayScale::Unit => unit.to_string(),
        DisplayScale::Percent if unit.is_pure() => "%".to_owned(),
        DisplayScale::Percent => format!("%{}", unit.to_string().trim_start_matches('1')),
        DisplayScale::Thousands => format!("thousand {unit}"),
        DisplayScale::Millions => format!("million {unit}"),
    }
}

/// A unit with the currency of the data in the place of `money`: `XOF/minute`, `real XOF`; without one as it is.
///
/// ```
/// use sg3_calc::present::unit::in_currency;
/// assert_eq!(in_currency("million money/year", Some("XOF")), "million XOF/year");
/// assert_eq!(in_currency("1/real_money", Some("XOF")), "1/real XOF");
/// assert_eq!(in_currency("money/year", None), "money/year");
/// ```
pub fn in_currency(unit: &str, currency: Option<&str>) -> String {
    let Some(currency) = currency else { return unit.to_owned() };
    let pieces = unit.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '_');
    pieces.map(|piece| money_as(piece, currency)).collect()
}

/// A name of a unit with the sign behind it.
fn money_as(piece: &str, currency: &str) -> String {
    let name = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let sign = &piece[name.len()..];
    match name {
        "money" => format!("{currency}{sign}"),
        "real_money" => format!("real {currency}{sign}"),
        _ => piece.to_owned(),
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
