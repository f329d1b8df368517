//! Positions by which the parts of a model name each other.

/// Position of a dimension in [`Model::dimensions`](super::Model::dimensions).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DimensionId(pub u32);

/// Position of a quantity in [`Model::quantities`](super::Model::quantities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuantityId(pub u32);

/// Position of an axis in the scope of a [`Definition`](super::Definition) or [`Check`](super::Check).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AxisId(pub u32);
