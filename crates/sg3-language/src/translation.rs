//! A table from English to another language.

use crate::own_words::OWN;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What stands between the words of two languages.
pub const BETWEEN: &str = " / ";

/// A table of translations: the words of a model, or those of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its code: `fr`.
    pub language: String,
    /// From English, word for word.
    pub words: BTreeMap<String, String>,
    /// Who of the field has read it, and when; nobody of most.
    pub reviewed: Option<String>,
}

/// What a file holds.
#[derive(Deserialize)]
struct File {
    translation: Option<About>,
    #[serde(flatten)]
    words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct About {
    reviewed_by: Option<String>,
}

impl Translation {
    /// Reads a table; what is wrong with it, for people. Beside its lines it may have a table `[translation]` that says `reviewed_by` whom.
    ///
    /// ```
    /// use sg3_language::Translation;
    /// let table = Translation::of_toml("fr", "\"Minutes carried\" = \"Minutes acheminées\"").unwrap();
    /// assert_eq!(table.words["Minutes carried"], "Minutes acheminées");
    /// assert_eq!(table.reviewed, None);
    /// let reviewed = Translation::of_toml("fr", "\"Unit\" = \"Unité\"\n[translation]\nreviewed_by = \"A. Diallo, 2026-05\"").unwrap();
    /// assert_eq!(reviewed.reviewed.as_deref(), Some("A. Diallo, 2026-05"));
    /// assert!(Translation::of_toml("fr", "Minutes carried").is_err());
    /// ```
    pub fn of_toml(language: &str, text: &str) -> Result<Translation, String> {
        let File { translation, words } = toml::from_str(text).map_err(|error| error.to_string())?;
        let reviewed = translation.and_then(|about| about.reviewed_by);
        Ok(Translation { language: language.to_owned(), words, reviewed })
    }

    /// The program's own words, one table for each language.
    pub fn own() -> Vec<Translation> {
        OWN.into_iter().map(|(code, tables)| Translation::own_of(code, tables)).collect()
    }

    pub(crate) fn own_of(code: &str, tables: [&str; 5]) -> Translation {
        let tables = tables.map(|text| Translation::of_toml(code, text).expect("the program's own words are in order"));
        let reviewed = tables.iter().map(|table| table.reviewed.clone()).collect::<Option<Vec<_>>>();
        let words = tables.into_iter().flat_map(|table| table.words).collect();
        Translation { language: code.to_owned(), words, reviewed: reviewed.map(|readers| readers.join("; ")) }
    }
}

/// The tables of the program, read once.
pub(crate) fn own_tables() -> &'static [Translation] {
    static TABLES: OnceLock<Vec<Translation>> = OnceLock::new();
    TABLES.get_or_init(Translation::own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word() {
        let [first, others @ ..] = &Translation::own()[..] else { panic!("there are languages") };
        for table in others {
            let keys = |table: &Translation| table.words.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(table), keys(first), "{} and {}", table.language, first.language);
        }
        let blank = |table: &Translation| table.words.values().any(|words| words.trim().is_empty());
        assert!(!Translation::own().iter().any(blank));
    }

    /// What stands between braces, in order of the alphabet.
    fn gaps(text: &str) -> Vec<&str> {
        let mut gaps: Vec<&str> = text.split('{').skip(1).filter_map(|piece| Some(piece.split_once('}')?.0)).collect();
        gaps.sort_unstable();
        gaps
    }

    #[test]
    fn holes_come_through() {
        for table in Translation::own() {
            for (from, to) in &table.words {
                assert_eq!(gaps(from), gaps(to), "{}: {from}", table.language);
            }
        }
    }
}
