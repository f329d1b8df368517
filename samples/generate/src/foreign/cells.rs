//! What is written in a cell.

use super::layout::Digits;
use rust_xlsxwriter::ExcelDateTime;

/// What is written in a cell.
pub(super) enum Cell {
    Nothing,
    Text(String),
    Number(f64),
    /// A number that is written as text.
    Digits(f64),
    Day(ExcelDateTime),
}

impl Cell {
    /// What a text of a table stands for, shown in a way. An apostrophe before a number makes it text, as in a
    /// spreadsheet.
    pub(super) fn of(text: String, shown: &str) -> Cell {
        if text.is_empty() {
            return Cell::Nothing;
        }
        let day = || ExcelDateTime::parse_from_str(&text).ok().filter(|_| text.len() == 10 && !shown.is_empty());
        match number_in(&text).filter(|_| shown != "text") {
            Some(number) if text.starts_with('\'') => Cell::Digits(number),
            Some(number) => Cell::Number(number).shown(shown),
            None => day().map_or(Cell::Text(text), Cell::Day),
        }
    }

    /// Digits, if it is shown as such.
    pub(super) fn shown(self, shown: &str) -> Cell {
        match self {
            Cell::Number(number) if shown == "digits" => Cell::Digits(number),
            other => other,
        }
    }

    /// The number behind it.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Cell::Number(number) | Cell::Digits(number) => Some(*number),
            Cell::Nothing | Cell::Text(_) | Cell::Day(_) => None,
        }
    }

    /// The same with another number.
    pub(super) fn map(self, change: impl Fn(f64) -> f64) -> Cell {
        match self {
            Cell::Number(number) => Cell::Number(change(number)),
            Cell::Digits(number) => Cell::Digits(change(number)),
            other => other,
        }
    }
}

/// The number that a text of a table is.
pub(super) fn number_in(text: &str) -> Option<f64> {
    text.strip_prefix('\'').unwrap_or(text).parse().ok()
}

/// A number with so many decimals.
pub(super) fn rounded(number: f64, decimals: Option<i32>) -> f64 {
    let Some(decimals) = decimals else { return number };
    let unit = 10_f64.powi(decimals);
    (number * unit).round() / unit + 0.0
}

impl Digits {
    /// A number as text: `1 234,5`, `١٬٢٣٤`.
    pub(super) fn text(&self, number: f64) -> String {
        let plain = self.decimals.map_or_else(|| number.to_string(), |decimals| format!("{number:.decimals$}"));
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let groups: Vec<String> =
            whole.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        let point = if decimals.is_empty() { "" } else { &self.point };
        let text = format!("{}{point}{decimals}", groups.join(&self.thousands));
        text.chars().map(|letter| self.digit(letter)).collect()
    }

    fn digit(&self, letter: char) -> char {
        let Some((zero, digit)) = self.zero.zip(letter.to_digit(10)) else { return letter };
        char::from_u32(zero as u32 + digit).unwrap_or(letter)
    }
}
