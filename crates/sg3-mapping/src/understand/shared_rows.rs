//! Rows whose label says that several members share them.

use super::dictionary::words::SHARED;
use super::lexicon::Lexicon;
use crate::weights::words::NAMES_SHARED;

/// Whether a label says that its row is of several.
pub(crate) fn is_shared(lexicon: &Lexicon, label: &str) -> bool {
    label.chars().count() <= 120 && lexicon.fit_of_word(label, SHARED) >= NAMES_SHARED
}
