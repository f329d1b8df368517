//! On what evidence a result rests: how much of it is audited, measured, estimated, decided or only proposed.
//!
//! For an output cell *y*, and the cells of an input *q* that are of one class *c*, let
//!
//! ```text
//! D(q, c) = dy / d ln x        where x are all cells of q of class c, scaled together
//! share(c) = Σ over q of |D(q, c)|  /  Σ over q and c of |D(q, c)|
//! ```
//!
//! `D` is by how much *y* moves for each hundredth by which those figures move, times a hundred. If *y* is in a currency, *q* runs over the
//! inputs whose unit has a currency in it on the whole (`money/year`, `sdr/minute`, but no exchange rate `money/sdr`), each `D` times that
//! exponent. Units make *y* homogeneous in all currencies together, so by Euler's theorem the signed sum is *y* itself, and the shares say
//! of what money *y* is made. Otherwise *q* runs over all numbers. Amounts that are deducted (revenue from a deficit) count with what they
//! move. Shares are never negative and add up to one; they are computed by central differences, which are exact where *y* is linear in the
//! scaled figures. At a kink (a maximum that just binds) they are the mean of both sides.

use crate::array::Array;
use crate::bind::evidence::Status;
use crate::bind::inputs::Inputs;
use crate::bind::origin::Origin;
use crate::evaluate::evaluate;
use crate::plan::Plan;
use crate::results::Results;
use sg3_lang::model::{Kind, Model, Owner, Quantity, QuantityId};
use sg3_lang::{Base, Unit};
use std::collections::BTreeMap;
use std::sync::Arc;

/// By how much figures are scaled, each way.
const STEP: f64 = 1e-4;

/// On what a figure rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Its status states it.
    Stated(Status),
    /// The operator gave it without a status.
    NotStated,
    /// The regulator decided it.
    Regulator,
    /// It comes from a public source.
    Public,
    /// The model proposes it, and the data do not contradict.
    Proposed,
}

/// What an output rests on, cell by cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The output that is explained.
    pub quantity: QuantityId,
    /// For each cell the shares of the classes that have any, in order of classes; none where there is no value or nothing moves it.
    pub cells: Vec<Vec<(Class, f64)>>,
    /// For each cell the sum of all `D` with their signs: for an output in a currency,
    /// the output times the exponent of the currency, less what constants of the model add.
    pub sums: Vec<f64>,
}

impl Class {
    /// What people read: `audited`, `not stated`, `decided by the regulator`.
    pub fn label(self) -> &'static str {
        match self {
            Class::Stated(status) => status.label(),
            Class::NotStated => "not stated",
            Class::Regulator => "decided by the regulator",
            Class::Public => "from a public source",
            Class::Proposed => "proposed by the model",
        }
    }

    fn of(inputs: &Inputs, owner: Owner, id: QuantityId, cell: usize) -> Class {
        let status = inputs.evidence(id, cell).and_then(|evidence| evidence.status);
        match (status, inputs.origin(id, cell), owner) {
            (Some(status), ..) => Class::Stated(status),
            (None, Some(Origin::Default | Origin::Blank), _) => Class::Proposed,
            (None, _, Owner::Operator) => Class::NotStated,
            (None, _, Owner::Regulator) => Class::Regulator,
            (None, _, Owner::Public) => Class::Public,
        }
    }
}

/// What every output of the model itself rests on.
///
/// The model is computed twice for each input and class that has figures in it.
pub fn attribute(model: &Model, plan: &Plan, inputs: &Inputs, results: &Results) -> Vec<Attribution> {
    let outputs = model.outputs().filter(|(_, quantity)| !quantity.name.contains('.'));
    let numbers = outputs.filter(|(_, quantity)| matches!(quantity.kind, Kind::Number(_)));
    let mut ledgers: Vec<Ledger> = numbers.filter_map(|(id, quantity)| Ledger::of(id, quantity, results)).collect();
    for (id, quantity, input) in model.inputs().filter(|(_, quantity, _)| matches!(quantity.kind, Kind::Number(_))) {
        for (class, cells) in classes(inputs, input.owner, id) {
            let [up, down] = [1.0 + STEP, 1.0 - STEP].map(|by| evaluate(model, plan, &scaled(inputs, id, &cells, by)));
            ledgers.iter_mut().for_each(|ledger| ledger.enter(quantity, class, &up, &down));
        }
    }
    ledgers.into_iter().map(Ledger::close).collect()
}

/// The cells of an input that are not zero, by class.
fn classes(inputs: &Inputs, owner: Owner, id: QuantityId) -> BTreeMap<Class, Vec<usize>> {
    let mut classes: BTreeMap<Class, Vec<usize>> = BTreeMap::new();
    let cells = inputs.array(id).into_iter().flat_map(|array| array.cells.iter().enumerate());
    for (cell, _) in cells.filter(|(_, value)| value.is_finite() && **value != 0.0) {
        classes.entry(Class::of(inputs, owner, id, cell)).or_default().push(cell);
    }
    classes
}

fn scaled(inputs: &Inputs, id: QuantityId, cells: &[usize], by: f64) -> Inputs {
    let mut inputs = inputs.clone();
    if let Some(array) = inputs.arrays[id.0 as usize].as_mut() {
        let array = Arc::make_mut(array);
        cells.iter().for_each(|cell| array.cells[*cell] *= by);
    }
    inputs
}

/// What moves the cells of one output.
struct Ledger {
    quantity: QuantityId,
    /// Whether only what has a currency in its unit counts.
    in_money: bool,
    is_there: Vec<bool>,
    entries: Vec<BTreeMap<Class, f64>>,
    sums: Vec<f64>,
}

impl Ledger {
    fn of(id: QuantityId, quantity: &Quantity, results: &Results) -> Option<Ledger> {
        let array: &Array = results.array(id)?;
        Some(Ledger {
            quantity: id,
            in_money: exponent_of_money(&quantity.unit()) != 0,
            is_there: array.cells.iter().map(|cell| cell.is_finite()).collect(),
            entries: vec![BTreeMap::new(); array.cells.len()],
            sums: vec![0.0; array.cells.len()],
        })
    }

    fn enter(&mut self, input: &Quantity, class: Class, up: &Results, down: &Results) {
        let weight = if self.in_money { f64::from(exponent_of_money(&input.unit())) } else { 1.0 };
        let (Some(up), Some(down)) = (up.array(self.quantity), down.array(self.quantity)) else { return };
        for (cell, is_there) in self.is_there.iter().enumerate().filter(|_| weight != 0.0) {
            let moved = weight * (up.cells[cell] - down.cells[cell]) / (2.0 * STEP);
            if *is_there && moved.is_finite() && moved != 0.0 {
                *self.entries[cell].entry(class).or_default() += moved.abs();
                self.sums[cell] += moved;
            }
        }
    }

    fn close(self) -> Attribution {
        let cells = self.entries.into_iter().map(shares_of_whole).collect();
        Attribution { quantity: self.quantity, cells, sums: self.sums }
    }
}

fn shares_of_whole(entries: BTreeMap<Class, f64>) -> Vec<(Class, f64)> {
    let whole: f64 = entries.values().sum();
    entries.into_iter().map(|(class, part)| (class, part / whole)).collect()
}

/// The exponent of all currencies together in a unit.
fn exponent_of_money(unit: &Unit) -> i32 {
    unit.factors().filter(|(base, _)| is_currency(base)).map(|(_, exponent)| exponent).sum()
}

fn is_currency(base: &Base) -> bool {
    matches!(base, Base::Named(name) if ["money", "real_money", "sdr"].contains(&&**name))
}
