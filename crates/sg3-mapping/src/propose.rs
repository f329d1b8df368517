//! The proposal: which cells could be which figure, and the best for all figures together.
//!
//! `table` and `list` find the candidates of their kind of source and draft the rules; `choice` decides among them, the same way for both;
//! `renew` brings last year's mapping up to date.

pub(crate) mod assignment;
pub(crate) mod candidate;
pub(crate) mod choice;
pub(crate) mod confidence;
pub(crate) mod list;
pub(crate) mod renew;
pub(crate) mod rule;
pub(crate) mod table;
pub(crate) mod wishes;

use crate::rules::mapping::{MappedFile, Mapping};
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::understand::dictionary::Dictionary;
use crate::understand::member_tables::find_members;
use crate::understand::members::Members;
use crate::understand::table_meaning::TableMeaning;
use crate::understand::understood::Understood;
use list::ListProposal;
use sg3_form::Respondent;
use sg3_lang::model::DimensionId;
use sg3_lang::{Model, model};
use std::collections::BTreeSet;
use table::search::Search;
use table::target::{Target, numeric_targets, other_targets};
use wishes::ProposalOptions;

/// Proposes how source files fill the inputs of a model. Every figure has a rule; those in doubt are open.
///
/// Whoever also applies the mapping understands the files once: [`Understood::propose`].
pub fn propose(
    model: &Model,
    respondent: Respondent,
    files: &[SourceFile],
    dictionary: &Dictionary,
    options: ProposalOptions,
) -> Mapping {
    Understood::of(model, respondent, files, dictionary).propose(options)
}

impl Understood<'_> {
    /// Proposes how the files fill the inputs of the model. Every figure has a rule; those in doubt are open.
    pub fn propose(&self, options: ProposalOptions) -> Mapping {
        let year = options.year.or_else(|| last_year_shown(&self.tables));
        let mut lists = list::propose_lists(self, year);
        let mut members = self.members.clone();
        add_years(self.model, &lists.years, &mut members);
        let knows_more = find_members(self, year, &mut members).then(|| self.knowing(&members));
        let meanings = std::mem::take(&mut lists.meanings);
        let rules = rules(knows_more.as_ref().unwrap_or(self), lists, &members, year);
        let file =
            |file: &SourceFile| MappedFile { name: file.name().to_owned(), fingerprint: file.fingerprint.clone() };
        let files = self.files.iter().map(file).collect();
        Mapping { model: self.model.known_name().to_owned(), year, files, rules, meanings, ..Mapping::default() }
    }
}

/// Rules of lists come first, then those of figures, then inputs of words and days, which no table of figures shows.
fn rules(understood: &Understood, lists: ListProposal, members: &Members, year: Option<i32>) -> Vec<MappingRule> {
    let (model, respondent) = (understood.model, understood.respondent);
    let mut targets = numeric_targets(model, members, respondent);
    targets.retain(|target| !lists.inputs.contains(&target.quantity));
    let figures = table::propose_figures(&Search::new(understood, &targets, members, year, &lists.rules));
    let others = other_targets(model, members, respondent).into_iter();
    let others: Vec<MappingRule> =
        others.filter(|target| !lists.inputs.contains(&target.quantity)).map(open_rule).collect();
    lists.rules.into_iter().chain(figures).chain(others).collect()
}

/// A rule that nobody can propose.
fn open_rule(target: Target) -> MappingRule {
    MappingRule { figure: target.figure, ..MappingRule::default() }
}

/// Where a dimension of years is not listed, its members are the years to which columns of lists refer.
fn add_years(model: &Model, years: &BTreeSet<i32>, members: &mut Members) {
    for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
        let own = model.dimension(dimension);
        if own.step.is_some()
            && matches!(own.members, model::Members::FromInput | model::Members::Proposed(..))
            && !years.is_empty()
        {
            members.list(dimension, years.iter().map(|year| (year.to_string().into(), year.to_string())).collect());
        }
    }
}

/// The last year that columns with results are of.
fn last_year_shown(tables: &[TableMeaning]) -> Option<i32> {
    let columns = tables.iter().flat_map(|table| &table.columns);
    columns.filter(|column| !column.is_aside).filter_map(|column| column.year).max()
}
