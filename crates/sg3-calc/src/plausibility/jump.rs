//! A figure that is many times that of the year before.
//!
//! A new service may multiply in its second year, and a real one may grow fourfold: neither is asked about.

use super::data::{Cell, Data, Doubt, Positions};
use super::units::is_amount;
use crate::bind::layer::Before;
use crate::present::display::display_number;
use sg3_lang::model::QuantityId;
use std::collections::BTreeSet;

/// From one year to the next, more than this is asked about.
const FACTOR: f64 = 8.0;

/// Asks about the first jump of each series, and about jumps from what a form shows of last year.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let amounts: Vec<QuantityId> = data.numbers().filter(|(_, _, unit)| is_amount(unit)).map(|(id, ..)| id).collect();
    let mut doubts: Vec<Doubt> = amounts.iter().flat_map(|id| ask_quantity(data, *id)).collect();
    let last_year: Vec<&Before> = data.layers.iter().flat_map(|layer| &layer.last_year).collect();
    let positions = data.positions(last_year.iter().map(|before| before.quantity));
    let asked: BTreeSet<Cell> = doubts.iter().map(|doubt| doubt.cell).collect();
    let last_year = last_year.into_iter().filter(|before| amounts.contains(&before.quantity));
    let since_last_year = last_year.filter_map(|before| ask_since(data, &positions, before));
    doubts.extend(since_last_year.filter(|doubt| !asked.contains(&doubt.cell)));
    doubts
}

/// A jump from last year's column, whichever way it is read.
fn ask_since(data: &Data, positions: &Positions, before: &Before) -> Option<Doubt> {
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
        message: format!(
            "`{}` is {}, {} times last year's figure",
            data.name(cell),
            data.figure(cell, now),
            display_number(now / then)
        ),
        expected: format!("expected near {}, which the form shows for last year", data.figure(cell, then)),
        help: "another scale, or another definition? correct it, or explain the change in the comment".to_owned(),
        others: Vec::new(),
    })
}

fn ask_quantity(data: &Data, id: QuantityId) -> Vec<Doubt> {
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
    let times = display_number(now / before);
    Some(Doubt {
        slug: "jump",
        cell: (id, line[at]),
        subject: None,
        message: format!(
            "`{}` is {}, {times} times the figure before",
            data.name((id, line[at])),
            data.figure((id, line[at]), now)
        ),
        expected: format!("expected near {}, as in the period before", data.figure((id, line[at]), before)),
        help: "another scale, or another definition? correct it, or explain the change in the comment".to_owned(),
        others: vec![((id, line[at - 1]), format!("before: {}", data.figure((id, line[at]), before)))],
    })
}

fn is_jump(values: &[f64], at: usize) -> bool {
    let (before, now) = (values[at - 1], values[at]);
    let is_new = at >= 2 && values[at - 2] == 0.0;
    let ratio = now / before;
    ratio.is_finite() && ratio > 0.0 && !is_new && !(1.0 / FACTOR..=FACTOR).contains(&ratio)
}
