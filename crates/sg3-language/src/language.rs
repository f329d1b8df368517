//! The language in which people read, or two side by side.

use crate::number::Numbers;
use crate::own_words::OWN;
use crate::pattern::Pattern;
use crate::translation::{Translation, own_tables};
use std::collections::HashMap;

/// Gives words in one language.
pub type Translate<'t> = &'t dyn Fn(&str) -> String;

/// What stands between the words of two languages.
pub const BETWEEN: &str = " / ";

/// The language of what people read, or two side by side; English by default.
///
/// ```
/// use sg3_language::Language;
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

/// One of the languages, ready to be asked.
#[derive(Debug, Clone)]
struct SingleLanguage {
    code: String,
    words: HashMap<String, String>,
    patterns: Vec<Pattern>,
    numbers: Option<Numbers>,
    is_reviewed: bool,
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.codes() == other.codes()
    }
}

impl Language {
    /// What is said where not all words have been read by a person of the field, in English.
    pub const NOT_REVIEWED: &str = "This translation has not been reviewed by a person of the field.";

    /// `fr`, `ar-EG` for its digits too, or `en,fr` for two side by side. Of several translations into one language the last
    /// that speaks counts. A language of which neither the program nor any translation knows a word is a mistake, which is
    /// told.
    pub fn of(codes: &str, translations: &[Translation]) -> Result<Language, String> {
        let codes: Vec<&str> = codes.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
        let languages =
            codes.iter().map(|code| SingleLanguage::of(code, translations)).collect::<Result<Vec<_>, _>>()?;
        match languages.len() {
            1 | 2 => Ok(Language { languages }),
            _ => Err("one language is named, or two".to_owned()),
        }
    }

    /// The languages that the program has words of its own in.
    pub fn known() -> impl Iterator<Item = &'static str> {
        std::iter::once("en").chain(OWN.map(|(code, _)| code))
    }

    /// Words in the language; in two of them side by side where they differ.
    pub fn translate(&self, words: &str) -> String {
        self.translate_joined(words, BETWEEN)
    }

    /// Sentences in the language; in two of them one after the other.
    pub fn translate_sentences(&self, words: &str) -> String {
        self.translate_joined(words, " ")
    }

    /// A text of several pieces, each translated, written once for each of the languages.
    ///
    /// ```
    /// use sg3_language::Language;
    /// let both = Language::of("en,fr", &[]).unwrap();
    /// assert_eq!(both.compose(&|translate| format!("{}, {}", translate("Unit"), translate("Value"))), "Unit, Value / Unité, Valeur");
    /// ```
    pub fn compose(&self, write: &dyn Fn(Translate) -> String) -> String {
        if self.languages.is_empty() {
            return write(&str::to_owned);
        }
        let mut texts: Vec<String> =
            self.languages.iter().map(|language| write(&|words| language.translate(words))).collect();
        texts.dedup();
        texts.join(BETWEEN)
    }

    /// Words in the first of the languages: where there is no room for two, and in lists to choose from.
    pub fn translate_briefly(&self, words: &str) -> String {
        self.languages.first().map_or_else(|| words.to_owned(), |language| language.translate(words))
    }

    /// A figure in the first of the languages, with what stands around it; a text without one as it is.
    ///
    /// ```
    /// use sg3_language::Language;
    /// let written = |code: &str| Language::of(code, &[]).unwrap().write_number("1,234,567.50");
    /// assert_eq!(written("en"), "1,234,567.50");
    /// assert_eq!(written("fr"), "1\u{202f}234\u{202f}567,50");
    /// assert_eq!(written("es"), "1.234.567,50");
    /// assert_eq!(written("ar-EG"), "١٬٢٣٤٬٥٦٧٫٥٠");
    /// assert_eq!(Language::of("fr", &[]).unwrap().write_number("(4.3)"), "(4,3)");
    /// assert_eq!(Language::of("fr", &[]).unwrap().write_number("2025"), "2025");
    /// ```
    pub fn write_number(&self, figure: &str) -> String {
        let numbers = self.languages.first().and_then(|language| language.numbers.as_ref());
        numbers.map_or_else(|| figure.to_owned(), |numbers| numbers.write(figure))
    }

    /// What stands between the whole digits and the decimals of a figure.
    pub fn decimal_mark(&self) -> char {
        let numbers = self.languages.first().and_then(|language| language.numbers.as_ref());
        numbers.and_then(Numbers::decimal_mark).unwrap_or('.')
    }

    /// A unit with each of its words in the first of the languages.
    ///
    /// ```
    /// use sg3_language::Language;
    /// assert_eq!(Language::of("fr", &[]).unwrap().translate_unit("XOF/year"), "XOF/an");
    /// ```
    pub fn translate_unit(&self, unit: &str) -> String {
        if self.languages.is_empty() {
            return unit.to_owned();
        }
        let pieces = unit.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '_');
        pieces.map(|piece| self.translate_piece(piece)).collect()
    }

    /// A word of a unit, with the sign behind it.
    fn translate_piece(&self, piece: &str) -> String {
        let name = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let word = if name == "real_money" { "real money" } else { name };
        format!("{}{}", self.translate_briefly(word), &piece[name.len()..])
    }

    /// Whether people of the field have read all its words; of English always.
    pub fn is_reviewed(&self) -> bool {
        self.languages.iter().all(|language| language.is_reviewed)
    }

    /// Whether these are the words of the program, in any of its languages or in two of them side by side, for something that English
    /// calls so.
    ///
    /// ```
    /// use sg3_language::Language;
    /// assert!(Language::is_word_for("Modèle", "Model") && Language::is_word_for("Model", "Model"));
    /// assert!(!Language::is_word_for("Langue", "Model"));
    /// ```
    pub fn is_word_for(words: &str, english: &str) -> bool {
        let is_word = |word: &str| {
            word == english || own_tables().iter().any(|table| table.words.get(english).is_some_and(|own| own == word))
        };
        is_word(words) || words.split(BETWEEN).any(is_word)
    }

    /// `fr`, `en,fr`; nothing for English alone.
    pub fn codes(&self) -> Option<String> {
        let codes: Vec<&str> = self.languages.iter().map(|language| &*language.code).collect();
        Some(codes.join(",")).filter(|codes| !codes.is_empty() && codes != "en")
    }

    /// Words in each of the languages, and in English.
    pub fn translate_each(&self, words: &str) -> Vec<String> {
        self.languages.iter().map(|language| language.translate(words)).chain([words.to_owned()]).collect()
    }

    /// Whether sheets begin at the right.
    pub fn is_right_to_left(&self) -> bool {
        self.languages.first().is_some_and(|language| base(&language.code) == "ar")
    }

    fn translate_joined(&self, words: &str, between: &str) -> String {
        let mut texts: Vec<String> = self.languages.iter().map(|language| language.translate(words)).collect();
        texts.dedup();
        if texts.is_empty() { words.to_owned() } else { texts.join(between) }
    }
}

