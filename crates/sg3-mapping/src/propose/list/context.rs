//! What proposals for lists are made from: lists, what heads of columns mean, and which codes are known.

use crate::source::file::SourceFile;
use crate::understand::balance::TrialBalance;
use crate::understand::concept::Concept;
use crate::understand::dictionary::words::CODE;
use crate::understand::lexicon::Lexicon;
use crate::understand::list::{ListColumn, SourceList};
use crate::understand::measure::{MeasureFit, UnitKind};
use crate::understand::members::Members as Known;
use crate::understand::{measure, period};
use crate::weights::lists::{
    BY_NAME, CODE_BELOW_TITLE, LEAST_CODE, MANY_CODES, NAMED, OF_HIGHER_HEAD, OF_LIST_TITLE, OF_LOWEST_HEAD,
};
use crate::weights::words::NAMES_CODE;
use sg3_calc::present::members;
use sg3_form::values::text::fold_case;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Quantity, QuantityId};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A column, by position of its list and its own.
pub(crate) type ColumnRef = (usize, usize);

/// What proposals are made from.
pub(crate) struct ListContext<'a> {
    /// The model.
    pub(crate) model: &'a Model,
    /// Source files.
    pub(crate) files: &'a [SourceFile],
    /// What words mean.
    pub(crate) lexicon: &'a Lexicon,
    /// Lists of the source.
    pub(crate) lists: &'a [SourceList],
    /// For each list, the trial balance that it is.
    pub(crate) trial_balances: Vec<Option<TrialBalance>>,
    /// Inputs that are asked along dimensions of lists.
    pub(crate) asked: Vec<QuantityId>,
    /// Dimensions whose members lists of the source name.
    pub(crate) listed: BTreeSet<DimensionId>,
    /// Codes of members, folded.
    pub(crate) codes: HashMap<DimensionId, HashSet<String>>,
    /// Codes and names of members, folded.
    pub(crate) known: HashMap<DimensionId, HashSet<String>>,
    /// What was asked before: how much of a column names members.
    pub(crate) named: RefCell<HashMap<(ColumnRef, DimensionId), f64>>,
}

