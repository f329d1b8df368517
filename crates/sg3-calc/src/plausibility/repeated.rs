//! A cost that a respondent lists and that stands elsewhere as well: a pool of common cost that is the cost of one component.

use super::data::{Cell, Data, Doubt, has_digits};
use super::units::is_money;
use super::vocabulary;
use crate::present::display::display_number;
use crate::tolerance::is_same_amount;
use sg3_lang::Unit;
use sg3_lang::model::{DimensionId, Node, Quantity, QuantityId};

/// How often, in a submission without a mistake, two amounts may agree by accident: once in so many.
const SUBMISSIONS: usize = 5;

/// A cost, and the cells of which it is the amount or the sum.
type Cost = (Vec<Cell>, f64);

/// Asks about listed costs that are the cost of a member of another dimension, in one input or in all of them together.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let costs: Vec<(QuantityId, &Quantity, &Unit)> =
        data.numbers().filter(|(_, quantity, unit)| is_money(unit) && is_cost(quantity)).collect();
    let lists = costs.iter().filter(|(_, quantity, _)| is_listed(data, quantity));
    lists.flat_map(|(list, _, unit)| ask_list(data, *list, &parts(data, &costs, *list, unit))).collect()
}

/// Whether a quantity has one axis and is not what something brings in.
fn is_cost(quantity: &Quantity) -> bool {
    quantity.axes.len() == 1 && !vocabulary::is_revenue(&quantity.label)
}

fn is_listed(data: &Data, quantity: &Quantity) -> bool {
    data.model.dimension(quantity.axes[0].dimension).is_listed_by_data()
}

/// What stands elsewhere in the unit of a list: the amounts of each member that the model names, and their sum.
fn parts(data: &Data, costs: &[(QuantityId, &Quantity, &Unit)], list: QuantityId, unit: &Unit) -> Vec<Cost> {
    let others = costs
        .iter()
        .filter(|(id, quantity, other)| !is_listed(data, quantity) && *other == unit && !are_compared(data, list, *id));
    let others: Vec<(QuantityId, DimensionId)> =
        others.map(|(id, quantity, _)| (*id, quantity.axes[0].dimension)).collect();
    let mut parts = Vec::new();
    for (at, (id, dimension)) in others.iter().enumerate() {
        let beside: Vec<QuantityId> = others.iter().filter(|(_, of)| of == dimension).map(|(id, _)| *id).collect();
        let is_first = others[..at].iter().all(|(_, of)| of != dimension);
        for cell in 0..data.given(*id).len() {
            parts.extend(sum(data, &[*id], cell));
            parts.extend(sum(data, &beside, cell).filter(|(cells, _)| is_first && cells.len() > 1));
        }
    }
    parts
}

/// The sum of some inputs at a cell, where all are given.
fn sum(data: &Data, inputs: &[QuantityId], cell: usize) -> Option<Cost> {
    let cells: Vec<Cell> = inputs.iter().map(|id| (*id, cell)).collect();
    let values: Option<Vec<f64>> =
        cells.iter().map(|cell| data.value(*cell).filter(|_| data.is_given(*cell))).collect();
    let amount = values?.iter().sum();
    Some((cells, amount))
}

/// Whether a check of the model holds two inputs against each other: they are meant to agree.
fn are_compared(data: &Data, one: QuantityId, other: QuantityId) -> bool {
    data.model.checks.iter().any(|check| {
        let (mut reads_one, mut reads_other) = (false, false);
        for expression in check.expressions() {
            expression.walk(&mut |inner| {
                if let Node::Read(read) = &inner.node {
                    reads_one |= read.quantity == one;
                    reads_other |= read.quantity == other;
                }
            });
        }
        reads_one && reads_other
    })
}

fn ask_list(data: &Data, list: QuantityId, parts: &[Cost]) -> Vec<Doubt> {
    let given = data.given(list);
    let digits = telling_digits(given.iter().flatten().count() * parts.len());
    let telling = given.iter().enumerate().filter_map(|(cell, value)| Some((cell, (*value)?)));
    let telling = telling.filter(|(_, value)| *value > 0.0 && has_digits(*value, digits));
    let repeated = telling.filter_map(|(cell, value)| {
        let (cells, _) = parts.iter().find(|(_, amount)| is_same_amount(*amount, value))?;
        Some(doubt(data, (list, cell), value, cells))
    });
    repeated.collect()
}

/// Digits from which a few of so many pairs do not agree by accident: 9 × 10^(digits - 1) amounts are possible.
fn telling_digits(pairs: usize) -> usize {
    let is_rare = |digits: &usize| pairs * SUBMISSIONS <= 9 * 10usize.pow(*digits as u32 - 1);
    (3..15).find(is_rare).unwrap_or(15)
}

fn doubt(data: &Data, cell: Cell, value: f64, cells: &[Cell]) -> Doubt {
    let names: Vec<String> = cells.iter().map(|cell| format!("`{}`", data.name(*cell))).collect();
    let what = if cells.len() > 1 { "the sum of " } else { "" };
    Doubt {
        slug: "repeated-cost",
        cell,
        subject: None,
        message: format!("`{}` is {}, and so is {what}{}", data.name(cell), display_number(value), names.join(" and ")),
        expected: "expected each cost once".to_owned(),
        help: "is the same cost in both? remove one, or explain in the comment why the amounts agree".to_owned(),
        others: cells
            .iter()
            .map(|cell| {
                (*cell, format!("`{}` is {}", data.name(*cell), display_number(data.value(*cell).unwrap_or(f64::NAN))))
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pairs_need_more_digits() {
        assert_eq!([84, 180, 181, 45_000].map(telling_digits), [3, 3, 4, 6]);
    }
}
