//! Balances in a list, told by arithmetic: whatever the words above them, debits equal credits, and opening and movement make closing.

use super::balance_columns::BalanceColumns;
use super::dictionary::words::{BEFORE, CLOSING, CREDIT, DEBIT, OPENING, PLAN};
use super::equal_amounts::{are_one_sided, is_same_sum, is_zero_sum, share_of_rows};
use super::lexicon::Lexicon;
use super::list::SourceList;
use super::side_mark::find_side_mark;
use crate::source::cell::SourceValue;
use crate::source::sheet::SourceSheet;
use crate::weights::balances::{NAMES_ROLE, SAME_IN_ROWS};

/// What a list says of the accounts of a ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TrialBalance {
    /// When the period begins.
    pub(crate) opening: Option<BalanceColumns>,
    /// When it ends; several where there are columns for several years.
    pub(crate) closing: Vec<BalanceColumns>,
    /// Whether debits equal credits.
    pub(crate) is_balanced: bool,
    /// Whether several columns could be the closing balance: this year and the last, unnamed.
    pub(crate) is_doubtful: bool,
    /// Every column of balances and movements: none of them answers anything else.
    pub(crate) amounts: Vec<usize>,
}

/// Columns with the balance of every row that they give.
struct Balances {
    columns: BalanceColumns,
    nets: Vec<f64>,
}

/// The trial balance that a list is, if its amounts or the words above them say so.
pub(crate) fn find_trial_balance(list: &SourceList, sheet: &SourceSheet, lexicon: &Lexicon) -> Option<TrialBalance> {
    let amounts = Amounts::of(list, sheet, lexicon);
    let balanced = without_repeats(amounts.balanced());
    let is_balanced = !balanced.is_empty();
    let found = if is_balanced { balanced } else { amounts.named_sides() };
    let last = found.last()?.columns.clone();
    let used = found.iter().flat_map(|balances| balances.columns.all()).collect();
    let mut trial_balance = TrialBalance { is_balanced, amounts: used, ..TrialBalance::default() };
    if let Some((opening, closing)) = opening_and_closing(&found) {
        trial_balance.opening = Some(found[opening].columns.clone());
        trial_balance.closing = vec![found[closing].columns.clone()];
        return Some(trial_balance);
    }
    let is_opening = |balances: &&Balances| amounts.is_opening(balances.columns.first());
    trial_balance.opening = found.iter().find(is_opening).map(|balances| balances.columns.clone());
    let closing = found.iter().filter(|balances| !is_opening(balances));
    trial_balance.closing = closing.map(|balances| balances.columns.clone()).collect();
    if !amounts.have_years(&trial_balance.closing) {
        trial_balance.is_doubtful = trial_balance.closing.len() > 1;
        trial_balance.closing = vec![last];
    }
    Some(trial_balance)
}

/// The amounts of a list, row by row.
struct Amounts<'a> {
    list: &'a SourceList,
    sheet: &'a SourceSheet,
    lexicon: &'a Lexicon,
    /// Columns of amounts.
    positions: Vec<usize>,
}

