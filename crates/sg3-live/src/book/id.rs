//! How blocks and counterfactuals are referred to.

/// Position among the blocks of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(pub(crate) u32);

/// Position among the counterfactuals of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct CounterfactualId(pub(crate) u32);

/// The case of the data, in which nothing is replaced.
pub(crate) const BASE: CounterfactualId = CounterfactualId(0);
