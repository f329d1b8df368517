//! The proposal for lists: which lists name members, which columns fill which inputs, what words mean.

use super::find::List;
use super::ground::{At, Ground};
use super::keyed::Candidate;
use super::keys::Keys;
use super::roster::Roster;
use super::{Meaning, find, ground, keyed, roster, words};
use crate::assignment;
use crate::assignment::Edge;
use crate::dictionary::Dictionary;
use crate::entry::{EACH, Entry, Figure};
use crate::foreign::Foreign;
use crate::lexicon::Lexicon;
use crate::propose::{CERTAIN_FROM, OPEN_BELOW};
use crate::target::Members;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};
use sg3_workbook::Area;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A rival this far behind does not matter.
const CLEAR: f64 = 0.2;

/// What is proposed for lists.
#[derive(Default)]
pub struct Proposed {
    /// Lines.
    pub entries: Vec<Entry>,
    /// Words.
    pub meanings: Vec<Meaning>,
    /// Inputs that lists fill, or would if they were found; they are not asked for cell by cell.
    pub inputs: BTreeSet<QuantityId>,
    /// Years that columns of lists are of.
    pub years: BTreeSet<i32>,
}

/// Proposes how lists of theirs fill lists of a model.
pub fn propose(
    model: &Model,
    respondent: Respondent,
    files: &[Foreign],
    dictionary: &Dictionary,
    members: &Members,
    year: Option<i32>,
) -> Proposed {
    let listed = ground::listed(model, respondent);
    if listed.is_empty() {
        return Proposed::default();
    }
    let options = members.clone().with_options(model, respondent);
    let lexicon = Lexicon::of_lists(model, dictionary, &options);
    let lists = find::lists(files, &lexicon);
    let asked = ground::asked(model, respondent, &listed);
    let mut ground = Ground {
        model,
        files,
        lexicon: &lexicon,
        lists: &lists,
        asked,
        listed,
        codes: HashMap::new(),
        known: HashMap::new(),
        named: RefCell::default(),
    };
    ground.know_model(&options);
    let rosters = roster::find(&ground);
    for (dimension, roster) in &rosters {
        let named = roster::members(&ground, roster);
        ground.know(*dimension, named.into_iter());
    }
    drawn(&ground, &rosters, &options, year)
}

fn drawn(ground: &Ground, rosters: &BTreeMap<DimensionId, Roster>, options: &Members, year: Option<i32>) -> Proposed {
    let candidates = keyed::candidates(ground, rosters, year);
    let chosen = chosen(&candidates);
    let mut proposed = Proposed { inputs: ground.asked.iter().copied().collect(), ..Proposed::default() };
    proposed.entries.extend(rosters.iter().map(|(dimension, roster)| of_roster(ground, *dimension, roster)));
    let mut found = BTreeSet::new();
    for position in &chosen {
        let candidate = &candidates[*position];
        let sure = confidence(candidate.score, rival(&candidates, *position));
        if sure >= OPEN_BELOW {
            proposed.years.extend(candidate.year);
            found.insert(candidate.quantity);
            proposed.entries.extend(candidate.made.iter().map(|made| Entry { confidence: Some(sure), ..made.clone() }));
            proposed.entries.push(entry(ground, candidate, sure, &candidates));
            proposed.meanings.extend(words::meanings(ground, options, candidate));
        }
    }
    let mut seen = BTreeSet::new();
    proposed.entries.retain(|entry| {
        seen.insert((
            entry.figure.to_string(),
            entry.file.clone(),
            entry.sheet.clone(),
            entry.cells.first().map(Area::to_string),
        ))
    });
    let mut seen = BTreeSet::new();
    proposed.meanings.retain(|meaning| seen.insert((meaning.of.clone(), meaning.word.clone())));
    let open = ground.asked.iter().filter(|id| !found.contains(id)).map(|id| open(ground, *id, &candidates, year));
    proposed.entries.extend(open);
    proposed
}

/// For each input its column, and for each column its input: the best for all together.
fn chosen(candidates: &[Candidate]) -> Vec<usize> {
    let (mut targets, mut spots) = (HashMap::new(), HashMap::new());
    let mut number = |candidate: &Candidate| {
        let (next_target, next_spot) = (targets.len(), spots.len());
        let target = *targets.entry((candidate.quantity, candidate.year)).or_insert(next_target);
        (target, *spots.entry(candidate.at).or_insert(next_spot), candidate.score)
    };
    let edges: Vec<Edge> =
        candidates.iter().map(&mut number).map(|(target, spot, worth)| Edge { target, spot, worth }).collect();
    let targets = edges.iter().map(|edge| edge.target + 1).max().unwrap_or(0);
    assignment::best(targets, &edges).into_iter().flatten().collect()
}

