//! How likely a column of a list fills an input, and which lists name members.

/// A list has at least so many records.
pub(crate) const LEAST_LIST: usize = 3;

/// Words of a column that are kept apart.
pub(crate) const MOST_DISTINCT: usize = 20_000;

/// Blank rows within a list.
pub(crate) const MOST_GAP: u32 = 4;

/// What the lowest words of a head count for by themselves.
pub(crate) const OF_LOWEST_HEAD: f64 = 0.98;

/// What the words above them count for.
pub(crate) const OF_HIGHER_HEAD: f64 = 0.9;

/// What a title counts for over a column that is called a code, whatever of.
pub(crate) const CODE_BELOW_TITLE: f64 = 0.9;

/// What stands above a list, or the name of its sheet, counts for.
pub(crate) const OF_LIST_TITLE: f64 = 0.95;

/// A name is less of a reference than a code.
pub(crate) const BY_NAME: f64 = 0.95;

/// A head must mean a dimension so well for its column to name the members.
pub(crate) const NAMES_LIST: f64 = 0.5;

/// What the head counts for among what makes a list that of the members.
pub(crate) const BY_HEAD: f64 = 0.62;

/// What the title counts for.
pub(crate) const BY_TITLE: f64 = 0.14;

/// What each input counts for that the same list answers.
pub(crate) const BY_ANSWER: f64 = 0.06;

/// So many of them count.
pub(crate) const MOST_ANSWERS: usize = 4;

/// Names are rarely what other lists refer to.
pub(crate) const OF_NAMES: f64 = 0.75;

/// A column whose head means an input so well is no name.
pub(crate) const ANSWERED: f64 = 0.6;

/// Codes are short.
pub(crate) const CODE_LETTERS: usize = 16;

/// A column of codes names members, nearly all of it.
pub(crate) const NAMED: f64 = 0.9;

/// The share of a column that must name members for it to refer to them.
pub(crate) const REFERS: f64 = 0.8;

/// What a head counts for that means the dimension and not the input.
pub(crate) const HEAD_OF_MEMBERS: f64 = 0.9;

/// What a column of words counts for at least, however few of them are known options.
pub(crate) const LEAST_OPTIONS: f64 = 0.3;

/// A word means an option if it fits so well.
pub(crate) const OPTION: f64 = 0.5;

/// Words of a column that are held against options.
pub(crate) const MOST_OPTIONS: usize = 60;

/// What a column of another unit counts for.
pub(crate) const OTHER_UNIT: f64 = 0.35;

/// Columns with more words than this are no options, and no meaning is proposed.
pub(crate) const MOST_WORDS: usize = 100;

/// Candidates worse than this are not looked at.
pub(crate) const HOPELESS: f64 = 0.3;

/// What a list counts for that is not the one that names the members.
pub(crate) const OTHER_LIST: f64 = 0.93;

/// Every input that names a member must be found so well among the columns of a list whose rows are members.
pub(crate) const LEAST_REFERENCE: f64 = 0.5;

/// What such a list counts for whose title says nothing.
pub(crate) const ROWS_UNTITLED: f64 = 0.94;

/// What its title adds.
pub(crate) const ROWS_BY_TITLE: f64 = 0.06;

/// The share of the columns across a matrix that must be known.
pub(crate) const MOST_HEADS: f64 = 0.6;

/// What a matrix counts for by the codes beside it.
pub(crate) const MATRIX_BY_CODES: f64 = 0.9;

/// What the codes above it add.
pub(crate) const MATRIX_BY_HEADS: f64 = 0.1;

/// What a matrix counts for whose title says nothing of the input.
pub(crate) const MATRIX_UNTITLED: f64 = 0.55;

/// What its title adds.
pub(crate) const MATRIX_BY_TITLE: f64 = 0.45;
