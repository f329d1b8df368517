//! A row of a list that is the sum of the rows above or below it: counted twice.

use super::data::{Cell, Data, Doubt, has_digits};
use super::units::is_amount;
use super::vocabulary;
use crate::present::display::display_number;
use crate::tolerance::is_same_amount;
use sg3_lang::model::QuantityId;
use std::ops::Range;

/// Asks about totals within lists that the data make.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    data.numbers().filter(|(_, _, unit)| is_amount(unit)).flat_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId) -> Vec<Doubt> {
    let axes = &data.model.quantity(id).axes;
    let listed = (0..axes.len()).filter(|axis| data.model.dimension(axes[*axis].dimension).is_listed_by_data());
    let given = data.given(id);
    let lines = listed.flat_map(|axis| data.lines(id, axis).into_iter().map(move |line| (axis, line)));
    lines.flat_map(|(axis, line)| ask_line(data, id, axis, &line, &given)).collect()
}

fn ask_line(data: &Data, id: QuantityId, axis: usize, line: &[usize], given: &[Option<f64>]) -> Vec<Doubt> {
    let values: Vec<f64> = line.iter().map(|cell| given[*cell].unwrap_or(0.0)).collect();
    // In a long list more rows have a chance to be a sum.
    let digits = if line.len() > 20 { 6 } else { 4 };
    let mut doubts = Vec::new();
    for (at, value) in values.iter().enumerate().filter(|(_, value)| **value != 0.0) {
        let cell = (id, line[at]);
        let is_named = vocabulary::is_total(data.label(cell, axis));
        let run = run(&values, at).filter(|run| is_named || (run.len() >= 3 && has_digits(*value, digits)));
        if is_named || run.is_some() {
            doubts.push(doubt(data, cell, axis, line, run.as_ref()));
        }
    }
    doubts
}

/// The rows next to a row that add up to it: those above, else those below; two at least.
fn run(values: &[f64], at: usize) -> Option<Range<usize>> {
    let above = adding_up(values[..at].iter().rev(), values[at]).map(|count| at - count..at);
    above.or_else(|| adding_up(values[at + 1..].iter(), values[at]).map(|count| at + 1..at + 1 + count))
}

/// How many parts, from the first on, add up to a total: two at least, none of them nothing.
fn adding_up<'v>(parts: impl Iterator<Item = &'v f64>, total: f64) -> Option<usize> {
    let sums = parts.take_while(|part| **part != 0.0).scan(0.0, |sum, part| {
        *sum += part;
        Some(*sum)
    });
    (1..).zip(sums).find(|(count, sum)| *count >= 2 && is_same_amount(*sum, total)).map(|(count, _)| count)
}

fn doubt(data: &Data, cell: Cell, axis: usize, line: &[usize], run: Option<&Range<usize>>) -> Doubt {
    let (label, name) = (data.label(cell, axis), data.name(cell));
    let value = display_number(data.value(cell).unwrap_or(f64::NAN));
    let message = match run {
        Some(run) => {
            let [first, last] = [run.start, run.end - 1].map(|at| data.key((cell.0, line[at]), axis));
            format!("\"{label}\", {value}, equals the sum of `{first}` to `{last}`")
        }
        None => format!("\"{label}\", {value}, appears in the list as if it were one of its rows"),
    };
    Doubt {
        slug: "subtotal-in-list",
        cell,
        subject: Some(name),
        message,
        expected: "expected each amount once: a total among its parts is counted twice".to_owned(),
        help: "remove the row, or explain in the comment why it belongs to the list".to_owned(),
        others: Vec::new(),
    }
}
