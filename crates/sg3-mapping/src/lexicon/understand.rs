//! A label held against every phrase that shares a word with it.

use super::{Concept, Heard, Lexicon, Phrase, SAME, kind};
use crate::words;
use std::collections::HashMap;
use std::rc::Rc;

/// Below this share of its words found, a phrase is not what a label means.
const LEAST_FOUND: f64 = 0.6;

/// What finding all of a phrase counts beside having nothing left of the label.
const OF_PHRASE: f64 = 0.55;

/// The same for scales, units and currencies, which stand in the middle of titles.
const OF_MEASURE: f64 = 0.9;

/// What words in another order count for: from here to there is not from there to here.
const IN_OTHER_ORDER: f64 = 0.9;

/// How much a word is explained that belongs to the vocabulary of something else.
const ELSEWHERE: f64 = 0.6;

/// A phrase held against a label.
struct Aligned {
    /// The weight of what was found.
    found: f64,
    /// For each word of the label how much of a word of the phrase it is.
    own: Vec<f64>,
    /// Whether the words stand in another order.
    turns: bool,
}

impl Lexicon {
    /// What a label may mean, best first.
    pub(crate) fn understood(&self, text: &str) -> Vec<(Concept, f64)> {
        let said: Vec<Heard> = self.told(text).iter().map(|word| self.alike(word)).collect();
        let folded = words::folded(text);
        let mut best: HashMap<Concept, f64> = HashMap::new();
        for number in self.touched(&said) {
            let phrase = &self.phrases[number];
            let fit = if phrase.folded == folded { 1.0 } else { self.compare(phrase, &said) };
            let known = best.entry(phrase.concept).or_insert(0.0);
            *known = known.max(fit);
        }
        let mut meaning: Vec<(Concept, f64)> = best.into_iter().filter(|(_, fit)| *fit > 0.0).collect();
        meaning.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        meaning
    }

    fn touched(&self, said: &[Heard]) -> Vec<usize> {
        let words = said.iter().flat_map(|word| word.iter());
        let mut numbers: Vec<usize> =
            words.flat_map(|(word, _)| self.vocabulary[*word].phrases.iter().copied()).collect();
        numbers.sort_unstable();
        numbers
    }

    fn compare(&self, phrase: &Phrase, said: &[Heard]) -> f64 {
        let Aligned { found, own, turns } = self.aligned(phrase, said);
        let found = found / phrase.weight;
        if found < LEAST_FOUND {
            return 0.0;
        }
        let (mut explained, mut all) = (0.0, 0.0);
        for (heard, own) in said.iter().zip(&own) {
            let (weight, elsewhere) = self.elsewhere(heard, kind(phrase.concept));
            explained += weight * own.max(elsewhere);
            all += weight;
        }
        // Squared: a phrase half found is much less than half meant.
        let order = if turns { IN_OTHER_ORDER } else { 1.0 };
        let of_phrase = if self.is_measure(phrase.concept) { OF_MEASURE } else { OF_PHRASE };
        0.99 * order * found * found * (of_phrase + (1.0 - of_phrase) * explained / all)
    }

    /// Every word of the phrase with the word of the label that is most like it and not taken yet.
    fn aligned(&self, phrase: &Phrase, said: &[Heard]) -> Aligned {
        let least = if self.is_measure(phrase.concept) { SAME } else { 0.0 };
        let likeness = |heard: &[(usize, f64)], word: usize| {
            heard.iter().find(|(w, likeness)| *w == word && *likeness >= least).map_or(0.0, |(_, likeness)| *likeness)
        };
        let mut aligned = Aligned { found: 0.0, own: vec![0.0; said.len()], turns: false };
        let mut last = 0;
        for word in &phrase.words {
            let free = (0..said.len()).filter(|at| aligned.own[*at] == 0.0);
            let best = free
                .map(|at| (at, likeness(&said[at], *word)))
                .fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
            if best.1 > 0.0 {
                aligned.found += best.1 * self.vocabulary[*word].weight;
                aligned.own[best.0] = best.1;
                aligned.turns |= best.0 < last;
                last = best.0;
            }
        }
        aligned
    }

    /// The weight of a word of a label, and how far it is explained by other kinds of things.
    fn elsewhere(&self, heard: &[(usize, f64)], kind: usize) -> (f64, f64) {
        let Some((word, likeness)) = heard.first() else { return (self.usual, 0.0) };
        let entry = &self.vocabulary[*word];
        let is_other = entry.kinds.iter().enumerate().any(|(other, known)| other != kind && *known);
        (entry.weight, if is_other { ELSEWHERE * likeness } else { 0.0 })
    }

    /// The words of the vocabulary that a word may be, best first.
    pub(crate) fn alike(&self, word: &str) -> Heard {
        if let Some(known) = self.found.borrow().get(word) {
            return known.clone();
        }
        let initial = word.chars().next().unwrap_or(' ');
        let near = self
            .by_initial
            .get(&initial)
            .into_iter()
            .flatten()
            .map(|other| (*other, words::likeness(word, &self.vocabulary[*other].word)));
        let mut alike: Vec<(usize, f64)> = near.filter(|(_, likeness)| *likeness > 0.0).collect();
        alike.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        let alike = Rc::new(alike);
        self.found.borrow_mut().insert(word.to_owned(), alike.clone());
        alike
    }
}
