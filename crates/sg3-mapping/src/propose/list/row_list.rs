//! Lists whose rows are members: lines of a trial balance, measurements.

use super::candidate::{ColumnCandidate, column_year, first_full_column, members_figure, starred_figure};
use super::column_fit;
use super::column_rule::column_rule;
use super::context::{ColumnRef, ListContext};
use super::member_list::MemberList;
use super::trial_balance::{self, BalanceList};
use crate::rules::rule::MappingRule;
use crate::understand::concept::Concept;
use crate::weights::balances::WITHOUT_SOME_CODES;
use crate::weights::lists::{LEAST_REFERENCE, ROWS_BY_TITLE, ROWS_UNTITLED};
use sg3_calc::present::phrase;
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use std::collections::BTreeMap;

/// A list whose rows are members: columns with codes for every input that names members, and amounts beside them.
///
/// A trial balance is one although its rows name the accounts too, and although it may say nothing of cost centres.
pub(crate) fn candidates_of_rows(
    context: &ListContext,
    dimension: DimensionId,
    member_lists: &BTreeMap<DimensionId, MemberList>,
    year: Option<i32>,
    all: &mut Vec<ColumnCandidate>,
) {
    for list in 0..context.lists.len() {
        let keys = member_lists.values().filter_map(|other| other.keys).find(|keys| keys.0 == list);
        let rows = RowList { context, dimension, list, keys };
        let Some(worth) = rows.worth() else { continue };
        rows.add_candidates(worth, year, all);
    }
}

/// A list whose rows may be members of a dimension.
struct RowList<'a> {
    context: &'a ListContext<'a>,
    dimension: DimensionId,
    list: usize,
    /// The codes of members that the list names.
    keys: Option<ColumnRef>,
}

impl<'a> RowList<'a> {
    /// What the list counts for; nothing if its rows are something else.
    fn worth(&self) -> Option<f64> {
        let inputs = self.context.along(self.dimension);
        let references = inputs.filter(|id| matches!(self.context.model.quantity(*id).kind, Kind::Member(_)));
        let mut fits: Vec<(QuantityId, f64)> = references.map(|id| (id, self.best_fit(id))).collect();
        fits.sort_by(|one, other| one.1.total_cmp(&other.1));
        let are_all_found = fits.iter().all(|(_, fit)| *fit >= LEAST_REFERENCE);
        let are_accounts_found =
            fits.iter().any(|(id, fit)| *fit >= LEAST_REFERENCE && self.context.names_accounts(*id));
        match (are_all_found, self.keys.is_some()) {
            (true, false) => Some(1.0),
            _ if are_accounts_found && self.has_balances() => {
                Some(if are_all_found { 1.0 } else { WITHOUT_SOME_CODES })
            }
            _ => None,
        }
    }

    /// How well the best column fits an input that names members.
    fn best_fit(&self, id: QuantityId) -> f64 {
        self.columns().filter_map(|at| self.fit(id, at)).fold(0.0, f64::max)
    }

    fn fit(&self, id: QuantityId, at: ColumnRef) -> Option<f64> {
        let by_head = column_fit::fit_column(self.context, id, at);
        let by_rows = trial_balance::fit_of_codes(self.context, id, at, self.keys);
        by_head.into_iter().chain(by_rows).reduce(f64::max)
    }

    fn columns(&self) -> impl Iterator<Item = ColumnRef> + use<> {
        let list = self.list;
        (0..self.context.lists[list].columns.len()).map(move |column| (list, column))
    }

    /// Whether the amounts of the list are balances, by arithmetic or by their heads.
    fn has_balances(&self) -> bool {
        let Some(inputs) = self.context.balance_inputs(self.dimension) else { return false };
        self.context.trial_balance(self.list).is_some() || self.best_fit(inputs.closing) >= LEAST_REFERENCE
    }

    fn add_candidates(&self, worth: f64, year: Option<i32>, all: &mut Vec<ColumnCandidate>) {
        let about = self.context.about(self.list, Concept::Dimension(self.dimension));
        let worth = worth * (ROWS_UNTITLED + ROWS_BY_TITLE * about);
        let balances = self.balances(worth);
        for id in self.context.along(self.dimension) {
            let columns =
                self.columns().filter(|at| !balances.as_ref().is_some_and(|own| own.found.amounts.contains(&at.1)));
            all.extend(columns.filter_map(|at| self.candidate(id, at, worth, year)));
        }
        all.extend(balances.into_iter().flat_map(|balances| balances.candidates(year)));
    }

    fn balances(&self, worth: f64) -> Option<BalanceList<'a>> {
        let (context, list) = (self.context, self.list);
        let (inputs, found) = (context.balance_inputs(self.dimension)?, context.trial_balance(list)?);
        Some(BalanceList { context, inputs, list, found, keys: None, made: vec![self.members()], worth })
    }

    /// The rule that makes the rows members.
    fn members(&self) -> MappingRule {
        let figure = members_figure(self.context, self.dimension);
        let rule = column_rule(self.context, figure, first_full_column(self.context, self.list));
        MappingRule { why: "its codes are known".to_owned(), ..rule }
    }

    fn candidate(&self, id: QuantityId, at: ColumnRef, worth: f64, wanted: Option<i32>) -> Option<ColumnCandidate> {
        let context = self.context;
        let quantity = context.model.quantity(id);
        let fit = self.fit(id, at)?;
        let year = column_year(context, quantity, at, wanted);
        let row = phrase::within(&context.model.dimension(self.dimension).label);
        Some(ColumnCandidate {
            quantity: id,
            year,
            at,
            score: fit * worth,
            line: column_rule(context, starred_figure(context, quantity, year), at),
            made: vec![self.members()],
            why: format!("heading fits {:.0} %; every row is one {row}", 100.0 * fit),
            refers: column_fit::dimension_referred(context, id, at),
            is_scaled: true,
        })
    }
}
