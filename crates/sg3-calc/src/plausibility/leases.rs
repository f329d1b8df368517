//! The same leases as rent in operating cost and as a right of use in depreciation.

use super::data::{Cell, Data, Doubt};
use super::units::is_money;
use super::vocabulary;
use crate::present::display::display_number;

/// Rent and charge on the right of use of the same leases are this near.
const NEAR: f64 = 0.15;

/// Asks about rents that are nearly a charge on rights of use.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts = amounts(data);
    let mut doubts = Vec::new();
    for (_, rent, paid) in amounts.iter().filter(|(label, ..)| vocabulary::is_rent(label)) {
        let mut charges = amounts.iter().filter(|(label, ..)| vocabulary::is_right_of_use(label));
        let near = charges.find(|(_, _, charged)| (paid / charged - 1.0).abs() <= NEAR);
        doubts.extend(near.map(|(_, charge, charged)| doubt(data, (*rent, *paid), (*charge, *charged))));
    }
    doubts
}

/// Every amount of money with the labels that say what it is.
fn amounts(data: &Data) -> Vec<(String, Cell, f64)> {
    let mut amounts = Vec::new();
    for (id, quantity, _) in data.numbers().filter(|(_, _, unit)| is_money(unit)) {
        for (cell, value) in data.given(id).into_iter().enumerate() {
            let labels = (0..quantity.axes.len()).map(|axis| data.label((id, cell), axis));
            let words = labels.chain([&*quantity.label]).collect::<Vec<_>>().join(" · ");
            amounts.extend(value.filter(|value| *value > 0.0).map(|value| (words, (id, cell), value)));
        }
    }
    amounts
}

fn doubt(data: &Data, (rent, paid): (Cell, f64), (charge, charged): (Cell, f64)) -> Doubt {
    Doubt {
        slug: "leases-twice",
        cell: rent,
        subject: None,
        message: format!(
            "`{}`, a rent of {}, is near `{}`, a charge on rights of use of {}",
            data.name(rent),
            display_number(paid),
            data.name(charge),
            display_number(charged)
        ),
        expected: "expected each lease once: as rent, or as a right of use".to_owned(),
        help: "are the same leases in both? remove one, or state in the comment which leases each covers".to_owned(),
        others: vec![(charge, format!("charge of {}", display_number(charged)))],
    }
}
