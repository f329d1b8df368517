//! Words for nothing that are codes of members: `NA` is Namibia where the model or the file lists it.

use sg3_calc::{Layer, Value};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind, Members};
use std::collections::HashSet;
use std::sync::Arc;

/// Makes such words the members that they name, before anything is said of values that are not there.
pub(crate) fn prefer_members(model: &Model, layer: &mut Layer) {
    let listed: HashSet<(DimensionId, Arc<str>)> =
        layer.members.iter().map(|member| (member.dimension, member.key.clone())).collect();
    for datum in &mut layer.values {
        let (Value::NotAvailable(words), Kind::Member(dimension)) =
            (&datum.value, &model.quantity(datum.quantity).kind)
        else {
            continue;
        };
        if listed.contains(&(*dimension, words.as_str().into())) || lists(model, *dimension, words) {
            datum.value = Value::Text(words.clone());
        }
    }
}

fn lists(model: &Model, dimension: DimensionId, key: &str) -> bool {
    match &model.dimension(dimension).members {
        Members::Listed(members) => members.iter().any(|member| &*member.key == key),
        _ => false,
    }
}
