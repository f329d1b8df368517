//! What a mapping says: which cells of the source make up which figure of the model.

use super::answer::Answer;
use super::meaning::WordMeaning;
use super::rule::MappingRule;
use sg3_calc::Origin;

/// A mapping of source files to the inputs of a model, as it is confirmed and signed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    /// Name of the model.
    pub model: String,
    /// The year that figures are of, if tables show one.
    pub year: Option<i32>,
    /// Files that it was made for.
    pub files: Vec<MappedFile>,
    /// Rules, in order of the model's inputs.
    pub rules: Vec<MappingRule>,
    /// What words of the source mean.
    pub meanings: Vec<WordMeaning>,
    /// Figures of audited accounts to which inputs must add up.
    pub audited: Vec<Audited>,
    /// Amounts of the source that somebody accepts as not used, with the reason.
    pub accepted: Vec<Accepted>,
    /// What was answered to findings.
    pub answers: Vec<Answer>,
    /// Who prepared and who confirmed it, and when, as written.
    pub signed: Vec<(String, String)>,
}

/// A source file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MappedFile {
    /// Without its folder.
    pub name: String,
    /// What changes when any of its cells changes.
    pub fingerprint: String,
}

/// A figure of audited accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Audited {
    /// What it is called.
    pub label: String,
    /// In the model's money.
    pub amount: f64,
    /// Inputs that add up to it.
    pub inputs: Vec<String>,
    /// How far off they may be, as a share.
    pub within: f64,
    /// Where it stands in the mapping.
    pub origin: Origin,
}

/// An amount of the source that is not used, and why that is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Source file.
    pub file: String,
    /// Sheet of the source.
    pub sheet: String,
    /// The label in the source.
    pub label: String,
    /// Why.
    pub reason: String,
}
