//! How well words fit concepts.

use super::concept::Concept;

/// Concepts with how well words fit them; the best of several words for the same. A label means few, so they are looked through.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scores {
    fits: Vec<(Concept, f64)>,
}

impl Scores {
    /// How well the words fit a concept; zero if they do not.
    pub(crate) fn fit(&self, concept: Concept) -> f64 {
        self.fits.iter().find(|(other, _)| *other == concept).map_or(0.0, |(_, fit)| *fit)
    }

    /// Every concept with how well it fits.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Concept, f64)> + '_ {
        self.fits.iter().copied()
    }

    /// How well the best of some concepts fits.
    pub(crate) fn best(&self, is_meant: impl Fn(Concept) -> bool) -> f64 {
        self.iter().filter(|(concept, _)| is_meant(*concept)).map(|(_, fit)| fit).fold(0.0, f64::max)
    }

    /// Other words fit a concept so well: the better of the two counts.
    pub(crate) fn raise(&mut self, concept: Concept, fit: f64) {
        match self.fits.iter_mut().find(|(other, _)| *other == concept) {
            Some((_, known)) => *known = known.max(fit),
            None => self.fits.push((concept, fit)),
        }
    }

    /// Only what is meant stays.
    pub(crate) fn retain(&mut self, is_meant: impl Fn(Concept) -> bool) {
        self.fits.retain(|(concept, _)| is_meant(*concept));
    }
}
