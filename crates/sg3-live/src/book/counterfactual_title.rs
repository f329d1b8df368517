//! How people name a counterfactual.

/// The heading of a counterfactual; both are empty for the base case.
#[derive(Debug, Clone, Default)]
pub struct CounterfactualTitle {
    /// `Without incoming calls`.
    pub title: String,
    /// What is replaced in the names of the model, `minutes = 0`; that of the counterfactuals around first.
    pub replacements: Vec<String>,
}
