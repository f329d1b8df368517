//! Places of values as far as they are known, and what is known of the values there.

use sg3_calc::{Datum, Evidence, Layer, Origin};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Members, QuantityId};
use std::collections::HashSet;
use std::sync::Arc;

/// A member for each axis of an input, where it is known.
pub(crate) type Slots = Vec<Option<Arc<str>>>;

/// What is known of the values at some places, and where that is said.
pub(crate) struct KnownEvidence {
    pub(crate) input: QuantityId,
    /// At which places: all that the filled slots leave open.
    pub(crate) slots: Slots,
    pub(crate) evidence: Evidence,
    pub(crate) origin: Origin,
}

/// Every full place that the slots stand for; nothing if only the data know the members of an open one.
pub(crate) fn places(model: &Model, input: QuantityId, slots: &Slots) -> Option<Vec<Vec<Arc<str>>>> {
    let axes = &model.quantity(input).axes;
    slots.iter().zip(axes).try_fold(vec![Vec::new()], |places, (slot, axis)| {
        let keys = slot.clone().map(|key| vec![key]).or_else(|| known_keys(model, axis.dimension))?;
        Some(places.iter().flat_map(|place| with_each_key(place, &keys)).collect())
    })
}

/// `[urban]` and the keys `2025` and `2026` make `[urban, 2025]` and `[urban, 2026]`.
fn with_each_key(place: &[Arc<str>], keys: &[Arc<str>]) -> Vec<Vec<Arc<str>>> {
    keys.iter().map(|key| place.iter().chain([key]).cloned().collect()).collect()
}

/// Whether the period decides what the slots stand for: it is known once the file is read.
pub(crate) fn await_period(model: &Model, input: QuantityId, slots: &Slots) -> bool {
    let axes = &model.quantity(input).axes;
    slots.iter().zip(axes).any(|(slot, axis)| slot.is_none() && model.dimension(axis.dimension).is_proposed())
}

/// Members of periods that a file lists or names.
pub(crate) type Named = HashSet<(DimensionId, Arc<str>)>;

/// Members of periods that a file lists or names: `minutes[urban] = 5` is said of these, and fills no gap between them.
pub(crate) fn named_in_periods(model: &Model, layer: &Layer) -> Named {
    let listed = layer.members.iter().map(|entry| (entry.dimension, entry.key.clone()));
    let named = layer.values.iter().flat_map(|datum| keys_of(model, datum));
    listed.chain(named).filter(|(dimension, _)| model.dimension(*dimension).is_proposed()).collect()
}

/// Whether a file that names members of a period names those of a value.
pub(crate) fn is_named(model: &Model, named: &Named, datum: &Datum) -> bool {
    keys_of(model, datum).all(|place| !named.iter().any(|(of, _)| *of == place.0) || named.contains(&place))
}

fn keys_of<'d>(model: &'d Model, datum: &'d Datum) -> impl Iterator<Item = (DimensionId, Arc<str>)> + use<'d> {
    let axes = &model.quantity(datum.quantity).axes;
    let keys = datum.place.iter().flat_map(|place| place.iter());
    axes.iter().zip(keys).map(|(axis, key)| (axis.dimension, key.clone()))
}

/// Keys of a dimension that the model itself lists.
fn known_keys(model: &Model, dimension: DimensionId) -> Option<Vec<Arc<str>>> {
    match &model.dimension(dimension).members {
        Members::Listed(members) => Some(members.iter().map(|member| member.key.clone()).collect()),
        Members::Numbers(first, last) | Members::Proposed(first, last) => {
            Some((*first..=*last).map(|number| number.to_string().into()).collect())
        }
        Members::FromInput | Members::FromRows | Members::Subsets(_) => None,
    }
}
