//! The same leases as rent in operating cost and as a right of use in depreciation.

use super::data::{Cell, Data, Doubt};
use super::units::is_money;
use super::words;
use crate::present::display::shown;

/// Rent and charge on the right of use of the same leases are this near.
const NEAR: f64 = 0.15;

/// Asks about rents that are nearly a charge on rights of use.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts = amounts(data);
    let of = |is: fn(&str) -> bool| amounts.iter().filter(move |(words, ..)| is(words)).collect::<Vec<_>>();
    let charges = of(words::is_right_of_use);
    let pair = |(_, rent, value): &&(String, Cell, f64)| {
        let near = charges.iter().find(|(_, _, charge)| (value / charge - 1.0).abs() <= NEAR)?;
        Some(doubt(data, (*rent, *value), (near.1, near.2)))
    };
    of(words::is_rent).iter().filter_map(pair).collect()
}

/// Every amount of money with the words that say what it is.
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
            shown(paid),
            data.name(charge),
            shown(charged)
        ),
        expected: "expected each lease once: as rent, or as a right of use".to_owned(),
        help: "are the same leases in both? remove one, or state in the comment which leases each covers".to_owned(),
        others: vec![(charge, format!("charge of {}", shown(charged)))],
    }
}
