//! What a trial balance answers: the balance of each account when a period begins and when it ends.

use super::candidate::{ColumnCandidate, column_year, starred_figure};
use super::column_rule::column_rule;
use super::context::{ColumnRef, ListContext};
use crate::rules::figure::Figure;
use crate::rules::keys::MemberKeys;
use crate::rules::row_filter::Condition;
use crate::rules::rule::MappingRule;
use crate::understand::balance::TrialBalance;
use crate::understand::balance_columns::BalanceColumns;
use crate::understand::concept::Concept;
use crate::understand::demand;
use crate::understand::dictionary::words::{CLOSING, OPENING};
use crate::understand::measure::UnitKind;
use crate::weights::balances::{BALANCED, BY_WORDS_ALONE, CODES_OF_ACCOUNTS, NAMES_ROLE, UNSCALED_BALANCES};
use sg3_lang::model::{DimensionId, Kind, QuantityId};

/// The inputs along a dimension that ask for balances.
pub(crate) struct BalanceInputs {
    /// When a period begins.
    pub(crate) opening: Option<QuantityId>,
    /// When it ends.
    pub(crate) closing: QuantityId,
}

impl ListContext<'_> {
    /// Whether the members of a dimension are the accounts of a ledger.
    pub(crate) fn is_of_accounts(&self, dimension: DimensionId) -> bool {
        demand::are_accounts(self.model, dimension, self.lexicon)
    }

    /// Whether an input says of which account something is.
    pub(crate) fn names_accounts(&self, id: QuantityId) -> bool {
        matches!(self.model.quantity(id).kind, Kind::Member(of) if self.is_of_accounts(of))
    }

    /// The trial balance that a list is.
    pub(crate) fn trial_balance(&self, list: usize) -> Option<&TrialBalance> {
        self.trial_balances[list].as_ref()
    }

    /// How well a column names accounts, because its list is a trial balance and each of its rows has another code.
    pub(crate) fn codes_of_accounts(&self, dimension: DimensionId, at: ColumnRef) -> f64 {
        let is_meant =
            self.trial_balance(at.0).is_some_and(|found| found.is_balanced && !found.amounts.contains(&at.1));
        if is_meant && self.is_of_accounts(dimension) { CODES_OF_ACCOUNTS } else { 0.0 }
    }

    /// The inputs along a dimension that ask for the balances of accounts: along accounts themselves, or along lines that name one.
    pub(crate) fn balance_inputs(&self, dimension: DimensionId) -> Option<BalanceInputs> {
        let has_accounts = self.is_of_accounts(dimension) || self.along(dimension).any(|id| self.names_accounts(id));
        let money = |id: &QuantityId| UnitKind::of(self.model.quantity(*id)) == UnitKind::Money;
        let says = |id: &QuantityId, role: &str| self.lexicon.fit_of_word(&self.model.quantity(*id).label, role);
        let (opening, other): (Vec<QuantityId>, Vec<QuantityId>) =
            self.along(dimension).filter(money).partition(|id| says(id, OPENING) > says(id, CLOSING));
        let closing = other.into_iter().find(|id| says(id, CLOSING) >= NAMES_ROLE).filter(|_| has_accounts)?;
        Some(BalanceInputs { opening: opening.into_iter().find(|id| says(id, OPENING) >= NAMES_ROLE), closing })
    }
}

/// A list whose trial balance answers inputs along a dimension.
pub(crate) struct BalanceList<'a> {
    pub(crate) context: &'a ListContext<'a>,
    pub(crate) inputs: BalanceInputs,
    pub(crate) list: usize,
    pub(crate) found: &'a TrialBalance,
    /// Where the codes of the accounts stand, if each row is an account and no line of its own.
    pub(crate) keys: Option<usize>,
    /// Rules that must be there: rows that are members.
    pub(crate) made: Vec<MappingRule>,
    /// What the list counts for.
    pub(crate) worth: f64,
}

impl BalanceList<'_> {
    /// A candidate for each balance that is asked for.
    pub(crate) fn candidates(&self, year: Option<i32>) -> Vec<ColumnCandidate> {
        let opening = self.inputs.opening.zip(self.found.opening.as_ref());
        let closing = self.found.closing.iter().map(|columns| (self.inputs.closing, columns));
        opening.into_iter().chain(closing).filter_map(|(id, columns)| self.candidate(id, columns, year)).collect()
    }

    fn candidate(&self, id: QuantityId, columns: &BalanceColumns, wanted: Option<i32>) -> Option<ColumnCandidate> {
        let at = (self.list, columns.first());
        let quantity = self.context.model.quantity(id);
        let year = column_year(self.context, quantity, at, wanted);
        let figure = starred_figure(self.context, quantity, year);
        let mut rules = self.rules(&figure, columns);
        let line = rules.remove(0);
        let why = if self.found.is_balanced { "debits equal credits" } else { "headed debit and credit" };
        Some(ColumnCandidate {
            quantity: id,
            year,
            at,
            score: self.worth * self.score(at, id),
            line,
            made: self.made.iter().cloned().chain(rules).collect(),
            why: why.to_owned(),
            refers: None,
            is_scaled: true,
        })
    }

    /// Balances whose currency and scale are not stated may be in thousands; neither these nor one of several columns are certain.
    fn score(&self, at: ColumnRef, id: QuantityId) -> f64 {
        let measure = self.context.measured(at, self.context.model.quantity(id));
        let is_said = !self.found.is_doubtful && (measure.said.is_some() || measure.currency.is_some());
        let score = if self.found.is_balanced { BALANCED } else { BY_WORDS_ALONE };
        if is_said { score } else { score.min(UNSCALED_BALANCES) }
    }

    /// What is added, and what is deducted.
    fn rules(&self, figure: &Figure, columns: &BalanceColumns) -> Vec<MappingRule> {
        match columns {
            BalanceColumns::Signed(column) => vec![self.rule(figure, *column, None)],
            BalanceColumns::Sides { debit, credit } => {
                vec![self.rule(figure, *debit, None), deducted(self.rule(figure, *credit, None))]
            }
            BalanceColumns::Marked(column, mark) => vec![
                self.rule(figure, *column, Some(mark.debit())),
                deducted(self.rule(figure, *column, Some(mark.credit()))),
            ],
        }
    }

    fn rule(&self, figure: &Figure, column: usize, rows: Option<Condition>) -> MappingRule {
        let at = (self.list, column);
        let id = self.context.model.find_quantity(&figure.input).expect("an input of the model");
        let measure = self.context.measured(at, self.context.model.quantity(id));
        let keys = self.keys.map(|keys| MemberKeys::Column(self.context.column((self.list, keys)).column));
        let mut rule = column_rule(self.context, figure.clone(), at);
        rule.keys = keys.into_iter().collect();
        rule.rows.conditions.extend(rows);
        MappingRule { factor: measure.factor, currency: measure.currency.unwrap_or_default(), ..rule }
    }
}

fn deducted(rule: MappingRule) -> MappingRule {
    MappingRule { is_negative: true, why: "credits are deducted".to_owned(), ..rule }
}

/// Codes of accounts whose head says nothing, beside the balances of a trial balance.
pub(crate) fn fit_of_codes(
    context: &ListContext,
    id: QuantityId,
    at: ColumnRef,
    keys: Option<ColumnRef>,
) -> Option<f64> {
    let is_meant = keys == Some(at) && context.names_accounts(id);
    let by_head = context.head(at, Concept::Quantity(id));
    is_meant.then(|| by_head.max(context.trial_balance(at.0).map_or(0.0, |_| CODES_OF_ACCOUNTS)))
}
