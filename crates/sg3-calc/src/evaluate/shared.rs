//! Equal worlds, shared: what was computed in a world for one formula is there when another formula asks for the same world.
//!
//! Two worlds are equal if they leave the same world and replace the same quantities by the same values. Only worlds whose targets
//! the model names more than once are kept, and no more of them than the base world itself is large.

use super::world::World;
use crate::array::Array;
use sg3_lang::model::{Expression, Model, Node, QuantityId};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Cells that may always be kept.
const SMALL: usize = 1 << 16;

/// Arrays by quantity.
type Arrays = BTreeMap<QuantityId, Arc<Array>>;

/// Worlds that were computed.
pub(super) struct SharedWorlds {
    /// Sets of targets that the model names more than once.
    repeated: BTreeSet<BTreeSet<QuantityId>>,
    /// By a hash of the world left and of the values that replace.
    known: RefCell<HashMap<u64, Vec<Known>>>,
    /// Cells of further arrays that may be kept; nothing until the first world was met.
    room: Cell<Option<usize>>,
    worlds: Cell<usize>,
}

/// One world.
struct Known {
    number: usize,
    left: usize,
    replaced: Arrays,
    computed: Arrays,
}

/// Which of the kept worlds one is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    hash: u64,
    position: usize,
}

impl SharedWorlds {
    /// Nothing is computed yet.
    pub(super) fn of(model: &Model) -> SharedWorlds {
        SharedWorlds {
            repeated: repeated(model),
            known: RefCell::default(),
            room: Cell::default(),
            worlds: Cell::new(World::BASE),
        }
    }

    /// A number that no other world has.
    pub(super) fn new_number(&self) -> usize {
        self.worlds.set(self.worlds.get() + 1);
        self.worlds.get()
    }

    /// Gives a world its number. If it is one that is kept, it takes what was computed in it before, and its place is returned.
    pub(super) fn enter(&self, left: &World, other: &mut World, targets: &BTreeSet<QuantityId>) -> Option<Place> {
        if !self.repeated.contains(targets) {
            other.number = self.new_number();
            return None;
        }
        let array = |id: &QuantityId| Some((*id, other.arrays[id.0 as usize].clone()?));
        let replaced: Arrays = targets.iter().filter_map(array).collect();
        let hash = hash(left.number, &replaced);
        let mut known = self.known.borrow_mut();
        let same_hash = known.entry(hash).or_default();
        let position = same_hash.iter().position(|known| known.left == left.number && same(&known.replaced, &replaced));
        if let Some(known) = position.map(|position| &same_hash[position]) {
            other.number = known.number;
            known.computed.iter().for_each(|(id, array)| other.arrays[id.0 as usize] = Some(array.clone()));
            return Some(Place { hash, position: position? });
        }
        other.number = self.new_number();
        self.has_room(left, &replaced).then(|| {
            same_hash.push(Known { number: other.number, left: left.number, replaced, computed: Arrays::new() });
            Place { hash, position: same_hash.len() - 1 }
        })
    }

    /// Whether a quantity was computed in the world before.
    pub(super) fn has(&self, place: Option<Place>, id: QuantityId) -> bool {
        place.is_some_and(|Place { hash, position }| self.known.borrow()[&hash][position].computed.contains_key(&id))
    }

    /// Keeps what was computed in the world, as far as there is room.
    pub(super) fn keep(&self, place: Option<Place>, world: &World, ids: impl Iterator<Item = QuantityId>) {
        let Some(Place { hash, position }) = place else { return };
        let mut known = self.known.borrow_mut();
        let computed = &mut known.get_mut(&hash).expect("the world was entered")[position].computed;
        let arrays = ids.filter_map(|id| Some((id, world.arrays[id.0 as usize].clone()?)));
        let arrays: Arrays = arrays.filter(|(id, _)| !computed.contains_key(id)).collect();
        if self.has_room(world, &arrays) {
            computed.extend(arrays);
        }
    }

    /// Takes room for the arrays, if there is enough.
    fn has_room(&self, world: &World, arrays: &Arrays) -> bool {
        let room = self.room.get().unwrap_or_else(|| cells(world.arrays.iter().flatten()).max(SMALL));
        let left = room.checked_sub(cells(arrays.values()));
        self.room.set(Some(left.unwrap_or(room)));
        left.is_some()
    }
}

fn cells<'a>(arrays: impl Iterator<Item = &'a Arc<Array>>) -> usize {
    arrays.map(|array| array.cells.len()).sum()
}

fn hash(left: usize, replaced: &Arrays) -> u64 {
    let mut hasher = DefaultHasher::new();
    left.hash(&mut hasher);
    replaced.values().flat_map(|array| &array.cells).for_each(|cell| cell.to_bits().hash(&mut hasher));
    hasher.finish()
}

fn same(one: &Arrays, other: &Arrays) -> bool {
    let bits = |array: &Array| array.cells.iter().map(|cell| cell.to_bits()).collect::<Vec<_>>();
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| one.0 == other.0 && bits(one.1) == bits(other.1))
}

/// Sets of targets that more than one `with` of the model has.
fn repeated(model: &Model) -> BTreeSet<BTreeSet<QuantityId>> {
    let definitions = model.quantities.iter().filter_map(|quantity| quantity.definition());
    let formulas = definitions.flat_map(|definition| definition.body.expressions());
    let questions = model.checks.iter().flat_map(|check| check.question.expressions().chain(&check.filter));
    let (mut met, mut repeated) = (BTreeSet::new(), BTreeSet::new());
    for formula in formulas.chain(questions) {
        formula.walk(&mut |part: &Expression| {
            if let Node::World(world) = &part.node {
                let targets: BTreeSet<QuantityId> = world.substitutions.iter().map(|one| one.target).collect();
                if !met.insert(targets.clone()) {
                    repeated.insert(targets);
                }
            }
        });
    }
    repeated
}

#[cfg(test)]
mod tests;
