//! What the axes of a formula are in the block that it is written for.

use super::Lowering;
use crate::book::{BlockId, WorldId};
use crate::formula::Where;
use sg3_lang::model::{Axis, AxisId, QuantityId};

/// A formula's surroundings.
#[derive(Clone)]
pub struct Context<'a> {
    /// The block that it is written for.
    pub block: BlockId,
    /// The axes of that block, or of a part of it.
    pub axes: Vec<Axis>,
    /// Which of them goes across.
    pub across: Option<usize>,
    /// Axes of the formula.
    pub scope: &'a [Axis],
    /// Where each of them is.
    pub places: Vec<Option<Where>>,
    /// The world in which it is read.
    pub world: WorldId,
    /// Where the axes are that tell its worlds apart.
    pub keys: Vec<Where>,
    /// The unknown of a system, while its definition is read.
    pub unknown: Option<Unknown>,
}

/// The unknown of a system, and what is wanted of the definition that reads it.
#[derive(Debug, Clone, Copy)]
pub struct Unknown {
    /// Which.
    pub quantity: QuantityId,
    /// The block that stands for it.
    pub block: BlockId,
    /// Which terms.
    pub terms: Terms,
}

/// Terms of a definition that is linear in an unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terms {
    /// All of them.
    All,
    /// Those with the unknown, which is 1 for the member where this axis of the block is, and 0 for the others.
    Factors(usize),
    /// Those without it.
    Own,
}

impl<'a> Context<'a> {
    /// The formula of a quantity's own block: the first axes of the scope are those of the head.
    pub fn of(lowering: &Lowering<'a>, block: BlockId, scope: &'a [Axis]) -> Context<'a> {
        let own = lowering.book.block(block);
        let heads = own.axes.len() - own.keys;
        let place = |axis: usize| (axis < heads).then_some(Where::Along(own.keys + axis));
        Context {
            block,
            axes: own.axes.clone(),
            across: own.across,
            scope,
            places: (0..scope.len()).map(place).collect(),
            world: own.world,
            keys: (0..own.keys).map(Where::Along).collect(),
            unknown: None,
        }
    }

    /// Where an axis is.
    pub fn place(&self, axis: AxisId) -> Where {
        self.places[axis.0 as usize].clone().expect("an axis in scope has a place")
    }

    /// The same with further axes at the end, which stand for axes of the formula.
    pub fn with_axes(&self, bound: &[AxisId]) -> Context<'a> {
        let mut inner = self.clone();
        for axis in bound {
            inner.places[axis.0 as usize] = Some(Where::Along(inner.axes.len()));
            inner.axes.push(self.scope[axis.0 as usize].clone());
        }
        inner
    }

    /// The same with axes that a fold goes along.
    pub fn bound(&self, bound: &[AxisId]) -> Context<'a> {
        let mut inner = self.clone();
        for (number, axis) in bound.iter().enumerate() {
            inner.places[axis.0 as usize] = Some(Where::Bound(number));
        }
        inner
    }
}