/// The best other column of the same input, and the best other input of the same column.
fn rival(candidates: &[Candidate], position: usize) -> f64 {
    let own = &candidates[position];
    let is_rival = |other: &&Candidate| {
        // The name beside the code refers to the same.
        let says_same = other.quantity == own.quantity && other.refers.is_some() && other.refers == own.refers;
        let same_input = other.quantity == own.quantity && other.year == own.year;
        same_input != (other.at == own.at) && !says_same
    };
    candidates.iter().filter(is_rival).map(|other| other.score).fold(0.0, f64::max)
}

/// How sure a proposal is: how well it fits, less if something else fits nearly as well.
pub fn confidence(score: f64, rival: f64) -> f64 {
    let margin = ((score - rival) / CLEAR).clamp(0.0, 1.0);
    let sure = (score * (0.72 + 0.28 * margin)).min(0.99);
    (sure * 100.0).round() / 100.0
}

fn of_roster(ground: &Ground, dimension: DimensionId, roster: &Roster) -> Entry {
    let sure = confidence(roster.score, roster.rival);
    let keys = roster.keys.map(|at| Keys::Column(ground.column(at).column));
    let what = match roster.keys {
        Some(at) => format!("each row of “{}” is different", ground.column(at).words.join(" · ")),
        None => format!("{} recurring words", ground.column(roster.names).distinct.len()),
    };
    let figure = Figure { input: ground.model.dimension(dimension).name.to_string(), place: vec![EACH.into()] };
    let sure = if sure < OPEN_BELOW { OPEN_BELOW } else { sure };
    Entry { keys: keys.into_iter().collect(), confidence: Some(sure), why: what, ..line(ground, figure, roster.names) }
}

/// A line for the column of a list.
pub fn line(ground: &Ground, figure: Figure, at: At) -> Entry {
    let (list, column) = (&ground.lists[at.0], ground.column(at));
    let area = Area { top: list.span.0, bottom: list.span.1, left: column.column, right: column.column };
    Entry {
        heading: column.words.join(" · "),
        label_at: Some((list.head, column.column)),
        ..cells(ground, figure, list, vec![area])
    }
}

/// A line for any cells of a list.
pub fn cells(ground: &Ground, figure: Figure, list: &List, cells: Vec<Area>) -> Entry {
    let theirs = &ground.files[list.file];
    Entry {
        figure,
        file: theirs.name().to_owned(),
        sheet: theirs.sheets[list.sheet].name.to_string(),
        cells,
        rows: list.rule.clone(),
        ..Entry::default()
    }
}

fn entry(ground: &Ground, candidate: &Candidate, sure: f64, all: &[Candidate]) -> Entry {
    let quantity = ground.model.quantity(candidate.quantity);
    let measure = ground.measured(candidate.at, quantity);
    let mut why = vec![candidate.why.clone()];
    why.extend(candidate.year.map(|year| format!("of {year}")));
    why.extend(measure.said.as_ref().map(|said| format!("scale from “{said}”")));
    Entry {
        factor: if candidate.is_scaled { measure.factor } else { 1.0 },
        currency: measure.currency.filter(|_| candidate.is_scaled).unwrap_or_default(),
        confidence: Some(sure),
        why: why.join("; "),
        near: near(ground, candidate.quantity, Some(candidate.at), all),
        ..candidate.line.clone()
    }
}

/// An input of which no column was found.
fn open(ground: &Ground, id: QuantityId, all: &[Candidate], year: Option<i32>) -> Entry {
    let quantity = ground.model.quantity(id);
    let figure = keyed::figure(ground, quantity, year);
    Entry { figure, near: near(ground, id, None, all), ..Entry::default() }
}

fn near(ground: &Ground, id: QuantityId, chosen: Option<At>, all: &[Candidate]) -> String {
    let mut others: Vec<&Candidate> =
        all.iter().filter(|other| other.quantity == id && Some(other.at) != chosen && other.score >= 0.35).collect();
    others.sort_by(|a, b| b.score.total_cmp(&a.score));
    others.dedup_by_key(|other| other.at);
    let told = others.iter().take(2).map(|other| {
        let list = &ground.lists[other.at.0];
        let column = ground.column(other.at);
        let (sheet, at) =
            (&ground.files[list.file].sheets[list.sheet].name, sg3_workbook::address(list.head, column.column));
        format!("“{}” {sheet}!{at} ({:.0} %)", column.words.join(" · "), 100.0 * other.score.min(CERTAIN_FROM))
    });
    told.collect::<Vec<_>>().join("; ")
}
