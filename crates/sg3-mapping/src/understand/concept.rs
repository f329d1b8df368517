//! What a label can mean.

use sg3_lang::model::{DimensionId, QuantityId};

/// Something that a label can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Concept {
    /// An input.
    Quantity(QuantityId),
    /// A part of what an input asks for.
    Part(QuantityId),
    /// A member of a dimension, by position.
    Member(DimensionId, usize),
    /// A word about tables, by its number in [`Lexicon::names`].
    Word(usize),
    /// The members of a dimension, as a heading over their codes says it.
    Dimension(DimensionId),
}

/// The kind of a concept, for the vocabulary: quantities, members, words about tables.
pub(crate) fn concept_kind(concept: Concept) -> usize {
    match concept {
        Concept::Quantity(_) | Concept::Part(_) => 0,
        Concept::Member(..) | Concept::Dimension(_) => 1,
        Concept::Word(_) => 2,
    }
}
