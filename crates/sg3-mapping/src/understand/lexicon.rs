//! What a label may mean, with how well it fits: the labels of the model and the synonyms of the dictionary, weighed by rarity.

mod interpret;

use super::concept::{Concept, concept_kind};
use super::dictionary;
use super::dictionary::Dictionary;
use super::members::Members;
use super::text_measure::TextMeasure;
use crate::source::tokens;
use crate::weights::words::{SAME_WORD, UNKNOWN_WORD};
use sg3_lang::Model;
use sg3_lang::model::DimensionId;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Concepts with how well they fit, best first.
pub(crate) type Interpretation = Rc<Vec<(Concept, f64)>>;

/// Words of the vocabulary that a word may be, with how much, best first.
pub(crate) type WordMatches = Rc<Vec<(usize, f64)>>;

/// Every phrase, ready to be looked for.
pub(crate) struct Lexicon {
    names: Vec<String>,
    phrases: Vec<Phrase>,
    /// Words with the phrases that hold them and how rare they are.
    vocabulary: Vec<VocabularyWord>,
    by_word: HashMap<String, usize>,
    by_initial: HashMap<char, Vec<usize>>,
    stop: HashSet<String>,
    usual: f64,
    found: RefCell<HashMap<String, WordMatches>>,
    meanings: RefCell<HashMap<String, Interpretation>>,
    measures: RefCell<HashMap<String, Rc<TextMeasure>>>,
}

pub(crate) struct Phrase {
    concept: Concept,
    words: Vec<usize>,
    weight: f64,
    folded: String,
    /// Whether it names a scale, a unit or a currency: a word of a text is enough for those, but the word itself.
    is_measure: bool,
}

struct VocabularyWord {
    word: String,
    weight: f64,
    phrases: Vec<usize>,
    kinds: [bool; 3],
}

impl Lexicon {
    /// Of a model in the languages of a dictionary.
    pub(crate) fn of(model: &Model, dictionary: &Dictionary, known: &Members) -> Lexicon {
        let mut lexicon = Lexicon::without_weights(model, dictionary, known);
        lexicon.weigh();
        lexicon
    }

    /// The same, with what lists are called whose rows are members.
    pub(crate) fn of_lists(model: &Model, dictionary: &Dictionary, known: &Members) -> Lexicon {
        let mut lexicon = Lexicon::without_weights(model, dictionary, known);
        for (number, dimension) in model.dimensions.iter().enumerate().filter(|(_, own)| !own.anonymous) {
            let concept = Concept::Dimension(DimensionId(number as u32));
            lexicon.add(concept, &dimension.label);
            lexicon.add(concept, &dimension.name.replace('_', " "));
            let name = format!("{}/each", dimension.name.rsplit('.').next().unwrap_or_default());
            dictionary.words(&name).for_each(|words| lexicon.add(concept, words));
        }
        lexicon.weigh();
        lexicon
    }

    fn without_weights(model: &Model, dictionary: &Dictionary, known: &Members) -> Lexicon {
        let stop = dictionary.words(dictionary::words::STOP).flat_map(tokens::tokens).collect();
        let mut lexicon = Lexicon {
            names: Vec::new(),
            phrases: Vec::new(),
            vocabulary: Vec::new(),
            by_word: HashMap::new(),
            by_initial: HashMap::new(),
            stop,
            usual: 1.0,
            found: RefCell::default(),
            meanings: RefCell::default(),
            measures: RefCell::default(),
        };
        lexicon.quantities(model, dictionary);
        lexicon.members(model, dictionary, known);
        lexicon.about_tables(dictionary);
        lexicon
    }

    fn quantities(&mut self, model: &Model, dictionary: &Dictionary) {
        for (id, quantity, _) in model.inputs() {
            let name = quantity.name.rsplit('.').next().unwrap_or_default();
            self.add(Concept::Quantity(id), &quantity.label);
            self.add(Concept::Quantity(id), &name.replace('_', " "));
            dictionary.words(name).for_each(|words| self.add(Concept::Quantity(id), words));
            dictionary.words(&format!("{name}/part")).for_each(|words| self.add(Concept::Part(id), words));
        }
    }

