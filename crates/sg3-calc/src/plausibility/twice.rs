//! A volume that is just the sum of two others: a call counted where it begins and where it ends?

use super::data::{Cell, Data, Doubt, has_digits};
use super::units::named;
use crate::present::display::shown;
use crate::tolerance::is_same_amount;
use sg3_lang::Unit;
use sg3_lang::model::QuantityId;

/// Digits that make an exact sum no accident.
const DIGITS: usize = 5;
/// Longer lists have sums by accident.
const LONGEST: usize = 60;

/// Asks about volumes that add up exactly.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let carried = |unit: &Unit| {
        unit.factors().any(|(base, exponent)| exponent > 0 && named(base, &["minute", "call", "message"]))
    };
    data.numbers().filter(|(_, _, unit)| carried(unit)).flat_map(|(id, ..)| of(data, id)).collect()
}

fn of(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let unlike = |axis: &usize| data.model.dimension(axes[*axis].dimension).step.is_none();
    let given = data.given(id);
    let lines = (0..axes.len()).filter(unlike).flat_map(|axis| data.lines(id, axis));
    lines.filter(|line| line.len() <= LONGEST).filter_map(|line| sum_of_two(data, id, &line, &given)).collect()
}

fn sum_of_two(data: &Data, id: QuantityId, line: &[usize], given: &[Option<f64>]) -> Option<Doubt> {
    let telling = |cell: &&usize| given[**cell].is_some_and(|value| value > 0.0 && has_digits(value, DIGITS));
    let cells: Vec<usize> = line.iter().filter(telling).copied().collect();
    let value = |cell: usize| given[cell].unwrap_or(f64::NAN);
    let pairs = cells.iter().enumerate().flat_map(|(at, one)| cells[at + 1..].iter().map(move |other| (*one, *other)));
    pairs.into_iter().find_map(|(one, other)| {
        let sum = cells.iter().find(|sum| is_same_amount(value(**sum), value(one) + value(other)))?;
        Some(doubt(data, (id, *sum), (id, one), (id, other)))
    })
}

fn doubt(data: &Data, sum: Cell, one: Cell, other: Cell) -> Doubt {
    let value = |cell: Cell| shown(data.value(cell).unwrap_or(f64::NAN));
    Doubt {
        slug: "counted-at-both-ends",
        cell: sum,
        subject: None,
        message: format!(
            "`{}`, {}, equals the sum of `{}` and `{}`",
            data.name(sum),
            value(sum),
            data.name(one),
            data.name(other)
        ),
        expected: "expected each call to be counted once".to_owned(),
        help: "is a call counted at both ends? correct it, or explain in the comment why the figures add up".to_owned(),
        others: [one, other].map(|cell| (cell, format!("`{}` is {}", data.name(cell), value(cell)))).to_vec(),
    }
}
