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

    /// The translation, if the words fit; what is in the holes is translated on its own, but for names and what the data say.
    pub(crate) fn translate(&self, words: &str, translate: &dyn Fn(&str) -> String) -> Option<String> {
        let holes = self.find_holes(words)?;
        let mut pieces = self.to.split("{}");
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for (at, (hole, piece)) in holes.iter().zip(pieces).enumerate() {
            text += &if self.is_quoted(at) { (*hole).to_owned() } else { translate(hole) };
            text += piece;
        }
        Some(text)
    }

    /// Whether a hole is between backquotes or quotation marks: a name of a model, or the text of a cell, has no language.
    fn is_quoted(&self, hole: usize) -> bool {
        let (before, after) = (&self.from[hole], &self.from[hole + 1]);
        ['`', '"'].into_iter().any(|mark| before.ends_with(mark) && after.starts_with(mark))
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
    fn names_and_texts_of_cells_are_kept() {
        let upper = |words: &str| words.to_uppercase();
        let pattern = Pattern::of("`{}` is {}", "`{}` est {}").unwrap();
        assert_eq!(pattern.translate("`price` is cost", &upper).unwrap(), "`price` est COST");
        let pattern = Pattern::of("\"{}\", {}", "« {} », {}").unwrap();
        assert_eq!(pattern.translate("\"total\", {} 3", &upper).unwrap(), "« total », {} 3");
    }

    #[test]
    fn holes_are_filled_in_order() {
        let pattern = Pattern::of("From {} to {}.", "De {} à {}.").unwrap();
        assert_eq!(pattern.translate("From 0.5 to 2.", &str::to_owned).unwrap(), "De 0.5 à 2.");
        assert_eq!(pattern.translate("From 0.5.", &str::to_owned), None);
        assert!(Pattern::of("no hole", "rien").is_none());
    }
}
