//! What a word of a source file means, where the model names the same otherwise.

use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind};

/// The dimension of this name, or that of the input with options of its own.
pub(crate) fn dimension_named(model: &Model, of: &str) -> Option<DimensionId> {
    if let Some(Kind::Member(dimension)) = model.find_quantity(of).map(|id| &model.quantity(id).kind) {
        return Some(*dimension);
    }
    let position = model.dimensions.iter().position(|dimension| *dimension.name == *of);
    position.map(|position| DimensionId(position as u32))
}

/// What a word of the source means.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordMeaning {
    /// The dimension that it is of, or the input, if that has options of its own.
    pub of: String,
    /// The word.
    pub word: String,
    /// Key of the member; empty if nobody has said yet.
    pub key: String,
    /// From 0 to 1, of a proposal.
    pub confidence: Option<f64>,
    /// What else it might be.
    pub near: String,
    /// Who confirmed it.
    pub confirmed: String,
    /// Of whoever confirms it.
    pub comment: String,
}
