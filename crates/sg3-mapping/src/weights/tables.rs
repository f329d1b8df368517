//! How tables are cut out of a sheet, and what the words around a figure count for.

/// A head has at most so many rows.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_HEAD_ROWS: usize = 5;
/// Headings of rows between a head and the first figures.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_SECTIONS: usize = 2;
/// Accounts have codes of at least so many digits.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const LEAST_DIGITS: usize = 2;
/// A longer list of numbers is not one of accounts.
///
/// A bound on memory; no row of the report.
pub(crate) const MOST_CODES: usize = 20_000;
/// Without a word for it, a sum is looked for among so many rows above.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const TOTAL_REACH: usize = 60;
/// Digits that the figures of a sum have which no word announces, in a table of less than ten rows; one more in each ten times
/// as long.
///
/// Serves the test `round_amounts_are_no_totals`.
pub(crate) const DIGITS_OF_SUM: usize = 4;
/// Figures smaller than this are sums of others by chance.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const LEAST_TOTAL: f64 = 1_000.0;
/// A table of records has at least so many rows.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const LEAST_RECORDS: usize = 24;
/// A table of records has at least so many rows for each value of a column.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const RECORDS_FOR_EACH: usize = 3;
/// A ledger has at least so many accounts.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const LEAST_ACCOUNTS: usize = 25;
/// How well a label must fit to be a part of an input.
///
/// Serves savanna (both): moved by a third.
pub(crate) const PART_OF_INPUT: f64 = 0.5;
/// Inputs of which a label is a part nearly as well are all meant.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const AS_GOOD_A_PART: f64 = 0.02;
/// What a sum of parts fits its input at least.
///
/// Serves savanna: moved by a tenth.
pub(crate) const SUM_AT_LEAST: f64 = 0.55;
/// What a sum of parts gains by how well its parts fit.
///
/// Serves savanna: moved by a tenth.
pub(crate) const SUM_BY_PARTS: f64 = 0.4;
/// Below this a label does not mean a thing.
///
/// Serves bafing (half): moved by a third.
pub(crate) const LEAST_MEANT: f64 = 0.3;
/// What a label counts for that is read together with its section, or the lowest row of a head by itself.
///
/// Serves bafing (both): moved by a tenth.
pub(crate) const OF_WHOLE_LABEL: f64 = 0.98;
/// What the upper rows of a head count for.
///
/// Serves bafing (both): moved by a tenth.
pub(crate) const OF_UPPER_HEAD: f64 = 0.95;
/// What the heading above some rows counts for.
///
/// Serves bafing (both): moved by a third.
pub(crate) const OF_SECTION: f64 = 0.95;
/// What the heading above some rows counts for once more where it names a member: what a row says itself goes before it.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MEMBER_OF_SECTION: f64 = 0.9;
/// What the nearest title of a table counts for; what is farther away fades.
///
/// Serves nile: moved by a tenth.
pub(crate) const OF_TITLE: f64 = 0.92;
/// What other titles of a table count for.
///
/// Serves altiplano: moved by a tenth.
pub(crate) const OF_FAR_TITLE: f64 = 0.8;
/// What the name of a sheet counts for.
///
/// Serves jade (both), savanna (both), halmar (both): moved by a tenth.
pub(crate) const OF_SHEET: f64 = 0.9;
/// What the name of a file counts for.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const OF_FILE: f64 = 0.5;
/// A heading that means something so well counts beside a total of its row.
///
/// Serves nile (both): moved by a tenth.
pub(crate) const SAYS_MORE: f64 = 0.5;
/// How clearly a table must be about an input for its rows to be members.
///
/// Serves nile, savanna (both): moved by a third.
pub(crate) const ABOUT_MEMBERS: f64 = 0.6;
/// A longer list is a ledger, not members.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_MEMBERS: usize = 60;
/// The same where rows are members: it may be a ledger.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_MEMBER_ROWS: usize = 4_000;
