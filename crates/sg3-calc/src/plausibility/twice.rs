//! A volume that is just the sum of two others: a call counted where it begins and where it ends?

use super::data::{Cell, Data, Doubt, has_digits};
use super::units::named;
use crate::tolerance::is_same_amount;
use sg3_lang::Unit;
use sg3_lang::model::QuantityId;

/// Digits that make an exact sum no accident in a short list.
const DIGITS: usize = 5;
/// Longer lists have sums by accident.
const LONGEST: usize = 60;

/// Asks about volumes that add up exactly.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    data.numbers().filter(|(_, _, unit)| is_traffic(unit)).flat_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn is_traffic(unit: &Unit) -> bool {
    unit.factors().any(|(base, exponent)| exponent > 0 && named(base, &["minute", "call", "message"]))
}

fn ask_quantity(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let given = data.given(id);
    let unordered = (0..axes.len()).filter(|axis| data.model.dimension(axes[*axis].dimension).step.is_none());
    let lines = unordered.flat_map(|axis| data.lines(id, axis));
    lines.filter(|line| line.len() <= LONGEST).filter_map(|line| sum_of_two(data, id, &line, &given)).collect()
}

/// Of so many figures, half the cube are pairs beside a third: one in a hundred lists may have a sum by accident.
fn count_needed_digits(figures: usize) -> usize {
    DIGITS.max(1 + (50 * figures.pow(3)).ilog10() as usize)
}

fn sum_of_two(data: &Data, id: QuantityId, line: &[usize], given: &[Option<f64>]) -> Option<Doubt> {
    let figures = line.iter().filter_map(|cell| Some((*cell, given[*cell]?)));
    let least = count_needed_digits(line.len());
    let figures: Vec<(usize, f64)> = figures.filter(|(_, value)| *value > 0.0 && has_digits(*value, least)).collect();
    let pairs =
        figures.iter().enumerate().flat_map(|(at, one)| figures[at + 1..].iter().map(move |other| (one, other)));
    pairs.into_iter().find_map(|(one, other)| {
        let (sum, _) = figures.iter().find(|(_, sum)| is_same_amount(*sum, one.1 + other.1))?;
        Some(doubt(data, (id, *sum), (id, one.0), (id, other.0)))
    })
}

fn doubt(data: &Data, sum: Cell, one: Cell, other: Cell) -> Doubt {
    Doubt {
        slug: "counted-at-both-ends",
        cell: sum,
        subject: None,
        message: format!(
            "`{}`, {}, equals the sum of `{}` and `{}`",
            data.name(sum),
            write_value(data, sum),
            data.name(one),
            data.name(other)
        ),
        expected: "expected each call to be counted once".to_owned(),
        help: "is a call counted at both ends? correct it, or explain in the comment why the figures add up".to_owned(),
        others: [one, other]
            .map(|cell| (cell, format!("`{}` is {}", data.name(cell), write_value(data, cell))))
            .to_vec(),
    }
}

fn write_value(data: &Data, cell: Cell) -> String {
    data.figure(cell, data.value(cell).unwrap_or(f64::NAN))
}
