//! The proposal: candidates for every figure, the best assignment of all together, and an honest word about each.

use crate::assignment::Edge;
use crate::candidate::{Candidate, Search};
use crate::dictionary::Dictionary;
use crate::entry::{Entry, File, Mapping};
use crate::foreign::Foreign;
use crate::found::Found;
use crate::lexicon::Lexicon;
use crate::list::propose as list;
use crate::measure::Wanted;
use crate::target::{Members, Target, targets};
use crate::{assignment, found, listing, shared, target, words_of_entry};
use sg3_form::Respondent;
use sg3_lang::model::DimensionId;
use sg3_lang::{Model, model};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Below this a proposal is left open, with what it might be.
pub const OPEN_BELOW: f64 = 0.5;

/// From here on it is called certain.
pub const CERTAIN_FROM: f64 = 0.85;

/// What it is worth to stand in the block where most of an input stands.
const TOGETHER: f64 = 0.08;

/// A rival this far behind does not matter.
const CLEAR: f64 = 0.2;

/// Whole amounts below this may be in thousands, and then nothing is certain.
const SMALL: f64 = 1e8;

const UNSCALED: f64 = 0.75;

/// What a proposal may be told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// The year that figures are of; the last that tables show, if not said.
    pub year: Option<i32>,
}

/// Proposes how files of theirs fill the inputs of a model. Every figure has a line; those in doubt are open.
pub fn propose(
    model: &Model,
    respondent: Respondent,
    files: &[Foreign],
    dictionary: &Dictionary,
    wishes: Wishes,
) -> Mapping {
    let mut members = Members::of_model(model, respondent);
    let lexicon = Lexicon::of(model, dictionary, &members);
    let found = found::find(files, &lexicon);
    let year = wishes.year.or_else(|| last_year(&found));
    let lists = list::propose(model, respondent, files, dictionary, &members, year);
    list_years(model, &lists.years, &mut members);
    let listed = listing::members(model, respondent, files, &found, year, &mut members);
    let lexicon = if listed { Lexicon::of(model, dictionary, &members) } else { lexicon };
    let found = if listed { found::find(files, &lexicon) } else { found };
    let mut targets = targets(model, &members, respondent);
    targets.retain(|target| !lists.inputs.contains(&target.quantity));
    let search = Search::new(model, files, &lexicon, &found, &targets, &members, year);
    let candidates = search.candidates();
    let chosen = choose(&targets, &candidates);
    let others = target::others(model, &members, respondent);
    let others = others.into_iter().filter(|target| !lists.inputs.contains(&target.quantity));
    let single = entries(&search, &candidates, &chosen);
    let split = shared::split(&search, &single);
    let entries = lists.entries.into_iter().chain(single).chain(split).chain(others.map(open)).collect();
    let file = |foreign: &Foreign| File { name: foreign.name().to_owned(), fingerprint: foreign.fingerprint.clone() };
    Mapping {
        model: model.name.clone(),
        year,
        files: files.iter().map(file).collect(),
        entries,
        meanings: lists.meanings,
        ..Mapping::default()
    }
}

/// A line that nobody can propose.
fn open(target: Target) -> Entry {
    Entry { figure: target.figure, ..Entry::default() }
}

/// Years that lists are of are the members of years that nobody has listed.
fn list_years(model: &Model, years: &BTreeSet<i32>, members: &mut Members) {
    for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
        let own = model.dimension(dimension);
        if own.step.is_some() && matches!(own.members, model::Members::FromInput) && !years.is_empty() {
            members.list(dimension, years.iter().map(|year| (year.to_string().into(), year.to_string())).collect());
        }
    }
}

/// The last year that columns with results are of.
fn last_year(found: &[Found]) -> Option<i32> {
    found
        .iter()
        .flat_map(|found| &found.columns)
        .filter(|column| !column.is_aside)
        .filter_map(|column| column.year)
        .max()
}

/// For every target its candidate: all together, then once more with weight on what stands together.
fn choose(targets: &[Target], candidates: &[Candidate]) -> Vec<Option<usize>> {
    let spots = spots(candidates);
    let edges = |bonus: &dyn Fn(usize) -> f64| -> Vec<Edge> {
        let edge = |(position, candidate): (usize, &Candidate)| Edge {
            target: candidate.target,
            spot: spots[position],
            worth: candidate.score + bonus(position),
        };
        candidates.iter().enumerate().map(edge).collect()
    };
    let first = assignment::best(targets.len(), &edges(&|_| 0.0));
    let weight = together(targets, candidates, &first);
    assignment::best(
        targets.len(),
        &edges(&|position| {
            let key = block(targets, &candidates[position]);
            TOGETHER * weight.get(&key).copied().unwrap_or(0.0)
        }),
    )
}

