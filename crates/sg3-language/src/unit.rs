//! Units word by word, in any language.

use crate::single_language::{capitalize, lowercase_first};
use crate::translation::{BETWEEN, Translation, own_tables};
use std::collections::BTreeMap;

/// What the words of some units are called in every known language, to read a unit in any of them.
///
/// ```
/// use sg3_language::UnitWords;
/// let words = UnitWords::of(["money/minute"], &[]);
/// assert!(words.is_called("monnaie / minute", "money/minute") && words.is_called("Money/Minute", "money/minute"));
/// assert!(!words.is_called("monnaie/seconde", "money/minute"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitWords {
    names: BTreeMap<String, Vec<String>>,
}

impl UnitWords {
    /// The words of units, by the tables of the program and by translations of models.
    pub fn of<'u>(units: impl IntoIterator<Item = &'u str>, translations: &[Translation]) -> UnitWords {
        let words = units.into_iter().flat_map(split_unit).map(|(word, _)| word);
        let names = words.map(|word| (normalise(word), collect_names(word, translations)));
        UnitWords { names: names.collect() }
    }

    /// Whether a text is one of these units in any language, or in two side by side. Capitals and spaces do not count.
    pub fn is_called(&self, text: &str, unit: &str) -> bool {
        let pieces: Vec<(String, String)> =
            split_unit(unit).map(|(word, sign)| (normalise(word), normalise(sign))).collect();
        let is_unit = |text: &str| self.consists_of(&normalise(text), &pieces);
        normalise(text) == normalise(unit) || is_unit(text) || text.split(BETWEEN).any(is_unit)
    }

    /// Whether a text consists of these pieces, each by one of its names.
    fn consists_of(&self, text: &str, pieces: &[(String, String)]) -> bool {
        let Some(((word, sign), rest)) = pieces.split_first() else { return text.is_empty() };
        let names = self.names.get(word).into_iter().flatten().chain([word]);
        let mut ends = names.filter_map(|name| text.strip_prefix(&**name)?.strip_prefix(&**sign));
        ends.any(|end| self.consists_of(end, rest))
    }
}

/// What every table has for a word of a unit.
fn collect_names(word: &str, translations: &[Translation]) -> Vec<String> {
    let tables = own_tables().iter().chain(translations);
    tables
        .filter_map(|table| find_unit_word(word, &|words| table.words.get(words)))
        .map(|name| normalise(&name))
        .collect()
}

/// A word of a unit as a table has it: itself, or the label that a model gives the unit.
pub(crate) fn find_unit_word<'t>(word: &str, look_up: &dyn Fn(&str) -> Option<&'t String>) -> Option<String> {
    let by_label = || look_up(&capitalize(&word.replace('_', " "))).map(|label| lowercase_first(label));
    look_up(word).cloned().or_else(by_label)
}

fn normalise(text: &str) -> String {
    text.split_whitespace().collect::<String>().to_lowercase()
}

/// The words of a unit as people say them, each with the signs behind it: `real money` and `/`, `year`. What a data file calls a unit in
/// words of its own, `km of duct`, is one word.
pub(crate) fn split_unit(unit: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_sign = |letter: char| matches!(letter, '/' | '*' | '^' | '(' | ')') || letter.is_ascii_digit();
    unit.split_inclusive(is_sign).flat_map(split_real).map(move |piece| {
        let name = piece.trim_end_matches(is_sign);
        let name = name.trim_end();
        (if name == "real_money" { "real money" } else { name }, &piece[name.len()..])
    })
}

/// `real ` before the code of a currency is a word of its own.
fn split_real(piece: &str) -> impl Iterator<Item = &str> {
    let (real, rest) = piece.split_at(if piece.starts_with("real ") { "real ".len() } else { 0 });
    [real, rest].into_iter().filter(|part| !part.is_empty())
}
