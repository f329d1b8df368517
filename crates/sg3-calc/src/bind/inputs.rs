//! What a run starts from.

use super::evidence::Evidence;
use super::layer::Blank;
use super::member_list::MemberList;
use super::origin::Origin;
use super::state::CellState;
use crate::array::Array;
use sg3_lang::model::{DimensionId, Model, QuantityId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Members of every dimension, and values with their origins.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// The currency of all amounts, if the data say it and do not say two.
    pub currency: Option<Arc<str>>,
    /// The members of each dimension, by its position.
    pub members: Arc<[MemberList]>,
    /// By quantity: the values of inputs, and of quantities that are given instead of computed; what is missing is `NaN`.
    pub arrays: Vec<Option<Arc<Array>>>,
    /// By quantity: where the value of each cell comes from; empty for what is computed.
    pub origins: Vec<Vec<Option<Origin>>>,
    /// By quantity: what is known of each cell beside its amount; empty if nothing is known of any.
    pub evidence: Vec<Vec<Option<Arc<Evidence>>>>,
    /// By quantity and cell: the text of a cell that could not be read. Its value is `NaN`, and no stand-in takes its place.
    pub unreadable: BTreeMap<(QuantityId, usize), Arc<str>>,
    /// By quantity and cell: where a form asks for a value that is missing.
    pub asked: BTreeMap<(QuantityId, usize), Origin>,
}

impl Inputs {
    /// The members of a dimension.
    pub fn members_of(&self, dimension: DimensionId) -> &MemberList {
        &self.members[dimension.0 as usize]
    }

    /// The values of an input.
    pub fn array(&self, quantity: QuantityId) -> Option<&Array> {
        self.arrays[quantity.0 as usize].as_deref()
    }

    /// Where the value of a cell comes from.
    pub fn origin(&self, quantity: QuantityId, cell: usize) -> Option<&Origin> {
        self.origins[quantity.0 as usize].get(cell)?.as_ref()
    }

    /// What the data say of a cell.
    pub fn state(&self, quantity: QuantityId, cell: usize) -> CellState {
        let is_missing = self.array(quantity).is_none_or(|array| array.cells[cell].is_nan());
        match self.origin(quantity, cell) {
            _ if self.unreadable.contains_key(&(quantity, cell)) => CellState::Unreadable,
            None | Some(Origin::Blank) => CellState::Blank,
            Some(_) if is_missing => CellState::Withheld,
            Some(_) => CellState::Given,
        }
    }

    /// The text of a cell that could not be read.
    pub fn unreadable_text(&self, quantity: QuantityId, cell: usize) -> Option<&str> {
        self.unreadable.get(&(quantity, cell)).map(|text| &**text)
    }

    /// Where a value that is missing could be given: the cell that was left blank, or that says it is not available.
    pub fn asked_at(&self, quantity: QuantityId, cell: usize) -> Option<&Origin> {
        self.origin(quantity, cell).or_else(|| self.form_cell(quantity, cell))
    }

    /// What is known of a cell beside its amount.
    pub fn evidence(&self, quantity: QuantityId, cell: usize) -> Option<&Evidence> {
        self.evidence.get(quantity.0 as usize)?.get(cell)?.as_deref()
    }

    /// Where a form asks for a value that is missing.
    pub fn form_cell(&self, quantity: QuantityId, cell: usize) -> Option<&Origin> {
        self.asked.get(&(quantity, cell))
    }

    /// Whether a value is missing of which it is not known where a form asks for it.
    pub fn lacks_addresses(&self) -> bool {
        self.arrays.iter().enumerate().any(|(id, array)| {
            let cells = array.iter().flat_map(|array| array.cells.iter().enumerate());
            cells.filter(|(_, cell)| cell.is_nan()).any(|(cell, _)| self.is_unknown(QuantityId(id as u32), cell))
        })
    }

    /// Notes where a form asks for values that are missing; what is known already stays.
    pub fn add_blanks<'b>(&mut self, model: &Model, blanks: impl IntoIterator<Item = &'b Blank>) {
        for blank in blanks {
            let Some(cell) = self.cell_of(model, blank) else { continue };
            let is_missing = self.array(blank.quantity).is_some_and(|array| array.cells[cell].is_nan());
            if is_missing && self.is_unknown(blank.quantity, cell) {
                self.asked.insert((blank.quantity, cell), blank.origin.clone());
            }
        }
    }

    /// Whether neither the origin of the cell is known, nor where it is asked for.
    fn is_unknown(&self, quantity: QuantityId, cell: usize) -> bool {
        self.origin(quantity, cell).is_none() && self.form_cell(quantity, cell).is_none()
    }

    /// Which cell a blank place of a form is.
    pub(super) fn cell_of(&self, model: &Model, blank: &Blank) -> Option<usize> {
        let axes = model.quantity(blank.quantity).axes.iter().zip(&blank.place);
        let place: Vec<usize> =
            axes.map(|(axis, key)| self.members_of(axis.dimension).find(key)).collect::<Option<_>>()?;
        let array = self.array(blank.quantity)?;
        (place.len() == array.shape.len()).then(|| array.offset(&place))
    }
}

/// Number of members along each axis of a quantity.
pub(crate) fn shape_of(model: &Model, members: &[MemberList], quantity: QuantityId) -> Vec<usize> {
    model.quantity(quantity).axes.iter().map(|axis| members[axis.dimension.0 as usize].len()).collect()
}