impl ListContext<'_> {
    /// How well a head of a column, or its lowest words, mean something.
    pub(crate) fn head(&self, at: ColumnRef, concept: Concept) -> f64 {
        let words = &self.column(at).words;
        let alone = words.iter().rev().enumerate().map(|(level, words)| {
            self.lexicon.fit(words, concept) * if level == 0 { OF_LOWEST_HEAD } else { OF_HIGHER_HEAD }
        });
        alone.fold(self.lexicon.fit(&words.join(" "), concept), f64::max)
    }

    /// How well a head means something, less if it means another input or list better.
    pub(crate) fn head_alone(&self, at: ColumnRef, concept: Concept, also: Option<Concept>) -> f64 {
        let own = self.head(at, concept);
        let meaning = self.lexicon.meaning(&self.column(at).words.join(" "));
        let of_kind = meaning.iter().filter(|(other, _)| matches!(other, Concept::Quantity(_) | Concept::Dimension(_)));
        let others = of_kind.filter(|(other, _)| *other != concept && Some(*other) != also);
        let best = others.map(|(_, fit)| *fit).fold(0.0, f64::max);
        if best > own { own * own / best } else { own }
    }

    /// How well a head means codes of a dimension: by itself, or by the word for a code below a title that means it.
    pub(crate) fn codes_of(&self, at: ColumnRef, dimension: DimensionId) -> f64 {
        let concept = Concept::Dimension(dimension);
        let is_code =
            self.column(at).words.last().is_some_and(|words| self.lexicon.fit_of_word(words, CODE) >= NAMES_CODE);
        let of_title = if is_code { CODE_BELOW_TITLE * self.about(at.0, concept) } else { 0.0 };
        self.head(at, concept).max(of_title)
    }

    /// How well what stands above a list, or the name of its sheet, means something.
    pub(crate) fn about(&self, list: usize, concept: Concept) -> f64 {
        let own = &self.lists[list];
        let name = &*self.files[own.file].sheets[own.sheet].name;
        let texts = own.titles.iter().map(String::as_str).chain([name]);
        texts.map(|text| self.lexicon.fit(text, concept)).fold(0.0, f64::max) * OF_LIST_TITLE
    }

    /// The column itself.
    pub(crate) fn column(&self, (list, column): ColumnRef) -> &ListColumn {
        &self.lists[list].columns[column]
    }

    /// Every column of every list.
    pub(crate) fn columns(&self) -> impl Iterator<Item = ColumnRef> + '_ {
        (0..self.lists.len()).flat_map(|list| (0..self.lists[list].columns.len()).map(move |column| (list, column)))
    }

    /// The share of what a column says that names members of a dimension.
    pub(crate) fn names(&self, at: ColumnRef, dimension: DimensionId) -> f64 {
        *self.named.borrow_mut().entry((at, dimension)).or_insert_with(|| self.share_named(at, dimension))
    }

    fn share_named(&self, at: ColumnRef, dimension: DimensionId) -> f64 {
        let column = self.column(at);
        let by_code = self.codes.get(&dimension).map_or(0.0, |codes| column.share_among(codes));
        let by_name = self.known.get(&dimension).map_or(0.0, |known| column.share_among(known));
        by_code.max(BY_NAME * by_name)
    }

    /// Whether a column says many codes of members, each long enough to be no coincidence, and nothing else.
    pub(crate) fn are_all_codes(&self, at: ColumnRef, dimension: DimensionId) -> bool {
        let column = self.column(at);
        let is_long = |text: &String| text.chars().count() >= LEAST_CODE;
        column.distinct.len() >= MANY_CODES
            && column.distinct.iter().all(is_long)
            && self.codes.get(&dimension).is_some_and(|codes| column.share_among(codes) >= NAMED)
    }

    /// Columns whose heads name members of a dimension and that hold numbers.
    pub(crate) fn across(&self, list: usize, dimension: DimensionId) -> Vec<usize> {
        let Some(known) = self.known.get(&dimension) else { return Vec::new() };
        let columns = self.lists[list].columns.iter().enumerate();
        let named = columns.filter(|(_, own)| own.words.last().is_some_and(|words| known.contains(&fold_case(words))));
        let numeric = named.filter(|(_, column)| column.numbers * 10 >= column.filled * 9);
        numeric.map(|(position, _)| position).collect()
    }

    /// Codes and names of members.
    pub(crate) fn know(&mut self, dimension: DimensionId, members: impl Iterator<Item = (String, String)>) {
        self.named.get_mut().retain(|(_, of), _| *of != dimension);
        for (key, label) in members {
            self.codes.entry(dimension).or_default().insert(fold_case(&key));
            self.known.entry(dimension).or_default().extend([fold_case(&key), fold_case(&label)]);
        }
    }

    /// Codes and names that the model lists.
    pub(crate) fn know_model(&mut self, known: &Known) {
        for dimension in (0..self.model.dimensions.len() as u32).map(DimensionId) {
            let of_model = members::known(self.model, dimension).is_some();
            if let Some(list) = known.of(dimension).filter(|_| of_model) {
                self.know(dimension, list.iter().map(|(key, label)| (key.to_string(), label.clone())));
            }
        }
    }

    /// Inputs along one dimension, and years if they have them.
    pub(crate) fn along(&self, dimension: DimensionId) -> impl Iterator<Item = QuantityId> + '_ {
        self.asked.iter().copied().filter(move |id| self.members(self.model.quantity(*id))[..] == [dimension])
    }

    /// The axes of an input other than years.
    pub(crate) fn members(&self, quantity: &Quantity) -> Vec<DimensionId> {
        let axes = quantity.axes.iter().map(|axis| axis.dimension);
        axes.filter(|axis| self.model.dimension(*axis).step.is_none()).collect()
    }

    /// The year of a column, from its head or from around.
    pub(crate) fn year(&self, at: ColumnRef) -> Option<i32> {
        let list = &self.lists[at.0];
        let own = self.column(at).year();
        let source = &self.files[list.file];
        own.or_else(|| period::year(&source.sheets[list.sheet].name))
            .or_else(|| period::year_of_titles(&list.titles))
            .or_else(|| period::year(source.name()))
    }

    /// What a column is counted in.
    pub(crate) fn measured(&self, at: ColumnRef, quantity: &Quantity) -> MeasureFit {
        let near: Vec<&str> = self.column(at).words.iter().rev().map(String::as_str).collect();
        let far: Vec<&str> = self.lists[at.0].titles.iter().rev().map(String::as_str).collect();
        measure::fit_measure(self.lexicon, &near, &far, UnitKind::of(quantity))
    }
}
