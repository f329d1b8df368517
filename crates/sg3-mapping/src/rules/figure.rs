//! A figure of a model, by the names of its input and members.

use std::sync::Arc;

/// In place of a member: every member that rows of the source name.
pub(crate) const EACH: &str = "*";

/// A figure of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Figure {
    /// Name of the input.
    pub input: String,
    /// A member for each axis.
    pub place: Vec<Arc<str>>,
}

impl Figure {
    /// Reads `minutes[urban]`.
    pub fn parse(text: &str) -> Option<Figure> {
        let text = text.trim();
        let (input, place) = match text.split_once('[') {
            Some((input, rest)) => (input, rest.strip_suffix(']')?.split(',').map(|key| key.trim().into()).collect()),
            None => (text, Vec::new()),
        };
        let is_name = !input.is_empty() && !input.contains([']', ' ']);
        is_name.then(|| Figure { input: input.to_owned(), place })
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.input)
        } else {
            write!(f, "{}[{}]", self.input, self.place.join(","))
        }
    }
}
