//! Lists of the source as values of a layer.

pub(crate) mod members;
pub(crate) mod place;
pub(crate) mod read;
pub(crate) mod reader;
pub(crate) mod value;

use super::selection::Selection;
use super::{complaint, selection};
use crate::rules::kind;
use crate::rules::kind::starred_axes;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use members::ListedMembers;
use read::KnownPlaces;
use reader::{ListReader, ListRule};
use sg3_calc::{Datum, Layer, Value};
use sg3_form::values::matcher::Matchers;
use sg3_lang::model::{DimensionId, Members, QuantityId};
use sg3_lang::{Diagnostics, Model};
use std::collections::HashMap;

/// Reads every rule for a list: members first, then values. Amounts taken are added to `lines`.
pub(crate) fn apply_lists(
    mapping: &Mapping,
    files: &[SourceFile],
    model: &Model,
    layer: &mut Layer,
    lines: &mut Vec<(usize, Selection)>,
    diagnostics: &mut Diagnostics,
) {
    let numbered = mapping.rules.iter().enumerate().filter(|(_, rule)| !rule.is_open());
    let listed = numbered.filter(|(_, rule)| kind::is_read_by_cell(rule, model));
    let all: Vec<(usize, MappingRule)> =
        listed.map(|(number, rule)| (number, kind::in_year(rule, model, mapping.year))).collect();
    if all.is_empty() {
        return;
    }
    let only = mapping.files.len() <= 1;
    let mut lists =
        ListReader { model, files, roll: ListedMembers::default(), matchers: Matchers::of_model(model, &[]) };
    let mut made: HashMap<DimensionId, usize> = HashMap::new();
    for (_, rule) in &all {
        let Some(dimension) = kind::dimension_listed(model, rule) else { continue };
        let Some(at) = selection::locate_rule(rule, files, only, diagnostics) else { continue };
        let number = made.entry(dimension).or_default();
        lists.roll.add(model, dimension, (rule, *number), files, at);
        *number += 1;
    }
    lists.understand(mapping);
    let (mut unlocated, mut known) = (Vec::new(), KnownPlaces::new());
    for (number, rule) in all.iter().filter(|(_, rule)| kind::dimension_listed(model, rule).is_none()) {
        let Some(id) = find_list_input(model, rule, diagnostics) else { continue };
        let Some(at) = selection::locate_rule(rule, files, only, diagnostics) else {
            unlocated.push((id, rule));
            continue;
        };
        let share = selection::rule_share(rule, &files[at.file], at.sheet, diagnostics).unwrap_or(0.0);
        let line = ListRule { rule, quantity: model.quantity(id), id, at, share };
        let cells = lists.read(line, &mut known, layer, diagnostics);
        if !cells.is_empty() {
            lines.push((*number, Selection { file: at.file, sheet: at.sheet, cells, share, unreadable: None }));
        }
    }
    unlocated.into_iter().for_each(|(id, rule)| refuse_all_places(id, rule, layer));
    layer.members.splice(0..0, lists.roll.entries);
}

/// A list that is not where the mapping says leaves no value of its input readable, unless another line has given some.
fn refuse_all_places(id: QuantityId, rule: &MappingRule, layer: &mut Layer) {
    if layer.values.iter().all(|datum| datum.quantity != id) {
        let value = Value::Unreadable(rule.file.clone());
        layer.values.push(Datum { quantity: id, place: None, value, origin: rule.origin.clone(), evidence: None });
    }
}

/// The input that a rule fills, if each star has its keys.
fn find_list_input(model: &Model, rule: &MappingRule, diagnostics: &mut Diagnostics) -> Option<QuantityId> {
    let id = super::input::find_input(model, rule, diagnostics)?;
    let stars = starred_axes(model.quantity(id), rule);
    let is_of_rows = matches!(stars[..], [(_, axis)] if matches!(model.dimension(axis).members, Members::FromRows));
    if is_of_rows || stars.len() == rule.keys.len() {
        return Some(id);
    }
    if rule.keys.len() < stars.len() && stars.iter().any(|(_, axis)| model.dimension(*axis).step.is_some()) {
        let message = format!("the mapping does not say of which year the figures of `{}` are", rule.figure.input);
        let help = "enter the year on the page `About` of the mapping, or propose it with `sg3 map ... --year 2024`";
        diagnostics.add(complaint::rule_error(rule, message, help));
        return None;
    }
    let message = format!("`{}` needs {} of keys", rule.figure, if stars.len() == 1 { "a column" } else { "two" });
    let help = "enter under “Keys in” the column that identifies the member of each value: A; for a table with keys on two sides A, 6";
    diagnostics.add(complaint::rule_error(rule, message, help));
    None
}
