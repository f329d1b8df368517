//! The data as questions look at them, and a question on its way to a message.

use crate::array::place_in;
use crate::bind::inputs::{Inputs, shape_of};
use crate::bind::layer::Layer;
use crate::bind::origin::Origin;
use crate::present::labels::{name_cell, place_of};
use crate::present::phrase;
use sg3_lang::Unit;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use sg3_lang::model::{DimensionId, Kind, Model, Quantity, QuantityId};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A cell of an input.
pub(super) type Cell = (QuantityId, usize);

/// Where members stand, by dimension and key.
pub(super) type Positions<'a> = HashMap<(DimensionId, &'a str), usize>;

/// Data bound to a model.
pub(super) struct Data<'a> {
    pub model: &'a Model,
    pub layers: &'a [Layer],
    pub inputs: &'a Inputs,
}

/// A question about a cell.
pub(super) struct Doubt {
    pub slug: &'static str,
    pub cell: Cell,
    /// What it is about, if that is more than the cell.
    pub subject: Option<String>,
    /// What was found, and where.
    pub message: String,
    /// What was expected, and why.
    pub expected: String,
    /// What may have happened, and what to do.
    pub help: String,
    /// Other cells that matter, and why.
    pub others: Vec<(Cell, String)>,
}

impl<'a> Data<'a> {
    /// Inputs that are numbers, with their units.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (QuantityId, &'a Quantity, &'a Unit)> + use<'a> {
        self.model.inputs().filter_map(|(id, quantity, _)| match &quantity.kind {
            Kind::Number(unit) => Some((id, quantity, unit)),
            _ => None,
        })
    }

    /// What a file or a setting says of each cell; nothing for what the model proposes or a blank means.
    pub(super) fn given(&self, id: QuantityId) -> Vec<Option<f64>> {
        let Some(array) = self.inputs.array(id) else { return Vec::new() };
        let cells = array.cells.iter().enumerate();
        cells.map(|(cell, value)| Some(*value).filter(|value| value.is_finite() && self.is_given((id, cell)))).collect()
    }

    /// The value of a cell, however it came to be.
    pub(super) fn value(&self, (id, cell): Cell) -> Option<f64> {
        self.inputs.array(id)?.cells.get(cell).copied().filter(|value| value.is_finite())
    }

    /// Where each member of the dimensions of some inputs stands.
    pub(super) fn positions(&self, of: impl Iterator<Item = QuantityId>) -> Positions<'a> {
        let axes = of.flat_map(|id| &self.model.quantity(id).axes);
        let dimensions: BTreeSet<DimensionId> = axes.map(|axis| axis.dimension).collect();
        let mut positions = Positions::new();
        for dimension in dimensions {
            let keys = self.inputs.members_of(dimension).keys.iter().enumerate();
            positions.extend(keys.map(|(position, key)| ((dimension, &**key), position)));
        }
        positions
    }

    /// The cell at a place; nothing if no such member is known.
    pub(super) fn cell_at(&self, positions: &Positions, id: QuantityId, place: &[Arc<str>]) -> Option<Cell> {
        let shape = shape_of(self.model, &self.inputs.members, id);
        let mut axes = self.model.quantity(id).axes.iter().zip(place).zip(shape);
        let cell = axes
            .try_fold(0, |cell, ((axis, key), size)| Some(cell * size + positions.get(&(axis.dimension, &**key))?))?;
        Some((id, cell))
    }

    /// Whether a file or a setting gives the value of the cell.
    pub(super) fn is_given(&self, (id, cell): Cell) -> bool {
        let origin = self.inputs.origin(id, cell);
        matches!(origin, Some(Origin::Cell { .. } | Origin::Line { .. } | Origin::Setting(_)))
    }

    /// Whether whoever filled the cell has given a reason for it.
    pub(super) fn is_explained(&self, (id, cell): Cell) -> bool {
        let comment = self.inputs.evidence(id, cell).and_then(|evidence| evidence.comment.as_deref());
        comment.is_some_and(|comment| !comment.trim().is_empty())
    }

    /// Cells that differ in the member of one axis only, in order of its members.
    pub(super) fn lines(&self, id: QuantityId, axis: usize) -> Vec<Vec<usize>> {
        let shape = shape_of(self.model, &self.inputs.members, id);
        let inner: usize = shape[axis + 1..].iter().product();
        let block = inner * shape[axis];
        let starts = (0..shape.iter().product::<usize>()).filter(|cell| cell % block.max(1) < inner);
        starts.map(|start| (0..shape[axis]).map(|step| start + step * inner).collect()).collect()
    }

    /// The position of a cell along an axis.
    pub(super) fn position(&self, (id, cell): Cell, axis: usize) -> usize {
        place_in(&shape_of(self.model, &self.inputs.members, id), cell)[axis]
    }

    /// The key of the member of a cell along an axis.
    pub(super) fn key(&self, cell: Cell, axis: usize) -> &str {
        let dimension = self.model.quantity(cell.0).axes[axis].dimension;
        &self.inputs.members_of(dimension).keys[self.position(cell, axis)]
    }

    /// What people see for the member of a cell along an axis.
    pub(super) fn label(&self, cell: Cell, axis: usize) -> &str {
        let dimension = self.model.quantity(cell.0).axes[axis].dimension;
        &self.inputs.members_of(dimension).labels[self.position(cell, axis)]
    }

    /// `minutes[urban]`
    pub(super) fn name(&self, (id, cell): Cell) -> String {
        let quantity = self.model.quantity(id);
        let place = place_in(&shape_of(self.model, &self.inputs.members, id), cell);
        name_cell(&quantity.name, &quantity.axes, &self.inputs.members, &place)
    }

    /// A figure of an input as people read it.
    pub(super) fn figure(&self, (id, _): Cell, value: f64) -> String {
        phrase::figure(self.model.quantity(id), value)
    }

    /// Whether a reason stands beside one of the cells that a question is about.
    pub(super) fn is_answered(&self, doubt: &Doubt) -> bool {
        let mut cells = std::iter::once(doubt.cell).chain(doubt.others.iter().map(|(cell, _)| *cell));
        cells.any(|cell| self.is_explained(cell))
    }

    /// Adds the question, unless it was answered beside the cell.
    pub(super) fn report(&self, doubt: Doubt, diagnostics: &mut Diagnostics) {
        if self.is_answered(&doubt) {
            return;
        }
        let subject = doubt.subject.unwrap_or_else(|| self.name(doubt.cell));
        let place = self.place(doubt.cell);
        let question = Diagnostic::new(doubt.slug, Severity::Warning, place, doubt.message).about(subject);
        let question = question.label(doubt.expected).help(doubt.help);
        let others = doubt.others.into_iter();
        diagnostics.add(others.fold(question, |question, (cell, text)| question.note_at(self.place(cell), text)));
    }

    fn place(&self, (id, cell): Cell) -> Place {
        self.inputs.origin(id, cell).map_or(Place::Nowhere, place_of)
    }
}

/// Whether a number has at least so many digits that are not zeros at its end.
pub(super) fn has_digits(value: f64, least: usize) -> bool {
    let digits = format!("{}", value.abs());
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len() >= least
}
