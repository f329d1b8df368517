//! What a proposal may be told.

/// What a proposal may be told.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProposalOptions {
    /// The year that figures are of; the last that tables show, if not said.
    pub year: Option<i32>,
}
