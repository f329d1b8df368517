//! The proposal for lists: which lists name members, which columns fill which inputs, what words mean.

pub(crate) mod candidate;
pub(crate) mod column_candidates;
pub(crate) mod column_fit;
pub(crate) mod column_rule;
pub(crate) mod context;
pub(crate) mod continued;
pub(crate) mod matrix;
pub(crate) mod meanings;
pub(crate) mod member_list;
pub(crate) mod row_list;
pub(crate) mod trial_balance;

use super::choice::{Choice, near_miss, near_misses};
use super::confidence::confidence;
use crate::rules::figure::{EACH, Figure};
use crate::rules::keys::MemberKeys;
use crate::rules::meaning::WordMeaning;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::understand::balance::{TrialBalance, find_trial_balance};
use crate::understand::demand;
use crate::understand::lexicon::Lexicon;
use crate::understand::list::SourceList;
use crate::understand::members::Members;
use crate::understand::understood::Understood;
use crate::weights::{CERTAIN_FROM, OPEN_BELOW};
use candidate::ColumnCandidate;
use column_rule::column_rule;
use context::{ColumnRef, ListContext};
use continued::continue_rules;
use member_list::MemberList;
use sg3_lang::model::{DimensionId, QuantityId};
use sg3_workbook::{CellRange, format_address};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is proposed for lists.
#[derive(Default)]
pub(crate) struct ListProposal {
    /// Rules.
    pub(crate) rules: Vec<MappingRule>,
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
    let listed = demand::listed_dimensions(model, *respondent, &understood.lexicon);
    if listed.is_empty() {
        return ListProposal::default();
    }
    let own = understood.lists();
    let mut context = ListContext {
        model,
        files,
        lexicon: &own.lexicon,
        lists: &own.lists,
        trial_balances: own.lists.iter().map(|list| trial_balance_of(list, files, &own.lexicon)).collect(),
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

fn trial_balance_of(list: &SourceList, files: &[SourceFile], lexicon: &Lexicon) -> Option<TrialBalance> {
    find_trial_balance(list, &files[list.file].sheets[list.sheet], lexicon)
}

fn propose_rules(
    context: &ListContext,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    options: &Members,
    year: Option<i32>,
) -> ListProposal {
    let candidates = column_candidates::candidates(context, member_lists, year);
    let choice = Choice::among(&candidates);
    let mut proposed = ListProposal { inputs: context.asked.iter().copied().collect(), ..ListProposal::default() };
    proposed
        .rules
        .extend(member_lists.iter().map(|(dimension, member_list)| member_list_rule(context, *dimension, member_list)));
    let mut found = BTreeSet::new();
    for candidate in choice.best(|_| 0.0) {
        let sure = confidence(candidate.score, choice.rival(candidate));
        if sure >= OPEN_BELOW {
            proposed.years.extend(candidate.year);
            found.insert(candidate.quantity);
            proposed
                .rules
                .extend(candidate.made.iter().map(|made| MappingRule { confidence: Some(sure), ..made.clone() }));
            proposed.rules.push(column_rule_of(context, candidate, sure, &choice));
            proposed.meanings.extend(meanings::propose_meanings(context, options, candidate));
        }
    }
    proposed.rules.extend(continue_rules(context, &proposed.rules));
    let mut seen = BTreeSet::new();
    proposed.rules.retain(|rule| {
        seen.insert((
            rule.figure.to_string(),
            rule.file.clone(),
            rule.sheet.clone(),
            rule.cells.first().map(CellRange::to_string),
            rule.rows.to_string(),
        ))
    });
    let mut seen = BTreeSet::new();
    proposed.meanings.retain(|meaning| seen.insert((meaning.of.clone(), meaning.word.clone())));
    let open = context.asked.iter().filter(|id| !found.contains(id)).map(|id| open_rule(context, *id, &choice, year));
    proposed.rules.extend(open);
    proposed
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
    choice: &Choice<ColumnCandidate>,
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
        near: alternatives(context, candidate.quantity, Some(candidate.at), choice),
        ..candidate.line.clone()
    }
}

/// An input of which no column was found.
fn open_rule(
    context: &ListContext,
    id: QuantityId,
    choice: &Choice<ColumnCandidate>,
    year: Option<i32>,
) -> MappingRule {
    let quantity = context.model.quantity(id);
    let figure = candidate::starred_figure(context, quantity, year);
    MappingRule { figure, near: alternatives(context, id, None, choice), ..MappingRule::default() }
}

/// What else an input might be, whatever the year.
fn alternatives(
    context: &ListContext,
    id: QuantityId,
    chosen: Option<ColumnRef>,
    choice: &Choice<ColumnCandidate>,
) -> String {
    let others = choice.all().filter(|other| other.quantity == id);
    near_misses(others, chosen, |other| describe(context, other))
}

/// A near miss, by the words of its head and where they stand.
fn describe(context: &ListContext, candidate: &ColumnCandidate) -> String {
    let (list, column) = (&context.lists[candidate.at.0], context.column(candidate.at));
    let sheet = &context.files[list.file].sheets[list.sheet].name;
    let at = format!("{sheet}!{}", format_address(column.head.unwrap_or(list.head), column.column));
    near_miss(&column.words.join(" · "), &at, candidate.score.min(CERTAIN_FROM))
}
