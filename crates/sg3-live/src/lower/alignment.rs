//! How cells that a fold goes over stand: `SUMPRODUCT` wants ranges of the same shape, `SUM` one range.

use super::context::Context;
use crate::book::Block;
use crate::book::formula::{Coordinate, Reference};

/// Which of the bound axes go down, outermost first, and which goes across.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alignment {
    pub(super) down: Vec<usize>,
    pub(super) across: Option<usize>,
}

impl Alignment {
    /// How the cells of a reference into a block stand; nothing if they do not stand together, or not in order.
    pub(super) fn of(reference: &Reference, block: &Block, context: &Context) -> Option<Alignment> {
        let down = bound_down(reference, block, context)?;
        let across = match block.across.map(|axis| &reference.places[axis]) {
            Some(Coordinate::Bound(bound)) => Some(*bound),
            None | Some(Coordinate::At(_) | Coordinate::Along(_)) => None,
            Some(_) => return None,
        };
        let is_in_order = down.is_sorted_by(|one, next| one < next);
        let is_once = across.is_none_or(|across| !down.contains(&across));
        (is_in_order && is_once).then_some(Alignment { down, across })
    }
}

/// Axes below the outermost bound one are bound too, else the cells have gaps between them.
fn bound_down(reference: &Reference, block: &Block, context: &Context) -> Option<Vec<usize>> {
    let mut down = Vec::new();
    for axis in block.down() {
        match &reference.places[axis] {
            Coordinate::Bound(bound) => down.push(*bound),
            _ if !down.is_empty() => return None,
            Coordinate::At(_) => {}
            Coordinate::Along(along) if Some(*along) != context.across => {}
            _ => return None,
        }
    }
    Some(down)
}