    fn members(&mut self, model: &Model, dictionary: &Dictionary, known: &Members) {
        for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
            if model.dimension(dimension).is_numbered() {
                continue;
            }
            for (position, (key, label)) in known.of(dimension).unwrap_or_default().iter().enumerate() {
                let concept = Concept::Member(dimension, position);
                self.add(concept, label);
                self.add(concept, &key.replace('_', " "));
                dictionary.words(key).for_each(|words| self.add(concept, words));
            }
        }
    }

    fn about_tables(&mut self, dictionary: &Dictionary) {
        for (name, words) in dictionary.beginning("@") {
            let position = self.names.iter().position(|other| other == name).unwrap_or_else(|| {
                self.names.push(name.to_owned());
                self.names.len() - 1
            });
            self.add(Concept::Word(position), words);
        }
    }

    fn add(&mut self, concept: Concept, text: &str) {
        let folded = tokens::normalize(text);
        let said: Vec<String> = self.list_meaningful_words(&folded);
        if said.is_empty() {
            return;
        }
        let number = self.phrases.len();
        let numbers: Vec<usize> = said.into_iter().map(|word| self.entry(word)).collect();
        for word in numbers.iter().collect::<BTreeSet<_>>() {
            let entry = &mut self.vocabulary[*word];
            entry.phrases.push(number);
            entry.kinds[concept_kind(concept)] = true;
        }
        let is_measure = self.is_measure(concept);
        self.phrases.push(Phrase { concept, words: numbers, weight: 0.0, folded, is_measure });
    }

    fn entry(&mut self, word: String) -> usize {
        if let Some(found) = self.by_word.get(&word) {
            return *found;
        }
        let number = self.vocabulary.len();
        let initial = word.chars().next().unwrap_or(' ');
        self.by_initial.entry(initial).or_default().push(number);
        self.by_word.insert(word.clone(), number);
        self.vocabulary.push(VocabularyWord { word, weight: 1.0, phrases: Vec::new(), kinds: [false; 3] });
        number
    }

    /// A word that many concepts share says little.
    fn weigh(&mut self) {
        let mut all: Vec<Concept> = self.phrases.iter().map(|phrase| phrase.concept).collect();
        all.sort_unstable();
        all.dedup();
        for entry in &mut self.vocabulary {
            let mut concepts: Vec<Concept> = entry.phrases.iter().map(|phrase| self.phrases[*phrase].concept).collect();
            concepts.sort_unstable();
            concepts.dedup();
            entry.weight = libm::log(1.0 + all.len() as f64 / concepts.len() as f64);
        }
        let total: f64 = self.vocabulary.iter().map(|entry| entry.weight).sum();
        self.usual = UNKNOWN_WORD * total / self.vocabulary.len().max(1) as f64;
        for phrase in &mut self.phrases {
            phrase.weight = phrase.words.iter().map(|word| self.vocabulary[*word].weight).sum();
        }
    }

    /// Whether a concept is a scale, a unit or a currency: a word of a text is enough for those, but the word itself.
    fn is_measure(&self, concept: Concept) -> bool {
        use dictionary::words::OF_ROWS_AND_COLUMNS;
        matches!(concept, Concept::Word(word) if !OF_ROWS_AND_COLUMNS.contains(&&*self.names[word]))
    }

    /// Whether all words of a text are those of measures.
    pub(crate) fn is_only_measure(&self, text: &str) -> bool {
        let told = self.list_meaningful_words(&tokens::normalize(text));
        !told.is_empty() && told.iter().all(|word| self.is_of_measure(word))
    }

    fn is_of_measure(&self, word: &str) -> bool {
        let alike = self.alike(word);
        let mut same = alike.iter().filter(|(_, likeness)| *likeness >= SAME_WORD);
        same.any(|(entry, _)| self.vocabulary[*entry].phrases.iter().any(|phrase| self.phrases[*phrase].is_measure))
    }

    /// Words of a normalized text that say something.
    fn list_meaningful_words(&self, folded: &str) -> Vec<String> {
        let all = tokens::split_normalized(folded);
        let said: Vec<String> = all.iter().filter(|word| !self.stop.contains(*word)).cloned().collect();
        if said.is_empty() { all } else { said }
    }

    /// The name of a word about tables.
    pub(crate) fn name(&self, word: usize) -> &str {
        &self.names[word]
    }

    /// What a label may mean, best first.
    pub(crate) fn meaning(&self, text: &str) -> Interpretation {
        if let Some(known) = self.meanings.borrow().get(text) {
            return known.clone();
        }
        let meaning = Rc::new(self.understood(text));
        self.meanings.borrow_mut().insert(text.to_owned(), meaning.clone());
        meaning
    }

    /// What a text says that figures are counted in, read once: every candidate of a table asks for the words around it.
    pub(crate) fn measure_of(&self, text: &str, read: impl FnOnce() -> TextMeasure) -> Rc<TextMeasure> {
        if let Some(known) = self.measures.borrow().get(text) {
            return known.clone();
        }
        let measure = Rc::new(read());
        self.measures.borrow_mut().insert(text.to_owned(), measure.clone());
        measure
    }

    /// How well a label fits one concept.
    pub(crate) fn fit(&self, text: &str, concept: Concept) -> f64 {
        let meaning = self.meaning(text);
        meaning.iter().find(|(other, _)| *other == concept).map_or(0.0, |(_, fit)| *fit)
    }

    /// How well a label fits a word about tables.
    pub(crate) fn fit_of_word(&self, text: &str, name: &str) -> f64 {
        let position = self.names.iter().position(|other| other == name);
        position.map_or(0.0, |position| self.fit(text, Concept::Word(position)))
    }
}
