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

/// The unit of a row, in the currency of the data.
pub(super) fn row_unit(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let unit = unit_in_money(canvas, block, place, canvas.display(block));
    canvas.translate_unit(&unit::in_currency(&unit, canvas.currency()))
}

/// The same in `money`, shown in some way.
pub(super) fn unit_in_money(canvas: &Canvas, block: &Block, place: &[usize], display: Display) -> String {
    let Some(quantity) = block.quantity.filter(|_| block.role.holds_quantity()) else { return String::new() };
    let model = canvas.material.model;
    match model.quantity(quantity).kind {
        Kind::Member(_) | Kind::YesNo => String::new(),
        _ => unit::displayed(model, model.quantity(quantity), display, &|axis| {
            let own = block.keys + axis;
            // an axis that goes across may have no members at all, or members of several units in one row
            let units = &canvas.material.inputs.members_of(block.axes[own].dimension).units;
            let differ = block.across == Some(own) && units.windows(2).any(|pair| pair[0] != pair[1]);
            units.get(place[own]).filter(|_| !differ)?.as_deref().map(Unit::named)
        }),
    }
}
