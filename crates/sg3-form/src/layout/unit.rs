//! Units as a form shows them.

use super::column_content::{Ask, Slot};
use sg3_calc::present::unit::{of_member, text};
use sg3_lang::model::Model;
use std::sync::Arc;

/// The unit of what a column asks for, in a row of some members; without a row, what all rows share.
pub fn of_cell(model: &Model, ask: &Ask, row: Option<&[Arc<str>]>) -> String {
    let quantity = model.quantity(ask.quantity);
    text(model, quantity, &|axis| {
        let member = match &ask.place[axis] {
            Slot::Column(member) => Some(member),
            Slot::Row(position) => row.map(|members| &members[*position]),
        };
        of_member(model, quantity.axes[axis].dimension, member?)
    })
}
