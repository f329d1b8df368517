//! How much one word is another, and how well words fit a phrase.

/// From here on two words are one but for a plural.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both): moved by a tenth.
pub(crate) const SAME_WORD: f64 = 0.95;
/// Two words of at least this many letters may differ by an ending or a slip.
///
/// Serves bafing (half), altiplano (both), savanna (both), littoral (half): moved by a tenth.
pub(crate) const LONG_WORD: usize = 5;
/// How much a word is another with one letter more: `call`, `calls`.
///
/// Serves savanna (both), halmar (both): moved by a tenth.
pub(crate) const LIKE_ONE_LETTER_MORE: f64 = 0.95;
/// How much a word is another that begins with it: `amort`, `amortissement`.
///
/// Serves bafing (both), altiplano (both): moved by a tenth.
pub(crate) const LIKE_ABBREVIATION: f64 = 0.85;
/// How much a word is another that ends otherwise: `interurbain`, `interurbaine`.
///
/// Serves savanna (half): moved by a tenth.
pub(crate) const LIKE_ANOTHER_ENDING: f64 = 0.88;
/// How much a word is another that differs by a slip: `swiching`, `switching`.
///
/// Serves bafing (half): moved by a tenth.
pub(crate) const LIKE_SLIP: f64 = 0.8;
/// Below this share of its words found, a phrase is not what a label means.
///
/// Serves bafing (half), jade (half), savanna (half): moved by a third.
pub(crate) const LEAST_FOUND: f64 = 0.6;
/// What finding all of a phrase counts beside having nothing left of the label.
///
/// Serves bafing (both), jade (both), savanna (both), halmar (half): moved by a tenth.
pub(crate) const OF_PHRASE: f64 = 0.55;
/// The same for scales, units and currencies, which stand in the middle of titles.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both): moved to a third of it, or threefold.
pub(crate) const OF_MEASURE: f64 = 0.9;
/// What words in another order count for: from here to there is not from there to here.
///
/// Serves nile (both), altiplano (both), savanna (half): moved by a tenth.
pub(crate) const IN_OTHER_ORDER: f64 = 0.9;
/// What the same words count for where the text is not the same.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both), littoral (half), halmar (both): moved by a tenth.
pub(crate) const BY_WORDS: f64 = 0.99;
/// How much a word is explained that belongs to the vocabulary of something else.
///
/// Serves bafing, savanna (half), halmar (half): moved by a tenth.
pub(crate) const OF_OTHER_KIND: f64 = 0.6;
/// The weight of a word that nobody knows, as a share of the mean weight of the words that are known.
///
/// Serves savanna: moved by a tenth.
pub(crate) const UNKNOWN_WORD: f64 = 0.7;
/// How well a text must name a scale, a unit or a currency: they are short, and must be found whole.
///
/// Serves bafing (both), nile (both), jade (both), altiplano (both), savanna (both), littoral (both): moved to a third of it, or threefold.
pub(crate) const NAMES_UNIT: f64 = 0.6;
/// How well a text must fit the words for plans and for the year before.
///
/// Serves altiplano (both): moved by a third.
pub(crate) const NAMES_PERIOD: f64 = 0.6;
/// How well a label must fit the words for a sum.
///
/// Serves nile (half), halmar (both): moved by a third.
pub(crate) const NAMES_TOTAL: f64 = 0.6;
/// How well a heading must fit the words for debit, credit or an opening balance.
///
/// Serves savanna (both): moved to a third of it, or threefold.
pub(crate) const NAMES_MOVEMENT: f64 = 0.6;
/// How well a label must fit the words for what several share, or for the key that splits it.
///
/// Serves the test `what_is_shared_is_split_by_their_key_and_never_as_certain`.
pub(crate) const NAMES_SHARED: f64 = 0.6;
/// How well a heading must fit the word for a code, whatever of.
///
/// Serves halmar (both): moved by a third.
pub(crate) const NAMES_CODE: f64 = 0.8;
