//! The words of a language: heads and titles in several wordings, a chart of accounts, and kinds of assets.

use super::layout::Layout;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;

/// What a language calls things, none of it from a dictionary of the toolkit.
#[derive(Deserialize)]
pub(super) struct Words {
    words: BTreeMap<String, Vec<String>>,
    lists: BTreeMap<String, Vec<String>>,
    pub chart: Chart,
    pub assets: Assets,
}

/// A plan of accounts.
#[derive(Deserialize)]
pub(super) struct Chart {
    /// Beginnings of codes and what they are called.
    pub classes: Vec<(String, String)>,
    /// Beginnings of the codes of income and expenses, which open at zero.
    pub result: Vec<String>,
    pub accounts: Vec<Family>,
}

/// Code, name with `{}` for what tells its accounts apart (alternatives divided by ` | `), the list of those, and the usual closing balance in
/// millions. The list `balance` marks the one account that makes the sum nil.
#[derive(Deserialize)]
pub(super) struct Family(pub String, pub String, pub String, pub f64);

/// What a register holds.
#[derive(Deserialize)]
pub(super) struct Assets {
    pub places: Vec<String>,
    pub categories: Vec<Category>,
}

/// Code, name, life in years, usual gross value in millions, and what its assets are called.
#[derive(Deserialize)]
pub(super) struct Category(pub String, pub String, pub u32, pub f64, pub Vec<String>);

impl Words {
    /// `code.1` is the second wording of `code`; the first if no number is given.
    pub(super) fn get(&self, which: &str) -> Result<&str, Box<dyn Error>> {
        let (key, number) = which.split_once('.').unwrap_or((which, "0"));
        let found = self.words.get(key).and_then(|wordings| wordings.get(number.parse::<usize>().ok()?));
        Ok(found.ok_or_else(|| format!("there is no word `{which}`"))?)
    }

    /// A wording with what the layout says of year and currency; `back` years before its first.
    pub(super) fn told(&self, which: &str, layout: &Layout, back: usize) -> Result<String, Box<dyn Error>> {
        let year = layout.years.get(back).ok_or("a column asks for a year that is not there")?;
        let (next, year) = (year + 1, year.to_string());
        Ok(fill(
            self.get(which)?,
            &[("year", &year), ("next", &next.to_string()), ("currency", &layout.currency), ("page", "1")],
        ))
    }

    /// All wordings of a key: months, lines of notes.
    pub(super) fn all(&self, key: &str) -> Result<&[String], Box<dyn Error>> {
        Ok(self.words.get(key).ok_or_else(|| format!("there are no words `{key}`"))?)
    }

    /// A list by its name; without a name, one item that is nothing.
    pub(super) fn list(&self, name: &str) -> Result<Vec<&str>, Box<dyn Error>> {
        if name.is_empty() || name == "balance" {
            return Ok(vec![""]);
        }
        let list = self.lists.get(name).ok_or_else(|| format!("there is no list `{name}`"))?;
        Ok(list.iter().map(String::as_str).collect())
    }
}

/// A text with the value of each `{name}`.
pub(super) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(pattern.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
