//! A label held against every phrase that shares a word with it.

use super::{Lexicon, Phrase, WordMatches};
use crate::source::tokens;
use crate::understand::concept::{Concept, concept_kind};
use crate::weights::words::{BY_WORDS, IN_OTHER_ORDER, LEAST_FOUND, OF_MEASURE, OF_OTHER_KIND, OF_PHRASE, SAME_WORD};
use std::collections::HashMap;
use std::rc::Rc;

/// A word of a label: the words of the vocabulary that it may be, its weight, and how far other kinds of things explain it.
struct Heard {
    matches: WordMatches,
    weight: f64,
    elsewhere: [f64; 3],
}

/// A phrase held against a label.
struct Aligned {
    /// The weight of what was found.
    found: f64,
    /// Whether the words stand in another order.
    is_reordered: bool,
}

impl Lexicon {
    /// What a label may mean, best first.
    pub(crate) fn understood(&self, text: &str) -> Vec<(Concept, f64)> {
        let folded = tokens::normalize(text);
        let said: Vec<Heard> = self.list_meaningful_words(&folded).iter().map(|word| self.heard(word)).collect();
        // How much of a word of the phrase each word of the label is; kept between phrases, because there are many.
        let mut own = vec![0.0; said.len()];
        let mut best: HashMap<Concept, f64> = HashMap::new();
        for number in self.touched(&said) {
            let phrase = &self.phrases[number];
            let fit = if phrase.folded == folded { 1.0 } else { self.compare(phrase, &said, &mut own) };
            if fit > 0.0 {
                let known = best.entry(phrase.concept).or_insert(0.0);
                *known = known.max(fit);
            }
        }
        let mut meaning: Vec<(Concept, f64)> = best.into_iter().collect();
        meaning.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        meaning
    }

    fn heard(&self, word: &str) -> Heard {
        let matches = self.alike(word);
        let elsewhere = std::array::from_fn(|kind| self.elsewhere(&matches, kind));
        let weight = matches.first().map_or(self.usual, |(word, _)| self.vocabulary[*word].weight);
        Heard { matches, weight, elsewhere }
    }

    /// The phrases that share a word with a label, each once.
    fn touched(&self, said: &[Heard]) -> Vec<usize> {
        let words = said.iter().flat_map(|word| word.matches.iter());
        let mut numbers: Vec<usize> =
            words.flat_map(|(word, _)| self.vocabulary[*word].phrases.iter().copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn compare(&self, phrase: &Phrase, said: &[Heard], own: &mut [f64]) -> f64 {
        let Aligned { found, is_reordered } = self.aligned(phrase, said, own);
        let found = found / phrase.weight;
        if found < LEAST_FOUND {
            return 0.0;
        }
        let kind = concept_kind(phrase.concept);
        let (mut explained, mut all) = (0.0, 0.0);
        for (heard, own) in said.iter().zip(&*own) {
            explained += heard.weight * own.max(heard.elsewhere[kind]);
            all += heard.weight;
        }
        // Squared: a phrase half found is much less than half meant.
        let order = if is_reordered { IN_OTHER_ORDER } else { 1.0 };
        let of_phrase = if phrase.is_measure { OF_MEASURE } else { OF_PHRASE };
        BY_WORDS * order * found * found * (of_phrase + (1.0 - of_phrase) * explained / all)
    }

    /// Every word of the phrase with the word of the label that is most like it and not taken yet.
    fn aligned(&self, phrase: &Phrase, said: &[Heard], own: &mut [f64]) -> Aligned {
        let least = if phrase.is_measure { SAME_WORD } else { 0.0 };
        own.fill(0.0);
        let mut aligned = Aligned { found: 0.0, is_reordered: false };
        let mut last = 0;
        for word in &phrase.words {
            let mut best = (0, 0.0);
            for (at, heard) in said.iter().enumerate().filter(|(at, _)| own[*at] == 0.0) {
                let likeness = likeness(&heard.matches, *word, least);
                if likeness > best.1 {
                    best = (at, likeness);
                }
            }
            if best.1 > 0.0 {
                aligned.found += best.1 * self.vocabulary[*word].weight;
                own[best.0] = best.1;
                aligned.is_reordered |= best.0 < last;
                last = best.0;
            }
        }
        aligned
    }

    /// How far a word of a label is explained by other kinds of things than this one.
    fn elsewhere(&self, matches: &[(usize, f64)], kind: usize) -> f64 {
        let Some((word, likeness)) = matches.first() else { return 0.0 };
        let kinds = &self.vocabulary[*word].kinds;
        let is_other = kinds.iter().enumerate().any(|(other, known)| other != kind && *known);
        if is_other { OF_OTHER_KIND * likeness } else { 0.0 }
    }

    /// The words of the vocabulary that a word may be, best first.
    pub(crate) fn alike(&self, word: &str) -> WordMatches {
        if let Some(known) = self.found.borrow().get(word) {
            return known.clone();
        }
        let initial = word.chars().next().unwrap_or(' ');
        let near = self
            .by_initial
            .get(&initial)
            .into_iter()
            .flatten()
            .map(|other| (*other, tokens::likeness(word, &self.vocabulary[*other].word)));
        let mut alike: Vec<(usize, f64)> = near.filter(|(_, likeness)| *likeness > 0.0).collect();
        alike.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        let alike = Rc::new(alike);
        self.found.borrow_mut().insert(word.to_owned(), alike.clone());
        alike
    }
}

/// How much one of several words is a word of the vocabulary, if that is enough.
fn likeness(matches: &[(usize, f64)], word: usize, least: f64) -> f64 {
    matches
        .iter()
        .find(|(other, _)| *other == word)
        .map_or(0.0, |(_, likeness)| if *likeness >= least { *likeness } else { 0.0 })
}
