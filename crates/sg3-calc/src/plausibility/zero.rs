//! No volume, and yet revenue. The contrary, a new service or equipment without traffic, is nothing odd.

use super::data::{Data, Doubt};
use super::units::{is_amount, is_money};
use super::vocabulary;
use crate::present::display::display_number;
use sg3_lang::Unit;
use sg3_lang::model::{Quantity, QuantityId};

/// Asks about volumes of zero that earned something.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let revenues = data.numbers().filter(|(_, quantity, unit)| is_money(unit) && is_revenue(quantity));
    let pairs = revenues.flat_map(|(revenue, quantity, _)| {
        let volumes = data.numbers().filter(move |(_, other, unit)| is_volume_of(quantity, other, unit));
        volumes.map(move |(volume, ..)| (volume, revenue))
    });
    pairs.flat_map(|(volume, revenue)| ask_pair(data, volume, revenue)).collect()
}

fn is_revenue(quantity: &Quantity) -> bool {
    vocabulary::is_revenue(&quantity.label) || vocabulary::is_revenue(&quantity.name.replace('_', " "))
}

/// Whether an amount other than money has the axes of a revenue.
fn is_volume_of(revenue: &Quantity, other: &Quantity, unit: &Unit) -> bool {
    !other.axes.is_empty() && other.axes == revenue.axes && is_amount(unit) && !is_money(unit)
}

fn ask_pair(data: &Data, volume: QuantityId, revenue: QuantityId) -> Vec<Doubt> {
    let (volumes, revenues) = (data.given(volume), data.given(revenue));
    let pairs = volumes.iter().zip(&revenues).enumerate();
    pairs
        .filter_map(|(cell, pair)| match pair {
            (Some(0.0), Some(earned)) if *earned > 0.0 => Some(doubt(data, (volume, cell), (revenue, cell), *earned)),
            _ => None,
        })
        .collect()
}

fn doubt(data: &Data, cell: super::data::Cell, revenue: super::data::Cell, earned: f64) -> Doubt {
    Doubt {
        slug: "zero-against-revenue",
        cell,
        subject: None,
        message: format!("`{}` is 0, although `{}` is {}", data.name(cell), data.name(revenue), display_number(earned)),
        expected: "expected a volume that corresponds to the revenue".to_owned(),
        help: "not measured? write n/a, or the volume; if it is correct, state in the comment what the revenue is for"
            .to_owned(),
        others: vec![(revenue, format!("revenue of {}", display_number(earned)))],
    }
}
