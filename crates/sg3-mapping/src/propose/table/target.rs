//! The figures of a model that tables of source files may hold.

use crate::rules::figure::Figure;
use crate::understand::measure::UnitKind;
use crate::understand::members::Members;
use crate::weights::figures::MOST_PLACES;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{Axis, DimensionId, Kind, QuantityId};
use std::sync::Arc;

/// A figure of the model.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// Of which input.
    pub(crate) quantity: QuantityId,
    /// Input and members by name.
    pub(crate) figure: Figure,
    /// Members other than years, by dimension and position.
    pub(crate) members: Vec<(DimensionId, usize)>,
    /// The year, if years are an axis.
    pub(crate) year: Option<i32>,
    /// What it is counted in.
    pub(crate) wanted: UnitKind,
}

impl Target {
    /// The dimensions that it is along, other than years.
    pub(crate) fn dimensions(&self) -> impl Iterator<Item = DimensionId> + '_ {
        self.members.iter().map(|(dimension, _)| *dimension)
    }
}

/// Every place of every numeric input that the respondent answers for.
pub(crate) fn numeric_targets(model: &Model, members: &Members, respondent: Respondent) -> Vec<Target> {
    targets_of_kind(model, members, respondent, true)
}

/// The same, of words and days: nobody can tell from a table of figures where they stand.
pub(crate) fn other_targets(model: &Model, members: &Members, respondent: Respondent) -> Vec<Target> {
    targets_of_kind(model, members, respondent, false)
}

fn targets_of_kind(model: &Model, members: &Members, respondent: Respondent, is_numeric: bool) -> Vec<Target> {
    let asked = model.inputs().filter(|(_, _, input)| respondent.answers_for(input.owner));
    let of_kind = asked.filter(|(_, quantity, _)| matches!(quantity.kind, Kind::Number(_)) == is_numeric);
    of_kind.flat_map(|(id, ..)| targets_of_input(model, members, id)).collect()
}

fn targets_of_input(model: &Model, members: &Members, id: QuantityId) -> Vec<Target> {
    let quantity = model.quantity(id);
    let counts: Option<Vec<usize>> = quantity.axes.iter().map(|axis| Some(members.of(axis.dimension)?.len())).collect();
    let all = counts.as_ref().and_then(|counts| counts.iter().try_fold(1_usize, |all, count| all.checked_mul(*count)));
    match (counts, all) {
        (Some(counts), Some(all)) if all <= MOST_PLACES => {
            (0..all).map(|number| build_target(model, members, id, &position_of(number, &counts))).collect()
        }
        _ => Vec::new(),
    }
}

/// The position along each axis of the cell of a number.
fn position_of(mut number: usize, counts: &[usize]) -> Vec<usize> {
    let mut place = vec![0; counts.len()];
    for (axis, count) in counts.iter().enumerate().rev() {
        place[axis] = number % count;
        number /= count;
    }
    place
}

fn build_target(model: &Model, members: &Members, id: QuantityId, place: &[usize]) -> Target {
    let quantity = model.quantity(id);
    let lists = quantity.axes.iter().map(|axis| members.of(axis.dimension).expect("counted before"));
    let keys: Vec<Arc<str>> = lists.zip(place).map(|(list, at)| list[*at].0.clone()).collect();
    let year =
        quantity.axes.iter().zip(&keys).filter(|(axis, _)| is_time(model, axis)).find_map(|(_, key)| key.parse().ok());
    let others = quantity.axes.iter().zip(place).filter(|(axis, _)| !is_time(model, axis));
    Target {
        quantity: id,
        members: others.map(|(axis, at)| (axis.dimension, *at)).collect(),
        figure: Figure { input: quantity.name.to_string(), place: keys },
        year,
        wanted: UnitKind::of(quantity),
    }
}

fn is_time(model: &Model, axis: &Axis) -> bool {
    model.dimension(axis.dimension).step.is_some()
}
