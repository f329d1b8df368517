//! Other worlds: into them, and out again where they have a cell from outside.

use super::{Blame, Found};
use crate::evaluate::World;
use crate::reads::free_axes_of_substitution;
use crate::site::Site;
use sg3_lang::model::{QuantityId, Substitution};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Another world.
#[derive(Clone)]
pub(super) struct Entered<'a> {
    pub world: Rc<World>,
    from: Site<'a>,
    substitutions: &'a [Substitution],
}

impl<'a> Blame<'a> {
    pub(super) fn world(&mut self, site: &Site<'a>, world: &'a sg3_lang::model::World, found: &mut Found) {
        let other = self.enter(site, world);
        self.follow(&site.in_world(other), &world.body, found);
    }

    /// The other world; the same one where nothing tells it apart from one that was entered before.
    fn enter(&mut self, site: &Site<'a>, world: &'a sg3_lang::model::World) -> Rc<World> {
        let substitutions = &world.substitutions[..];
        let keys: BTreeSet<usize> = substitutions.iter().flat_map(free_axes_of_substitution).collect();
        let same = |entered: &&Entered| {
            std::ptr::eq(entered.substitutions, substitutions)
                && Rc::ptr_eq(&entered.from.world, &site.world)
                && keys.iter().all(|axis| entered.from.frame[*axis] == site.frame[*axis])
        };
        if let Some(known) = self.entered.iter().find(same) {
            return known.world.clone();
        }
        let other = site.other_world(world);
        self.entered.push(Entered { world: other.clone(), from: site.clone(), substitutions });
        other
    }

    /// A cell that another world has from outside: unchanged, or by what replaces it.
    pub(super) fn of_outside(&mut self, entered: &Entered<'a>, id: QuantityId, cell: usize, place: &[usize]) -> Found {
        let Some(substitution) = entered.substitutions.iter().rev().find(|s| s.target == id) else {
            return (*self.cell(&entered.from.world, id, cell)).clone();
        };
        let mut frame = entered.from.frame.clone();
        for (axis, position) in substitution.axes.iter().zip(place) {
            axis.iter().for_each(|axis| frame[axis.0 as usize] = *position);
        }
        let mut found = Found::new();
        if !self.if_bad(&entered.from.at(frame), &substitution.value, &mut found) {
            found = (*self.cell(&entered.from.world, id, cell)).clone();
        }
        found
    }
}

/// Whether a world did not compute the quantity itself.
pub(super) fn is_from_outside(entered: &Entered, id: QuantityId) -> bool {
    let own = &entered.world.arrays[id.0 as usize];
    let outside = &entered.from.world.arrays[id.0 as usize];
    let unchanged =
        own.as_ref().zip(outside.as_ref()).is_some_and(|(own, outside)| std::sync::Arc::ptr_eq(own, outside));
    unchanged || entered.substitutions.iter().any(|substitution| substitution.target == id)
}
