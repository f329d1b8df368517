//! Words with holes: `From {} to {}.`

/// A translation of words with one hole or two.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pattern {
    /// Long patterns are tried first.
    shortness: std::cmp::Reverse<usize>,
    from: Vec<String>,
    to: String,
}

impl Pattern {
    /// Of words that have a hole.
    pub(crate) fn of(from: &str, to: &str) -> Option<Pattern> {
        let parts: Vec<String> = from.split("{}").map(str::to_owned).collect();
        let shortness = std::cmp::Reverse(from.len());
        (parts.len() > 1).then(|| Pattern { shortness, from: parts, to: to.to_owned() })
    }

    /// The translation, if the words fit; what is in the holes is translated on its own.
    pub(crate) fn translate(&self, words: &str, translate: &dyn Fn(&str) -> String) -> Option<String> {
        let holes = self.find_holes(words)?;
        Some(holes.iter().fold(self.to.clone(), |text, hole| text.replacen("{}", &translate(hole), 1)))
    }

    /// What stands in the holes: of `From {} to {}.` and `From 0.5 to 2.` it is `0.5` and `2`.
    fn find_holes<'a>(&self, words: &'a str) -> Option<Vec<&'a str>> {
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
        holes.iter().all(|hole| !hole.is_empty()).then_some(holes)
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
