//! The proposal for lists: which lists name members, which columns fill which inputs, what words mean.

pub(crate) mod candidate;
pub(crate) mod column_candidates;
pub(crate) mod column_fit;
pub(crate) mod column_rule;
pub(crate) mod confidence;
pub(crate) mod context;
pub(crate) mod matrix;
pub(crate) mod meanings;
pub(crate) mod member_list;

use super::assignment;
use super::assignment::Edge;
use crate::rules::figure::{EACH, Figure};
use crate::rules::keys::MemberKeys;
use crate::rules::meaning::WordMeaning;
use crate::rules::rule::MappingRule;
use crate::understand::demand;
use crate::understand::members::Members;
use crate::understand::understood::Understood;
use crate::weights::figures::WORTH_TELLING;
use crate::weights::{CERTAIN_FROM, OPEN_BELOW};
use candidate::ColumnCandidate;
use column_rule::column_rule;
use confidence::confidence;
use context::{ColumnRef, ListContext};
use member_list::MemberList;
use sg3_lang::model::{DimensionId, QuantityId};
use sg3_workbook::CellRange;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is proposed for lists.
#[derive(Default)]
pub(crate) struct ListProposal {
    /// Rules.
    pub(crate) entries: Vec<MappingRule>,
    /// Words.
    pub(crate) meanings: Vec<WordMeaning>,
    /// Inputs that lists fill, or would if they were found; they are not asked for cell by cell.
    pub(crate) inputs: BTreeSet<QuantityId>,
    /// Years that columns of lists are of.
    pub(crate) years: BTreeSet<i32>,
}

/// Proposes how lists fill the lists of a model.
pub(crate) fn propose_lists(understood: &Understood, year: Option<i32>) -> ListProposal {
    let Understood { model, respondent, files, .. } = understood;
    let listed = demand::listed_dimensions(model, *respondent);
    if listed.is_empty() {
        return ListProposal::default();
    }
    let own = understood.lists();
    let mut context = ListContext {
        model,
        files,
        lexicon: &own.lexicon,
        lists: &own.lists,
        asked: demand::listed_inputs(model, *respondent, &listed),
        listed,
        codes: HashMap::new(),
        known: HashMap::new(),
        named: RefCell::default(),
    };
    context.know_model(&own.options);
    let member_lists = member_list::find_member_lists(&context);
    for (dimension, member_list) in &member_lists {
        let named = member_list::members_of_list(&context, member_list);
        context.know(*dimension, named.into_iter());
    }
    propose_rules(&context, &member_lists, &own.options, year)
}

fn propose_rules(
    context: &ListContext,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    options: &Members,
    year: Option<i32>,
) -> ListProposal {
    let candidates = column_candidates::candidates(context, member_lists, year);
    let chosen = choose_columns(&candidates);
    let mut proposed = ListProposal { inputs: context.asked.iter().copied().collect(), ..ListProposal::default() };
    proposed
        .entries
        .extend(member_lists.iter().map(|(dimension, member_list)| member_list_rule(context, *dimension, member_list)));
    let mut found = BTreeSet::new();
    for position in &chosen {
        let candidate = &candidates[*position];
        let sure = confidence(candidate.score, best_rival(&candidates, *position));
        if sure >= OPEN_BELOW {
            proposed.years.extend(candidate.year);
            found.insert(candidate.quantity);
            proposed
                .entries
                .extend(candidate.made.iter().map(|made| MappingRule { confidence: Some(sure), ..made.clone() }));
            proposed.entries.push(column_rule_of(context, candidate, sure, &candidates));
            proposed.meanings.extend(meanings::propose_meanings(context, options, candidate));
        }
    }
    let mut seen = BTreeSet::new();
    proposed.entries.retain(|rule| {
        seen.insert((
            rule.figure.to_string(),
            rule.file.clone(),
            rule.sheet.clone(),
            rule.cells.first().map(CellRange::to_string),
        ))
    });
    let mut seen = BTreeSet::new();
    proposed.meanings.retain(|meaning| seen.insert((meaning.of.clone(), meaning.word.clone())));
    let open =
        context.asked.iter().filter(|id| !found.contains(id)).map(|id| open_rule(context, *id, &candidates, year));
    proposed.entries.extend(open);
    proposed
}

