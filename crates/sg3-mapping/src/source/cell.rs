//! A cell of a source file, and what it says.

use sg3_workbook::Content;
use std::borrow::Cow;

/// A cell of the source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceCell {
    /// From zero.
    pub column: u32,
    /// What it says.
    pub value: SourceValue,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum SourceValue {
    /// A number.
    Number(f64),
    /// Text that is a number, as the other texts of the sheet show.
    Typed(String, f64),
    /// Text that could be either of two numbers.
    Either(String, f64, f64),
    /// Words.
    Words(String),
    /// A day, as spreadsheets count days.
    Day(f64),
    /// An error such as `#REF!`.
    Error(String),
    /// A formula that was never calculated.
    Uncalculated,
}

impl SourceValue {
    pub(crate) fn of(content: Content) -> Option<SourceValue> {
        match content {
            Content::Number(number) => Some(SourceValue::Number(number)),
            Content::Text(text) if text.trim().is_empty() => None,
            Content::Text(text) => Some(SourceValue::Words(text.split_whitespace().collect::<Vec<_>>().join(" "))),
            Content::YesNo(yes) => Some(SourceValue::Words(if yes { "TRUE" } else { "FALSE" }.to_owned())),
            Content::Date(day) => Some(SourceValue::Day(day)),
            Content::Error(error) => Some(SourceValue::Error(error)),
            Content::Empty => Some(SourceValue::Uncalculated),
        }
    }

    /// The number, if it is one and there is one way to read it.
    pub fn number(&self) -> Option<f64> {
        match self {
            SourceValue::Number(number) | SourceValue::Typed(_, number) => Some(*number),
            _ => None,
        }
    }

    /// What people see, more or less.
    pub fn text(&self) -> String {
        self.shown().into_owned()
    }

    /// The same, of words without a copy: rules compare every row of a ledger.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            SourceValue::Number(number) => Cow::Owned(number.to_string()),
            SourceValue::Day(day) => Cow::Owned(sg3_lang::day::write(*day)),
            SourceValue::Uncalculated => Cow::Borrowed("formula without a value"),
            SourceValue::Typed(text, _)
            | SourceValue::Either(text, ..)
            | SourceValue::Words(text)
            | SourceValue::Error(text) => Cow::Borrowed(text),
        }
    }

    /// The words, if it is words and not a dash.
    pub fn label(&self) -> Option<&str> {
        match self {
            SourceValue::Words(text) if text.chars().any(char::is_alphanumeric) => Some(text),
            _ => None,
        }
    }
}

/// Whether anything but a dash stands there.
pub(crate) fn has_content(value: &SourceValue) -> bool {
    !matches!(value, SourceValue::Words(_)) || value.label().is_some()
}
