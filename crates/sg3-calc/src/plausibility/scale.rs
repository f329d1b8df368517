//! A value a thousand times too small or large for its neighbours, or smaller by a rate of exchange.

use super::data::{Cell, Data, Doubt};
use super::units::{is_amount, named};
use super::vocabulary;
use crate::present::display::display_number;
use sg3_lang::model::{Kind, QuantityId};
use sg3_lang::{Base, Unit};
use std::collections::BTreeMap;

/// Neighbours from which a scale can be told.
const NEIGHBOURS: usize = 4;
/// How far neighbours may be apart.
const SPREAD: f64 = 100.0;
/// How far outside its neighbours a value is odd.
const APART: f64 = 10.0;
/// How far beyond its neighbours a corrected value may lie.
const ROOM: f64 = 2.0;
/// Factors of a slip of scale, with what they would mean.
const SCALES: [(f64, &str); 4] = [
    (1e3, "entered in thousands"),
    (1e6, "entered in millions"),
    (1e-3, "too large by a thousand"),
    (1e-6, "too large by a million"),
];

/// Asks about values that some slip of scale would bring among their neighbours.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let rates = rates(data);
    let amounts = data.numbers().filter(|(_, _, unit)| is_amount(unit));
    amounts.flat_map(|(id, _, unit)| ask_quantity(data, id, unit, &rates)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId, unit: &Unit, rates: &[(f64, String)]) -> Vec<Doubt> {
    let quantity = data.model.quantity(id);
    let given = data.given(id);
    let mut doubts: Vec<Doubt> = Vec::new();
    for (axis, of) in quantity.axes.iter().enumerate() {
        if data.model.dimension(of.dimension).step.is_some() || unit.depends_on(&of.name) {
            continue;
        }
        for line in data.lines(id, axis) {
            for group in alike(data, id, axis, line) {
                doubts.extend(odd_ones(data, id, &group, &given, &slips(unit, rates)));
            }
        }
    }
    doubts.sort_by_key(|doubt| doubt.cell);
    doubts.dedup_by_key(|doubt| doubt.cell);
    doubts
}

/// Factors with what they would mean.
fn slips(unit: &Unit, rates: &[(f64, String)]) -> Vec<(f64, String)> {
    let mut slips: Vec<(f64, String)> = SCALES.map(|(factor, text)| (factor, text.to_owned())).to_vec();
    if unit.factors().any(|(base, exponent)| exponent == 1 && named(base, &["money", "real_money"])) {
        slips.extend(rates.iter().cloned());
    }
    slips
}

/// Cells of one class, where an input says which class each is of; else all.
fn alike(data: &Data, id: QuantityId, axis: usize, line: Vec<usize>) -> Vec<Vec<usize>> {
    let of = data.model.quantity(id).axes[axis].dimension;
    let mut classes = data.model.inputs().filter(|(_, quantity, _)| {
        matches!(quantity.kind, Kind::Member(_)) && matches!(&quantity.axes[..], [only] if only.dimension == of)
    });
    let Some((class, ..)) = classes.next() else { return vec![line] };
    let mut groups: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for cell in line {
        if let Some(class) = data.value((class, data.position((id, cell), axis))) {
            groups.entry(class as u64).or_default().push(cell);
        }
    }
    groups.into_values().collect()
}

fn odd_ones(
    data: &Data,
    id: QuantityId,
    group: &[usize],
    given: &[Option<f64>],
    slips: &[(f64, String)],
) -> Vec<Doubt> {
    let values: Vec<(usize, f64)> = group.iter().filter_map(|cell| Some((*cell, given[*cell]?))).collect();
    // A figure of the other sign is another kind of figure: a credit note among costs.
    let negative = values.iter().filter(|(_, value)| *value < 0.0).count() * 2 > values.len();
    let sign = if negative { -1.0 } else { 1.0 };
    let mut sizes: Vec<(usize, f64)> =
        values.into_iter().map(|(cell, value)| (cell, sign * value)).filter(|(_, size)| *size > 0.0).collect();
    if sizes.len() <= NEIGHBOURS {
        return Vec::new();
    }
    sizes.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    (0..sizes.len()).filter_map(|at| odd(data, (id, sizes[at].0), &sizes, at, slips)).collect()
}

/// The question about one of some sizes that rise.
fn odd(data: &Data, cell: Cell, all: &[(usize, f64)], at: usize, slips: &[(f64, String)]) -> Option<Doubt> {
    let size = all[at].1;
    let places = [0, all.len() - 2, (all.len() - 1) / 2];
    let [least, most, middle] = places.map(|place| all[place + usize::from(place >= at)].1);
    let apart = size * APART < least || size > most * APART;
    if !apart || most > least * SPREAD {
        return None;
    }
    // What costs about the same is in one currency; where sizes differ, any rate would fit something.
    let tight = most <= least * APART;
    let among = slips
        .iter()
        .filter(|(factor, _)| tight || SCALES.iter().any(|(scale, _)| scale == factor))
        .filter(|(factor, _)| (least / ROOM..=most * ROOM).contains(&(size * factor)));
    let distances = among.map(|(factor, words)| (libm::log(size * factor / middle).abs(), words));
    let (_, words) = distances.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    let value = data.figure(cell, data.value(cell)?);
    Some(Doubt {
        slug: "scale-of-neighbours",
        cell,
        subject: None,
        message: format!("`{}` is {value}, far from comparable values", data.name(cell)),
        expected: format!(
            "expected between {} and {}, as comparable values are",
            data.figure(cell, least),
            data.figure(cell, most)
        ),
        help: format!("{words}? correct it, or explain in the comment why it is correct"),
        others: Vec::new(),
    })
}

/// Rates of exchange that the data know: local money for one unit of another currency.
fn rates(data: &Data) -> Vec<(f64, String)> {
    let found = data.numbers().filter_map(|(id, _, unit)| {
        let currency = foreign(data, unit)?;
        let value = data.inputs.array(id)?.cells.iter().copied().find(|value| *value > 1.5)?;
        Some((value, format!("entered in {currency}, at {} for one", display_number(value))))
    });
    found.collect()
}

/// The label of the currency below the line, where money stands alone above it.
fn foreign(data: &Data, unit: &Unit) -> Option<String> {
    let factors: Vec<(&Base, i32)> = unit.factors().collect();
    let below = factors.iter().find(|(_, exponent)| *exponent == -1).map(|(base, _)| *base)?;
    let above = factors.iter().any(|(base, exponent)| *exponent == 1 && named(base, &["money"]));
    let Base::Named(name) = below else { return None };
    let label = data.model.units.iter().find(|(unit, _)| unit == name).map(|(_, label)| label.clone())?;
    (above && factors.len() == 2 && vocabulary::is_currency(&label)).then_some(label)
}
