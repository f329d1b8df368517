//! Which places were filled already.

use sg3_calc::Datum;
use sg3_lang::model::QuantityId;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::Arc;

pub(crate) type MemberKeys = Box<[Arc<str>]>;

/// Where each place was filled: by the hash of the place, the number of its value in the layer.
#[derive(Default)]
pub(crate) struct FilledPlaces {
    hasher: RandomState,
    positions: HashMap<u64, usize, BuildHasherDefault<IdentityHasher>>,
}

/// What is a hash already is not hashed again.
#[derive(Default)]
struct IdentityHasher(u64);

impl Hasher for IdentityHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are hashes")
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl FilledPlaces {
    /// Makes room for so many more places.
    pub(crate) fn reserve(&mut self, places: usize) {
        self.positions.reserve(places);
    }

    /// The value that stands at the place already; else the place is taken by the next value of the layer.
    pub(crate) fn claim<'a>(
        &mut self,
        values: &'a [Datum],
        quantity: QuantityId,
        place: &MemberKeys,
    ) -> Option<&'a Datum> {
        let hash = self.hasher.hash_one((quantity, place));
        let first = &values.get(*self.positions.entry(hash).or_insert(values.len()))?;
        (first.quantity == quantity && first.place.as_ref() == Some(place)).then_some(first)
    }
}
