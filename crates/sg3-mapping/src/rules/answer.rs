//! What somebody answers to a finding.

/// What somebody answers to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Where it was found.
    pub at: String,
    /// What was found.
    pub found: String,
    /// The answer.
    pub answer: String,
}
