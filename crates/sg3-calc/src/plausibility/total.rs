//! A total that was typed beside its parts, and differs: by a row, by swapped digits, by a tax.

use super::data::{Cell, Data, Doubt};
use super::vocabulary;
use crate::evaluate::evaluate;
use crate::plan::{Plan, plan_for};
use crate::present::display::display_number;
use crate::tolerance::{is_same_amount, is_tax_rate};
use sg3_lang::model::{Check, Expression, IndexBase, Node, QuantityId, Question, Read, ReductionKind};

/// Asks about every check of an input against a sum of inputs that does not hold.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let checks = (0..data.model.checks.len()).filter_map(|number| Some((number, TypedTotal::of(data, number)?)));
    checks.flat_map(|(number, typed)| ask_check(data, number, &typed)).collect()
}

/// A check that an input is the sum of another.
struct TypedTotal<'a> {
    check: &'a Check,
    total: &'a Read,
    parts: &'a Read,
}

impl<'a> TypedTotal<'a> {
    fn of(data: &Data<'a>, number: usize) -> Option<TypedTotal<'a>> {
        let check = &data.model.checks[number];
        let Question::Equal { left, right, .. } = &check.question else { return None };
        let (total, parts) = total_and_parts(left, right).or_else(|| total_and_parts(right, left))?;
        let are_inputs = [total, parts].iter().all(|read| data.model.quantity(read.quantity).input().is_some());
        are_inputs.then_some(TypedTotal { check, total, parts })
    }
}

/// The cell of a read at a place of the check; of a sum, all its cells.
fn cells_read(data: &Data, read: &Read, place: &[usize]) -> Vec<Cell> {
    let Some(array) = data.inputs.array(read.quantity) else { return Vec::new() };
    let cells = (0..array.cells.len()).filter(|cell| is_read(read, &array.place(*cell), place));
    cells.map(|cell| (read.quantity, cell)).collect()
}

/// Whether a read at a place of the check meets a cell; what a sum goes over has no position there.
fn is_read(read: &Read, cell: &[usize], place: &[usize]) -> bool {
    cell.iter().zip(&read.places).all(|(position, index)| match index.base {
        IndexBase::Axis(axis) => place.get(axis.0 as usize).is_none_or(|asked| asked == position),
        _ => true,
    })
}

fn total_and_parts<'a>(total: &'a Expression, sum: &'a Expression) -> Option<(&'a Read, &'a Read)> {
    Some((read(total)?, parts(sum)?))
}

fn read(expression: &Expression) -> Option<&Read> {
    if let Node::Read(read) = &expression.node { Some(read) } else { None }
}

fn parts(expression: &Expression) -> Option<&Read> {
    match &expression.node {
        Node::Reduce(reduction) if reduction.how == ReductionKind::Sum && reduction.filter.is_none() => {
            reduction.arguments.first().and_then(read)
        }
        _ => None,
    }
}

fn ask_check(data: &Data, number: usize, typed: &TypedTotal) -> Vec<Doubt> {
    let reads: [QuantityId; 2] = [typed.total.quantity, typed.parts.quantity];
    let plan = Plan { checks: vec![number], ..plan_for(data.model, reads.into_iter()) };
    let answers = evaluate(data.model, &plan, data.inputs).checks.into_iter().flat_map(|check| check.cells);
    let failed = answers.filter(|cell| cell.holds == Some(false));
    failed.filter_map(|cell| doubt(data, typed, &cell.place)).collect()
}

fn doubt(data: &Data, typed: &TypedTotal, place: &[usize]) -> Option<Doubt> {
    let total = *cells_read(data, typed.total, place).first()?;
    let parts = cells_read(data, typed.parts, place);
    let value = data.value(total)?;
    let sum: f64 = parts.iter().filter_map(|part| data.value(*part)).sum();
    let (slug, reason, other) = reason(data, value, sum, &parts);
    let label = &typed.check.label;
    Some(Doubt {
        slug,
        cell: total,
        subject: None,
        message: format!(
            "`{}` is {}, but its parts sum to {}: difference {}",
            data.name(total),
            display_number(value),
            display_number(sum),
            display_number((value - sum).abs())
        ),
        expected: format!("expected to be equal: {label}"),
        help: reason,
        others: other.into_iter().map(|cell| (cell, format!("`{}`", data.name(cell)))).collect(),
    })
}

/// What would explain the difference.
fn reason(data: &Data, total: f64, sum: f64, parts: &[Cell]) -> (&'static str, String, Option<Cell>) {
    let apart = total - sum;
    let part = parts
        .iter()
        .copied()
        .find(|part| data.value(*part).is_some_and(|value| value != 0.0 && is_same_amount(value.abs(), apart.abs())));
    if let Some(rate) = tax(data, total, sum) {
        let help = format!(
            "the difference is the tax of {} %: are the parts gross of tax, or the total?",
            display_number(rate * 100.0)
        );
        return ("gross-of-tax", help, None);
    }
    if let Some(part) = part {
        let what = if apart < 0.0 {
            "omitted from the total"
        } else {
            "counted twice in the total, or missing from the parts"
        };
        return ("total-differs", format!("the difference equals `{}`: is it {what}?", data.name(part)), Some(part));
    }
    let help = swapped(data, total, sum, parts).unwrap_or_else(|| "correct the total or its parts".to_owned());
    ("total-differs", help, None)
}

/// The rate of a tax on sales by which one side exceeds the other.
fn tax(data: &Data, total: f64, sum: f64) -> Option<f64> {
    let rates =
        data.numbers().filter(|(_, quantity, unit)| unit.is_pure() && vocabulary::is_sales_tax(&quantity.label));
    let mut rates = rates.filter_map(|(id, ..)| data.value((id, 0))).filter(|rate| *rate > 0.0);
    let excess = (total / sum).max(sum / total) - 1.0;
    rates.find(|rate| is_tax_rate(excess, *rate))
}

/// A difference that is a multiple of nine comes of swapped digits.
fn swapped(data: &Data, total: f64, sum: f64, parts: &[Cell]) -> Option<String> {
    let apart = total - sum;
    if apart % 9.0 != 0.0 {
        return None;
    }
    if swaps(total).any(|meant| is_same_amount(meant, sum)) {
        return Some(format!("are two digits swapped in the total? {} would fit", display_number(sum)));
    }
    let part = parts.iter().find_map(|part| {
        let value = data.value(*part)?;
        let meant = swaps(value).find(|meant| is_same_amount(meant - value, apart))?;
        Some(format!("are two digits swapped in `{}`? {} would fit", data.name(*part), display_number(meant)))
    });
    part.or_else(|| Some("the difference is a multiple of 9: are two digits swapped somewhere?".to_owned()))
}

/// The number with two neighbouring digits swapped, every way.
fn swaps(value: f64) -> impl Iterator<Item = f64> {
    let digits: Vec<u8> = format!("{value}").into_bytes();
    (1..digits.len()).filter_map(move |at| {
        let mut other = digits.clone();
        other.swap(at - 1, at);
        let both = digits[at].is_ascii_digit() && digits[at - 1].is_ascii_digit() && digits[at] != digits[at - 1];
        String::from_utf8(other).ok()?.parse().ok().filter(|_| both)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits_are_found() {
        assert!(swaps(1_254.0).any(|meant| meant == 1_524.0));
        assert_eq!(swaps(77.0).count(), 0);
    }
}