impl SingleLanguage {
    fn of(code: &str, translations: &[Translation]) -> Result<SingleLanguage, String> {
        let own = OWN.iter().find(|(other, _)| *other == base(code));
        let own = own.map(|(own, tables)| Translation::own_of(own, *tables));
        let others = translations.iter().filter(|table| table.language == code || table.language == base(code));
        let all: Vec<Translation> = own.into_iter().chain(others.cloned()).collect();
        if all.is_empty() && base(code) != "en" {
            let known: Vec<&str> = Language::known().collect();
            return Err(format!("there is no translation into `{code}`; known are {}", known.join(", ")));
        }
        let is_reviewed = all.iter().all(|table| table.reviewed.is_some());
        let words: HashMap<String, String> = all.into_iter().flat_map(|translation| translation.words).collect();
        let mut patterns: Vec<Pattern> = words.iter().filter_map(|(from, to)| Pattern::of(from, to)).collect();
        patterns.sort();
        Ok(SingleLanguage { code: code.to_owned(), words, patterns, numbers: Numbers::of(code), is_reviewed })
    }

    fn translate(&self, words: &str) -> String {
        if let Some(text) = self.words.get(words) {
            return text.clone();
        }
        if let Some(text) = self.translate_term(words) {
            return text;
        }
        let text = self.patterns.iter().find_map(|pattern| pattern.translate(words, &|hole| self.translate(hole)));
        text.unwrap_or_else(|| words.to_owned())
    }

    /// A label that is a term of the field but for its capital: `Cost of capital`.
    fn translate_term(&self, words: &str) -> Option<String> {
        self.words.get(&lowercase_first(words)).map(|text| capitalize(text))
    }
}

fn capitalize(text: &str) -> String {
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
fn base(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}
