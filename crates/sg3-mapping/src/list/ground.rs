//! What proposals for lists are made from: their lists, what heads of columns mean, and which codes are known.

use super::find::{Column, List};
use crate::dictionary::words::CODE;
use crate::foreign::Foreign;
use crate::lexicon::{Concept, Lexicon};
use crate::measure::{Fit, Wanted};
use crate::target::Members as Known;
use crate::{measure, period};
use sg3_calc::present::members;
use sg3_form::Respondent;
use sg3_form::read::matcher::fold;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind, Members, Quantity, QuantityId};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A name is less of a reference than a code.
const BY_NAME: f64 = 0.95;

/// A column, by position of its list and its own.
pub type At = (usize, usize);

/// What proposals are made from.
pub struct Ground<'a> {
    /// The model.
    pub model: &'a Model,
    /// Files of theirs.
    pub files: &'a [Foreign],
    /// What words mean.
    pub lexicon: &'a Lexicon,
    /// Their lists.
    pub lists: &'a [List],
    /// Inputs that are asked along dimensions of lists.
    pub asked: Vec<QuantityId>,
    /// Dimensions whose members lists of theirs name.
    pub listed: BTreeSet<DimensionId>,
    /// Codes of members, folded.
    pub codes: HashMap<DimensionId, HashSet<String>>,
    /// Codes and names of members, folded.
    pub known: HashMap<DimensionId, HashSet<String>>,
    /// What was asked before: how much of a column names members.
    pub named: RefCell<HashMap<(At, DimensionId), f64>>,
}

/// Dimensions that lists of theirs fill: those that other inputs refer to, or along which words are asked.
pub fn listed(model: &Model, respondent: Respondent) -> BTreeSet<DimensionId> {
    let is_from_data = |dimension: &DimensionId| {
        let own = model.dimension(*dimension);
        matches!(own.members, Members::FromInput | Members::FromRows) && own.step.is_none()
    };
    let mut listed = BTreeSet::new();
    for (_, quantity, _) in model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner)) {
        if !matches!(quantity.kind, Kind::Number(_)) {
            listed.extend(quantity.axes.iter().map(|axis| axis.dimension).filter(is_from_data));
        }
        if let Kind::Member(dimension) = quantity.kind {
            listed.extend(Some(dimension).filter(is_from_data));
        }
    }
    listed
}

/// Inputs along them.
pub fn asked(model: &Model, respondent: Respondent, listed: &BTreeSet<DimensionId>) -> Vec<QuantityId> {
    let of = model.inputs().filter(|(_, quantity, input)| {
        respondent.answers_for(input.owner) && quantity.axes.iter().any(|axis| listed.contains(&axis.dimension))
    });
    of.map(|(id, ..)| id).collect()
}

