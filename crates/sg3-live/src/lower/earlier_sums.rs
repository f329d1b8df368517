//! Which quantities have sums over their earlier members.

use sg3_lang::model::{Model, Node, QuantityId};
use std::collections::BTreeSet;

/// Quantities whose earlier members are summed somewhere.
pub(crate) fn summed_before(model: &Model) -> BTreeSet<QuantityId> {
    let mut found = BTreeSet::new();
    let definitions = model.quantities.iter().filter_map(|quantity| quantity.definition());
    for expression in definitions.flat_map(|definition| definition.body.expressions()) {
        expression.walk(&mut |inner| match &inner.node {
            Node::Reduce(reduction) if reduction.limit.is_some() => {
                inner.for_each_dependency(&mut |id| found.extend([id]));
            }
            _ => {}
        });
    }
    found
}