/// The same number for candidates that take the same cells.
fn spots(candidates: &[Candidate]) -> Vec<usize> {
    let mut numbers = HashMap::new();
    let number = |candidate: &Candidate| {
        let next = numbers.len();
        *numbers.entry((candidate.table, candidate.group, candidate.head)).or_insert(next)
    };
    candidates.iter().map(number).collect()
}

type Block = (u32, usize, bool, usize);

/// The column, or the row, of a table that a candidate would be in with others of its input.
pub(crate) fn block(targets: &[Target], candidate: &Candidate) -> Block {
    let across = candidate.across && targets[candidate.target].members.len() < 2;
    let line = match (across, targets[candidate.target].members.len()) {
        (_, 2..) => 0,
        (true, _) => candidate.group,
        (false, _) => candidate.head,
    };
    (targets[candidate.target].quantity.0, candidate.table, across, line)
}

/// For each block the share of its input's figures that are there.
fn together(targets: &[Target], candidates: &[Candidate], chosen: &[Option<usize>]) -> BTreeMap<Block, f64> {
    let mut of_block: BTreeMap<Block, f64> = BTreeMap::new();
    let mut of_input: BTreeMap<u32, f64> = BTreeMap::new();
    for candidate in chosen.iter().flatten().map(|position| &candidates[*position]) {
        *of_block.entry(block(targets, candidate)).or_default() += candidate.score;
        *of_input.entry(targets[candidate.target].quantity.0).or_default() += candidate.score;
    }
    of_block.into_iter().map(|(block, worth)| (block, worth / of_input[&block.0])).collect()
}

fn entries(search: &Search, candidates: &[Candidate], chosen: &[Option<usize>]) -> Vec<Entry> {
    let spots = spots(candidates);
    let mut by_target: Vec<Vec<usize>> = vec![Vec::new(); search.targets.len()];
    let mut by_spot: HashMap<usize, Vec<usize>> = HashMap::new();
    for (position, candidate) in candidates.iter().enumerate() {
        by_target[candidate.target].push(position);
        by_spot.entry(spots[position]).or_default().push(position);
    }
    by_target
        .iter_mut()
        .for_each(|list| list.sort_by(|a, b| candidates[*b].score.total_cmp(&candidates[*a].score).then(a.cmp(b))));
    let taken = words_of_entry::Taken::of(search, candidates, chosen);
    let rivals = |target: usize, position: usize| {
        let own = by_target[target].iter().filter(|other| spots[**other] != spots[position]);
        let others = by_spot[&spots[position]].iter().filter(|other| candidates[**other].target != target);
        own.chain(others).map(|other| candidates[*other].score).fold(0.0, f64::max)
    };
    (0..search.targets.len())
        .map(|target| match chosen[target] {
            Some(position) => {
                let sure = confidence(&candidates[position], search.targets[target].wanted, rivals(target, position));
                words_of_entry::entry(search, candidates, position, sure, &by_target[target], &taken)
            }
            None => words_of_entry::open(search, candidates, target, &by_target[target]),
        })
        .collect()
}

/// An amount of few digits, where nobody says whether it is in thousands.
fn is_small(candidate: &Candidate, wanted: Wanted) -> bool {
    wanted == Wanted::Money
        && candidate.measure.said.is_none()
        && candidate.sum.abs() < SMALL
        && candidate.sum.fract() == 0.0
}

/// How sure a proposal is: how well it fits, less if something else fits nearly as well or nobody says the scale.
fn confidence(candidate: &Candidate, wanted: Wanted, rival: f64) -> f64 {
    let margin = ((candidate.score - rival) / CLEAR).clamp(0.0, 1.0);
    let unsaid = if candidate.measure.agrees.is_none() && candidate.measure.said.is_none() { 0.95 } else { 1.0 };
    let most = if is_small(candidate, wanted) { UNSCALED } else { 0.99 };
    (candidate.score * (0.72 + 0.28 * margin) * unsaid).min(most)
}
