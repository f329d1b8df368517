//! A row of a file: an account or an asset, or the sum of some.

use std::collections::BTreeMap;

/// A day: year, month, day.
pub(super) type Day = (u32, u32, u32);

/// What columns can show, by their names.
#[derive(Default, Clone)]
pub(super) struct Record {
    pub texts: BTreeMap<&'static str, String>,
    /// In what the file counts by; what sums are made of.
    pub amounts: BTreeMap<String, i64>,
    /// Numbers that nobody adds up.
    pub figures: BTreeMap<&'static str, f64>,
    pub days: BTreeMap<&'static str, Day>,
    /// Code and name of the groups it belongs to, the widest first.
    pub groups: Vec<(String, String)>,
}

impl Record {
    /// A text, or nothing.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// An amount, or nil.
    pub(super) fn amount(&self, name: &str) -> i64 {
        self.amounts.get(name).copied().unwrap_or_default()
    }

    /// Sets a balance and its two sides.
    pub(super) fn set(&mut self, name: &str, debit: i64, credit: i64) {
        self.amounts.insert(name.to_owned(), debit - credit);
        self.amounts.insert(format!("{name}.debit"), debit);
        self.amounts.insert(format!("{name}.credit"), credit);
    }

    /// Sets a balance that stands on the side of its sign.
    pub(super) fn set_signed(&mut self, name: &str, amount: i64) {
        self.set(name, amount.max(0), (-amount).max(0));
    }

    /// The sum of records.
    pub(super) fn sum<'r>(records: impl IntoIterator<Item = &'r Record>) -> Record {
        let mut sum = Record::default();
        for record in records {
            for (name, amount) in &record.amounts {
                *sum.amounts.entry(name.clone()).or_default() += amount;
            }
        }
        sum
    }
}
