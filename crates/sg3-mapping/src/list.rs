//! Lists of theirs that fill lists of ours, column by column: accounts, cost centres, lines of a trial balance, assets.
//!
//! A line of the mapping whose figure has a star in place of a member, `kind_of[*]`, speaks of a whole column of theirs. Which member each of
//! its cells is of stands in the column of keys beside it (or the row of keys above it). Where rows are members themselves (`entry from
//! rows`), a line for the dimension, `entry[*]`, says which rows; its other lines are columns of these rows. Words of theirs that name
//! what the model names otherwise are [`Meaning`]s.

pub(crate) mod apply;
pub(crate) mod column;
pub(crate) mod crossed;
pub(crate) mod find;
pub(crate) mod ground;
pub(crate) mod keyed;
pub(crate) mod keys;
pub(crate) mod members;
pub(crate) mod place;
pub(crate) mod propose;
pub(crate) mod roster;
pub(crate) mod spot;
pub(crate) mod value;
pub(crate) mod words;

use crate::entry::Entry;
use crate::foreign::Foreign;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind};

/// Whether each cell of a line is a value of its own: those of lists, and words and days.
pub fn is_read_by_cell(entry: &Entry, model: &Model) -> bool {
    let quantity = model.find_quantity(&entry.figure.input).map(|id| model.quantity(id));
    entry.is_list() || quantity.is_some_and(|quantity| !matches!(quantity.kind, Kind::Number(_)))
}

/// How many cells a line for a list takes.
pub fn count(entry: &Entry, files: &[Foreign], (file, sheet): (usize, usize)) -> usize {
    if entry.is_list() { spot::spots(entry, files, spot::Sheet { file, sheet }).len() } else { 0 }
}

/// The dimension of this name, or that of the input with options of its own.
pub fn named(model: &Model, of: &str) -> Option<DimensionId> {
    if let Some(Kind::Member(dimension)) = model.find_quantity(of).map(|id| &model.quantity(id).kind) {
        return Some(*dimension);
    }
    let position = model.dimensions.iter().position(|dimension| *dimension.name == *of);
    position.map(|position| DimensionId(position as u32))
}

/// What a word of theirs means.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meaning {
    /// The dimension that it is of, or the input, if that has options of its own.
    pub of: String,
    /// Their word.
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
