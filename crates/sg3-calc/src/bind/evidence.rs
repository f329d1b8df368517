//! What is known of a value beside its amount: how it was come by, how sure it is, who may see it.
//!
//! Status and value stand in two cells and must agree; [`settle`] is the one place where that is decided:
//!
//! | status | no value | a value of zero | another value |
//! |---|---|---|---|
//! | none | nothing | zero | the value |
//! | audited, unaudited, measured, estimated | **disagree**: a status of nothing | zero | the value |
//! | nil | zero | zero | **disagree** |
//! | not available, not applicable | no value, said so | **disagree** | **disagree** |
//!
//! A value that could not be read stays so under any status: its reader has said what is wrong.
//!
//! `n/a` in the cell of the value says "not available" itself, and agrees with "not applicable". A value that was said to be not there stays
//! missing: neither what a blank means nor what the model proposes takes its place.

use super::value::Value;

/// What is known of a value beside its amount.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// How it was come by.
    pub status: Option<Status>,
    /// Between which values it lies, in the unit of the input, if it is estimated.
    pub range: Option<(f64, f64)>,
    /// The document, system or method it comes from.
    pub source: Option<String>,
    /// Why it may not be published; nothing if it may.
    pub confidential: Option<String>,
    /// Words of whoever gave it.
    pub comment: Option<String>,
}

/// How a value was come by, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// From accounts that an auditor has signed.
    Audited,
    /// From accounts that nobody has audited.
    Unaudited,
    /// Counted by a system.
    Measured,
    /// Judged, sampled or worked out.
    Estimated,
    /// There is a value, but it cannot be given.
    NotAvailable,
    /// The question has no answer here.
    NotApplicable,
    /// There is none, and that is known: zero.
    Nil,
}

/// Why a status and a value cannot both be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// A status of a value that is not there.
    NoValue(Status),
    /// A value although it is said that there is none.
    Value(Status),
    /// A value other than zero although it is said to be nil.
    NotZero,
    /// Only numbers can be nil.
    NoNumber,
}

impl Status {
    /// All, in the order in which a form lists them.
    pub const ALL: [Status; 7] = [
        Status::Audited,
        Status::Unaudited,
        Status::Measured,
        Status::Estimated,
        Status::NotAvailable,
        Status::NotApplicable,
        Status::Nil,
    ];

    /// What people write: `audited`, `unaudited accounts`, `not available`.
    pub fn label(self) -> &'static str {
        match self {
            Status::Audited => "audited",
            Status::Unaudited => "unaudited accounts",
            Status::Measured => "measured",
            Status::Estimated => "estimated",
            Status::NotAvailable => "not available",
            Status::NotApplicable => "not applicable",
            Status::Nil => "nil",
        }
    }

    /// The status of these words, in any case.
    ///
    /// ```
    /// use sg3_calc::Status;
    /// assert_eq!(Status::of_label("Unaudited accounts"), Some(Status::Unaudited));
    /// assert_eq!(Status::of_label("guessed"), None);
    /// ```
    pub fn of_label(words: &str) -> Option<Status> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        Status::ALL.into_iter().find(|status| status.label() == words)
    }

    /// Whether it says that there is no value.
    pub fn is_of_nothing(self) -> bool {
        matches!(self, Status::NotAvailable | Status::NotApplicable)
    }
}

impl Evidence {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Evidence::default()
    }

    /// This, and where it is silent what `other` says.
    pub fn or(self, other: &Evidence) -> Evidence {
        Evidence {
            status: self.status.or(other.status),
            range: self.range.or(other.range),
            source: self.source.or_else(|| other.source.clone()),
            confidential: self.confidential.or_else(|| other.confidential.clone()),
            comment: self.comment.or_else(|| other.comment.clone()),
        }
    }
}

