//! The proposal: candidates for every figure, the best assignment of all together, and an honest word about each.

use super::assignment::Edge;
use super::candidate::{Candidate, Search};
use super::confidence::with_rival;
use super::target::Target;
use super::{assignment, draft, split};
use crate::rules::rule::MappingRule;
use crate::understand::measure::UnitKind;
use crate::weights::confidence::MOST_SURE;
use crate::weights::figures::{NOBODY_SAYS, SMALL_AMOUNT, TOGETHER, UNSCALED};
use std::collections::{BTreeMap, HashMap};

/// Rules for every figure that tables may hold, and for rows that several figures share.
pub(crate) fn propose_figures(search: &Search) -> Vec<MappingRule> {
    let candidates = search.candidates();
    let chosen = choose_candidates(search.targets, &candidates);
    let single = draft_rules(search, &candidates, &chosen);
    let split = split::split_shared(search, &single);
    single.into_iter().chain(split).collect()
}

/// For every target its candidate: all together, then once more with weight on what stands together.
fn choose_candidates(targets: &[Target], candidates: &[Candidate]) -> Vec<Option<usize>> {
    let spots = number_cells(candidates);
    let edges = |bonus: &dyn Fn(usize) -> f64| -> Vec<Edge> {
        let edge = |(position, candidate): (usize, &Candidate)| Edge {
            target: candidate.target,
            spot: spots[position],
            worth: candidate.score + bonus(position),
        };
        candidates.iter().enumerate().map(edge).collect()
    };
    let first = assignment::best_assignment(targets.len(), &edges(&|_| 0.0));
    let weight = block_shares(targets, candidates, &first);
    assignment::best_assignment(
        targets.len(),
        &edges(&|position| {
            let key = block_of(targets, &candidates[position]);
            TOGETHER * weight.get(&key).copied().unwrap_or(0.0)
        }),
    )
}

/// The same number for candidates that take the same cells.
fn number_cells(candidates: &[Candidate]) -> Vec<usize> {
    let mut numbers = HashMap::new();
    let cells = candidates.iter().map(Candidate::cells);
    cells
        .map(|cells| {
            let next = numbers.len();
            *numbers.entry(cells).or_insert(next)
        })
        .collect()
}

type BlockKey = (u32, usize, bool, usize);

/// The column, or the row, of a table that a candidate would be in with others of its input.
pub(crate) fn block_of(targets: &[Target], candidate: &Candidate) -> BlockKey {
    let across = candidate.across && targets[candidate.target].members.len() < 2;
    let line = match (across, targets[candidate.target].members.len()) {
        (_, 2..) => 0,
        (true, _) => candidate.group,
        (false, _) => candidate.head,
    };
    (targets[candidate.target].quantity.0, candidate.table, across, line)
}

/// For each block the share of its input's figures that are there.
fn block_shares(targets: &[Target], candidates: &[Candidate], chosen: &[Option<usize>]) -> BTreeMap<BlockKey, f64> {
    let mut of_block: BTreeMap<BlockKey, f64> = BTreeMap::new();
    let mut of_input: BTreeMap<u32, f64> = BTreeMap::new();
    for candidate in chosen.iter().flatten().map(|position| &candidates[*position]) {
        *of_block.entry(block_of(targets, candidate)).or_default() += candidate.score;
        *of_input.entry(targets[candidate.target].quantity.0).or_default() += candidate.score;
    }
    of_block.into_iter().map(|(block, worth)| (block, worth / of_input[&block.0])).collect()
}

fn draft_rules(search: &Search, candidates: &[Candidate], chosen: &[Option<usize>]) -> Vec<MappingRule> {
    let spots = number_cells(candidates);
    let mut by_target: Vec<Vec<usize>> = vec![Vec::new(); search.targets.len()];
    let mut by_spot: HashMap<usize, Vec<usize>> = HashMap::new();
    for (position, candidate) in candidates.iter().enumerate() {
        by_target[candidate.target].push(position);
        by_spot.entry(spots[position]).or_default().push(position);
    }
    by_target
        .iter_mut()
        .for_each(|list| list.sort_by(|a, b| candidates[*b].score.total_cmp(&candidates[*a].score).then(a.cmp(b))));
    let taken = draft::AlikeRows::of(search, candidates, chosen);
    let rivals = |target: usize, position: usize| {
        let own = by_target[target].iter().filter(|other| spots[**other] != spots[position]);
        let others = by_spot[&spots[position]].iter().filter(|other| candidates[**other].target != target);
        own.chain(others).map(|other| candidates[*other].score).fold(0.0, f64::max)
    };
    (0..search.targets.len())
        .map(|target| match chosen[target] {
            Some(position) => {
                let sure = confidence(&candidates[position], search.targets[target].wanted, rivals(target, position));
                draft::draft_rule(search, candidates, position, sure, &by_target[target], &taken)
            }
            None => draft::open_rule(search, candidates, target, &by_target[target]),
        })
        .collect()
}

/// An amount of few digits, where nobody says whether it is in thousands.
fn is_small(candidate: &Candidate, wanted: UnitKind) -> bool {
    wanted == UnitKind::Money
        && candidate.measure.said.is_none()
        && candidate.sum.abs() < SMALL_AMOUNT
        && candidate.sum.fract() == 0.0
}

/// How sure a proposal is: how well it fits, less if something else fits nearly as well or nobody says the scale.
fn confidence(candidate: &Candidate, wanted: UnitKind, rival: f64) -> f64 {
    let unsaid = if candidate.measure.agrees.is_none() && candidate.measure.said.is_none() { NOBODY_SAYS } else { 1.0 };
    let most = if is_small(candidate, wanted) { UNSCALED } else { MOST_SURE };
    (with_rival(candidate.score, rival) * unsaid).min(most)
}
