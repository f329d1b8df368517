//! Columns that could fill inputs: beside codes, of rows that are members, and of tables with codes on two sides.

use super::Keys;
use super::column;
use super::find::List;
use super::ground::{At, Ground};
use super::propose::{cells, line};
use super::roster::Roster;
use crate::Area;
use crate::mapping::entry::{EACH, Entry, Figure};
use crate::mapping::lexicon::Concept;
use crate::mapping::rule::{Pattern, Rule};
use sg3_lang::model::{DimensionId, Kind, Members, Quantity, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A column of codes names members, nearly all of it.
const NAMED: f64 = 0.9;
/// Candidates worse than this are not looked at.
const HOPELESS: f64 = 0.3;
/// A list that is not the one that names the members.
const ELSEWHERE: f64 = 0.93;
/// How well the columns across must be known.
const MOST_HEADS: f64 = 0.6;

/// A column that could fill an input.
pub struct Candidate {
    /// The input.
    pub quantity: QuantityId,
    /// The year that its values are of, if the input asks for years.
    pub year: Option<i32>,
    /// The column, or the first of a table with codes on two sides.
    pub at: At,
    /// From 0 to 1.
    pub score: f64,
    /// The line for it, without what speaks of the proposal.
    pub line: Entry,
    /// Lines that must be there for it: rows that are members.
    pub made: Vec<Entry>,
    /// Why.
    pub why: String,
    /// The list, and the dimension whose members it refers to.
    pub refers: Option<(usize, DimensionId)>,
    /// Whether its unit is that of its head.
    pub is_scaled: bool,
}

/// The figure of an input for every member that lists name.
pub fn figure(ground: &Ground, quantity: &Quantity, year: Option<i32>) -> Figure {
    let key = |axis: &sg3_lang::model::Axis| match ground.model.dimension(axis.dimension).step {
        Some(_) => year.map_or(Arc::from(EACH), |year| year.to_string().into()),
        None => EACH.into(),
    };
    Figure { input: quantity.name.to_string(), place: quantity.axes.iter().map(key).collect() }
}

/// Every candidate that is not hopeless.
pub fn candidates(ground: &Ground, rosters: &BTreeMap<DimensionId, Roster>, year: Option<i32>) -> Vec<Candidate> {
    let mut all = Vec::new();
    for dimension in &ground.listed {
        match ground.model.dimension(*dimension).members {
            Members::FromRows => {
                of_rows(ground, *dimension, rosters, year, &mut all);
                wide_rows(ground, *dimension, year, &mut all);
            }
            _ => beside_codes(ground, *dimension, rosters, year, &mut all),
        }
    }
    two_sided(ground, year, &mut all);
    all.retain(|candidate| candidate.score >= HOPELESS);
    all
}

/// The year of a column, if the input asks for years; nothing at all if it is of another one than asked.
fn year_of(ground: &Ground, quantity: &Quantity, at: At, wanted: Option<i32>) -> Option<Option<i32>> {
    let asks = quantity.axes.iter().any(|axis| ground.model.dimension(axis.dimension).step.is_some());
    match (asks, ground.year(at).or(wanted)) {
        (false, _) => Some(None),
        (true, Some(year)) => Some(Some(year)),
        (true, None) => None,
    }
}

fn beside_codes(
    ground: &Ground,
    dimension: DimensionId,
    rosters: &BTreeMap<DimensionId, Roster>,
    year: Option<i32>,
    all: &mut Vec<Candidate>,
) {
    let own = rosters.get(&dimension).and_then(|roster| roster.keys);
    for list in 0..ground.lists.len() {
        let named = |column: &usize| {
            let at = (list, *column);
            ground.names(at, dimension) >= NAMED && ground.column(at).is_unique(ground.lists[list].records)
        };
        let keys = own.filter(|own| own.0 == list).map(|own| own.1);
        let Some(keys) = keys.or_else(|| (0..ground.lists[list].columns.len()).find(named)) else { continue };
        let here = if own.is_some_and(|own| own.0 == list) { 1.0 } else { ELSEWHERE };
        for id in ground.along(dimension) {
            for column in (0..ground.lists[list].columns.len()).filter(|column| *column != keys) {
                let at = (list, column);
                let quantity = ground.model.quantity(id);
                let Some(fit) = column::fit(ground, id, at) else { continue };
                let Some(of) = year_of(ground, quantity, at, year) else { continue };
                let line = Entry {
                    keys: vec![Keys::Column(ground.column((list, keys)).column)],
                    ..line(ground, figure(ground, quantity, of), at)
                };
                let why = format!(
                    "heading fits {:.0} %; codes in “{}”",
                    100.0 * fit,
                    ground.column((list, keys)).words.join(" · ")
                );
                all.push(Candidate {
                    quantity: id,
                    year: of,
                    at,
                    score: fit * here,
                    line,
                    made: Vec::new(),
                    why,
                    refers: column::refers(ground, id, at),
                    is_scaled: true,
                });
            }
        }
    }
}

/// A list whose rows are members: columns with codes for every input that names members, and amounts beside them.
fn of_rows(
    ground: &Ground,
    dimension: DimensionId,
    rosters: &BTreeMap<DimensionId, Roster>,
    year: Option<i32>,
    all: &mut Vec<Candidate>,
) {
    let inputs: Vec<QuantityId> = ground.along(dimension).collect();
    for list in 0..ground.lists.len() {
        if rosters.values().any(|roster| roster.keys.is_some_and(|keys| keys.0 == list)) {
            continue;
        }
        let best = |id: QuantityId| {
            let fits =
                (0..ground.lists[list].columns.len()).filter_map(|column| column::fit(ground, id, (list, column)));
            fits.fold(0.0, f64::max)
        };
        let is_reference = |id: &&QuantityId| matches!(ground.model.quantity(**id).kind, Kind::Member(_));
        let whole = inputs.iter().filter(is_reference).map(|id| best(*id)).fold(1.0, f64::min);
        if whole < 0.5 {
            continue;
        }
        let about = ground.about(list, Concept::Dimension(dimension));
        for id in &inputs {
            let quantity = ground.model.quantity(*id);
            for at in (0..ground.lists[list].columns.len()).map(|column| (list, column)) {
                let Some(fit) = column::fit(ground, *id, at) else { continue };
                let Some(of) = year_of(ground, quantity, at, year) else { continue };
                let score = fit * (0.94 + 0.06 * about);
                let why = format!(
                    "heading fits {:.0} %; every row is one {}",
                    100.0 * fit,
                    crate::layout::words::within(&ground.model.dimension(dimension).label)
                );
                let made = vec![Entry {
                    why: "its codes are known".to_owned(),
                    ..line(ground, each(ground, dimension), first(ground, list))
                }];
                let line = line(ground, figure(ground, quantity, of), at);
                all.push(Candidate {
                    quantity: *id,
                    year: of,
                    at,
                    score,
                    line,
                    made,
                    why,
                    refers: column::refers(ground, *id, at),
                    is_scaled: true,
                });
            }
        }
    }
}

fn each(ground: &Ground, dimension: DimensionId) -> Figure {
    Figure { input: ground.model.dimension(dimension).name.to_string(), place: vec![EACH.into()] }
}

/// The first column that every record fills.
fn first(ground: &Ground, list: usize) -> At {
    let own = &ground.lists[list];
    let position = own.columns.iter().position(|column| column.filled == own.records).unwrap_or(0);
    (list, position)
}

/// A table with codes on two sides: its columns across, and the column of codes beside.
struct Crossed {
    beside: usize,
    across: Vec<usize>,
    score: f64,
}

fn crossed(ground: &Ground, list: usize, down: DimensionId, over: DimensionId) -> Option<Crossed> {
    let across = ground.across(list, over);
    let numeric =
        ground.lists[list].columns.iter().filter(|column| column.numbers > 0 && column.numbers * 2 > column.filled);
    let share = across.len() as f64 / numeric.count().max(1) as f64;
    if across.len() < 3 || share < MOST_HEADS {
        return None;
    }
    let named = (0..across[0]).map(|column| (column, ground.names((list, column), down)));
    let (beside, named) = named.fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
    (named >= NAMED).then(|| Crossed { beside, across, score: named * (0.9 + 0.1 * share.min(1.0)) })
}

impl Crossed {
    /// Runs of columns across as areas.
    fn areas(&self, list: &List, (top, bottom): (u32, u32)) -> Vec<Area> {
        let mut areas: Vec<Area> = Vec::new();
        for column in self.across.iter().map(|column| list.columns[*column].column) {
            match areas.last_mut().filter(|last| last.right + 1 == column) {
                Some(last) => last.right = column,
                None => areas.push(Area { top, bottom, left: column, right: column }),
            }
        }
        areas
    }

    /// Only rows with a code count: below them stand totals.
    fn rule(&self, list: &List) -> Rule {
        Rule::one(list.columns[self.beside].column, [Pattern::anything()])
    }
}

/// Every filled cell of a table is a member, with one code beside it and one above.
fn wide_rows(ground: &Ground, dimension: DimensionId, year: Option<i32>, all: &mut Vec<Candidate>) {
    let inputs: Vec<QuantityId> = ground.along(dimension).collect();
    let reference = |id: &QuantityId| match ground.model.quantity(*id).kind {
        Kind::Member(of) => Some((*id, of)),
        _ => None,
    };
    let references: Vec<(QuantityId, DimensionId)> = inputs.iter().filter_map(reference).collect();
    let [one, other] = references[..] else { return };
    for list in 0..ground.lists.len() {
        for (down, over) in [(one, other), (other, one)] {
            let Some(crossed) = crossed(ground, list, down.1, over.1) else { continue };
            let own = &ground.lists[list];
            let table = |figure: Figure| Entry {
                rows: crossed.rule(own),
                ..cells(ground, figure, own, crossed.areas(own, own.span))
            };
            let made = vec![Entry { why: "every filled cell is one".to_owned(), ..table(each(ground, dimension)) }];
            let above = Entry {
                rows: Rule::default(),
                ..cells(
                    ground,
                    figure(ground, ground.model.quantity(over.0), None),
                    own,
                    crossed.areas(own, (own.head, own.head)),
                )
            };
            let left = own.columns[crossed.beside].column;
            let beside = Area { top: own.span.0, bottom: own.span.1, left, right: left };
            let beside = Entry {
                rows: crossed.rule(own),
                ..cells(ground, figure(ground, ground.model.quantity(down.0), None), own, vec![beside])
            };
            let mut push = |id: QuantityId, column: usize, of: Option<i32>, line: Entry, why: &str| {
                let (score, why, at) = (crossed.score, why.to_owned(), (list, column));
                all.push(Candidate {
                    quantity: id,
                    year: of,
                    at,
                    score,
                    line,
                    made: made.clone(),
                    why,
                    refers: None,
                    is_scaled: false,
                });
            };
            push(over.0, crossed.across[1], None, above, "its codes stand above");
            push(down.0, crossed.beside, None, beside, "its codes stand beside");
            for id in inputs.iter().filter(|id| matches!(ground.model.quantity(**id).kind, Kind::Number(_))) {
                let quantity = ground.model.quantity(*id);
                let Some(of) = year_of(ground, quantity, (list, crossed.across[0]), year) else { continue };
                push(
                    *id,
                    crossed.across[0],
                    of,
                    table(figure(ground, quantity, of)),
                    "codes beside and above are known",
                );
            }
        }
    }
}

/// Inputs along two dimensions: codes of one beside, of the other above; which input it is, its title says.
fn two_sided(ground: &Ground, year: Option<i32>, all: &mut Vec<Candidate>) {
    for id in &ground.asked {
        let quantity = ground.model.quantity(*id);
        let axes = ground.members(quantity);
        let ([one, other], Kind::Number(_)) = (&axes[..], &quantity.kind) else { continue };
        for list in 0..ground.lists.len() {
            for (down, over) in [(*one, *other), (*other, *one)] {
                let Some(crossed) = crossed(ground, list, down, over) else { continue };
                let at = (list, crossed.across[0]);
                let Some(of) = year_of(ground, quantity, at, year) else { continue };
                let own = &ground.lists[list];
                let (beside, above) = (Keys::Column(own.columns[crossed.beside].column), Keys::Row(own.head));
                let keys = if down == *one { vec![beside, above] } else { vec![above, beside] };
                let about = ground.about(list, Concept::Quantity(*id));
                let figure = figure(ground, quantity, of);
                let line =
                    Entry { keys, rows: crossed.rule(own), ..cells(ground, figure, own, crossed.areas(own, own.span)) };
                let why = format!("codes beside and above are known; title fits {:.0} %", 100.0 * about);
                let score = crossed.score * (0.55 + 0.45 * about);
                all.push(Candidate {
                    quantity: *id,
                    year: of,
                    at,
                    score,
                    line,
                    made: Vec::new(),
                    why,
                    refers: None,
                    is_scaled: false,
                });
            }
        }
    }
}
