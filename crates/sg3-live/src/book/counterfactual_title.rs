//! How people name a counterfactual.

/// The heading of a counterfactual; both are empty for the base case.
#[derive(Debug, Clone, Default)]
pub(crate) struct CounterfactualTitle {
    /// `Without incoming calls`.
    pub(crate) title: String,
    /// What is replaced in the names of the model, `minutes = 0`; that of the counterfactuals around first.
    pub(crate) replacements: Vec<String>,
}
