//! What one operator says it handed over, beside what the other says it received.

use super::data::{Data, Doubt};
use crate::bind::layer::Datum;
use crate::bind::origin::Origin;
use crate::bind::value::Value;
use sg3_lang::model::{Model, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Measurements at two ends differ by this much at most without a question.
const LIKELY_DIFFERENCE: f64 = 0.02;

type At<'a> = (QuantityId, &'a [Arc<str>]);

/// Asks where two files speak of one flow between the same two and differ.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let mut flows: BTreeMap<At, Vec<(f64, &Datum)>> = BTreeMap::new();
    // `--set` asks what if: it is no operator's report
    let reported = data.layers.iter().flat_map(|layer| &layer.values).filter(|datum| !is_setting(datum));
    for datum in reported.filter(|datum| is_flow(data.model, datum.quantity)) {
        if let (Some(place), Value::Number(value)) = (&datum.place, &datum.value) {
            flows.entry((datum.quantity, place)).or_default().push((*value, datum));
        }
    }
    flows.into_iter().filter_map(|(at, statements)| compare(data, at, &statements)).collect()
}

fn is_setting(datum: &Datum) -> bool {
    matches!(datum.origin, Origin::Setting(_))
}

/// Whether a quantity goes from members of a dimension to members of the same.
fn is_flow(model: &Model, id: QuantityId) -> bool {
    let axes = &model.quantity(id).axes;
    axes.iter().enumerate().any(|(at, axis)| axes[..at].iter().any(|other| other.dimension == axis.dimension))
}

fn compare(data: &Data, (id, place): At, statements: &[(f64, &Datum)]) -> Option<Doubt> {
    let [(one, first), .., (other, last)] = statements else { return None };
    let apart = (one - other).abs() / one.abs().max(other.abs());
    let axes = &data.model.quantity(id).axes;
    let positions: Option<Vec<usize>> =
        axes.iter().zip(place).map(|(axis, key)| data.inputs.members_of(axis.dimension).find(key)).collect();
    let cell = (id, data.inputs.array(id)?.offset(&positions?));
    let percent = (apart * 100.0).round();
    (apart > LIKELY_DIFFERENCE).then(|| Doubt {
        slug: "operators-differ",
        cell,
        subject: None,
        message: format!(
            "`{}` is {} by {} and {} by {}: {percent} % apart",
            data.name(cell),
            data.figure(cell, *one),
            first.origin,
            data.figure(cell, *other),
            last.origin
        ),
        expected: "expected both operators to report the same".to_owned(),
        help: "ask both operators to reconcile their figures".to_owned(),
        others: Vec::new(),
    })
}
