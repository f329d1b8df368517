//! Which quantities have sums over their earlier members, and which sum them.

use sg3_lang::model::{Expression, Model, Node, QuantityId};
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

/// Quantities whose formulas sum earlier members.
pub(crate) fn sums_earlier(model: &Model) -> BTreeSet<QuantityId> {
    let is_limited = |expression: &Expression| {
        let mut found = false;
        expression
            .walk(&mut |inner| found |= matches!(&inner.node, Node::Reduce(reduction) if reduction.limit.is_some()));
        found
    };
    let sums = |id: &QuantityId| {
        let definition = model.quantity(*id).definition();
        definition.is_some_and(|definition| definition.body.expressions().into_iter().any(is_limited))
    };
    model.quantity_ids().filter(sums).collect()
}
