//! The units of rows.

use super::canvas::Canvas;
use crate::book::Block;
use sg3_calc::present::unit;
use sg3_lang::Unit;
use sg3_lang::model::{Display, Kind};

/// Whether rows are counted in units of their own, so that each has decimals of its own.
pub(super) fn has_units_by_row(canvas: &Canvas, block: &Block) -> bool {
    let unit = block.quantity.map(|id| canvas.material.model.quantity(id).unit());
    unit.is_some_and(|unit| block.down().any(|axis| unit.depends_on(&block.axes[axis].name)))
}

/// The unit of a row, in the currency of the data; in words of the model where its cells are of several.
pub(super) fn row_unit(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let across = block.across.filter(|axis| has_several_units(canvas, block, *axis));
    write_unit(canvas, block, place, across)
}

/// The unit of a cell, the same way.
pub(super) fn cell_unit(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    write_unit(canvas, block, place, None)
}

fn write_unit(canvas: &Canvas, block: &Block, place: &[usize], left_out: Option<usize>) -> String {
    let unit = unit_along(canvas, block, place, canvas.display(block), left_out);
    canvas.translate_unit(&unit::in_currency(&unit, canvas.currency()))
}

fn has_several_units(canvas: &Canvas, block: &Block, axis: usize) -> bool {
    let units = &canvas.material.inputs.members_of(block.axes[axis].dimension).units;
    units.windows(2).any(|pair| pair[0] != pair[1])
}

/// The unit of a cell in `money`, shown in some way.
pub(super) fn unit_in_money(canvas: &Canvas, block: &Block, place: &[usize], display: Display) -> String {
    unit_along(canvas, block, place, display, None)
}

/// The same without what depends on one of the axes.
fn unit_along(canvas: &Canvas, block: &Block, place: &[usize], display: Display, left_out: Option<usize>) -> String {
    let Some(quantity) = block.quantity.filter(|_| block.role.holds_quantity()) else { return String::new() };
    let model = canvas.material.model;
    match model.quantity(quantity).kind {
        Kind::Member(_) | Kind::YesNo => String::new(),
        _ => unit::displayed(model, model.quantity(quantity), display, &|axis| {
            let own = block.keys + axis;
            // an axis that goes across may have no members at all
            let units = &canvas.material.inputs.members_of(block.axes[own].dimension).units;
            units.get(place[own]).filter(|_| left_out != Some(own))?.as_deref().map(Unit::named)
        }),
    }
}
