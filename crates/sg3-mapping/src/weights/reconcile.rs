//! Which differences are rounding, and which amounts matter.

/// Parts of what is not used that are smaller than this share of what is, are not worth a message.
///
/// Serves the test `totals_and_what_is_not_used_are_told_unless_accepted`.
pub(crate) const MATERIAL: f64 = 0.001;
/// Amounts that differ by less are the same.
///
/// Serves the tests `audited_figures_are_held_against_what_is_mapped` and `a_row_is_split_by_a_key_and_several_lines_are_added`.
pub(crate) const ROUNDING: f64 = 1e-6;
/// The noise of a sum of many amounts, as a share of it.
///
/// Serves the test `subtotals_of_a_ledger_are_held_against_its_accounts`.
pub(crate) const OF_SUM: f64 = 1e-9;
/// How far printed parts may be from their total, as a share of it.
///
/// Serves the test `subtotals_of_a_ledger_are_held_against_its_accounts`.
pub(crate) const OF_PRINTED_TOTAL: f64 = 1e-6;
/// The same in the unit that they are printed in: each is rounded by itself.
///
/// Serves the test `subtotals_of_a_ledger_are_held_against_its_accounts`.
pub(crate) const PRINTED_UNITS: f64 = 2.0;
/// What rounding to cents may do to each row of a list.
///
/// Serves the test `subtotals_of_a_ledger_are_held_against_its_accounts`.
pub(crate) const CENTS_OF_ROW: f64 = 0.005;
/// What is less than this part of the amounts that are added is nothing.
///
/// Serves the test `confirmed_lists_give_exactly_what_is_true`: a trial balance adds up to nothing.
pub(crate) const RESIDUE: f64 = 1e-12;
