//! The languages of a form: its own words in six of them, and the words of models from files beside them.
//!
//! A translation is a table from English to another language, word for word as the English is written:
//!
//! ```toml
//! "Minutes carried" = "Minutes acheminées"
//! "At least {}."    = "Au moins {}."
//! ```
//!
//! So a label that several models use is translated once, and a label whose English has changed is missing rather than
//! wrong. `{}` stands for any words, which are translated on their own. Machine keys have no language: a form in any is
//! read by any.

pub(crate) mod choice;
pub(crate) mod model;
pub(crate) mod pattern;

pub use choice::to_english;
pub use model::{find_untranslated, lay_out_translated, translate_layouts, translate_model};

use crate::language::pattern::Pattern;
use std::collections::{BTreeMap, HashMap};

/// What stands between the words of two languages.
pub(crate) const BETWEEN: &str = " / ";
/// The form's own words, by language.
pub(crate) const OWN: [(&str, &str); 5] = [
    ("ar", include_str!("language/ar.toml")),
    ("es", include_str!("language/es.toml")),
    ("fr", include_str!("language/fr.toml")),
    ("ru", include_str!("language/ru.toml")),
    ("zh", include_str!("language/zh.toml")),
];

/// A table of translations: the words of a model, or a form's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its code: `fr`.
    pub language: String,
    /// From English, word for word.
    pub words: BTreeMap<String, String>,
}

/// The language of a form, or two side by side.
///
/// ```
/// use sg3_form::Language;
/// let french = Language::of("fr", &[]).unwrap();
/// assert_eq!(french.translate("How to fill this form"), "Comment remplir ce formulaire");
/// assert_eq!(french.translate("At least 12."), "Au moins 12.");
/// assert_eq!(french.translate("words that nobody translated"), "words that nobody translated");
/// assert_eq!(Language::of("en,fr", &[]).unwrap().translate("Value"), "Value / Valeur");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Language {
    languages: Vec<SingleLanguage>,
}

/// One of the languages of a form, ready to be asked.
#[derive(Debug, Clone)]
struct SingleLanguage {
    code: String,
    words: HashMap<String, String>,
    patterns: Vec<Pattern>,
}

impl Translation {
    /// Reads a table; what is wrong with it, for people.
    pub fn of_toml(language: &str, text: &str) -> Result<Translation, String> {
        let words = toml::from_str(text).map_err(|error| error.to_string())?;
        Ok(Translation { language: language.to_owned(), words })
    }
}

impl Language {
    /// The languages of a form: `fr`, or `en,fr` for two side by side. Of several translations into one language the
    /// last that speaks counts. A language of which neither the form nor any translation knows a word is a mistake,
    /// which is told.
    pub fn of(codes: &str, translations: &[Translation]) -> Result<Language, String> {
        let codes: Vec<&str> = codes.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
        let languages =
            codes.iter().map(|code| SingleLanguage::of(code, translations)).collect::<Result<Vec<_>, _>>()?;
        match languages.len() {
            1 | 2 => Ok(Language { languages }),
            _ => Err("a form is in one language, or in two".to_owned()),
        }
    }

    /// The languages that a form has words of its own in.
    pub fn known() -> impl Iterator<Item = &'static str> {
        std::iter::once("en").chain(OWN.map(|(code, _)| code))
    }

    /// Words in the language; in two of them side by side where they differ.
    pub fn translate(&self, words: &str) -> String {
        self.translate_joined(words, BETWEEN)
    }

    /// Sentences in the language; in two of them one after the other.
    pub(crate) fn translate_sentences(&self, words: &str) -> String {
        self.translate_joined(words, " ")
    }

    /// Words in the first of the languages: where there is no room for two, and in lists to choose from.
    pub fn translate_briefly(&self, words: &str) -> String {
        self.languages.first().map_or_else(|| words.to_owned(), |language| language.translate(words))
    }

    /// `fr`, `en,fr`; nothing for English alone.
    pub fn codes(&self) -> Option<String> {
        let codes: Vec<&str> = self.languages.iter().map(|tongue| &*tongue.code).collect();
        Some(codes.join(",")).filter(|codes| !codes.is_empty() && codes != "en")
    }

    /// Words in each of the languages, and in English.
    pub(crate) fn translate_each(&self, words: &str) -> Vec<String> {
        self.languages.iter().map(|language| language.translate(words)).chain([words.to_owned()]).collect()
    }

    /// Whether sheets begin at the right.
    pub fn is_right_to_left(&self) -> bool {
        self.languages.first().is_some_and(|language| language.code == "ar")
    }

    fn translate_joined(&self, words: &str, between: &str) -> String {
        let mut texts: Vec<String> = self.languages.iter().map(|language| language.translate(words)).collect();
        texts.dedup();
        if texts.is_empty() { words.to_owned() } else { texts.join(between) }
    }
}

impl SingleLanguage {
    fn of(code: &str, translations: &[Translation]) -> Result<SingleLanguage, String> {
        let own = OWN.iter().find(|(other, _)| *other == code);
        let own = own.map(|(_, text)| Translation::of_toml(code, text).expect("the form's own words are in order"));
        let others = translations.iter().filter(|translation| translation.language == code);
        let all: Vec<Translation> = own.into_iter().chain(others.cloned()).collect();
        if all.is_empty() && code != "en" {
            let known: Vec<&str> = Language::known().collect();
            return Err(format!("there is no translation into `{code}`; forms are available in {}", known.join(", ")));
        }
        let words: HashMap<String, String> = all.into_iter().flat_map(|translation| translation.words).collect();
        let mut patterns: Vec<Pattern> = words.iter().filter_map(|(from, to)| Pattern::of(from, to)).collect();
        patterns.sort();
        Ok(SingleLanguage { code: code.to_owned(), words, patterns })
    }

    fn translate(&self, words: &str) -> String {
        if let Some(text) = self.words.get(words) {
            return text.clone();
        }
        let text = self.patterns.iter().find_map(|pattern| pattern.translate(words, &|hole| self.translate(hole)));
        text.unwrap_or_else(|| words.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word() {
        let keys = |code: &str, text: &str| {
            let translation = Translation::of_toml(code, text).unwrap();
            let blank = translation.words.values().any(|words| words.trim().is_empty());
            assert!(!blank, "{code}");
            translation.words.into_keys().collect::<Vec<_>>()
        };
        let [first, others @ ..] = OWN.map(|(code, text)| (code, keys(code, text)));
        for (code, words) in others {
            assert_eq!(words, first.1, "{code} and {}", first.0);
        }
    }

    #[test]
    fn holes_come_through() {
        for (code, text) in OWN {
            for (from, to) in Translation::of_toml(code, text).unwrap().words {
                assert_eq!(from.matches("{}").count(), to.matches("{}").count(), "{code}: {from}");
            }
        }
    }
}
