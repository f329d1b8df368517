//! What a form asks beside values: columns to the right of each row, and lines above the rows for whole columns.
//!
//! Every table ends with one set of evidence for each row, which speaks for all values of the row, or for the one
//! column that `#concerns` names. Where a column holds values of one kind, for many members or of one year, a line
//! above the rows speaks for the whole column, and a row says only what differs. So minutes are "measured" once, and
//! the one stream that was estimated says so in its own row; past years are audited and years to come estimated. Wide
//! matrices have the lines and a comment for each row: columns far to the right would not be found.

use crate::layout::key;

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceField {
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
    /// Why it may not be published.
    Reason,
    /// Words of whoever fills the form.
    Comment,
}

/// Keys of the lines for whole columns, from top to bottom.
pub(crate) const LINES: [&str; 3] = [key::STATUS, key::SOURCE, key::CONFIDENTIAL];
/// What follows the key of a value.
pub(crate) const LAST: &str = "#last";

impl EvidenceField {
    /// All, from left to right.
    pub const ALL: [EvidenceField; 8] = [
        EvidenceField::Concerns,
        EvidenceField::Status,
        EvidenceField::Least,
        EvidenceField::Most,
        EvidenceField::Source,
        EvidenceField::Confidential,
        EvidenceField::Reason,
        EvidenceField::Comment,
    ];

    /// Machine key: `status`, after `#`.
    pub fn key(self) -> &'static str {
        match self {
            EvidenceField::Concerns => "concerns",
            EvidenceField::Status => "status",
            EvidenceField::Least => "least",
            EvidenceField::Most => "most",
            EvidenceField::Source => "source",
            EvidenceField::Confidential => "confidential",
            EvidenceField::Reason => "reason",
            EvidenceField::Comment => "comment",
        }
    }

    /// What people see above the column.
    pub fn heading(self) -> &'static str {
        match self {
            EvidenceField::Concerns => "Concerns only",
            EvidenceField::Status => "Status",
            EvidenceField::Least => "If estimated: at least",
            EvidenceField::Most => "at most",
            EvidenceField::Source => "Source or method",
            EvidenceField::Confidential => "Confidential",
            EvidenceField::Reason => "Reason",
            EvidenceField::Comment => "Comment",
        }
    }

    /// The value and the fact that a key names: `minutes#status`; the row if nothing stands before.
    pub(crate) fn of_key(key: &str) -> Option<(&str, EvidenceField)> {
        let (of, word) = key.split_once(key::EVIDENCE)?;
        EvidenceField::ALL.into_iter().find(|field| field.key() == word).map(|field| (of, field))
    }
}
