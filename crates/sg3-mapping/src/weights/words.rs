//! How much one word is another, and how well words fit a phrase.

/// From here on two words are one but for a plural.
pub(crate) const SAME_WORD: f64 = 0.95;

/// Two words of at least this many letters may differ by an ending or a slip.
pub(crate) const LONG_WORD: usize = 5;

/// How much a word is another with one letter more: `call`, `calls`.
pub(crate) const LIKE_ONE_LETTER_MORE: f64 = 0.95;

/// How much a word is another that begins with it: `amort`, `amortissement`.
pub(crate) const LIKE_ABBREVIATION: f64 = 0.85;

/// How much a word is another that ends otherwise: `interurbain`, `interurbaine`.
pub(crate) const LIKE_ANOTHER_ENDING: f64 = 0.88;

/// How much a word is another that differs by a slip: `swiching`, `switching`.
pub(crate) const LIKE_SLIP: f64 = 0.8;

/// Below this share of its words found, a phrase is not what a label means.
pub(crate) const LEAST_FOUND: f64 = 0.6;

/// What finding all of a phrase counts beside having nothing left of the label.
pub(crate) const OF_PHRASE: f64 = 0.55;

/// The same for scales, units and currencies, which stand in the middle of titles.
pub(crate) const OF_MEASURE: f64 = 0.9;

/// What words in another order count for: from here to there is not from there to here.
pub(crate) const IN_OTHER_ORDER: f64 = 0.9;

/// What the same words count for where the text is not the same.
pub(crate) const BY_WORDS: f64 = 0.99;

/// How much a word is explained that belongs to the vocabulary of something else.
pub(crate) const OF_OTHER_KIND: f64 = 0.6;

/// The weight of a word that nobody knows, as a share of the mean weight of the words that are known.
pub(crate) const UNKNOWN_WORD: f64 = 0.7;

/// How well a text must name a scale, a unit or a currency: they are short, and must be found whole.
pub(crate) const NAMES_UNIT: f64 = 0.6;

/// How well a text must fit the words for plans and for the year before.
pub(crate) const NAMES_PERIOD: f64 = 0.6;

/// How well a label must fit the words for a sum.
pub(crate) const NAMES_TOTAL: f64 = 0.6;

/// How well a heading must fit the words for debit, credit or an opening balance.
pub(crate) const NAMES_MOVEMENT: f64 = 0.6;

/// How well a label must fit the words for what several share, or for the key that splits it.
pub(crate) const NAMES_SHARED: f64 = 0.6;

/// How well a heading must fit the word for a code, whatever of.
pub(crate) const NAMES_CODE: f64 = 0.8;
