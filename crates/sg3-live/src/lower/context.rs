//! What the axes of a formula are in the block that it is written for.

use crate::book::formula::Coordinate;
use crate::book::{Block, BlockId, CounterfactualId};
use sg3_lang::model::{Axis, AxisId, QuantityId};

/// The block that a formula is written for, and where the axes of the formula are in it.
#[derive(Clone)]
pub(super) struct Context<'a> {
    /// The block that it is written for.
    pub(super) block: BlockId,
    /// The axes of that block, or of a part of it.
    pub(super) axes: Vec<Axis>,
    /// Which of them goes across.
    pub(super) across: Option<usize>,
    /// Axes of the formula.
    pub(super) scope: &'a [Axis],
    /// Where each axis of the formula is; nothing while it is not open.
    pub(super) places: Vec<Option<Coordinate>>,
    /// The counterfactual in which it is read.
    pub(super) counterfactual: CounterfactualId,
    /// Where the axes are that tell its counterfactuals apart.
    pub(super) keys: Vec<Coordinate>,
    /// The unknown of a system, while its definition is read.
    pub(super) unknown: Option<Unknown>,
}

/// The unknown of a system, and what is wanted of the definition that reads it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unknown {
    pub(super) quantity: QuantityId,
    /// The block that stands for it.
    pub(super) block: BlockId,
    pub(super) terms: TermSelection,
}

/// Terms of a definition that is linear in an unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TermSelection {
    /// Those with the unknown and those without it.
    All,
    /// Those with the unknown, which is 1 for the member where this axis of the block is, and 0 for the others.
    Factors(usize),
    /// Those without the unknown.
    Constant,
}

impl<'a> Context<'a> {
    /// The formula of a quantity's own block: the first axes of the scope are those of the quantity.
    pub(super) fn of(own: &Block, block: BlockId, scope: &'a [Axis]) -> Context<'a> {
        let heads = own.axes.len() - own.keys;
        Context {
            block,
            axes: own.axes.clone(),
            across: own.across,
            scope,
            places: (0..scope.len()).map(|axis| (axis < heads).then_some(Coordinate::Along(own.keys + axis))).collect(),
            counterfactual: own.counterfactual,
            keys: (0..own.keys).map(Coordinate::Along).collect(),
            unknown: None,
        }
    }

    /// Where an axis is.
    pub(super) fn place(&self, axis: AxisId) -> Coordinate {
        self.places[axis.0 as usize].clone().expect("an axis in scope has a place")
    }

    /// The same with further axes at the end, which stand for axes of the formula.
    pub(super) fn with_axes(&self, bound: &[AxisId]) -> Context<'a> {
        let mut inner = self.clone();
        for axis in bound {
            inner.places[axis.0 as usize] = Some(Coordinate::Along(inner.axes.len()));
            inner.axes.push(self.scope[axis.0 as usize].clone());
        }
        inner
    }

    /// The same with axes that a fold goes along.
    pub(super) fn with_bound(&self, bound: &[AxisId]) -> Context<'a> {
        let mut inner = self.clone();
        for (number, axis) in bound.iter().enumerate() {
            inner.places[axis.0 as usize] = Some(Coordinate::Bound(number));
        }
        inner
    }
}
