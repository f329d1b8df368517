//! Lists of the source that fill lists of the model, column by column: accounts, cost centres, lines of a trial balance, assets.
//!
//! A rule of the mapping whose figure has a star in place of a member, `kind_of[*]`, speaks of a whole column of the source. Which member each of
//! its cells is of stands in the column of keys beside it (or the row of keys above it). Where rows are members themselves (`entry from
//! rows`), a rule for the dimension, `entry[*]`, says which rows; its other rules are columns of these rows. Words of the source that name
//! what the model names otherwise are [`Meaning`]s.

use super::figure::EACH;
use super::rule::MappingRule;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind, Quantity};

/// Whether each cell of a rule is a value of its own: those of lists, and words and days.
pub(crate) fn is_read_by_cell(rule: &MappingRule, model: &Model) -> bool {
    let quantity = model.find_quantity(&rule.figure.input).map(|id| model.quantity(id));
    rule.is_list() || quantity.is_some_and(|quantity| !matches!(quantity.kind, Kind::Number(_)))
}

/// The dimension whose members a rule lists, if it lists any.
pub(crate) fn dimension_listed(model: &Model, rule: &MappingRule) -> Option<DimensionId> {
    let is_input = model.find_quantity(&rule.figure.input).is_some();
    let named = model.dimensions.iter().position(|dimension| *dimension.name == *rule.figure.input);
    named.filter(|_| !is_input && rule.figure.place.len() == 1).map(|position| DimensionId(position as u32))
}

/// A rule whose figures are of the year of the mapping, where neither the rule nor keys name one.
pub(crate) fn in_year(rule: &MappingRule, model: &Model, year: Option<i32>) -> MappingRule {
    let mut rule = rule.clone();
    let Some((id, year)) = model.find_quantity(&rule.figure.input).zip(year) else { return rule };
    let stars = starred_axes(model.quantity(id), &rule);
    let of_years = stars.iter().find(|(_, axis)| model.dimension(*axis).step.is_some());
    if let Some((position, _)) = of_years.filter(|_| rule.keys.len() < stars.len()) {
        rule.figure.place[*position] = year.to_string().into();
    }
    rule
}

/// Axes that a rule leaves to keys.
pub(crate) fn starred_axes(quantity: &Quantity, rule: &MappingRule) -> Vec<(usize, DimensionId)> {
    let axes = quantity.axes.iter().zip(&rule.figure.place).enumerate();
    axes.filter(|(_, (_, key))| ***key == *EACH).map(|(position, (axis, _))| (position, axis.dimension)).collect()
}
