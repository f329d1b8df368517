//! How sure a proposal is: what is left of a score where something else fits nearly as well.

use crate::weights::confidence::{BY_MARGIN, CLEAR_MARGIN, MOST_SURE, WITH_RIVAL};

/// How sure a proposal is by how well it fits and how well its best rival does.
pub(crate) fn with_rival(score: f64, rival: f64) -> f64 {
    let margin = ((score - rival) / CLEAR_MARGIN).clamp(0.0, 1.0);
    score * (WITH_RIVAL + BY_MARGIN * margin)
}

/// The same, never surer than a proposal may be, in whole per cent.
pub(crate) fn confidence(score: f64, rival: f64) -> f64 {
    whole_per_cent(with_rival(score, rival).min(MOST_SURE))
}

/// A confidence as it is written.
pub(crate) fn whole_per_cent(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}
