//! Words with holes: `From {} to {}.`

/// A translation of words with one hole or two.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern {
    /// Long patterns are tried first.
    shortness: std::cmp::Reverse<usize>,
    from: Vec<String>,
    to: String,
}

impl Pattern {
    /// Of words that have a hole.
    pub fn of(from: &str, to: &str) -> Option<Pattern> {
        let parts: Vec<String> = from.split("{}").map(str::to_owned).collect();
        let shortness = std::cmp::Reverse(from.len());
        (parts.len() > 1).then(|| Pattern { shortness, from: parts, to: to.to_owned() })
    }

    /// The translation, if the words fit; what is in the holes is said on its own.
    pub fn translate(&self, words: &str, say: &dyn Fn(&str) -> String) -> Option<String> {
        let (first, rest) = self.from.split_first()?;
        let (last, middle) = rest.split_last()?;
        let mut inside = words.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        let mut holes = Vec::new();
        for part in middle {
            let (hole, after) = inside.split_once(part.as_str())?;
            holes.push(hole);
            inside = after;
        }
        holes.push(inside);
        let is_filled = holes.iter().all(|hole| !hole.is_empty());
        is_filled.then(|| holes.iter().fold(self.to.clone(), |said, hole| said.replacen("{}", &say(hole), 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_order() {
        let pattern = Pattern::of("From {} to {}.", "De {} à {}.").unwrap();
        assert_eq!(pattern.translate("From 0.5 to 2.", &str::to_owned).unwrap(), "De 0.5 à 2.");
        assert_eq!(pattern.translate("From 0.5.", &str::to_owned), None);
        assert!(Pattern::of("no hole", "rien").is_none());
    }
}
