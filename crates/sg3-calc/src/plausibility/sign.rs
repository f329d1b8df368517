//! One figure of the other sign among figures that are negative throughout.
//!
//! A negative figure among positive ones is a credit note, and is not asked about: the range of the input says whether it is possible.

use super::data::{Data, Doubt};
use super::units::is_amount;
use sg3_lang::model::QuantityId;

/// Figures from which a sign can be told.
const LEAST: usize = 5;

/// Asks about the few positive figures where nearly all are negative.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    data.numbers().filter(|(_, _, unit)| is_amount(unit)).flat_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let given: Vec<(usize, f64)> =
        data.given(id).into_iter().enumerate().filter_map(|(cell, value)| Some((cell, value?))).collect();
    let (negative, positive): (Vec<_>, Vec<_>) =
        given.into_iter().filter(|(_, value)| *value != 0.0).partition(|(_, value)| *value < 0.0);
    if negative.len() < LEAST || positive.len() * 5 > negative.len() {
        return Vec::new();
    }
    positive.into_iter().map(|(cell, value)| doubt(data, id, cell, value, negative.len())).collect()
}

fn doubt(data: &Data, id: QuantityId, cell: usize, value: f64, others: usize) -> Doubt {
    Doubt {
        slug: "sign-of-neighbours",
        cell: (id, cell),
        subject: None,
        message: format!(
            "`{}` is {}: its sign is opposite to that of comparable values",
            data.name((id, cell)),
            data.figure((id, cell), value)
        ),
        expected: format!(
            "expected to be negative, as the {others} other values of {} are",
            data.model.quantity(id).label
        ),
        help: "is a sign missing? correct it, or explain in the comment why it is correct".to_owned(),
        others: Vec::new(),
    }
}