impl Ground<'_> {
    /// How well a head of a column, or its lowest words, mean something.
    pub fn head(&self, at: At, concept: Concept) -> f64 {
        let words = &self.column(at).words;
        let alone = words
            .iter()
            .rev()
            .enumerate()
            .map(|(level, words)| self.lexicon.fit(words, concept) * if level == 0 { 0.98 } else { 0.9 });
        alone.fold(self.lexicon.fit(&words.join(" "), concept), f64::max)
    }

    /// How well a head means something, less if it means another input or list better.
    pub fn head_alone(&self, at: At, concept: Concept, also: Option<Concept>) -> f64 {
        let own = self.head(at, concept);
        let is_other = |other: &Concept| {
            matches!(other, Concept::Quantity(_) | Concept::Dimension(_)) && *other != concept && Some(*other) != also
        };
        let words = self.column(at).words.join(" ");
        let meaning = self.lexicon.meaning(&words);
        let best = meaning.iter().filter(|(other, _)| is_other(other)).map(|(_, fit)| *fit).fold(0.0, f64::max);
        if best > own { own * own / best } else { own }
    }

    /// How well a head means codes of a dimension: by itself, or by the word for a code below a title that means it.
    pub fn codes_of(&self, at: At, dimension: DimensionId) -> f64 {
        let concept = Concept::Dimension(dimension);
        let is_code = self.column(at).words.last().is_some_and(|words| self.lexicon.says(words, CODE) >= 0.8);
        let of_title = if is_code { 0.9 * self.about(at.0, concept) } else { 0.0 };
        self.head(at, concept).max(of_title)
    }

    /// How well what stands above a list, or the name of its sheet, means something.
    pub fn about(&self, list: usize, concept: Concept) -> f64 {
        let own = &self.lists[list];
        let name = &*self.files[own.file].sheets[own.sheet].name;
        let texts = own.titles.iter().map(String::as_str).chain([name]);
        texts.map(|text| self.lexicon.fit(text, concept)).fold(0.0, f64::max) * 0.95
    }

    /// The column itself.
    pub fn column(&self, (list, column): At) -> &Column {
        &self.lists[list].columns[column]
    }

    /// Every column of every list.
    pub fn columns(&self) -> impl Iterator<Item = At> + '_ {
        (0..self.lists.len()).flat_map(|list| (0..self.lists[list].columns.len()).map(move |column| (list, column)))
    }

    /// The share of what a column says that names members of a dimension.
    pub fn names(&self, at: At, dimension: DimensionId) -> f64 {
        *self.named.borrow_mut().entry((at, dimension)).or_insert_with(|| self.share_named(at, dimension))
    }

    fn share_named(&self, at: At, dimension: DimensionId) -> f64 {
        let column = self.column(at);
        let share = |known: Option<&HashSet<String>>| {
            let is_named = |text: &&String| known.is_some_and(|known| known.contains(&fold(text)));
            column.distinct.iter().filter(is_named).count() as f64 / column.distinct.len().max(1) as f64
        };
        share(self.codes.get(&dimension)).max(BY_NAME * share(self.known.get(&dimension)))
    }

    /// Columns whose heads name members of a dimension and that hold numbers.
    pub fn across(&self, list: usize, dimension: DimensionId) -> Vec<usize> {
        let Some(known) = self.known.get(&dimension) else { return Vec::new() };
        let named = |column: &Column| column.words.last().is_some_and(|words| known.contains(&fold(words)));
        let columns = self.lists[list].columns.iter().enumerate();
        columns
            .filter(|(_, column)| named(column) && column.numbers * 10 >= column.filled * 9)
            .map(|(position, _)| position)
            .collect()
    }

    /// Codes and names of members.
    pub fn know(&mut self, dimension: DimensionId, members: impl Iterator<Item = (String, String)>) {
        self.named.get_mut().retain(|(_, of), _| *of != dimension);
        for (key, label) in members {
            self.codes.entry(dimension).or_default().insert(fold(&key));
            self.known.entry(dimension).or_default().extend([fold(&key), fold(&label)]);
        }
    }

    /// Codes and names that the model lists.
    pub fn know_model(&mut self, known: &Known) {
        for dimension in (0..self.model.dimensions.len() as u32).map(DimensionId) {
            let of_model = members::known(self.model, dimension).is_some();
            if let Some(list) = known.of(dimension).filter(|_| of_model) {
                self.know(dimension, list.iter().map(|(key, label)| (key.to_string(), label.clone())));
            }
        }
    }

    /// Inputs along one dimension, and years if they have them.
    pub fn along(&self, dimension: DimensionId) -> impl Iterator<Item = QuantityId> + '_ {
        self.asked.iter().copied().filter(move |id| self.members(self.model.quantity(*id))[..] == [dimension])
    }

    /// The axes of an input other than years.
    pub fn members(&self, quantity: &Quantity) -> Vec<DimensionId> {
        let axes = quantity.axes.iter().map(|axis| axis.dimension);
        axes.filter(|axis| self.model.dimension(*axis).step.is_none()).collect()
    }

    /// The year of a column, from its head or from around.
    pub fn year(&self, at: At) -> Option<i32> {
        let list = &self.lists[at.0];
        let own = self.column(at).words.iter().rev().find_map(|words| period::year(words));
        let theirs = &self.files[list.file];
        own.or_else(|| period::year(&theirs.sheets[list.sheet].name))
            .or_else(|| list.titles.iter().rev().find_map(|title| period::year(title)))
            .or_else(|| period::year(theirs.name()))
    }

    /// What a column is counted in.
    pub fn measured(&self, at: At, quantity: &Quantity) -> Fit {
        let near: Vec<&str> = self.column(at).words.iter().rev().map(String::as_str).collect();
        let far: Vec<&str> = self.lists[at.0].titles.iter().rev().map(String::as_str).collect();
        measure::fit(self.lexicon, &near, &far, Wanted::of(quantity))
    }
}
