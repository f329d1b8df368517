//! Dimensions whose members are many and alike, and the quantities that say what all of them come to.

use super::definition::Body;
use super::dimension::Axis;
use super::expression::{Node, Reduction};
use super::id::{DimensionId, QuantityId};
use super::operator::ReductionKind;
use super::{Expression, Model, Role};

impl Model {
    /// Dimensions whose members are many and alike.
    pub fn alike_dimensions(&self) -> impl Iterator<Item = DimensionId> {
        let dimensions = self.dimensions.iter().enumerate().filter(|(_, dimension)| dimension.alike);
        dimensions.map(|(position, _)| DimensionId(position as u32))
    }

    /// What a quantity makes of all members of a dimension, where that is its whole formula: `sum(sites over area where band == b)`.
    pub fn total_over(&self, id: QuantityId, dimension: DimensionId) -> Option<&Reduction> {
        let quantity = self.quantity(id);
        let Role::Computed(definition) = &quantity.role else { return None };
        let Body::Formula(formula) = &definition.body else { return None };
        let is_apart = quantity.axes.iter().all(|axis| axis.dimension != dimension);
        formula.as_total_over(&definition.scope, dimension).filter(|_| is_apart)
    }
}

impl Expression {
    /// The reduction that an expression is, if it goes over a dimension in a way that can be done in two parts.
    pub(crate) fn as_total_over(&self, scope: &[Axis], dimension: DimensionId) -> Option<&Reduction> {
        let Node::Reduce(reduction) = &self.node else { return None };
        let has_parts = reduction.how.has_parts() && reduction.limit.is_none() && reduction.order.is_none();
        // of pairs of members, those of one part and of the other are in neither
        let goes_once = reduction.axes.iter().filter(|axis| scope[axis.0 as usize].dimension == dimension).count() == 1;
        (has_parts && goes_once).then_some(reduction)
    }
}

impl Reduction {
    /// Whether one of its axes is of a dimension.
    pub(crate) fn goes_over(&self, scope: &[Axis], dimension: DimensionId) -> bool {
        self.axes.iter().any(|axis| scope[axis.0 as usize].dimension == dimension)
    }
}

impl ReductionKind {
    /// Whether what two parts of the members come to says what all come to.
    pub fn has_parts(self) -> bool {
        use ReductionKind::{All, Any, Count, Sum};
        matches!(self, Sum | Count | Any | All)
    }
}
