//! Columns that could fill inputs: beside codes, of rows that are members, and of tables with codes on two sides.

use super::ground::{At, Ground};
use super::keys::Keys;
use super::propose::line;
use super::roster::Roster;
use super::{column, crossed};
use crate::entry::{EACH, Entry, Figure};
use crate::lexicon::Concept;
use sg3_lang::model::{DimensionId, Kind, Members, Quantity, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A column of codes names members, nearly all of it.
const NAMED: f64 = 0.9;

/// Candidates worse than this are not looked at.
const HOPELESS: f64 = 0.3;

/// A list that is not the one that names the members.
const ELSEWHERE: f64 = 0.93;

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
                crossed::rows(ground, *dimension, year, &mut all);
            }
            _ => beside_codes(ground, *dimension, rosters, year, &mut all),
        }
    }
    crossed::two_sided(ground, year, &mut all);
    all.retain(|candidate| candidate.score >= HOPELESS);
    all
}

/// The year of a column, if the input asks for years; nothing at all if it is of another one than asked.
pub fn year_of(ground: &Ground, quantity: &Quantity, at: At, wanted: Option<i32>) -> Option<Option<i32>> {
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
                    sg3_calc::present::phrase::within(&ground.model.dimension(dimension).label)
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

/// The figure of the members themselves.
pub fn each(ground: &Ground, dimension: DimensionId) -> Figure {
    Figure { input: ground.model.dimension(dimension).name.to_string(), place: vec![EACH.into()] }
}

/// The first column that every record fills.
fn first(ground: &Ground, list: usize) -> At {
    let own = &ground.lists[list];
    let position = own.columns.iter().position(|column| column.filled == own.records).unwrap_or(0);
    (list, position)
}
