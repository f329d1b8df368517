//! How likely a column of a list fills an input, and which lists name members.

/// A list has at least so many records.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const LEAST_LIST: usize = 3;
/// Words of a column that are kept apart.
///
/// A bound on memory; no row of the report.
pub(crate) const MOST_DISTINCT: usize = 20_000;
/// Blank rows within a list.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const MOST_GAP: u32 = 4;
/// What the lowest words of a head count for by themselves.
///
/// Serves halmar (both): moved by a tenth.
pub(crate) const OF_LOWEST_HEAD: f64 = 0.98;
/// What the words above them count for.
///
/// Serves halmar: moved by a third.
pub(crate) const OF_HIGHER_HEAD: f64 = 0.9;
/// What a title counts for over a column that is called a code, whatever of.
///
/// Serves halmar: moved by a tenth.
pub(crate) const CODE_BELOW_TITLE: f64 = 0.9;
/// What stands above a list, or the name of its sheet, counts for.
///
/// Serves halmar: moved by a tenth.
pub(crate) const OF_LIST_TITLE: f64 = 0.95;
/// A name is less of a reference than a code.
///
/// Serves halmar (both): moved by a third.
pub(crate) const BY_NAME: f64 = 0.95;
/// A head must mean a dimension so well for its column to name the members.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const NAMES_LIST: f64 = 0.5;
/// What the head counts for among what makes a list that of the members.
///
/// Serves halmar (both): moved by a tenth.
pub(crate) const BY_HEAD: f64 = 0.62;
/// What the title counts for.
///
/// Serves halmar: moved by a tenth.
pub(crate) const BY_TITLE: f64 = 0.14;
/// What each input counts for that the same list answers.
///
/// Serves halmar: moved by a tenth.
pub(crate) const BY_ANSWER: f64 = 0.06;
/// So many of them count.
///
/// Serves halmar (both): moved by a third.
pub(crate) const MOST_ANSWERS: usize = 4;
/// Names are rarely what other lists refer to.
///
/// Serves halmar (both): moved by a third.
pub(crate) const OF_NAMES: f64 = 0.75;
/// A column whose head means an input so well is no name.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const ANSWERED: f64 = 0.6;
/// Codes are short.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const CODE_LETTERS: usize = 16;
/// A column of codes names members, nearly all of it.
///
/// Serves halmar (both): moved by a third.
pub(crate) const NAMED: f64 = 0.9;
/// The share of a column that must name members for it to refer to them.
///
/// Serves halmar (both): moved by a third.
pub(crate) const REFERS: f64 = 0.8;
/// What a head counts for that means the dimension and not the input.
///
/// Serves halmar (both): moved by a tenth.
pub(crate) const HEAD_OF_MEMBERS: f64 = 0.9;
/// What a column of words counts for at least, however few of them are known options.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const LEAST_OPTIONS: f64 = 0.3;
/// A word means an option if it fits so well.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const OPTION: f64 = 0.5;
/// Words of a column that are held against options.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_OPTIONS: usize = 60;
/// What a column of another unit counts for.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const OTHER_UNIT: f64 = 0.35;
/// Columns with more words than this are no options, and no meaning is proposed.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MOST_WORDS: usize = 100;
/// Candidates worse than this are not looked at.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const HOPELESS: f64 = 0.3;
/// What a list counts for that is not the one that names the members.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const OTHER_LIST: f64 = 0.93;
/// Every input that names a member must be found so well among the columns of a list whose rows are members.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const LEAST_REFERENCE: f64 = 0.5;
/// What such a list counts for whose title says nothing.
///
/// Serves halmar (both): moved by a tenth.
pub(crate) const ROWS_UNTITLED: f64 = 0.94;
/// What its title adds.
///
/// Serves halmar (half): moved to a third of it, or threefold.
pub(crate) const ROWS_BY_TITLE: f64 = 0.06;
/// The share of the columns across a matrix that must be known.
///
/// Serves halmar (both): moved by a third.
pub(crate) const MOST_HEADS: f64 = 0.6;
/// What a matrix counts for by the codes beside it.
///
/// Serves halmar (both): moved by a third.
pub(crate) const MATRIX_BY_CODES: f64 = 0.9;
/// What the codes above it add.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const MATRIX_BY_HEADS: f64 = 0.1;
/// What a matrix counts for whose title says nothing of the input.
///
/// Serves halmar (both): moved by a third.
pub(crate) const MATRIX_UNTITLED: f64 = 0.55;
/// What its title adds.
///
/// Serves halmar (both): moved to a third of it, or threefold.
pub(crate) const MATRIX_BY_TITLE: f64 = 0.45;
/// The share of records that have a code in the column of codes.
///
/// Serves `samples/shapes`.
pub(crate) const LEAST_CODED: f64 = 0.9;
/// Codes that begin with more different letters than this are not told apart from other rows by how they begin.
///
/// Serves `samples/shapes`: trial balances over several pages.
pub(crate) const MOST_BEGINNINGS: usize = 15;
/// Rows that begin as codes do and are none, named one by one.
///
/// Serves `samples/shapes`.
pub(crate) const MOST_EXCEPTIONS: usize = 30;
/// What a column of codes counts for whose head says nothing.
///
/// Serves `samples/shapes`: a trial balance beside its chart of accounts.
pub(crate) const BY_CODES_ALONE: f64 = 0.55;
/// So many different codes are no coincidence,
///
/// Serves `samples/shapes`.
pub(crate) const MANY_CODES: usize = 20;
/// if each is so long.
///
/// Serves `samples/shapes`.
pub(crate) const LEAST_CODE: usize = 3;
/// A list without a head begins with so many rows of a code, words and numbers.
///
/// Serves `samples/shapes`.
pub(crate) const LEAST_HEADLESS: usize = 12;
