//! What is left of a score where something else fits nearly as well.

use crate::weights::confidence::{BY_MARGIN, CLEAR_MARGIN, WITH_RIVAL};

/// How sure a proposal is by how well it fits and how well its best rival does.
pub(crate) fn with_rival(score: f64, rival: f64) -> f64 {
    let margin = ((score - rival) / CLEAR_MARGIN).clamp(0.0, 1.0);
    score * (WITH_RIVAL + BY_MARGIN * margin)
}
