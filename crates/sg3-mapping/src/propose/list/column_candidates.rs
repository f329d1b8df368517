//! Columns that could fill inputs: beside codes, of rows that are members, and of tables with codes on two sides.

use super::candidate::{ColumnCandidate, column_year, starred_figure};
use super::column_rule::column_rule;
use super::context::{ColumnRef, ListContext};
use super::member_list::MemberList;
use super::row_list::candidates_of_rows;
use super::trial_balance::BalanceList;
use super::{column_fit, matrix};
use crate::rules::keys::MemberKeys;
use crate::rules::rule::MappingRule;
use crate::weights::lists::{HOPELESS, NAMED, OTHER_LIST};
use sg3_lang::model::{DimensionId, Members, QuantityId};
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
        let balances = balances_beside_codes(context, dimension, (list, keys, worth));
        let is_balance = |column: &usize| balances.as_ref().is_some_and(|own| own.found.amounts.contains(column));
        for id in context.along(dimension) {
            let columns = (0..found.columns.len()).filter(|column| *column != keys && !is_balance(column));
            all.extend(columns.filter_map(|column| beside_codes(context, id, ((list, column), keys, worth), year)));
        }
        all.extend(balances.into_iter().flat_map(|balances| balances.candidates(year)));
    }
}

/// A trial balance whose accounts are members themselves.
fn balances_beside_codes<'a>(
    context: &'a ListContext<'a>,
    dimension: DimensionId,
    (list, keys, worth): (usize, usize, f64),
) -> Option<BalanceList<'a>> {
    let (inputs, found) = (context.balance_inputs(dimension)?, context.trial_balance(list)?);
    Some(BalanceList { context, inputs, list, found, keys: Some(keys), made: Vec::new(), worth })
}

/// The first column of a list that names another member in every record.
fn key_column(context: &ListContext, dimension: DimensionId, list: usize) -> Option<usize> {
    let records = context.lists[list].count;
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
    let year = column_year(context, quantity, at, wanted);
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
