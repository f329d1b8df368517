//! Where a value that is missing may be missing because a cell of the data cannot be read.
//!
//! `price is given` is no for what is blank or withheld or cannot be computed. For an unreadable cell it is undetermined whether it is given: the
//! answer is missing too, and what needs it. Of an input it is known cell by cell; of anything else it is in doubt everywhere as soon as
//! any cell beneath it cannot be read: which cells a missing figure would have needed is not always known, and a workbook says the same
//! with one count.

use crate::bind::inputs::Inputs;
use sg3_lang::model::{Model, QuantityId};
use std::collections::BTreeSet;

/// Cells of a quantity for which it is undetermined whether they are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// None, or these.
    Cells(BTreeSet<usize>),
    /// Every cell without a value.
    Everywhere,
}

impl Doubt {
    /// Of one quantity.
    pub(crate) fn of(model: &Model, inputs: &Inputs, id: QuantityId) -> Doubt {
        if model.is_given_by_cell(id) {
            let own = inputs.unreadable.range((id, 0)..=(id, usize::MAX));
            return Doubt::Cells(own.map(|((_, cell), _)| *cell).collect());
        }
        let beneath = model.beneath(id);
        let any = inputs.unreadable.keys().any(|(input, _)| beneath.contains(input));
        if any { Doubt::Everywhere } else { Doubt::Cells(BTreeSet::new()) }
    }

    pub(crate) fn is_any(&self) -> bool {
        *self != Doubt::Cells(BTreeSet::new())
    }

    pub(crate) fn is_in(&self, cell: usize) -> bool {
        match self {
            Doubt::Cells(cells) => cells.contains(&cell),
            Doubt::Everywhere => true,
        }
    }
}
