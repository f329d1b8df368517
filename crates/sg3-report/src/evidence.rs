//! On what the outputs rest: shares of what is audited, measured, estimated and so on.

use crate::computed::Computed;
use crate::data::{EvidenceShare, EvidenceShares};
use sg3_calc::{Attribution, Class};

/// Every cell of every output that anything moves.
pub(crate) fn attribute_outputs(computed: &Computed) -> Vec<EvidenceShares> {
    let Computed { model, inputs, results } = computed;
    let found = sg3_calc::attribute(model, &sg3_calc::plan(model), inputs, results);
    found.iter().flat_map(|attribution| attribute_output(computed, attribution)).collect()
}

fn attribute_output(computed: &Computed, attribution: &Attribution) -> Vec<EvidenceShares> {
    let quantity = computed.model.quantity(attribution.quantity);
    let Some(array) = computed.results.array(attribution.quantity) else { return Vec::new() };
    let cells = attribution.cells.iter().enumerate().filter(|(_, shares)| !shares.is_empty());
    cells
        .map(|(cell, shares)| EvidenceShares {
            name: quantity.name.to_string(),
            label: quantity.label.clone(),
            members: computed.keys(&quantity.axes, &array.place(cell)),
            shares: shares.iter().map(share_of_class).collect(),
        })
        .collect()
}

fn share_of_class((class, share): &(Class, f64)) -> EvidenceShare {
    EvidenceShare { evidence: class.label(), share: *share }
}
