//! How sure a proposal for a list is.

use crate::propose::confidence::with_rival;
use crate::weights::confidence::MOST_SURE;

/// How well it fits, less if something else fits nearly as well; in whole per cent.
pub(crate) fn confidence(score: f64, rival: f64) -> f64 {
    (with_rival(score, rival).min(MOST_SURE) * 100.0).round() / 100.0
}
