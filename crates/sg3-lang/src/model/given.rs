//! What `price is given` asks of: the data beneath a quantity, whatever counterfactual it is asked in.

use super::expression::{Expression, Node};
use super::id::QuantityId;
use super::quantity::{Quantity, Role};
use super::{Body, Check, Model};
use std::collections::{BTreeMap, BTreeSet};

impl Quantity {
    /// The quantity of which this one says whether there is a value: `price` of `price is given`.
    pub fn asks_whether_given(&self) -> Option<QuantityId> {
        let Role::Computed(definition) = &self.role else { return None };
        let Body::Formula(Expression { node: Node::IsGiven(cell), .. }) = &definition.body else { return None };
        match &cell.node {
            Node::Read(read) => Some(read.quantity),
            _ => None,
        }
    }
}

impl Model {
    /// Whether it is known cell by cell what of a quantity cannot be read: of an input that no counterfactual replaces.
    pub fn is_given_by_cell(&self, id: QuantityId) -> bool {
        self.quantity(id).input().is_some() && !self.replacements().contains_key(&id)
    }

    /// The quantity itself and all that it needs, with what any counterfactual of the model puts in place of what it needs.
    pub fn beneath(&self, id: QuantityId) -> BTreeSet<QuantityId> {
        let replacements = self.replacements();
        let (mut beneath, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(next) = open.pop() {
            if beneath.insert(next) {
                open.extend(self.quantity(next).dependencies());
                open.extend(replacements.get(&next).into_iter().flatten());
            }
        }
        beneath
    }

    /// The quantities that counterfactuals replace, with all that what replaces them reads.
    fn replacements(&self) -> BTreeMap<QuantityId, BTreeSet<QuantityId>> {
        let mut replacements: BTreeMap<QuantityId, BTreeSet<QuantityId>> = BTreeMap::new();
        let definitions = self.quantities.iter().filter_map(Quantity::definition);
        let formulas = definitions.flat_map(|definition| definition.body.expressions());
        for formula in formulas.chain(self.checks.iter().flat_map(Check::expressions)) {
            formula.walk(&mut |inner| {
                let Node::Counterfactual(counterfactual) = &inner.node else { return };
                for substitution in &counterfactual.substitutions {
                    replacements.entry(substitution.target).or_default().extend(substitution.value.dependencies());
                }
            });
        }
        replacements
    }
}
