//! A sheet that is made of blocks.

use super::id::{BlockId, CounterfactualId};

/// A sheet of blocks.
#[derive(Debug, Clone)]
pub struct BlockSheet {
    /// The name on its tab, which no other sheet has.
    pub name: String,
    /// The heading of the model, or the title of the counterfactual, that it is for.
    pub(crate) title: String,
    /// Whether its blocks are inputs, calculations or counterfactuals.
    pub(crate) purpose: Purpose,
    /// The paragraphs below the heading.
    pub(crate) prose: Vec<String>,
    /// Blocks from top to bottom.
    pub(crate) blocks: Vec<BlockId>,
    /// One past its last row.
    pub(crate) end: u32,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Figures of the data, and cells for others.
    Inputs,
    /// Calculations of a heading.
    Calculations,
    /// Calculations in a counterfactual.
    Counterfactual(CounterfactualId),
}
