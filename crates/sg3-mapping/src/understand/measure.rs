//! What figures are counted in, as the words around them say: scale, currency, minutes or seconds, per cent.

use super::concept::Concept;
use super::dictionary::words::{SCALES, UNITS};
use super::lexicon::Lexicon;
use super::period;
use super::text_measure::TextMeasure;
use crate::weights::words::NAMES_UNIT;
use sg3_calc::present::unit;
use sg3_lang::Base;
use sg3_lang::model::{Kind, Quantity};
use std::rc::Rc;

/// What a quantity is counted in, as far as tables tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// An amount, or an amount a year.
    Money,
    /// Something that a table names: one of [`UNITS`].
    Unit(&'static str),
    /// A share between zero and one.
    Share,
    /// Anything else.
    Other,
}

/// How a measure and a quantity go together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MeasureFit {
    /// What figures are multiplied by.
    pub(crate) factor: f64,
    /// Whether the table says what it counts in: yes and it fits, no, yes and it does not.
    pub(crate) agrees: Option<bool>,
    /// The currency that the table says.
    pub(crate) currency: Option<String>,
    /// The words that say the scale.
    pub(crate) said: Option<String>,
}

impl UnitKind {
    /// Of a quantity.
    pub(crate) fn of(quantity: &Quantity) -> UnitKind {
        let Kind::Number(number) = &quantity.kind else { return UnitKind::Other };
        let above: Vec<&str> =
            number.factors().filter(|(_, power)| *power > 0).filter_map(|(base, _)| base_name(base)).collect();
        let below: Vec<&str> =
            number.factors().filter(|(_, power)| *power < 0).filter_map(|(base, _)| base_name(base)).collect();
        match (&above[..], &below[..]) {
            (["money"], [] | ["year"]) => UnitKind::Money,
            (["minute"], [] | ["year"]) => UnitKind::Unit("@minute"),
            (["call"], [] | ["year"]) => UnitKind::Unit("@call"),
            (["line" | "subscriber"], []) => UnitKind::Unit("@line"),
            (["year"], []) => UnitKind::Unit("@year"),
            _ if unit::is_share(quantity) => UnitKind::Share,
            _ => UnitKind::Other,
        }
    }
}

fn base_name(base: &Base) -> Option<&str> {
    match base {
        Base::Named(name) => Some(name),
        Base::Of(_) => None,
    }
}

/// What a text says that figures are counted in.
pub(crate) fn measure_of(lexicon: &Lexicon, text: &str) -> Rc<TextMeasure> {
    lexicon.measure_of(text, || read_measure(lexicon, text))
}

fn read_measure(lexicon: &Lexicon, text: &str) -> TextMeasure {
    let mut found = TextMeasure::default();
    let (mut scale, mut unit, mut currency) = (NAMES_UNIT, NAMES_UNIT, NAMES_UNIT);
    // “Year 2024” is no unit.
    let names_year = period::year(text).is_some();
    if text.contains('%') || text.contains('٪') || text.contains('％') {
        found.unit = Some("@percent");
        unit = f64::INFINITY;
    }
    for (concept, fit) in lexicon.meaning(text).iter() {
        let Concept::Word(word) = concept else { continue };
        let name = lexicon.name(*word);
        let is_currency = name.len() == 4 && name[1..].bytes().all(|letter| letter.is_ascii_uppercase());
        if let Some((_, factor)) = SCALES.iter().find(|(other, _)| *other == name).filter(|_| *fit > scale) {
            (scale, found.scale) = (*fit, Some(*factor));
        } else if let Some(known) = UNITS
            .iter()
            .find(|other| **other == name)
            .filter(|known| *fit > unit && !(**known == "@year" && names_year))
        {
            (unit, found.unit) = (*fit, Some(*known));
        } else if is_currency && *fit > currency {
            (currency, found.currency) = (*fit, Some(name[1..].to_owned()));
        }
    }
    found
}

/// Whether a text is the name of a unit.
pub(crate) fn is_unit(lexicon: &Lexicon, text: &str) -> bool {
    text.contains('%') && text.chars().count() <= 4 || lexicon.is_only_measure(text)
}

/// The first text, nearest first, that says something which matters; only the nearest can contradict.
pub(crate) fn fit_measure<'a>(lexicon: &Lexicon, near: &[&'a str], far: &[&'a str], wanted: UnitKind) -> MeasureFit {
    let mut fit = MeasureFit { factor: 1.0, agrees: None, currency: None, said: None };
    let mut scaled = false;
    for (distance, text) in near.iter().map(|text| (0, *text)).chain(far.iter().map(|text| (1, *text))) {
        let measure = measure_of(lexicon, text);
        if wanted == UnitKind::Other {
            continue;
        }
        let converted = conversion(&measure, wanted);
        if converted.is_none() && contradicts(&measure) {
            fit.agrees = fit.agrees.or((distance == 0).then_some(false));
            continue;
        }
        fit.currency = fit.currency.or(measure.currency.clone().filter(|_| wanted == UnitKind::Money));
        if let (Some(factor), None) = (converted, fit.agrees) {
            fit.agrees = Some(true);
            fit.factor *= factor;
        }
        // “(KES)” beside the figure is a scale too: units, whatever the title says of the rest.
        let is_plain =
            measure.scale.is_none() && measure.currency.is_some() && wanted == UnitKind::Money && distance == 0;
        scaled |= is_plain;
        if let Some(scale) = measure.scale.filter(|_| !scaled && takes_scale(wanted)) {
            scaled = true;
            fit.factor *= scale;
            fit.said = Some(text.to_owned());
        }
    }
    fit
}

/// Calls and lines are also what things are about, so they contradict nothing.
fn contradicts(measure: &TextMeasure) -> bool {
    measure.currency.is_some() || measure.unit.is_some_and(|unit| !["@call", "@line", "@quantity"].contains(&unit))
}

fn takes_scale(wanted: UnitKind) -> bool {
    !matches!(wanted, UnitKind::Share | UnitKind::Other | UnitKind::Unit("@year"))
}

/// What turns the unit of a table into that of the quantity; nothing if it does not.
fn conversion(measure: &TextMeasure, wanted: UnitKind) -> Option<f64> {
    match (wanted, measure.unit) {
        (UnitKind::Money, _) if measure.currency.is_some() => Some(1.0),
        (UnitKind::Unit("@minute"), Some("@second")) => Some(1.0 / 60.0),
        (UnitKind::Unit("@minute"), Some("@hour")) => Some(60.0),
        (UnitKind::Unit("@year"), Some("@month")) => Some(1.0 / 12.0),
        (UnitKind::Unit(wanted), Some(unit)) if wanted == unit => Some(1.0),
        (UnitKind::Share, Some("@percent")) => Some(1.0),
        _ => None,
    }
}
