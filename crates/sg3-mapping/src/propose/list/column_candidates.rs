//! Columns that could fill inputs: beside codes, of rows that are members, and of tables with codes on two sides.

use super::candidate::{ColumnCandidate, column_year, first_full_column, members_figure, starred_figure};
use super::column_rule::column_rule;
use super::context::{ColumnRef, ListContext};
use super::member_list::MemberList;
use super::{column_fit, matrix};
use crate::rules::keys::MemberKeys;
use crate::rules::rule::MappingRule;
use crate::understand::concept::Concept;
use crate::weights::lists::{HOPELESS, LEAST_REFERENCE, NAMED, OTHER_LIST, ROWS_BY_TITLE, ROWS_UNTITLED};
use sg3_calc::present::phrase;
use sg3_lang::model::{DimensionId, Kind, Members, QuantityId};
use std::collections::BTreeMap;

/// Every candidate that is not hopeless.
pub(crate) fn candidates(
    context: &ListContext,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    year: Option<i32>,
) -> Vec<ColumnCandidate> {
    let mut all = Vec::new();
    for dimension in &context.listed {
        match context.model.dimension(*dimension).members {
            Members::FromRows => {
                candidates_of_rows(context, *dimension, member_lists, year, &mut all);
                matrix::candidates_of_cells(context, *dimension, year, &mut all);
            }
            _ => candidates_beside_codes(context, *dimension, member_lists, year, &mut all),
        }
    }
    matrix::candidates_of_two_axes(context, year, &mut all);
    all.retain(|candidate| candidate.score >= HOPELESS);
    all
}

fn candidates_beside_codes(
    context: &ListContext,
    dimension: DimensionId,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    year: Option<i32>,
    all: &mut Vec<ColumnCandidate>,
) {
    let own = member_lists.get(&dimension).and_then(|member_list| member_list.keys);
    for (list, found) in context.lists.iter().enumerate() {
        let is_own = own.is_some_and(|own| own.0 == list);
        let keys = own.filter(|_| is_own).map(|own| own.1).or_else(|| key_column(context, dimension, list));
        let Some(keys) = keys else { continue };
        let worth = if is_own { 1.0 } else { OTHER_LIST };
        for id in context.along(dimension) {
            let columns = (0..found.columns.len()).filter(|column| *column != keys);
            all.extend(columns.filter_map(|column| beside_codes(context, id, ((list, column), keys, worth), year)));
        }
    }
}

/// The first column of a list that names another member in every record.
fn key_column(context: &ListContext, dimension: DimensionId, list: usize) -> Option<usize> {
    let records = context.lists[list].records;
    let mut columns = (0..context.lists[list].columns.len()).map(|column| (list, column));
    let found = columns.find(|at| context.names(*at, dimension) >= NAMED && context.column(*at).is_unique(records));
    found.map(|at| at.1)
}

fn beside_codes(
    context: &ListContext,
    id: QuantityId,
    (at, keys, worth): (ColumnRef, usize, f64),
    wanted: Option<i32>,
) -> Option<ColumnCandidate> {
    let quantity = context.model.quantity(id);
    let fit = column_fit::fit_column(context, id, at)?;
    let year = column_year(context, quantity, at, wanted)?;
    let keys = context.column((at.0, keys));
    let line = MappingRule {
        keys: vec![MemberKeys::Column(keys.column)],
        ..column_rule(context, starred_figure(context, quantity, year), at)
    };
    Some(ColumnCandidate {
        quantity: id,
        year,
        at,
        score: fit * worth,
        line,
        made: Vec::new(),
        why: format!("heading fits {:.0} %; codes in “{}”", 100.0 * fit, keys.words.join(" · ")),
        refers: column_fit::dimension_referred(context, id, at),
        is_scaled: true,
    })
}

/// A list whose rows are members: columns with codes for every input that names members, and amounts beside them.
fn candidates_of_rows(
    context: &ListContext,
    dimension: DimensionId,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    year: Option<i32>,
    all: &mut Vec<ColumnCandidate>,
) {
    let inputs: Vec<QuantityId> = context.along(dimension).collect();
    for (list, found) in context.lists.iter().enumerate() {
        let names_members = member_lists.values().any(|other| other.keys.is_some_and(|keys| keys.0 == list));
        if names_members || least_reference(context, &inputs, list) < LEAST_REFERENCE {
            continue;
        }
        let about = context.about(list, Concept::Dimension(dimension));
        for id in &inputs {
            let columns = (0..found.columns.len()).map(|column| (list, column));
            all.extend(columns.filter_map(|at| of_rows(context, *id, at, (dimension, about), year)));
        }
    }
}

/// How well the best column of a list fits, for the input that names members and fits it least.
fn least_reference(context: &ListContext, inputs: &[QuantityId], list: usize) -> f64 {
    let references = inputs.iter().filter(|id| matches!(context.model.quantity(**id).kind, Kind::Member(_)));
    let best = references.map(|id| {
        let columns = (0..context.lists[list].columns.len()).map(|column| (list, column));
        columns.filter_map(|at| column_fit::fit_column(context, *id, at)).fold(0.0, f64::max)
    });
    best.fold(1.0, f64::min)
}

fn of_rows(
    context: &ListContext,
    id: QuantityId,
    at: ColumnRef,
    (dimension, about): (DimensionId, f64),
    wanted: Option<i32>,
) -> Option<ColumnCandidate> {
    let quantity = context.model.quantity(id);
    let fit = column_fit::fit_column(context, id, at)?;
    let year = column_year(context, quantity, at, wanted)?;
    let row = phrase::within(&context.model.dimension(dimension).label);
    let members = column_rule(context, members_figure(context, dimension), first_full_column(context, at.0));
    Some(ColumnCandidate {
        quantity: id,
        year,
        at,
        score: fit * (ROWS_UNTITLED + ROWS_BY_TITLE * about),
        line: column_rule(context, starred_figure(context, quantity, year), at),
        made: vec![MappingRule { why: "its codes are known".to_owned(), ..members }],
        why: format!("heading fits {:.0} %; every row is one {row}", 100.0 * fit),
        refers: column_fit::dimension_referred(context, id, at),
        is_scaled: true,
    })
}
