//! The language in which people read, or two side by side.

use crate::number::Numbers;
use crate::number_format::in_digits;
use crate::own_words::known;
use crate::single_language::{SingleLanguage, base};
use crate::translation::{BETWEEN, Translation, own_tables};
use crate::unit::{find_unit_word, split_unit};

/// Gives words in one language.
pub type Translate<'t> = &'t dyn Fn(&str) -> String;

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
        known()
    }

    /// Words in the language; in two of them side by side where they differ.
    pub fn translate(&self, words: &str) -> String {
        self.translate_joined(words, BETWEEN)
    }

    /// A label as a table has it, letter by letter, or a term of the glossary; in two languages side by side. Unlike sentences of the
    /// program, a label is never put together of others.
    ///
    /// ```
    /// use sg3_language::Language;
    /// let french = Language::of("fr", &[]).unwrap();
    /// assert_eq!(french.translate_label("Unit"), "Unité");
    /// assert_eq!(french.translate("At least one line."), "Au moins one line.");
    /// assert_eq!(french.translate_label("At least one line."), "At least one line.");
    /// ```
    pub fn translate_label(&self, label: &str) -> String {
        self.join(label, BETWEEN, &|language, label| language.look_up(label))
    }

    /// A note of a model, the same way; in two languages one after the other.
    pub fn translate_note(&self, note: &str) -> String {
        self.join(note, " ", &|language, note| language.look_up(note))
    }

    /// A label in the first of the languages.
    pub fn translate_label_briefly(&self, label: &str) -> String {
        self.languages.first().and_then(|language| language.look_up(label)).unwrap_or_else(|| label.to_owned())
    }

    /// A sentence with gaps that have names, filled with words that are in the language already.
    ///
    /// ```
    /// use sg3_language::Language;
    /// let french = Language::of("fr", &[]).unwrap();
    /// assert_eq!(french.fill("{least} to {most}", &[("least", "1"), ("most", "2")]), "1 à 2");
    /// ```
    pub fn fill(&self, sentence: &str, words: &[(&str, &str)]) -> String {
        let sentence = self.translate_label_briefly(sentence);
        words.iter().fold(sentence, |text, (name, words)| text.replace(&format!("{{{name}}}"), words))
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

    /// A format of numbers in a spreadsheet, so that figures have the digits of the first of the languages: separators are those of the
    /// program that shows them, digits are not.
    ///
    /// ```
    /// use sg3_language::Language;
    /// let format = |code: &str| Language::of(code, &[]).unwrap().localise_number_format("#,##0.0;\"nil\"");
    /// assert_eq!(format("ar-EG"), "[$-2000401]#,##0.0;\"nil\"");
    /// assert_eq!(format("ar-MA"), "#,##0.0;\"nil\"");
    /// ```
    pub fn localise_number_format(&self, format: &str) -> String {
        in_digits(format, self.write_number("1").chars().next().unwrap_or('1'))
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
        split_unit(unit).map(|(word, signs)| self.translate_unit_word(word) + signs).collect()
    }

    fn translate_unit_word(&self, word: &str) -> String {
        let language = self.languages.first();
        find_unit_word(word, &|words| language?.words.get(words)).unwrap_or_else(|| word.to_owned())
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

    /// The languages in which the program has these words for something that English calls so; nothing of English alone, or of others.
    ///
    /// ```
    /// use sg3_language::Language;
    /// assert_eq!(Language::codes_of("Model / Modèle", "Model").as_deref(), Some("en,fr"));
    /// assert_eq!(Language::codes_of("Model", "Model"), None);
    /// ```
    pub fn codes_of(words: &str, english: &str) -> Option<String> {
        let code = |word: &str| {
            let table = own_tables().iter().find(|table| table.words.get(english).is_some_and(|own| own == word));
            if word == english { Some("en") } else { table.map(|table| &*table.language) }
        };
        let codes: Option<Vec<&str>> = words.split(BETWEEN).map(code).collect();
        codes.map(|codes| codes.join(",")).filter(|codes| codes != "en")
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

    /// Whether words stand side by side in two languages.
    pub fn is_double(&self) -> bool {
        self.languages.len() > 1
    }

    /// Whether sheets begin at the right.
    pub fn is_right_to_left(&self) -> bool {
        self.languages.first().is_some_and(|language| base(&language.code) == "ar")
    }

    fn translate_joined(&self, words: &str, between: &str) -> String {
        self.join(words, between, &|language, words| Some(language.translate(words)))
    }

    fn join(&self, words: &str, between: &str, translate: &dyn Fn(&SingleLanguage, &str) -> Option<String>) -> String {
        let texts =
            self.languages.iter().map(|language| translate(language, words).unwrap_or_else(|| words.to_owned()));
        let mut texts: Vec<String> = texts.collect();
        texts.dedup();
        if texts.is_empty() { words.to_owned() } else { texts.join(between) }
    }
}
