//! The proposal for tables: candidates for every figure, the best assignment of all together, and an honest word about each.

pub(crate) mod candidate;
pub(crate) mod draft;
pub(crate) mod search;
pub(crate) mod split;
pub(crate) mod target;
pub(crate) mod worth;

use super::choice::Choice;
use super::confidence::with_rival;
use crate::rules::rule::MappingRule;
use crate::understand::measure::UnitKind;
use crate::weights::confidence::MOST_SURE;
use crate::weights::figures::{NOBODY_SAYS, SMALL_AMOUNT, TOGETHER, UNSCALED};
use candidate::TableCandidate;
use search::Search;
use std::collections::BTreeMap;
use target::Target;

/// Rules for every figure that tables may hold, and for rows that several figures share.
pub(crate) fn propose_figures(search: &Search) -> Vec<MappingRule> {
    let candidates = search.candidates();
    let choice = Choice::among(&candidates);
    let chosen = choose_candidates(search.targets, &choice);
    let single = draft_rules(search, &choice, &chosen);
    let split = split::split_shared(search, &single);
    single.into_iter().chain(split).collect()
}

/// For every target its candidate: all together, then once more with weight on what stands together.
fn choose_candidates<'a>(targets: &[Target], choice: &Choice<'a, TableCandidate>) -> Vec<Option<&'a TableCandidate>> {
    let first = by_target(targets, choice.best(|_| 0.0));
    let weight = block_shares(targets, &first);
    let together =
        choice.best(|candidate| TOGETHER * weight.get(&block_of(targets, candidate)).copied().unwrap_or(0.0));
    by_target(targets, together)
}

fn by_target<'a>(targets: &[Target], chosen: Vec<&'a TableCandidate>) -> Vec<Option<&'a TableCandidate>> {
    let mut of_target = vec![None; targets.len()];
    chosen.into_iter().for_each(|candidate| of_target[candidate.target] = Some(candidate));
    of_target
}

type BlockKey = (u32, usize, bool, usize);

/// The column, or the row, of a table that a candidate would be in with others of its input.
pub(crate) fn block_of(targets: &[Target], candidate: &TableCandidate) -> BlockKey {
    let across = candidate.across && targets[candidate.target].members.len() < 2;
    let line = match (across, targets[candidate.target].members.len()) {
        (_, 2..) => 0,
        (true, _) => candidate.cells.group,
        (false, _) => candidate.cells.head,
    };
    (targets[candidate.target].quantity.0, candidate.cells.table, across, line)
}

/// For each block the share of its input's figures that are there.
fn block_shares(targets: &[Target], chosen: &[Option<&TableCandidate>]) -> BTreeMap<BlockKey, f64> {
    let mut of_block: BTreeMap<BlockKey, f64> = BTreeMap::new();
    let mut of_input: BTreeMap<u32, f64> = BTreeMap::new();
    for candidate in chosen.iter().flatten() {
        *of_block.entry(block_of(targets, candidate)).or_default() += candidate.score;
        *of_input.entry(targets[candidate.target].quantity.0).or_default() += candidate.score;
    }
    of_block.into_iter().map(|(block, worth)| (block, worth / of_input[&block.0])).collect()
}

fn draft_rules(
    search: &Search,
    choice: &Choice<TableCandidate>,
    chosen: &[Option<&TableCandidate>],
) -> Vec<MappingRule> {
    let taken = draft::AlikeRows::of(search, chosen);
    let of_target = chosen.iter().enumerate().map(|(target, chosen)| match chosen {
        Some(candidate) => {
            let sure = confidence(candidate, search.targets[target].wanted, choice.rival(candidate));
            draft::draft_rule(search, choice, candidate, sure, &taken)
        }
        None => draft::open_rule(search, choice, target),
    });
    of_target.collect()
}

/// An amount of few digits, where nobody says whether it is in thousands.
fn is_small(candidate: &TableCandidate, wanted: UnitKind) -> bool {
    wanted == UnitKind::Money
        && candidate.measure.said.is_none()
        && candidate.sum.abs() < SMALL_AMOUNT
        && candidate.sum.fract() == 0.0
}

/// How sure a proposal is: how well it fits, less if something else fits nearly as well or nobody says the scale.
fn confidence(candidate: &TableCandidate, wanted: UnitKind, rival: f64) -> f64 {
    let unsaid = if candidate.measure.agrees.is_none() && candidate.measure.said.is_none() { NOBODY_SAYS } else { 1.0 };
    let most = if is_small(candidate, wanted) { UNSCALED } else { MOST_SURE };
    (with_rival(candidate.score, rival) * unsaid).min(most)
}
