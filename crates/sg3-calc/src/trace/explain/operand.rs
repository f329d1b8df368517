//! A cell that a formula read, in the environment where it was read.

use super::entered::{Entered, Replacement, Way};
use crate::evaluate::environment::Environment;
use sg3_lang::model::QuantityId;
use std::rc::Rc;
use std::sync::Arc;

/// A cell that was read.
#[derive(Clone)]
pub(super) struct Operand<'a> {
    pub quantity: QuantityId,
    pub cell: usize,
    pub environment: Rc<Environment>,
    /// How its environment was entered.
    pub way: Way<'a>,
}

impl<'a> Operand<'a> {
    /// The same cell in the outermost environment in which it is what it is.
    pub(super) fn settled(mut self) -> Operand<'a> {
        while let Some(entered) =
            self.way.clone().filter(|entered| self.is_unchanged_in(entered) || self.is_spared_in(entered))
        {
            self.environment = entered.from.environment.clone();
            self.way = entered.outside.clone();
        }
        self
    }

    /// Whether the quantity is in the counterfactual what it was outside.
    fn is_unchanged_in(&self, entered: &Entered) -> bool {
        let (own, outside) = (self.environment.shared(self.quantity), entered.from.environment.shared(self.quantity));
        own.zip(outside).is_some_and(|(own, outside)| Arc::ptr_eq(own, outside))
    }

    /// Whether the cell is in the counterfactual what it was outside although other cells of the quantity are replaced.
    fn is_spared_in(&self, entered: &Entered) -> bool {
        entered.replaces(self.quantity) && entered.replacement(self.quantity, &self.place()).is_none()
    }

    /// What the cell is replaced by, if it is.
    pub(super) fn replacement(&self) -> Option<Replacement<'a>> {
        self.way.as_ref()?.replacement(self.quantity, &self.place())
    }

    /// The number of the way to its environment.
    pub(super) fn number(&self) -> usize {
        self.way.as_ref().map_or(0, |entered| entered.number)
    }

    /// Tells the cell from every other that was read.
    pub(super) fn identity(&self) -> (QuantityId, usize, usize) {
        (self.quantity, self.cell, self.number())
    }

    /// A position for each axis.
    pub(super) fn place(&self) -> Vec<usize> {
        self.environment.array(self.quantity).map(|array| array.place(self.cell)).unwrap_or_default()
    }
}
