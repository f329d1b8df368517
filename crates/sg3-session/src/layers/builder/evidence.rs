//! Evidence on the values of a layer: what is said of one place wins over what is said of many, piece by piece.

use super::message::error_at;
use super::slots::{KnownEvidence, places};
use sg3_calc::{Datum, Evidence, Layer, Remark, Value, settle};
use sg3_lang::{Diagnostics, Model};
use std::sync::Arc;

/// Gives every value what is known of it. A status without a value is a value if it says so: zero, or not available.
pub(crate) fn attach(model: &Model, layer: &mut Layer, known: &[KnownEvidence], diagnostics: &mut Diagnostics) {
    if known.is_empty() {
        return;
    }
    known.iter().for_each(|known| stand_in(model, layer, known));
    let about_others = known.iter().filter(|known| !layer.values.iter().any(|datum| known.is_about(datum)));
    layer.remarks = about_others.map(KnownEvidence::as_remark).collect();
    let values = std::mem::take(&mut layer.values);
    layer.values = values.into_iter().filter_map(|datum| settled(known, datum, diagnostics)).collect();
}

fn settled(known: &[KnownEvidence], mut datum: Datum, diagnostics: &mut Diagnostics) -> Option<Datum> {
    let about = known.iter().filter(|known| known.is_about(&datum));
    let mut about: Vec<&KnownEvidence> = about.collect();
    about.sort_by_key(|known| std::cmp::Reverse(known.slots.iter().flatten().count()));
    let evidence = about.iter().fold(Evidence::default(), |all, known| all.or(&known.evidence));
    let is_of_many = about.iter().all(|known| known.slots.iter().any(Option::is_none));
    let evidence = match &datum.value {
        // what is said of many is not about the one that is not there
        Value::NotAvailable(_) if is_of_many => Evidence { status: None, ..evidence },
        _ => evidence,
    };
    match settle(Some(datum.value.clone()), evidence.status) {
        Ok(value) => datum.value = value?,
        Err(disagreement) => {
            let help = "correct the status or the value; the value was not read".to_owned();
            diagnostics.add(error_at("wrong-status", &datum.origin, disagreement.to_string(), Some(help)));
            datum.value = Value::Unreadable(datum.value.to_string());
        }
    }
    datum.evidence = Some(evidence).filter(|evidence| !evidence.is_empty()).map(Arc::new);
    Some(datum)
}

/// Values that only the status gives, at places of which nothing else is said.
fn stand_in(model: &Model, layer: &mut Layer, known: &KnownEvidence) {
    let Ok(Some(value)) = settle(None, known.evidence.status) else { return };
    for place in places(model, known.input, &known.slots).unwrap_or_default() {
        let place: Box<[Arc<str>]> = place.into();
        let mut given = layer.values.iter().filter(|datum| datum.quantity == known.input);
        if !given.any(|datum| datum.place.as_ref().is_none_or(|at| *at == place)) {
            let (value, origin): (Value, _) = (value.clone(), known.origin.clone());
            layer.values.push(Datum { quantity: known.input, place: Some(place), value, origin, evidence: None });
        }
    }
}

impl KnownEvidence {
    /// What it says of values that an earlier layer gives.
    fn as_remark(&self) -> Remark {
        let (evidence, origin) = (self.evidence.clone(), self.origin.clone());
        Remark { quantity: self.input, place: self.slots.clone().into(), evidence, origin }
    }

    fn is_about(&self, datum: &Datum) -> bool {
        self.input == datum.quantity
            && match &datum.place {
                Some(place) => self.covers(place),
                None => self.slots.iter().all(Option::is_none),
            }
    }

    fn covers(&self, place: &[Arc<str>]) -> bool {
        self.slots.iter().zip(place).all(|(slot, key)| slot.as_ref().is_none_or(|slot| slot == key))
    }
}
