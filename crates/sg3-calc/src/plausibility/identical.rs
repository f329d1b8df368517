//! A column that is, to the last digit, the column beside it: an old one pasted?

use super::data::{Data, Doubt, has_digits};
use super::units::is_amount;
use sg3_lang::model::{Quantity, QuantityId};

/// Figures that must agree before it is no accident.
const LEAST: usize = 3;

/// A cell with what is given for it.
type Figure = (usize, Option<f64>);

/// Asks about years that repeat the year before, and about inputs that repeat another.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts: Vec<(QuantityId, &Quantity)> =
        data.numbers().filter(|(_, _, unit)| is_amount(unit)).map(|(id, quantity, _)| (id, quantity)).collect();
    let years = amounts.iter().flat_map(|(id, _)| compare_years(data, *id));
    let pairs = amounts.iter().enumerate().flat_map(|(at, one)| amounts[..at].iter().map(move |other| (one, other)));
    let inputs = pairs.filter_map(|(one, other)| compare_inputs(data, *one, *other));
    years.chain(inputs).collect()
}

fn compare_years(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let Some(time) = axes.iter().position(|axis| data.model.dimension(axis.dimension).step.is_some()) else {
        return Vec::new();
    };
    let given = data.given(id);
    let lines = data.lines(id, time);
    let count = lines.first().map_or(0, Vec::len);
    let columns: Vec<Vec<Figure>> =
        (0..count).map(|at| lines.iter().map(|line| (line[at], given[line[at]])).collect()).collect();
    let mut doubts = Vec::new();
    for pair in columns.windows(2) {
        let (before, now) = (&pair[0], &pair[1]);
        if let Some(cell) = repeated(now, before) {
            let (this, last) = (data.key((id, now[0].0), time), data.key((id, before[0].0), time));
            let message = format!("{}: {this} is identical to {last} to the last digit", data.model.quantity(id).label);
            doubts.push(doubt((id, cell), message, format!("{}[{this}]", data.model.quantity(id).name)));
        }
    }
    doubts
}

fn compare_inputs(data: &Data, one: (QuantityId, &Quantity), other: (QuantityId, &Quantity)) -> Option<Doubt> {
    if one.1.axes.is_empty() || !have_same_dimensions(one.1, other.1) {
        return None;
    }
    let [now, before] = [one.0, other.0].map(|id| data.given(id).into_iter().enumerate().collect::<Vec<Figure>>());
    let cell = repeated(&now, &before)?;
    let message = format!("{} is identical to {} to the last digit", one.1.label, other.1.label);
    Some(doubt((one.0, cell), message, format!("{} {}", one.1.name, other.1.name)))
}

fn have_same_dimensions(one: &Quantity, other: &Quantity) -> bool {
    one.axes.iter().map(|axis| axis.dimension).eq(other.axes.iter().map(|axis| axis.dimension))
}

/// The first cell, if all figures agree and enough of them are not round.
fn repeated(now: &[Figure], before: &[Figure]) -> Option<usize> {
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
