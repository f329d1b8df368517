//! Synonyms, as data: what operators of each language call the things that models ask for, and the words around tables.
//!
//! A file holds one language, two columns: a name, and words for it. The name is that of an input without the prefix of the
//! document it comes from (`operating_cost`), the key of a member (`urban`), an input followed by `/part` for what is only a
//! part of it (`operating_cost/part`, salaries), a dimension followed by `/each` for what stands over the codes of its members in lists
//! (`account/each`, account no.), or one of the names of [`words`] that begin with `@`.

use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

/// Names of words that say something about a table rather than about a model.
pub(crate) mod words {
    /// Rows that are sums of others.
    pub(crate) const TOTAL: &str = "@total";
    /// Columns that are no result of a year: budgets, forecasts, differences.
    pub(crate) const PLAN: &str = "@plan";
    /// Columns of the year before.
    pub(crate) const BEFORE: &str = "@before";
    /// Words that say nothing.
    pub(crate) const STOP: &str = "@stop";
    /// Debit, credit, opening balance: columns of a ledger that do not count alone.
    pub(crate) const MOVEMENT: &str = "@movement";
    /// Codes, whatever of: what they are of, the title says.
    pub(crate) const CODE: &str = "@code";
    /// What ledgers call their accounts.
    pub(crate) const ACCOUNT: &str = "@account";
    /// Columns of amounts that stand on the debit side.
    pub(crate) const DEBIT: &str = "@debit";
    /// Columns of amounts that stand on the credit side.
    pub(crate) const CREDIT: &str = "@credit";
    /// Balances when a period begins.
    pub(crate) const OPENING: &str = "@opening";
    /// Balances when a period ends.
    pub(crate) const CLOSING: &str = "@closing";
    /// Rows that belong to several members together.
    pub(crate) const SHARED: &str = "@shared";
    /// Columns by which such rows are split.
    pub(crate) const KEY: &str = "@key";
    /// What says something of rows and columns, and not what figures are counted in.
    pub(crate) const OF_ROWS_AND_COLUMNS: [&str; 12] =
        [ACCOUNT, BEFORE, CLOSING, CODE, CREDIT, DEBIT, KEY, MOVEMENT, OPENING, PLAN, SHARED, TOTAL];
    /// Scales, with their factors.
    pub(crate) const SCALES: [(&str, f64); 4] =
        [("@thousand", 1e3), ("@ten_thousand", 1e4), ("@million", 1e6), ("@billion", 1e9)];
    /// Units of measure.
    pub(crate) const UNITS: [&str; 9] =
        ["@minute", "@second", "@hour", "@call", "@line", "@percent", "@year", "@month", "@quantity"];
}

/// Words for names, in every language that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dictionary {
    entries: Vec<(String, String)>,
}

impl Dictionary {
    /// Adds a file.
    ///
    /// ```
    /// let mut dictionary = sg3_mapping::Dictionary::default();
    /// dictionary.add("fr.csv", "name,words\nurban,trafic urbain\nurban,communications locales\n", &mut Default::default());
    /// assert_eq!(dictionary.words("urban").count(), 2);
    /// ```
    pub fn add(&mut self, file: &str, text: &str, diagnostics: &mut Diagnostics) {
        let mut reader = csv::ReaderBuilder::new().flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
        for record in reader.records() {
            match record.as_ref().map(|record| (record.get(0), record.get(1), record.len())) {
                Ok((Some(name), Some(words), 2)) if !name.trim().is_empty() && !words.trim().is_empty() => {
                    self.entries.push((name.trim().to_owned(), words.trim().to_owned()));
                }
                _ => diagnostics.add(unreadable(file, record)),
            }
        }
    }

    /// The words for a name.
    pub fn words<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |(other, _)| other == name).map(|(_, words)| &**words)
    }

    /// Every name that begins so, with its words.
    pub fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.entries.iter().filter(move |(name, _)| name.starts_with(with)).map(|(name, words)| (&**name, &**words))
    }
}

fn unreadable(file: &str, record: Result<csv::StringRecord, csv::Error>) -> Diagnostic {
    let line = match &record {
        Ok(record) => record.position().map_or(1, csv::Position::line),
        Err(error) => error.position().map_or(1, csv::Position::line),
    };
    let place = Place::Data(DataPlace { file: file.to_owned(), at: format!("line {line}") });
    let message = "a line of a dictionary has a name and words".to_owned();
    Diagnostic::new("unreadable-file", Severity::Warning, place, message)
        .help("write `name,words`; quote words that contain a comma")
}
