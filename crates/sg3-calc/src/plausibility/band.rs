//! What the model says is plausible: bands of inputs, and ratios over them.

use super::data::{Cell, Data, Doubt};
use super::slip::slip;
use crate::evaluate::evaluate;
use crate::plan::plan_for;
use crate::present::labels::{name_cell, name_cells};
use crate::present::phrase;
use crate::results::Results;
use crate::tolerance::{RESIDUE, with_neighbours};
use crate::trace::explain::data_beneath;
use sg3_lang::member_ranges::quote_ranges;
use sg3_lang::model::{Kind, Plausible, Quantity, QuantityId};

/// More places of one quantity than this are one question.
const FEW: usize = 3;
/// Cells of data beneath a ratio that are looked for.
const MOST_CELLS: usize = 60;
/// Places that are written out.
const SHOWN: usize = 8;

/// Asks about every value outside its band: first the data themselves, then ratios of them, last ratios that follow from a value
/// that is asked about already. An exchange rate upside down makes every amount look like millions.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let wanted = data.model.plausibilities().map(|(id, ..)| id);
    let results = evaluate(data.model, &plan_for(data.model, wanted), data.inputs);
    let (of_inputs, of_ratios): (Vec<_>, Vec<_>) =
        data.model.plausibilities().partition(|(_, quantity, _)| quantity.input().is_some());
    let ask_each = |of: Vec<(QuantityId, &Quantity, &Plausible)>, asked: &[Cell]| -> Vec<Doubt> {
        of.into_iter().flat_map(|(id, ..)| ask_quantity(data, &results, id, asked)).collect()
    };
    let mut doubts = ask_each(of_inputs, &[]);
    let asked: Vec<Cell> = doubts.iter().map(|doubt| doubt.cell).collect();
    let (consequences, causes): (Vec<Doubt>, Vec<Doubt>) =
        ask_each(of_ratios, &asked).into_iter().partition(|doubt| doubt.help.starts_with(FOLLOWS));
    doubts.extend(causes.into_iter().chain(consequences));
    doubts
}

/// How the remedy of a ratio begins that follows from a value that is asked about already.
const FOLLOWS: &str = "probably follows from ";

fn ask_quantity(data: &Data, results: &Results, id: QuantityId, asked: &[Cell]) -> Vec<Doubt> {
    let quantity = data.model.quantity(id);
    let (Some(array), Some(plausible)) = (results.array(id), &quantity.plausible) else { return Vec::new() };
    let cells = array.cells.iter().enumerate();
    let odd = cells.filter(|(_, value)| value.is_finite() && is_odd(quantity, plausible, **value));
    let odd: Vec<(usize, f64)> = odd.map(|(cell, value)| (cell, *value)).collect();
    let shown = odd.iter().take(SHOWN);
    let doubts: Vec<Doubt> = shown
        .filter_map(|(cell, value)| doubt(data, results, (id, *cell), &array.place(*cell), *value, asked))
        .collect();
    if doubts.len() > FEW { merge_unanswered(data, quantity, doubts, odd.len()) } else { doubts }
}

/// Many places are one question at the first of them, and one answer there is enough. A reason beside another place speaks of that alone.
fn merge_unanswered(data: &Data, quantity: &Quantity, mut doubts: Vec<Doubt>, count: usize) -> Vec<Doubt> {
    if doubts.first().is_some_and(|first| data.is_answered(first)) {
        return Vec::new();
    }
    let asked = doubts.len();
    doubts.retain(|doubt| !data.is_answered(doubt));
    let left = count - (asked - doubts.len());
    if left > FEW { vec![merge(data, quantity, doubts, left)] } else { doubts }
}

/// Whether a value is possible and yet not plausible.
fn is_odd(quantity: &Quantity, plausible: &Plausible, value: f64) -> bool {
    !contains(plausible, value) && is_possible(quantity, value)
}

/// Whether a value is plausible, but for the rounding of the arithmetic; what is left where amounts cancel is as good as nothing.
fn contains(plausible: &Plausible, value: f64) -> bool {
    let is_nothing = value.abs() <= RESIDUE && plausible.range.contains(0.0);
    is_nothing || with_neighbours(value).iter().any(|value| plausible.range.contains(*value))
}

/// What is outside the hard range is refused already.
fn is_possible(quantity: &Quantity, value: f64) -> bool {
    quantity.input().and_then(|input| input.range).is_none_or(|range| range.contains(value))
}

fn doubt(data: &Data, results: &Results, at: Cell, place: &[usize], value: f64, asked: &[Cell]) -> Option<Doubt> {
    let quantity = data.model.quantity(at.0);
    let plausible = quantity.plausible.as_ref()?;
    let name = name_cell(&quantity.name, &quantity.axes, &results.members, place);
    let cells = data_beneath(data.model, data.inputs, results, at.0, place, MOST_CELLS);
    let cells = cells.into_iter().filter(|cell| data.is_given(*cell));
    let cells: Vec<(Cell, String)> =
        cells.map(|cell| (cell, format!("`{}` is {}", data.name(cell), write_answer(data, cell)))).collect();
    let (first, others) = cells.split_first()?;
    let reason = plausible.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let cause = cells.iter().find(|(cell, _)| asked.contains(cell));
    let follows = cause.map(|(cell, _)| format!("{FOLLOWS}`{}`: correct that first", data.name(*cell)));
    let help = follows.or_else(|| slip(value, &plausible.range, &quantity.unit()));
    Some(Doubt {
        slug: "implausible",
        cell: first.0,
        subject: Some(name.clone()),
        message: format!("{} is {}: `{name}`", quantity.label, phrase::figure(quantity, value)),
        expected: format!("expected {}{reason}", phrase::range(quantity, &plausible.range)),
        help: help.unwrap_or_else(|| "correct it, or explain in the comment why it is correct".to_owned()),
        others: others.iter().take(SHOWN).cloned().collect(),
    })
}

/// What was answered: a word, or a figure.
fn write_answer(data: &Data, (id, cell): Cell) -> String {
    let value = data.value((id, cell)).unwrap_or(f64::NAN);
    match data.model.quantity(id).kind {
        _ if value.is_nan() => "missing".to_owned(),
        Kind::Member(dimension) => data.inputs.members_of(dimension).keys[value as usize].to_string(),
        Kind::YesNo => if value == 1.0 { "yes" } else { "no" }.to_owned(),
        Kind::Number(_) | Kind::Date => data.figure((id, cell), value),
    }
}

/// Many places of one quantity are one mistake.
fn merge(data: &Data, quantity: &Quantity, doubts: Vec<Doubt>, count: usize) -> Doubt {
    let names: Vec<String> = doubts.iter().filter_map(|doubt| doubt.subject.clone()).collect();
    let places = names.iter().map(|name| name.trim_end_matches(']').split(['[', ',']).map(str::trim).skip(1).collect());
    let ranges = quote_ranges(&name_cells(&quantity.name, &places.collect::<Vec<_>>()), SHOWN);
    let others = doubts.iter().skip(1).take(SHOWN - 1);
    let others = others.map(|doubt| (doubt.cell, format!("`{}`", data.name(doubt.cell)))).collect();
    let first = doubts.into_iter().next().expect("there are more than a few");
    Doubt {
        subject: Some(quantity.name.to_string()),
        message: format!("{} is implausible in {count} places: {ranges}", quantity.label),
        others,
        ..first
    }
}
