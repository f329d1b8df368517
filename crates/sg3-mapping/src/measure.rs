//! What figures are counted in, as the words around them say: scale, currency, minutes or seconds, per cent.

use crate::dictionary::words::{SCALES, UNITS};
use crate::lexicon::{Concept, Lexicon};
use crate::period;
use sg3_calc::present::unit;
use sg3_lang::Base;
use sg3_lang::model::{Kind, Quantity};

/// A word for a unit must be found whole.
const FITS: f64 = 0.6;

/// What a text says about the figures beside it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measure {
    /// Thousands, millions.
    pub scale: Option<f64>,
    /// A name of [`UNITS`].
    pub unit: Option<&'static str>,
    /// Three capital letters.
    pub currency: Option<String>,
}

/// What a quantity is counted in, as far as tables tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// An amount, or an amount a year.
    Money,
    /// Something that a table names: one of [`UNITS`].
    Unit(&'static str),
    /// A share between nought and one.
    Share,
    /// Anything else.
    Other,
}

/// How a measure and a quantity go together.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// What figures are multiplied by.
    pub factor: f64,
    /// Whether the table says what it counts in: yes and it fits, no, yes and it does not.
    pub agrees: Option<bool>,
    /// The currency that the table says.
    pub currency: Option<String>,
    /// The words that say the scale.
    pub said: Option<String>,
}

impl Wanted {
    /// Of a quantity.
    pub fn of(quantity: &Quantity) -> Wanted {
        let Kind::Number(number) = &quantity.kind else { return Wanted::Other };
        let above: Vec<&str> =
            number.factors().filter(|(_, power)| *power > 0).filter_map(|(base, _)| named(base)).collect();
        let below: Vec<&str> =
            number.factors().filter(|(_, power)| *power < 0).filter_map(|(base, _)| named(base)).collect();
        match (&above[..], &below[..]) {
            (["money"], [] | ["year"]) => Wanted::Money,
            (["minute"], [] | ["year"]) => Wanted::Unit("@minute"),
            (["call"], [] | ["year"]) => Wanted::Unit("@call"),
            (["line" | "subscriber"], []) => Wanted::Unit("@line"),
            (["year"], []) => Wanted::Unit("@year"),
            _ if unit::is_share(quantity) => Wanted::Share,
            _ => Wanted::Other,
        }
    }
}

fn named(base: &Base) -> Option<&str> {
    match base {
        Base::Named(name) => Some(name),
        Base::Of(_) => None,
    }
}

/// Reads a text.
pub fn measure(lexicon: &Lexicon, text: &str) -> Measure {
    let mut found = Measure::default();
    let (mut scale, mut unit, mut currency) = (FITS, FITS, FITS);
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
pub fn is_unit(lexicon: &Lexicon, text: &str) -> bool {
    text.contains('%') && text.chars().count() <= 4 || lexicon.is_only_measure(text)
}

/// The first text, nearest first, that says something which matters; only the nearest can contradict.
pub fn fit<'a>(lexicon: &Lexicon, near: &[&'a str], far: &[&'a str], wanted: Wanted) -> Fit {
    let mut fit = Fit { factor: 1.0, agrees: None, currency: None, said: None };
    let mut scaled = false;
    for (distance, text) in near.iter().map(|text| (0, *text)).chain(far.iter().map(|text| (1, *text))) {
        let measure = measure(lexicon, text);
        if wanted == Wanted::Other {
            continue;
        }
        let converted = conversion(&measure, wanted);
        if converted.is_none() && says_other(&measure) {
            fit.agrees = fit.agrees.or((distance == 0).then_some(false));
            continue;
        }
        fit.currency = fit.currency.or(measure.currency.clone().filter(|_| wanted == Wanted::Money));
        if let (Some(factor), None) = (converted, fit.agrees) {
            fit.agrees = Some(true);
            fit.factor *= factor;
        }
        // “(KES)” beside the figure is a scale too: units, whatever the title says of the rest.
        let is_plain =
            measure.scale.is_none() && measure.currency.is_some() && wanted == Wanted::Money && distance == 0;
        scaled |= is_plain;
        if let Some(scale) = measure.scale.filter(|_| !scaled && scales(wanted)) {
            scaled = true;
            fit.factor *= scale;
            fit.said = Some(text.to_owned());
        }
    }
    fit
}

/// Calls and lines are also what things are about, so they contradict nothing.
fn says_other(measure: &Measure) -> bool {
    measure.currency.is_some() || measure.unit.is_some_and(|unit| !["@call", "@line", "@quantity"].contains(&unit))
}

fn scales(wanted: Wanted) -> bool {
    !matches!(wanted, Wanted::Share | Wanted::Other | Wanted::Unit("@year"))
}

/// What turns the unit of a table into that of the quantity; nothing if it does not.
fn conversion(measure: &Measure, wanted: Wanted) -> Option<f64> {
    match (wanted, measure.unit) {
        (Wanted::Money, _) if measure.currency.is_some() => Some(1.0),
        (Wanted::Unit("@minute"), Some("@second")) => Some(1.0 / 60.0),
        (Wanted::Unit("@minute"), Some("@hour")) => Some(60.0),
        (Wanted::Unit("@year"), Some("@month")) => Some(1.0 / 12.0),
        (Wanted::Unit(wanted), Some(unit)) if wanted == unit => Some(1.0),
        (Wanted::Share, Some("@percent")) => Some(1.0),
        _ => None,
    }
}
