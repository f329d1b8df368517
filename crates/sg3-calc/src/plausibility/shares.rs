//! Shares that should add to one and nearly do: nothing is rescaled in silence.

use super::data::{Cell, Data, Doubt};
use super::partition;
use super::partition::ShareUse;
use super::units::is_money;
use crate::present::display::display_number;
use crate::tolerance::add_up_to_one;
use sg3_lang::model::{Quantity, QuantityId};

/// Sums within these are taken for one that was meant.
const NEAR: std::ops::RangeInclusive<f64> = 0.9..=1.1;

/// Asks about sums of shares that miss one, or that miss a hundred.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let shares = data.numbers().filter(|(_, quantity, unit)| unit.is_pure() && is_share(quantity));
    shares.flat_map(|(id, quantity, _)| ask_quantity(data, id, quantity)).collect()
}

/// Whether values lie between zero and one, or the model does not say.
fn is_share(quantity: &Quantity) -> bool {
    let range = quantity.input().and_then(|input| input.range);
    range.is_none_or(|range| range.greatest.is_none_or(|(most, _)| most == 1.0))
}

fn ask_quantity(data: &Data, id: QuantityId, quantity: &Quantity) -> Vec<Doubt> {
    let given = data.given(id);
    let axes = 0..quantity.axes.len();
    let sums = axes.flat_map(|axis| sums_along(data, id, axis, &given).into_iter().map(move |line| (axis, line)));
    sums.filter_map(|(axis, (line, sum))| doubt(data, id, axis, &line, sum)).collect()
}

/// Each line along an axis with its sum; none if the shares do not partition anything along this axis.
fn sums_along(data: &Data, id: QuantityId, axis: usize, given: &[Option<f64>]) -> Vec<(Vec<usize>, f64)> {
    let used = partition::find_use(data.model, id, axis);
    if used == ShareUse::OfEachMember {
        return Vec::new();
    }
    let lines = data.lines(id, axis).into_iter().filter(|line| line.len() >= 2);
    let sums: Vec<(Vec<usize>, f64)> = lines
        .map(|line| {
            let sum = line.iter().filter_map(|cell| given[*cell]).sum();
            (line, sum)
        })
        .collect();
    let filled = sums.iter().filter(|(_, sum)| *sum != 0.0).count();
    let near = sums.iter().filter(|(_, sum)| NEAR.contains(sum) || NEAR.contains(&(sum / 100.0))).count();
    // Along the wrong axis some sum is near one by accident: of routing factors by service and element, say. And where
    // the model does not say that the shares are parts of one whole, some of them show it.
    let exact = sums.iter().any(|(_, sum)| add_up_to_one(*sum) || add_up_to_one(sum / 100.0));
    if near * 2 <= filled || !(exact || used == ShareUse::Partition) { Vec::new() } else { sums }
}

fn doubt(data: &Data, id: QuantityId, axis: usize, line: &[usize], sum: f64) -> Option<Doubt> {
    let percent = NEAR.contains(&(sum / 100.0));
    let misses = NEAR.contains(&sum) && !add_up_to_one(sum);
    let first = line.iter().copied().find(|cell| data.is_given((id, *cell)))?;
    let cell = (id, first);
    let of = others(data, cell, axis);
    let left = amount(data, cell, axis).filter(|_| misses).map(|amount| {
        let stays = if sum < 1.0 { "would stay unallocated" } else { "would be allocated more than once" };
        format!("; {} {stays}", display_number(((1.0 - sum) * amount).abs()))
    });
    (percent || misses).then(|| Doubt {
        slug: "shares-do-not-add",
        cell,
        subject: Some(format!(
            "{}{}",
            data.model.quantity(id).name,
            of.clone().map(|of| format!("[{of}]")).unwrap_or_default()
        )),
        message: format!(
            "{}{}: they sum to {}{}",
            data.model.quantity(id).label,
            of.map(|of| format!(" of `{of}`")).unwrap_or_default(),
            display_number(sum),
            left.unwrap_or_default()
        ),
        expected: "expected 1 in all".to_owned(),
        help: if percent {
            "given in per cent? write 0.25 or 25% for a quarter"
        } else {
            "correct the shares; they are not rescaled automatically"
        }
        .to_owned(),
        others: Vec::new(),
    })
}

/// The keys of the other axes.
fn others(data: &Data, cell: Cell, axis: usize) -> Option<String> {
    let axes = (0..data.model.quantity(cell.0).axes.len()).filter(|other| *other != axis);
    let keys: Vec<&str> = axes.map(|other| data.key(cell, other)).collect();
    (!keys.is_empty()).then(|| keys.join(", "))
}

/// The money that the shares share out: an amount along the other axis, where there is one such input.
fn amount(data: &Data, cell: Cell, axis: usize) -> Option<f64> {
    let [other] = (0..data.model.quantity(cell.0).axes.len()).filter(|other| *other != axis).collect::<Vec<_>>()[..]
    else {
        return None;
    };
    let dimension = data.model.quantity(cell.0).axes[other].dimension;
    let mut amounts = data.numbers().filter(|(_, quantity, unit)| {
        is_money(unit) && matches!(&quantity.axes[..], [only] if only.dimension == dimension)
    });
    let (id, ..) = amounts.next().filter(|_| amounts.next().is_none())?;
    data.value((id, data.position(cell, other)))
}
