//! Equal counterfactuals, shared: what was computed for one formula is there when another formula asks for the same.
//!
//! Two counterfactuals are equal if they leave the same environment and replace the same quantities by the same values. Only those
//! whose targets the model names more than once are kept, and no more of them than the base environment itself is large.

use super::environment::Environment;
use crate::array::Array;
use sg3_lang::model::{Check, Expression, Model, Node, QuantityId};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Cells that may always be kept.
const SMALL: usize = 1 << 16;

/// Arrays by quantity, shared with the environments that have them.
type Arrays = BTreeMap<QuantityId, Arc<Array>>;

/// Counterfactuals that were computed.
pub(super) struct CounterfactualCache {
    /// Sets of targets that the model names more than once.
    repeated: BTreeSet<BTreeSet<QuantityId>>,
    /// By a hash of the environment left and of the values that replace.
    known: RefCell<HashMap<u64, Vec<Known>>>,
    /// Cells of further arrays that may be kept; nothing until the first counterfactual was met.
    room: Cell<Option<usize>>,
    /// The last number that was given.
    numbers: Cell<usize>,
}

/// A counterfactual, and what was computed in it.
struct Known {
    number: usize,
    left: usize,
    replaced: Arrays,
    computed: Arrays,
}

/// Which of the kept counterfactuals one is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    hash: u64,
    position: usize,
}

impl CounterfactualCache {
    /// Nothing is computed yet.
    pub(super) fn of(model: &Model) -> CounterfactualCache {
        CounterfactualCache {
            repeated: repeated(model),
            known: RefCell::default(),
            room: Cell::default(),
            numbers: Cell::new(Environment::BASE),
        }
    }

    /// A number that no other environment has.
    pub(super) fn new_number(&self) -> usize {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }

    /// Gives a counterfactual its number. If it is one that is kept, it takes what was computed in it before, and its place is returned.
    pub(super) fn enter(
        &self,
        left: &Environment,
        other: &mut Environment,
        targets: &BTreeSet<QuantityId>,
    ) -> Option<Place> {
        if !self.repeated.contains(targets) {
            other.number = self.new_number();
            return None;
        }
        let replaced = arrays_of(other, targets.iter().copied());
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

    /// Whether a quantity was computed in the counterfactual before.
    pub(super) fn has(&self, place: Option<Place>, id: QuantityId) -> bool {
        place.is_some_and(|Place { hash, position }| self.known.borrow()[&hash][position].computed.contains_key(&id))
    }

    /// Keeps what was computed in the counterfactual, as far as there is room.
    pub(super) fn keep(&self, place: Option<Place>, environment: &Environment, ids: impl Iterator<Item = QuantityId>) {
        let Some(Place { hash, position }) = place else { return };
        let mut known = self.known.borrow_mut();
        let computed = &mut known.get_mut(&hash).expect("the counterfactual was entered")[position].computed;
        let arrays = arrays_of(environment, ids.filter(|id| !computed.contains_key(id)));
        if self.has_room(environment, &arrays) {
            computed.extend(arrays);
        }
    }

    /// Takes room for the arrays, if there is enough.
    fn has_room(&self, environment: &Environment, arrays: &Arrays) -> bool {
        let room = self.room.get().unwrap_or_else(|| cells(environment.arrays.iter().flatten()).max(SMALL));
        let left = room.checked_sub(cells(arrays.values()));
        self.room.set(Some(left.unwrap_or(room)));
        left.is_some()
    }
}

fn arrays_of(environment: &Environment, ids: impl Iterator<Item = QuantityId>) -> Arrays {
    ids.filter_map(|id| Some((id, environment.arrays[id.0 as usize].clone()?))).collect()
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
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.0 == other.0 && same_bits(one.1, other.1))
}

fn same_bits(one: &Array, other: &Array) -> bool {
    one.cells.len() == other.cells.len()
        && one.cells.iter().zip(&other.cells).all(|(one, other)| one.to_bits() == other.to_bits())
}

/// Sets of targets that more than one `with` of the model has.
fn repeated(model: &Model) -> BTreeSet<BTreeSet<QuantityId>> {
    let definitions = model.quantities.iter().filter_map(|quantity| quantity.definition());
    let formulas = definitions.flat_map(|definition| definition.body.expressions());
    let questions = model.checks.iter().flat_map(Check::expressions);
    let (mut met, mut repeated) = (BTreeSet::new(), BTreeSet::new());
    for formula in formulas.chain(questions) {
        formula.walk(&mut |part: &Expression| {
            if let Node::Counterfactual(counterfactual) = &part.node {
                let targets: BTreeSet<QuantityId> = counterfactual.substitutions.iter().map(|one| one.target).collect();
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