impl<'a> Amounts<'a> {
    fn of(list: &'a SourceList, sheet: &'a SourceSheet, lexicon: &'a Lexicon) -> Amounts<'a> {
        let mut amounts = Amounts { list, sheet, lexicon, positions: Vec::new() };
        amounts.positions = (0..list.columns.len()).filter(|column| amounts.holds_amounts(*column)).collect();
        amounts
    }

    /// Numbers, and none of a budget or of a difference.
    fn holds_amounts(&self, position: usize) -> bool {
        let column = &self.list.columns[position];
        let is_numeric = column.numbers > 0 && column.numbers * 10 >= column.filled * 9;
        is_numeric && !self.says(position, PLAN) && !self.says(position, BEFORE)
    }

    /// Whether the words above a column say what it is.
    fn says(&self, position: usize, role: &str) -> bool {
        let words = &self.list.columns[position].words;
        let alone = words.iter().map(|words| self.lexicon.fit_of_word(words, role));
        alone.fold(self.lexicon.fit_of_word(&words.join(" "), role), f64::max) >= NAMES_ROLE
    }

    /// Whether the lowest words above a column that say when its balances are of, say that a period begins.
    fn is_opening(&self, position: usize) -> bool {
        let fits = self.list.columns[position]
            .words
            .iter()
            .rev()
            .map(|words| (self.lexicon.fit_of_word(words, OPENING), self.lexicon.fit_of_word(words, CLOSING)));
        fits.into_iter()
            .find(|(opening, closing)| opening.max(*closing) >= NAMES_ROLE)
            .is_some_and(|(opening, closing)| opening > closing)
    }

    fn values(&self, position: usize) -> Vec<f64> {
        let column = self.list.columns[position].column;
        let rows = self.list.records(self.sheet);
        rows.map(|row| row.cell(column).and_then(SourceValue::number).unwrap_or(0.0)).collect()
    }

    /// Columns whose debits equal their credits.
    fn balanced(&self) -> Vec<Balances> {
        let values: Vec<Vec<f64>> = self.positions.iter().map(|position| self.values(*position)).collect();
        let mut found = Vec::new();
        let mut number = 0;
        while number < values.len() {
            let next = values.get(number + 1).filter(|_| self.stand_together(number));
            if is_zero_sum(&values[number]) {
                let columns = BalanceColumns::Signed(self.positions[number]);
                found.push(Balances { columns, nets: values[number].clone() });
            } else if let Some(other) = next.filter(|other| self.are_two_sides(number, &values[number], other)) {
                found.push(self.sides(number, &values[number], other));
                number += 1;
            } else if let Some(marked) = self.marked(number, &values[number]) {
                found.push(marked);
            }
            number += 1;
        }
        found
    }

    fn stand_together(&self, number: usize) -> bool {
        let next = self.positions.get(number + 1);
        next.is_some_and(|next| *next == self.positions[number] + 1)
    }

    /// Two columns of sides; debits stand first, unless words say otherwise.
    fn sides(&self, number: usize, one: &[f64], other: &[f64]) -> Balances {
        let (left, right) = (self.positions[number], self.positions[number + 1]);
        let is_reversed = self.says(left, CREDIT) && !self.says(left, DEBIT);
        let sign = if is_reversed { -1.0 } else { 1.0 };
        let (debit, credit) = if is_reversed { (right, left) } else { (left, right) };
        let nets = one.iter().zip(other).map(|(one, other)| sign * (one - other)).collect();
        Balances { columns: BalanceColumns::Sides { debit, credit }, nets }
    }

    /// Amounts without signs in two columns that add up to the same, each row on one side, or words that say so.
    fn are_two_sides(&self, number: usize, one: &[f64], other: &[f64]) -> bool {
        let are_positive = |values: &[f64]| values.iter().filter(|value| **value > 0.0).count() > 1;
        let negatives = one.iter().chain(other).filter(|value| **value < 0.0).count();
        are_positive(one)
            && are_positive(other)
            && negatives * 20 <= one.len()
            && is_same_sum(one, other)
            && (are_one_sided(one, other) || self.are_named_sides(number))
    }

    fn are_named_sides(&self, number: usize) -> bool {
        let (left, right) = (self.positions[number], self.positions[number + 1]);
        let is_pair = |one: usize, other: usize| self.says(one, DEBIT) && self.says(other, CREDIT);
        is_pair(left, right) || is_pair(right, left)
    }

    fn marked(&self, number: usize, values: &[f64]) -> Option<Balances> {
        if values.iter().any(|value| *value < 0.0) {
            return None;
        }
        let amounts = self.list.columns[self.positions[number]].column;
        let (mark, signs) = find_side_mark(self.list, self.sheet, self.lexicon, amounts)?;
        let nets: Vec<f64> = values.iter().zip(signs).map(|(value, sign)| value * sign).collect();
        is_zero_sum(&nets).then(|| Balances { columns: BalanceColumns::Marked(self.positions[number], mark), nets })
    }

    /// Pairs of columns that words call debit and credit, of a part of a ledger that does not balance.
    fn named_sides(&self) -> Vec<Balances> {
        let pairs = (0..self.positions.len().saturating_sub(1)).filter(|number| self.stand_together(*number));
        let named = pairs.filter(|number| self.are_named_sides(*number));
        named
            .map(|number| {
                self.sides(number, &self.values(self.positions[number]), &self.values(self.positions[number + 1]))
            })
            .collect()
    }

    /// Whether each of several balances says a year of its own.
    fn have_years(&self, balances: &[BalanceColumns]) -> bool {
        let years = balances.iter().map(|columns| self.list.columns[columns.first()].year());
        let mut years: Vec<i32> = years.flatten().collect();
        years.sort_unstable();
        years.dedup();
        years.len() == balances.len()
    }
}

/// Movements with their balances say the same twice: the balance counts, which stands on the right.
fn without_repeats(found: Vec<Balances>) -> Vec<Balances> {
    let mut kept: Vec<Balances> = Vec::new();
    for balances in found {
        kept.retain(|other| {
            share_of_rows(other.nets.iter().zip(&balances.nets).map(|(one, other)| (*one, *other))) < SAME_IN_ROWS
        });
        kept.push(balances);
    }
    kept
}

/// The opening and the closing among balances where opening and movement make closing.
fn opening_and_closing(found: &[Balances]) -> Option<(usize, usize)> {
    let numbers = 0..found.len();
    let mut pairs = numbers.clone().rev().flat_map(|closing| numbers.clone().map(move |opening| (opening, closing)));
    pairs.find(|(opening, closing)| {
        opening < closing
            && numbers.clone().any(|movement| {
                movement > *opening
                    && movement != *closing
                    && is_movement(&found[*opening], &found[movement], &found[*closing])
            })
    })
}

fn is_movement(opening: &Balances, movement: &Balances, closing: &Balances) -> bool {
    let sums = opening.nets.iter().zip(&movement.nets).map(|(opening, movement)| opening + movement);
    share_of_rows(sums.zip(closing.nets.iter().copied())) >= SAME_IN_ROWS
}
