//! Members that the model leaves to the operator: the rows of the table that is about an input along them.

use super::concept::Concept;
use super::demand;
use super::groups::Group;
use super::member_key::member_key;
use super::members::Members;
use super::table_meaning::TableMeaning;
use super::understood::Understood;
use crate::source::file::SourceFile;
use crate::weights::tables::{ABOUT_MEMBERS, MOST_MEMBER_ROWS, MOST_MEMBERS};
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use std::sync::Arc;

/// Finds members of dimensions from data; true if any were found.
pub(crate) fn find_members(understood: &Understood, year: Option<i32>, members: &mut Members) -> bool {
    let Understood { model, respondent, .. } = understood;
    let mut any = false;
    let in_lists = demand::listed_dimensions(model, *respondent, &understood.lexicon);
    for (id, quantity, input) in model.inputs() {
        let [axis] = &quantity.axes[..] else { continue };
        let is_free = members.of(axis.dimension).is_none() && !in_lists.contains(&axis.dimension);
        let is_open = model.dimension(axis.dimension).is_from_data() && is_free;
        if is_open && respondent.answers_for(input.owner) && matches!(quantity.kind, Kind::Number(_)) {
            let is_rows = matches!(model.dimension(axis.dimension).members, sg3_lang::model::Members::FromRows);
            let most = if is_rows { MOST_MEMBER_ROWS } else { MOST_MEMBERS };
            any |= find_members_of_input((id, axis.dimension, most), understood, year, members);
        }
    }
    any
}

fn find_members_of_input(
    (quantity, dimension, most): (QuantityId, DimensionId, usize),
    understood: &Understood,
    year: Option<i32>,
    members: &mut Members,
) -> bool {
    let tables = understood.tables.iter().map(|table| score_table(quantity, understood, table, year));
    let best = tables.filter(|(_, rows)| rows.len() > 1 && rows.len() <= most).fold(
        None,
        |best: Option<(f64, Vec<String>)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        },
    );
    let Some((_, labels)) = best.filter(|(clear, _)| *clear >= ABOUT_MEMBERS) else { return false };
    members.list(dimension, with_keys(labels));
    true
}

/// How clearly rows of a table are about an input, and what they are called.
fn score_table(
    quantity: QuantityId,
    understood: &Understood,
    found: &TableMeaning,
    year: Option<i32>,
) -> (f64, Vec<String>) {
    let concept = Concept::Quantity(quantity);
    let by_head = found.of_head.iter().map(|head| head.fit(concept)).fold(0.0, f64::max);
    let about = found.about.fit(concept).max(by_head);
    let of_group = found.of_group(&understood.lexicon).iter();
    let fits: Vec<f64> = found
        .groups
        .iter()
        .zip(of_group)
        .map(|(group, evidence)| {
            let in_section = if group.section.is_empty() { 0.0 } else { evidence.fit(concept) };
            let is_counted = is_member_row(found, group) && has_figure(understood.files, found, group.lines[0], year);
            if is_counted { about.max(in_section) } else { 0.0 }
        })
        .collect();
    let clear = fits.iter().copied().fold(0.0, f64::max);
    let rows = found.groups.iter().zip(&fits).filter(|(_, fit)| **fit >= ABOUT_MEMBERS && **fit >= clear - 1e-9);
    (clear, rows.map(|(group, _)| group.label.clone()).collect())
}

/// A row by itself that has a name and is no sum.
fn is_member_row(found: &TableMeaning, group: &Group) -> bool {
    let is_single = group.sums.is_none() && group.filter.is_empty();
    is_single && !found.table.lines[group.lines[0]].is_total && !group.label.is_empty()
}

fn has_figure(files: &[SourceFile], found: &TableMeaning, line: usize, year: Option<i32>) -> bool {
    let row = found.table.lines[line].row;
    let columns = found.table.heads.iter().zip(&found.columns);
    let counts = columns
        .filter(|(_, column)| !column.is_aside && (column.year.is_none() || year.is_none() || column.year == year));
    counts.into_iter().any(|(head, _)| {
        files[found.file].number(found.table.sheet, row, head.column).is_some_and(|number| number != 0.0)
    })
}

/// A key for every label, each another.
fn with_keys(labels: Vec<String>) -> Vec<(Arc<str>, String)> {
    let mut keyed: Vec<(Arc<str>, String)> = Vec::new();
    for label in labels {
        let plain = member_key(&label);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let mut keys = std::iter::once(plain.clone()).chain(numbered);
        let free = keys.find(|key| !keyed.iter().any(|(other, _)| **other == **key)).expect("numbers do not run out");
        keyed.push((free.into(), label));
    }
    keyed
}
