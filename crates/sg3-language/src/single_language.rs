//! One language, ready to be asked.

use crate::number::Numbers;
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
            || self.patterns.iter().find_map(|pattern| pattern.translate(words, &|hole| self.translate(hole)));
        self.look_up(words).or_else(as_pattern).unwrap_or_else(|| words.to_owned())
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
