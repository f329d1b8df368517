//! One language, ready to be asked.

use crate::number::{Numbers, is_figure};
use crate::own_words::{OWN, known};
use crate::pattern::Pattern;
use crate::translation::Translation;
use std::collections::HashMap;

/// One of the languages, ready to be asked.
#[derive(Debug, Clone)]
pub(crate) struct SingleLanguage {
    pub(crate) code: String,
    pub(crate) words: HashMap<String, String>,
    patterns: Vec<Pattern>,
    pub(crate) numbers: Option<Numbers>,
    pub(crate) is_reviewed: bool,
}

impl SingleLanguage {
    /// By its code, with translations of models.
    pub(crate) fn of(code: &str, translations: &[Translation]) -> Result<SingleLanguage, String> {
        let own = OWN.iter().find(|(other, _)| *other == base(code));
        let own = own.map(|(own, tables)| Translation::own_of(own, *tables));
        let others = translations.iter().filter(|table| table.language == code || table.language == base(code));
        let all: Vec<Translation> = own.into_iter().chain(others.cloned()).collect();
        if all.is_empty() && base(code) != "en" {
            let known: Vec<&str> = known().collect();
            return Err(format!("there is no translation into `{code}`; known are {}", known.join(", ")));
        }
        let is_reviewed = all.iter().all(|table| table.reviewed.is_some());
        let words: HashMap<String, String> = all.into_iter().flat_map(|translation| translation.words).collect();
        let mut patterns: Vec<Pattern> = words.iter().filter_map(|(from, to)| Pattern::of(from, to)).collect();
        patterns.sort();
        Ok(SingleLanguage { code: code.to_owned(), words, patterns, numbers: Numbers::of(code), is_reviewed })
    }

    /// Words in it; as they are if it has none.
    pub(crate) fn translate(&self, words: &str) -> String {
        let as_pattern =
            || self.patterns.iter().find_map(|pattern| pattern.translate(words, &|hole| self.translate_hole(hole)));
        self.look_up(words).or_else(as_pattern).unwrap_or_else(|| words.to_owned())
    }

    /// What stands in a hole of a pattern: words, or a figure alone.
    fn translate_hole(&self, hole: &str) -> String {
        let written = self.numbers.as_ref().filter(|_| is_figure(hole)).map(|numbers| numbers.write(hole));
        written.unwrap_or_else(|| self.translate(hole))
    }

    /// What a table has for exactly these words, or a glossary for a term.
    pub(crate) fn look_up(&self, words: &str) -> Option<String> {
        self.words.get(words).cloned().or_else(|| self.translate_term(words))
    }

    /// A label that is a term of the field but for its capital: `Cost of capital`.
    fn translate_term(&self, words: &str) -> Option<String> {
        self.words.get(&lowercase_first(words)).map(|text| capitalize(text))
    }
}

pub(crate) fn capitalize(text: &str) -> String {
    change_first(text, |letter| letter.to_uppercase().collect())
}

/// A label as a glossary has it.
pub(crate) fn lowercase_first(text: &str) -> String {
    change_first(text, |letter| letter.to_lowercase().collect())
}

fn change_first(text: &str, change: fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| change(first) + letters.as_str())
}

/// The language of a code that may name a country too: `ar` of `ar-EG`.
pub(crate) fn base(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_in_a_hole_is_written_as_the_language_writes_it() {
        let translate = |code: &str, words: &str| SingleLanguage::of(code, &[]).unwrap().translate(words);
        assert_eq!(translate("fr", "At least 1,234.5."), "Au moins 1\u{202f}234,5.");
        assert_eq!(
            translate("ar-EG", "From 0 to 1."),
            translate("ar-EG", "From {} to {}.").replacen("{}", "٠", 1).replacen("{}", "١", 1)
        );
        assert_eq!(translate("fr", "1,234.5"), "1,234.5", "a label of its own stays");
        assert!(is_figure("-8.5%") && !is_figure("2025-12-31") && !is_figure("1.2.3") && !is_figure("0..1"));
        assert!(
            !is_figure("1,5") && !is_figure("1,2345") && !is_figure("1234,567") && !is_figure("") && !is_figure(".")
        );
    }
}