/// For each input its column, and for each column its input: the best for all together.
fn choose_columns(candidates: &[ColumnCandidate]) -> Vec<usize> {
    let (mut targets, mut spots) = (HashMap::new(), HashMap::new());
    let mut number = |candidate: &ColumnCandidate| {
        let (next_target, next_spot) = (targets.len(), spots.len());
        let target = *targets.entry((candidate.quantity, candidate.year)).or_insert(next_target);
        (target, *spots.entry(candidate.at).or_insert(next_spot), candidate.score)
    };
    let edges: Vec<Edge> =
        candidates.iter().map(&mut number).map(|(target, spot, worth)| Edge { target, spot, worth }).collect();
    let targets = edges.iter().map(|edge| edge.target + 1).max().unwrap_or(0);
    assignment::best_assignment(targets, &edges).into_iter().flatten().collect()
}

/// The best other column of the same input, and the best other input of the same column.
pub(crate) fn best_rival(candidates: &[ColumnCandidate], position: usize) -> f64 {
    let own = &candidates[position];
    let is_rival = |other: &&ColumnCandidate| {
        // The name beside the code refers to the same.
        let says_same = other.quantity == own.quantity && other.refers.is_some() && other.refers == own.refers;
        let same_input = other.quantity == own.quantity && other.year == own.year;
        same_input != (other.at == own.at) && !says_same
    };
    candidates.iter().filter(is_rival).map(|other| other.score).fold(0.0, f64::max)
}

fn member_list_rule(context: &ListContext, dimension: DimensionId, member_list: &MemberList) -> MappingRule {
    let sure = confidence(member_list.score, member_list.rival);
    let keys = member_list.keys.map(|at| MemberKeys::Column(context.column(at).column));
    let what = match member_list.keys {
        Some(at) => format!("each row of “{}” is different", context.column(at).words.join(" · ")),
        None => format!("{} recurring words", context.column(member_list.names).distinct.len()),
    };
    let figure = Figure { input: context.model.dimension(dimension).name.to_string(), place: vec![EACH.into()] };
    let sure = if sure < OPEN_BELOW { OPEN_BELOW } else { sure };
    MappingRule {
        keys: keys.into_iter().collect(),
        confidence: Some(sure),
        why: what,
        ..column_rule(context, figure, member_list.names)
    }
}

fn column_rule_of(
    context: &ListContext,
    candidate: &ColumnCandidate,
    sure: f64,
    all: &[ColumnCandidate],
) -> MappingRule {
    let quantity = context.model.quantity(candidate.quantity);
    let measure = context.measured(candidate.at, quantity);
    let mut why = vec![candidate.why.clone()];
    why.extend(candidate.year.map(|year| format!("of {year}")));
    why.extend(measure.said.as_ref().map(|said| format!("scale from “{said}”")));
    MappingRule {
        factor: if candidate.is_scaled { measure.factor } else { 1.0 },
        currency: measure.currency.filter(|_| candidate.is_scaled).unwrap_or_default(),
        confidence: Some(sure),
        why: why.join("; "),
        near: near_misses(context, candidate.quantity, Some(candidate.at), all),
        ..candidate.line.clone()
    }
}

/// An input of which no column was found.
fn open_rule(context: &ListContext, id: QuantityId, all: &[ColumnCandidate], year: Option<i32>) -> MappingRule {
    let quantity = context.model.quantity(id);
    let figure = candidate::starred_figure(context, quantity, year);
    MappingRule { figure, near: near_misses(context, id, None, all), ..MappingRule::default() }
}

fn near_misses(context: &ListContext, id: QuantityId, chosen: Option<ColumnRef>, all: &[ColumnCandidate]) -> String {
    let mut others: Vec<&ColumnCandidate> = all
        .iter()
        .filter(|other| other.quantity == id && Some(other.at) != chosen && other.score >= WORTH_TELLING)
        .collect();
    others.sort_by(|a, b| b.score.total_cmp(&a.score));
    others.dedup_by_key(|other| other.at);
    let told = others.iter().take(2).map(|other| {
        let list = &context.lists[other.at.0];
        let column = context.column(other.at);
        let (sheet, at) =
            (&context.files[list.file].sheets[list.sheet].name, sg3_workbook::format_address(list.head, column.column));
        format!("“{}” {sheet}!{at} ({:.0} %)", column.words.join(" · "), 100.0 * other.score.min(CERTAIN_FROM))
    });
    told.collect::<Vec<_>>().join("; ")
}
