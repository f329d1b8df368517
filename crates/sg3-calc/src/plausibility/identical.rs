//! A column that is, to the last digit, the column beside it: an old one pasted?

use super::data::{Data, Doubt, has_digits};
use super::units::is_amount;
use sg3_lang::model::{Quantity, QuantityId};

/// Figures that must agree before it is no accident.
const LEAST: usize = 3;

/// Asks about years that repeat the year before, and about inputs that repeat another.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts: Vec<(QuantityId, &Quantity)> =
        data.numbers().filter(|(_, _, unit)| is_amount(unit)).map(|(id, quantity, _)| (id, quantity)).collect();
    let years = amounts.iter().flat_map(|(id, _)| of_years(data, *id));
    let pairs = amounts.iter().enumerate().flat_map(|(at, one)| amounts[..at].iter().map(move |other| (one, other)));
    let inputs = pairs.filter_map(|(one, other)| of_inputs(data, *one, *other));
    years.chain(inputs).collect()
}

fn of_years(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let Some(time) = axes.iter().position(|axis| data.model.dimension(axis.dimension).step.is_some()) else {
        return Vec::new();
    };
    let given = data.given(id);
    let lines = data.lines(id, time);
    let count = lines.first().map_or(0, Vec::len);
    let column =
        |at: usize| -> Vec<(usize, Option<f64>)> { lines.iter().map(|line| (line[at], given[line[at]])).collect() };
    let mut doubts = Vec::new();
    for at in 1..count {
        let (before, now) = (column(at - 1), column(at));
        if let Some(cell) = repeated(&now, &before) {
            let (this, last) = (data.key((id, now[0].0), time), data.key((id, before[0].0), time));
            let message = format!("{}: {this} is identical to {last} to the last digit", data.model.quantity(id).label);
            doubts.push(doubt((id, cell), message, format!("{}[{this}]", data.model.quantity(id).name)));
        }
    }
    doubts
}

fn of_inputs(data: &Data, one: (QuantityId, &Quantity), other: (QuantityId, &Quantity)) -> Option<Doubt> {
    let places = |quantity: &Quantity| quantity.axes.iter().map(|axis| axis.dimension).collect::<Vec<_>>();
    if one.1.axes.is_empty() || places(one.1) != places(other.1) {
        return None;
    }
    let column = |id| data.given(id).into_iter().enumerate().collect::<Vec<_>>();
    let cell = repeated(&column(one.0), &column(other.0))?;
    let message = format!("{} is identical to {} to the last digit", one.1.label, other.1.label);
    Some(doubt((one.0, cell), message, format!("{} {}", one.1.name, other.1.name)))
}

/// The first cell, if all figures agree and enough of them are not round.
fn repeated(now: &[(usize, Option<f64>)], before: &[(usize, Option<f64>)]) -> Option<usize> {
    let pairs = now.iter().zip(before).filter(|((_, now), (_, before))| now.is_some() || before.is_some());
    let pairs: Vec<_> = pairs.filter(|((_, now), _)| *now != Some(0.0)).collect();
    let agree = pairs.iter().all(|((_, now), (_, before))| now == before);
    let mut telling: Vec<f64> =
        pairs.iter().filter_map(|((_, now), _)| *now).filter(|value| has_digits(*value, 3)).collect();
    telling.sort_by(f64::total_cmp);
    telling.dedup();
    pairs.first().filter(|_| agree && telling.len() >= LEAST).map(|((cell, _), _)| *cell)
}

fn doubt(cell: super::data::Cell, message: String, subject: String) -> Doubt {
    Doubt {
        slug: "identical-columns",
        cell,
        subject: Some(subject),
        message,
        expected: "expected some difference".to_owned(),
        help: "was an earlier column pasted? correct it, or explain in the comment why they are identical".to_owned(),
        others: Vec::new(),
    }
}
