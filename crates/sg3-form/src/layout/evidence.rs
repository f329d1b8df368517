//! What a form asks beside values: columns to the right of each row, and lines above the rows for whole columns.
//!
//! Every table ends with one set of evidence for each row, which speaks for all values of the row, or for the one column that
//! `#concerns` names. Where a column holds values of one kind, for many members or of one year, a line above the rows speaks for the whole
//! column, and a row says only what differs. So minutes are "measured" once, and the one stream that was estimated says so in its own row;
//! past years are audited and years to come estimated.
//! Wide matrices have the lines and a comment for each row: columns far to the right would not be found.

use crate::layout::key;

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The one column that the rest is about.
    Concerns,
    /// How the value was come by.
    Status,
    /// The least that it may be, if it is estimated.
    Least,
    /// The most that it may be.
    Most,
    /// Document, system or method.
    Source,
    /// Whether it may not be published.
    Confidential,
    /// Why not.
    Reason,
    /// Words of whoever fills the form.
    Comment,
}

/// Keys of the lines for whole columns, from top to bottom.
pub const LINES: [&str; 3] = [key::STATUS, key::SOURCE, key::CONFIDENTIAL];

/// What follows the key of a value.
pub const LAST: &str = "#last";

impl Fact {
    /// All, from left to right.
    pub const ALL: [Fact; 8] = [
        Fact::Concerns,
        Fact::Status,
        Fact::Least,
        Fact::Most,
        Fact::Source,
        Fact::Confidential,
        Fact::Reason,
        Fact::Comment,
    ];

    /// Machine key: `status`, after `#`.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Concerns => "concerns",
            Fact::Status => "status",
            Fact::Least => "least",
            Fact::Most => "most",
            Fact::Source => "source",
            Fact::Confidential => "confidential",
            Fact::Reason => "reason",
            Fact::Comment => "comment",
        }
    }

    /// What people see above the column.
    pub fn heading(self) -> &'static str {
        match self {
            Fact::Concerns => "Concerns only",
            Fact::Status => "Status",
            Fact::Least => "If estimated: at least",
            Fact::Most => "at most",
            Fact::Source => "Source or method",
            Fact::Confidential => "Confidential",
            Fact::Reason => "Reason",
            Fact::Comment => "Comment",
        }
    }

    /// The value and the fact that a key names: `minutes#status`; the row if nothing stands before.
    pub fn of_key(key: &str) -> Option<(&str, Fact)> {
        let (of, word) = key.split_once(key::EVIDENCE)?;
        Fact::ALL.into_iter().find(|fact| fact.key() == word).map(|fact| (of, fact))
    }
}
