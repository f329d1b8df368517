//! Many texts in one piece of memory, by number.

/// Texts in the order in which they were added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TextPool {
    letters: String,
    ends: Vec<usize>,
}

impl TextPool {
    /// Adds a text and says its number.
    pub(crate) fn add(&mut self, text: &str) -> usize {
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
        self.ends.len() - 1
    }

    /// The text of a number.
    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.letters[start..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_numbers() {
        let mut pool = TextPool::default();
        assert_eq!(["a", "", "bc"].map(|text| pool.add(text)), [0, 1, 2]);
        assert_eq!([0, 1, 2, 3].map(|number| pool.get(number)), [Some("a"), Some(""), Some("bc"), None]);
    }
}
