//! How likely a cell is a figure of the model.

/// An input with more places than this is asked for by rules or by the form, not cell by cell.
///
/// A bound on time; no row of the report.
pub(crate) const MOST_PLACES: usize = 4_000;
/// A row that is a member of something is less of a figure without members.
///
/// Serves altiplano: moved to a third of it, or threefold.
pub(crate) const OF_MEMBER: f64 = 0.6;
/// A member must be meant so clearly.
///
/// Serves bafing (half): moved by a tenth.
pub(crate) const LEAST_MEMBER: f64 = 0.4;
/// What a table is about counts less where many rows could be the input.
///
/// Serves bafing (both), nile (both): moved to a third of it, or threefold.
pub(crate) const ABOUT_ALONE: f64 = 0.5;
/// Candidates worse than this are hopeless.
///
/// Serves bafing (half), jade (half), savanna (half): moved to a third of it, or threefold.
pub(crate) const LEAST_CANDIDATE: f64 = 0.2;
/// What members count for beside the words of the input, as powers that add up to one.
///
/// Serves bafing (both), jade, altiplano (both), savanna: moved by a tenth.
pub(crate) const BY_MEMBER: f64 = 0.55;
/// What the words of the input count for beside members.
///
/// Serves bafing (both), jade, savanna (both): moved by a tenth.
pub(crate) const BY_INPUT: f64 = 0.45;
/// What is known of an input from its unit alone.
///
/// Serves nile (half), littoral (half): moved by a tenth.
pub(crate) const BY_UNIT: f64 = 0.62;
/// What a cell counts for whose unit is another.
///
/// Serves bafing (both), jade (both), altiplano (both), littoral (both): moved to a third of it, or threefold.
pub(crate) const CONTRADICTED: f64 = 0.35;
/// What a cell counts for whose unit nobody says.
///
/// Serves bafing, nile (both), jade (both), savanna (both), halmar (both): moved by a tenth.
pub(crate) const UNSAID: f64 = 0.96;
/// What a cell counts for in a column that is no result of the year: a budget, a difference.
///
/// Serves altiplano (both): moved to a third of it, or threefold.
pub(crate) const ASIDE: f64 = 0.3;
/// What a cell counts for in a column of debits or credits, or beside the total of its row.
///
/// Serves nile (half): moved by a tenth.
pub(crate) const OF_MOVEMENT: f64 = 0.6;
/// What a value counts for that the model would refuse.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const OUT_OF_RANGE: f64 = 0.3;
/// What a total counts for: its parts are taken rather.
///
/// Serves savanna (both): moved by a tenth.
pub(crate) const OF_TOTAL: f64 = 0.93;
/// What a sum of parts counts for where nothing is known of the rows around.
///
/// Serves bafing (half), savanna (half): moved to a third of it, or threefold.
pub(crate) const INCOMPLETE: f64 = 0.5;
/// A share above this is written in per cent, whether or not anybody says so.
///
/// Serves savanna (both): moved to a third of it, or threefold.
pub(crate) const LOOKS_LIKE_PER_CENT: f64 = 1.5;
/// What it is worth to stand in the block where most of an input stands.
///
/// No row of the report hangs on it by itself, even threefold.
pub(crate) const TOGETHER: f64 = 0.08;
/// Whole amounts below this may be in thousands, and then nothing is certain.
///
/// Serves savanna (both), halmar: moved by a third.
pub(crate) const SMALL_AMOUNT: f64 = 1e8;
/// The most that is said of an amount whose scale nobody says.
///
/// Serves savanna (both), halmar (both): moved by a third.
pub(crate) const UNSCALED: f64 = 0.75;
/// What a proposal is less sure by where neither unit nor scale is said.
///
/// Serves bafing, nile (both), jade (both), savanna (both), halmar (both): moved by a tenth.
pub(crate) const NOBODY_SAYS: f64 = 0.95;
/// A row that is meant for the same member must be so clear to be added.
///
/// Serves bafing (half): moved by a third.
pub(crate) const ALIKE_ROW: f64 = 0.62;
/// A sum of rows that nobody has summed is less sure.
///
/// Serves bafing (half): moved by a third.
pub(crate) const SUMMED: f64 = 0.9;
/// A row means one member only if every other is meant less by so much.
///
/// Serves bafing (half): moved to a third of it, or threefold.
pub(crate) const NO_OTHER_MEMBER: f64 = 0.1;
/// Near misses that are told.
///
/// Serves the column “What else it might be” of the mapping; no row of the report.
pub(crate) const NEAR_MISSES: usize = 2;
/// A near miss is told if it is so likely.
///
/// Serves the column “What else it might be” of the mapping; no row of the report.
pub(crate) const WORTH_TELLING: f64 = 0.35;
/// How clearly a row of a key must mean its member.
///
/// Serves the test `what_is_shared_is_split_by_their_key_and_never_as_certain`.
pub(crate) const KEY_MEMBER: f64 = 0.6;
/// How sure a split is by a key that is called one: which key is right, is for people to say.
///
/// Serves the test `what_is_shared_is_split_by_their_key_and_never_as_certain`: below what is called certain.
pub(crate) const BY_NAMED_KEY: f64 = 0.68;
/// How sure a split is by any other column that adds up.
///
/// Serves the same test: below a key that is named, above what is left open.
pub(crate) const BY_ANY_KEY: f64 = 0.55;
/// How far shares may be from adding up to one.
///
/// Serves the test `what_is_shared_is_split_by_their_key_and_never_as_certain`.
pub(crate) const SHARES_ADD_UP: f64 = 1e-6;
