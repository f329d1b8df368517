//! Units as a form shows them.

use crate::layout::column::{ArrayInput, MemberSource};
use sg3_calc::present::unit::{of_member, text};
use sg3_lang::model::Model;
use std::sync::Arc;

/// The unit of what a column asks for, in a row of some members; without a row, what all rows share.
pub(crate) fn find_cell_unit(model: &Model, ask: &ArrayInput, row: Option<&[Arc<str>]>) -> String {
    let quantity = model.quantity(ask.quantity);
    text(model, quantity, &|axis| {
        let member = match &ask.place[axis] {
            MemberSource::Heading(member) => Some(member),
            MemberSource::RowAxis(position) => row.map(|members| &members[*position]),
        };
        of_member(model, quantity.axes[axis].dimension, member?)
    })
}
