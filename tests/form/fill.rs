//! Values for every input of a model.

use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::*;
use std::sync::Arc;

/// Two or three members for every dimension that the data list, and a value for every place of every input.
pub(crate) fn complete(model: &Model, respondent: impl Into<Respondent>, seed: u64) -> Layer {
    let respondent = respondent.into();
    let mut layer = Layer { name: "test".to_owned(), ..Layer::default() };
    for (id, dimension) in (0..).map(DimensionId).zip(&model.dimensions) {
        let entry = |number: u64| MemberEntry {
            dimension: id,
            key: key(dimension, number),
            label: label(dimension, number),
            unit: None,
            origin: Origin::Case,
        };
        let count = if dimension.is_from_data() && !dimension.is_proposed() { 2 + seed % 2 } else { 0 };
        layer.members.extend((1..=count).map(entry));
    }
    for (quantity, asked, _) in
        model.inputs().filter(|(_, _, input)| respondent == Respondent::Everyone || respondent == input.owner.into())
    {
        for (number, place) in places(model, &layer, asked).into_iter().enumerate() {
            let value = value(model, &layer, asked, seed + number as u64);
            layer.values.push(Datum {
                quantity,
                place: Some(place.into()),
                value,
                origin: Origin::Case,
                evidence: None,
            });
        }
    }
    layer
}

fn key(dimension: &Dimension, number: u64) -> Arc<str> {
    match dimension.members {
        Members::FromRows => number.to_string().into(),
        _ => format!("{}-{number:02}", dimension.name.to_uppercase()).into(),
    }
}

fn label(dimension: &Dimension, number: u64) -> String {
    match dimension.members {
        Members::FromRows => number.to_string(),
        _ => format!("{} number {number}", dimension.label),
    }
}

fn keys(model: &Model, layer: &Layer, id: DimensionId) -> Vec<Arc<str>> {
    match &model.dimension(id).members {
        Members::Listed(members) => members.iter().map(|member| member.key.clone()).collect(),
        Members::Numbers(first, last) | Members::Proposed(first, last) => {
            (*first..=*last).map(|number| number.to_string().into()).collect()
        }
        _ => layer.members.iter().filter(|entry| entry.dimension == id).map(|entry| entry.key.clone()).collect(),
    }
}

fn places(model: &Model, layer: &Layer, quantity: &Quantity) -> Vec<Vec<Arc<str>>> {
    quantity.axes.iter().fold(vec![Vec::new()], |places, axis| {
        let keys = keys(model, layer, axis.dimension);
        let extend = |place: Vec<Arc<str>>| keys.clone().into_iter().map(move |key| [&place[..], &[key]].concat());
        places.into_iter().flat_map(extend).collect()
    })
}

fn value(model: &Model, layer: &Layer, quantity: &Quantity, seed: u64) -> Value {
    match quantity.kind {
        _ if seed % 17 == 3 => Value::NotAvailable("n/a".to_owned()),
        Kind::Number(_) => Value::Number((seed * 7919 % 100_003) as f64 / 64.0 - 100.0),
        Kind::YesNo => Value::YesNo(seed.is_multiple_of(2)),
        Kind::Date => Value::Date((40_000 + seed % 5_000) as f64),
        Kind::Member(dimension) => {
            let keys = keys(model, layer, dimension);
            Value::Text(keys[seed as usize % keys.len()].to_string())
        }
    }
}

/// What a layer says, in an order of its own.
pub(crate) fn said(layer: &Layer) -> Vec<String> {
    let members = layer.members.iter().map(|entry| format!("{:?} {} {}", entry.dimension, entry.key, entry.label));
    let values = layer.values.iter().map(|datum| format!("{:?} {:?} {:?}", datum.quantity, datum.place, datum.value));
    let mut said: Vec<String> = members.chain(values).collect();
    said.sort();
    said
}
