//! What makes a list a trial balance.

/// Words above a column name its role so well.
///
/// Serves `samples/shapes`.
pub(crate) const NAMES_ROLE: f64 = 0.6;
/// Debits and credits that differ by a smaller share of all amounts are the same, within half a unit for each.
///
/// Serves `samples/shapes`: trial balances in thousands.
pub(crate) const ROUNDING: f64 = 1e-4;
/// The share of rows in which opening and movement must make closing.
///
/// Serves `samples/shapes`: trial balances of six columns.
pub(crate) const SAME_IN_ROWS: f64 = 0.98;
/// How well columns whose debits equal their credits fit the balances that are asked for.
///
/// Serves `samples/shapes`.
pub(crate) const BALANCED: f64 = 0.94;
/// The same where only words say so: debit and credit of a part of a ledger.
///
/// Serves `samples/shapes`.
pub(crate) const BY_WORDS_ALONE: f64 = 0.78;
/// How well a column of different codes names the accounts of a list that is a trial balance.
///
/// Serves `samples/shapes`: heads that the dictionaries do not have.
pub(crate) const CODES_OF_ACCOUNTS: f64 = 0.7;
/// What a list counts for that lacks some of the codes which its rows are asked for: a trial balance without cost centres.
///
/// Serves `samples/shapes`.
pub(crate) const WITHOUT_SOME_CODES: f64 = 0.9;
/// The most that is said of balances of which nobody says the currency or the scale.
///
/// Serves `samples/shapes`: below what is called certain.
pub(crate) const UNSCALED_BALANCES: f64 = 0.8;
