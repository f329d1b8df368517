//! A figure that is many times that of the year before.
//!
//! A new service may multiply in its second year, and a real one may grow fourfold: neither is asked about.

use super::data::{Data, Doubt, Positions};
use super::units::is_amount;
use crate::bind::layer::Before;
use crate::present::display::shown;
use sg3_lang::model::QuantityId;

/// From one year to the next, more than this is asked about.
const FACTOR: f64 = 8.0;

/// Asks about the first jump of each series, and about jumps from what a form shows of last year.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts: Vec<QuantityId> = data.numbers().filter(|(_, _, unit)| is_amount(unit)).map(|(id, ..)| id).collect();
    let mut doubts: Vec<Doubt> = amounts.iter().flat_map(|id| of(data, *id)).collect();
    let before = || data.layers.iter().flat_map(|layer| &layer.last_year);
    let positions = data.positions(before().map(|before| before.quantity));
    let before = before().filter(|before| amounts.contains(&before.quantity));
    let from_last_year = before.filter_map(|before| since(data, &positions, before));
    let is_new = |doubt: &Doubt| doubts.iter().all(|other| other.cell != doubt.cell);
    let new: Vec<Doubt> = from_last_year.filter(is_new).collect();
    doubts.extend(new);
    doubts
}

/// A jump from last year's column, whichever way it is read.
fn since(data: &Data, positions: &Positions, before: &Before) -> Option<Doubt> {
    let cell = data.cell_at(positions, before.quantity, &before.place)?;
    let now = data.value(cell).filter(|_| data.is_given(cell))?;
    if !before.readings.iter().all(|then| is_jump(&[*then, now], 1)) {
        return None;
    }
    let then = before.readings[0];
    Some(Doubt {
        slug: "jump",
        cell,
        subject: None,
        message: format!("`{}` is {}, {} times last year's figure", data.name(cell), shown(now), shown(now / then)),
        expected: format!("expected near {}, which the form shows for last year", shown(then)),
        help: "another scale, or another definition? correct it, or explain the change in the comment".to_owned(),
        others: Vec::new(),
    })
}

fn of(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let Some(time) = axes.iter().position(|axis| data.model.dimension(axis.dimension).step.is_some()) else {
        return Vec::new();
    };
    let given = data.given(id);
    data.lines(id, time).iter().filter_map(|line| jump(data, id, line, &given)).collect()
}

fn jump(data: &Data, id: QuantityId, line: &[usize], given: &[Option<f64>]) -> Option<Doubt> {
    let values: Vec<f64> = line.iter().map(|cell| given[*cell].unwrap_or(f64::NAN)).collect();
    let at = (1..values.len()).find(|at| is_jump(&values, *at))?;
    let (before, now) = (values[at - 1], values[at]);
    let times = shown(now / before);
    Some(Doubt {
        slug: "jump",
        cell: (id, line[at]),
        subject: None,
        message: format!("`{}` is {}, {times} times the figure before", data.name((id, line[at])), shown(now)),
        expected: format!("expected near {}, as in the period before", shown(before)),
        help: "another scale, or another definition? correct it, or explain the change in the comment".to_owned(),
        others: vec![((id, line[at - 1]), format!("before: {}", shown(before)))],
    })
}

fn is_jump(values: &[f64], at: usize) -> bool {
    let (before, now) = (values[at - 1], values[at]);
    let is_new = at >= 2 && values[at - 2] == 0.0;
    let ratio = now / before;
    ratio.is_finite() && ratio > 0.0 && !is_new && !(1.0 / FACTOR..=FACTOR).contains(&ratio)
}