/// What a value and its status say together; nothing if they say nothing.
///
/// ```
/// use sg3_calc::{Disagreement, Status, Value, settle};
/// assert_eq!(settle(None, Some(Status::Nil)), Ok(Some(Value::Number(0.0))));
/// assert_eq!(settle(Some(Value::Number(7.0)), Some(Status::Nil)), Err(Disagreement::NotZero));
/// assert_eq!(settle(None, Some(Status::Audited)), Err(Disagreement::NoValue(Status::Audited)));
/// ```
pub fn settle(value: Option<Value>, status: Option<Status>) -> Result<Option<Value>, Disagreement> {
    match (value, status) {
        (value, None) => Ok(value),
        (Some(Value::Unreadable(text)), _) => Ok(Some(Value::Unreadable(text))),
        (value, Some(Status::Nil)) => nil(value.as_ref()).map(Some),
        (None, Some(status)) if status.is_of_nothing() => Ok(Some(Value::NotAvailable(status.label().to_owned()))),
        (None, Some(status)) => Err(Disagreement::NoValue(status)),
        (Some(Value::NotAvailable(words)), Some(status)) if status.is_of_nothing() => {
            Ok(Some(Value::NotAvailable(words)))
        }
        (Some(Value::NotAvailable(_)), Some(status)) => Err(Disagreement::NoValue(status)),
        (Some(_), Some(status)) if status.is_of_nothing() => Err(Disagreement::Value(status)),
        (value, Some(_)) => Ok(value),
    }
}

fn nil(value: Option<&Value>) -> Result<Value, Disagreement> {
    match value {
        None | Some(Value::Number(0.0)) => Ok(Value::Number(0.0)),
        Some(Value::Number(_)) => Err(Disagreement::NotZero),
        Some(Value::NotAvailable(_)) => Err(Disagreement::NoValue(Status::Nil)),
        Some(_) => Err(Disagreement::NoNumber),
    }
}

impl std::fmt::Display for Disagreement {
    /// `the status says "nil", which is zero, but there is another value`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Disagreement::NoValue(status) => write!(f, "the status is \"{}\", but there is no value", status.label()),
            Disagreement::Value(status) => write!(f, "the status is \"{}\", but there is a value", status.label()),
            Disagreement::NotZero => f.write_str("the status is \"nil\", which is zero, but there is another value"),
            Disagreement::NoNumber => f.write_str("the status is \"nil\", but only a number can be nil"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> Option<Value> {
        Some(Value::Number(value))
    }

    fn not_available() -> Option<Value> {
        Some(Value::NotAvailable("n/a".to_owned()))
    }

    #[test]
    fn without_a_status_the_value_speaks() {
        for value in [None, number(0.0), number(-3.0), not_available()] {
            assert_eq!(settle(value.clone(), None), Ok(value));
        }
    }

    #[test]
    fn a_status_of_something_needs_a_value() {
        for status in [Status::Audited, Status::Unaudited, Status::Measured, Status::Estimated] {
            assert_eq!(settle(number(0.0), Some(status)), Ok(number(0.0)));
            for nothing in [None, not_available()] {
                assert_eq!(settle(nothing, Some(status)), Err(Disagreement::NoValue(status)));
            }
        }
    }

    #[test]
    fn a_status_of_nothing_has_no_value() {
        for status in [Status::NotAvailable, Status::NotApplicable] {
            assert_eq!(settle(None, Some(status)), Ok(Some(Value::NotAvailable(status.label().to_owned()))));
            assert_eq!(settle(not_available(), Some(status)), Ok(not_available()));
            assert_eq!(settle(number(0.0), Some(status)), Err(Disagreement::Value(status)));
        }
    }

    #[test]
    fn what_was_not_readable_stays_so() {
        let unreadable = Some(Value::Unreadable("lots".to_owned()));
        for status in Status::ALL {
            assert_eq!(settle(unreadable.clone(), Some(status)), Ok(unreadable.clone()));
        }
    }

    #[test]
    fn nil_is_zero() {
        assert_eq!(settle(None, Some(Status::Nil)), Ok(number(0.0)));
        assert_eq!(settle(number(-0.0), Some(Status::Nil)), Ok(number(0.0)));
        assert_eq!(settle(not_available(), Some(Status::Nil)), Err(Disagreement::NoValue(Status::Nil)));
        assert_eq!(settle(Some(Value::YesNo(false)), Some(Status::Nil)), Err(Disagreement::NoNumber));
    }

    #[test]
    fn every_status_is_found_by_its_words() {
        for status in Status::ALL {
            assert_eq!(Status::of_label(&status.label().to_uppercase()), Some(status));
        }
    }
}
