//! A mapping for next year's files: what stands where it stood, or can be found again, stays confirmed; the rest is new.

pub(crate) mod list_column;
pub(crate) mod relocation;
pub(crate) mod table_cells;

use super::wishes::ProposalOptions;
use crate::rules::figure::Figure;
use crate::rules::mapping::Mapping;
use crate::rules::meaning::WordMeaning;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::understand::dictionary::Dictionary;
use crate::understand::understood::Understood;
use list_column::find_list_again;
use relocation::{Relocation, years_later};
use sg3_form::Respondent;
use sg3_lang::Model;
use std::collections::BTreeSet;
use table_cells::TableRule;

/// A mapping brought up to date.
#[derive(Debug, Clone)]
pub struct Renewed {
    /// Rules that somebody must look at come first.
    pub mapping: Mapping,
    /// Rules that are as they were.
    pub kept: usize,
    /// Rules whose cells have moved and were found again.
    pub moved: usize,
    /// Rules that are proposed anew, or lost.
    pub new: usize,
    /// Words of the source that nobody has given a meaning yet.
    pub words: usize,
}

/// Brings a confirmed mapping up to date with source files.
///
/// Whoever also applies the mapping understands the files once: [`Understood::renew`].
pub fn renew(
    last: &Mapping,
    model: &Model,
    respondent: Respondent,
    files: &[SourceFile],
    dictionary: &Dictionary,
    options: ProposalOptions,
) -> Renewed {
    Understood::of(model, respondent, files, dictionary).renew(last, options)
}

impl Understood<'_> {
    /// Brings a confirmed mapping up to date with the files: what can be found again stays confirmed, the rest is proposed anew.
    pub fn renew(&self, last: &Mapping, options: ProposalOptions) -> Renewed {
        let fresh = self.propose(options);
        let shift = fresh.year.zip(last.year).map_or(0, |(now, then)| now - then);
        let (kept, moved) = found_again(self, last, &fresh, shift);
        let known: BTreeSet<_> = kept.iter().chain(&moved).map(|rule| rule.figure.clone()).collect();
        let new = fresh.rules.into_iter().filter(|rule| !known.contains(&rule.figure));
        let new: Vec<MappingRule> = new.map(|rule| with_last_year(rule, last)).collect();
        let (meanings, words) = renew_meanings(fresh.meanings, last);
        let (kept_count, moved_count) = (kept.len(), moved.len());
        let new_count = new.iter().filter(|rule| !rule.is_open()).count();
        let mapping = Mapping {
            rules: new.into_iter().chain(moved).chain(kept).collect(),
            meanings,
            year: fresh.year,
            files: fresh.files,
            signed: Vec::new(),
            ..last.clone()
        };
        Renewed { mapping, kept: kept_count, moved: moved_count, new: new_count, words }
    }
}

/// The rules of last year that stand where they stood, and those whose cells have moved.
fn found_again(
    understood: &Understood,
    last: &Mapping,
    fresh: &Mapping,
    shift: i32,
) -> (Vec<MappingRule>, Vec<MappingRule>) {
    let search = Relocation {
        files: understood.files,
        tables: &understood.tables,
        fresh: &fresh.rules,
        shift,
        only: last.files.len() <= 1,
    };
    let (mut kept, mut moved) = (Vec::new(), Vec::new());
    for rule in last.rules.iter().filter(|rule| !rule.is_open()) {
        let rule = MappingRule { figure: figure_later(understood.model, &rule.figure, shift), ..rule.clone() };
        match find_again(&search, &rule) {
            Some(again) if again.cells == rule.cells && again.sheet == rule.sheet => kept.push(again),
            Some(again) => moved.push(again),
            None => {}
        }
    }
    (kept, moved)
}

/// The rule where its cells are now; nothing if they are not to be found. Tables and lists differ only in what the cells are known by.
fn find_again(search: &Relocation, rule: &MappingRule) -> Option<MappingRule> {
    let (file, sheet) = search.locate(rule)?;
    let renamed = search.renamed(rule, (file, sheet));
    if rule.is_list() {
        find_list_again(search, rule, &search.files[file].sheets[sheet], renamed)
    } else {
        TableRule { search, rule, file, sheet }.found_again(renamed)
    }
}

/// Words that are new come first, then those of last year.
fn renew_meanings(fresh: Vec<WordMeaning>, last: &Mapping) -> (Vec<WordMeaning>, usize) {
    let known: BTreeSet<(&str, &str)> = last.meanings.iter().map(|old| (&*old.of, &*old.word)).collect();
    let new: Vec<WordMeaning> = fresh.into_iter().filter(|new| !known.contains(&(&*new.of, &*new.word))).collect();
    let count = new.len();
    (new.into_iter().chain(last.meanings.clone()).collect(), count)
}

/// The figure of the same column a year later, where years are an axis.
fn figure_later(model: &Model, figure: &Figure, by: i32) -> Figure {
    let Some(id) = model.find_quantity(&figure.input) else { return figure.clone() };
    let axes = &model.quantity(id).axes;
    let mut place = figure.place.clone();
    for (key, axis) in place.iter_mut().zip(axes) {
        if model.dimension(axis.dimension).step.is_some() {
            *key = years_later(key, by).into();
        }
    }
    Figure { input: figure.input.clone(), place }
}

/// A new line says what the figure was last year.
fn with_last_year(rule: MappingRule, last: &Mapping) -> MappingRule {
    let was = last.rules.iter().find(|was| was.figure == rule.figure && !was.is_open());
    let Some(was) = was else { return rule };
    let then = format!("was “{}”, {} {}", was.label, was.sheet, crate::document::parse::write_areas(&was.cells));
    let why = if rule.why.is_empty() { then } else { format!("{then}; now {}", rule.why) };
    MappingRule { why, ..rule }
}
