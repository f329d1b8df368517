//! The figures of a model that foreign tables may hold.

use crate::entry::Figure;
use crate::measure::Wanted;
use sg3_calc::present::members;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{Axis, DimensionId, Kind, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An input with more places than this is asked for by rules or by the form, not cell by cell.
const MOST_PLACES: usize = 4_000;

/// Members of every dimension that are known, with their labels: from the model, or found in tables of theirs.
#[derive(Debug, Clone, Default)]
pub struct Members {
    lists: BTreeMap<DimensionId, Vec<(Arc<str>, String)>>,
}

/// A figure of the model.
#[derive(Debug, Clone)]
pub struct Target {
    /// Of which input.
    pub quantity: QuantityId,
    /// Input and members by name.
    pub figure: Figure,
    /// Members other than years, by dimension and position.
    pub members: Vec<(DimensionId, usize)>,
    /// The year, if years are an axis.
    pub year: Option<i32>,
    /// What it is counted in.
    pub wanted: Wanted,
}

impl Members {
    /// Those that the model knows, of dimensions along which the respondent is asked.
    pub fn of_model(model: &Model, respondent: Respondent) -> Members {
        let asked = model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner));
        let mut lists = BTreeMap::new();
        for axis in asked.flat_map(|(_, quantity, _)| &quantity.axes) {
            if let Some(known) = members::known(model, axis.dimension) {
                lists.insert(axis.dimension, known.into_iter().map(|member| (member.key, member.label)).collect());
            }
        }
        Members { lists }
    }

    /// The same, and the options of inputs whose values are members.
    pub fn with_options(mut self, model: &Model, respondent: Respondent) -> Members {
        for (_, quantity, _) in model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner)) {
            if let Kind::Member(dimension) = quantity.kind
                && let Some(known) = members::known(model, dimension)
            {
                self.list(dimension, known.into_iter().map(|member| (member.key, member.label)).collect());
            }
        }
        self
    }

    /// Members that tables of theirs list.
    pub fn list(&mut self, dimension: DimensionId, members: Vec<(Arc<str>, String)>) {
        self.lists.insert(dimension, members);
    }

    /// Of one dimension, if they are known.
    pub fn of(&self, dimension: DimensionId) -> Option<&[(Arc<str>, String)]> {
        self.lists.get(&dimension).map(|list| &**list)
    }
}

/// Every place of every numeric input that the respondent answers for.
pub fn targets(model: &Model, members: &Members, respondent: Respondent) -> Vec<Target> {
    all(model, members, respondent, true)
}

/// The same, of words and days: nobody can tell from a table of figures where they stand.
pub fn others(model: &Model, members: &Members, respondent: Respondent) -> Vec<Target> {
    all(model, members, respondent, false)
}

fn all(model: &Model, members: &Members, respondent: Respondent, is_numeric: bool) -> Vec<Target> {
    let asked = model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner));
    let of_kind = asked.filter(|(_, quantity, _)| matches!(quantity.kind, Kind::Number(_)) == is_numeric);
    of_kind.flat_map(|(id, ..)| places(model, members, id)).collect()
}

fn places(model: &Model, members: &Members, id: QuantityId) -> Vec<Target> {
    let quantity = model.quantity(id);
    let counts: Option<Vec<usize>> = quantity.axes.iter().map(|axis| Some(members.of(axis.dimension)?.len())).collect();
    let all = counts.as_ref().and_then(|counts| counts.iter().try_fold(1_usize, |all, count| all.checked_mul(*count)));
    match (counts, all) {
        (Some(counts), Some(all)) if all <= MOST_PLACES => {
            (0..all).map(|number| target(model, members, id, &position(number, &counts))).collect()
        }
        _ => Vec::new(),
    }
}

/// The position along each axis of the cell of a number.
fn position(mut number: usize, counts: &[usize]) -> Vec<usize> {
    let mut place = vec![0; counts.len()];
    for (axis, count) in counts.iter().enumerate().rev() {
        place[axis] = number % count;
        number /= count;
    }
    place
}

fn target(model: &Model, members: &Members, id: QuantityId, place: &[usize]) -> Target {
    let quantity = model.quantity(id);
    let key = |(axis, at): (&Axis, &usize)| members.of(axis.dimension).expect("counted before")[*at].0.clone();
    let keys: Vec<Arc<str>> = quantity.axes.iter().zip(place).map(key).collect();
    let is_time = |axis: &Axis| model.dimension(axis.dimension).step.is_some();
    let year = quantity.axes.iter().zip(&keys).filter(|(axis, _)| is_time(axis)).find_map(|(_, key)| key.parse().ok());
    let others = quantity.axes.iter().zip(place).filter(|(axis, _)| !is_time(axis));
    Target {
        quantity: id,
        members: others.map(|(axis, at)| (axis.dimension, *at)).collect(),
        figure: Figure { input: quantity.name.to_string(), place: keys },
        year,
        wanted: Wanted::of(quantity),
    }
}
