//! Checks that do not hold: what stands on either side, what it is made of, and what to look at.

use super::cell_ranges::ranges;
use super::messages::{SHOWN, write_cell, write_value};
use crate::bind::inputs::Inputs;
use crate::bind::origin::Origin;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::present::display::{display_number, display_number_apart};
use crate::present::labels::{name_cell, place_of};
use crate::results::{CheckCell, CheckResult, Results};
use crate::trace::point::{Point, Target};
use sg3_lang::diagnostic::{Diagnostic, Diagnostics};
use sg3_lang::model::{Check, Expression, Model, Node, QuantityId, Question};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Ranges of cells that are named for one input.
const MOST_RANGES: usize = 2;
/// Input cells beneath a check that are looked for, however many there are.
const MOST_CELLS: usize = 2_000;

/// Reports checks that do not hold, each with its first places, what they read there, and the data beneath.
pub(super) fn report_failed_checks(
    engine: &Engine,
    environment: &Rc<Environment>,
    inputs: &Inputs,
    results: &Results,
    diagnostics: &mut Diagnostics,
) {
    for result in results.checks.iter().filter(|result| result.fails()) {
        let check = &engine.model().checks[result.check];
        let message = describe_failure(engine.model(), results, result);
        let diagnostic = Diagnostic::error("check-failed", check.span, message).label(check.label.clone());
        let diagnostic = note_other_places(diagnostic, check, results, result);
        let first = failed_cells(result).next().expect("one fails");
        let point = point_of(engine, environment, check, first);
        diagnostics.add(note_figures(diagnostic, engine, inputs, check, &point));
    }
}

/// `the check `recovered[2025]` does not hold: 54.7 and 27.4 are 27.3 apart and at 2 more places`.
pub(crate) fn describe_failure(model: &Model, results: &Results, result: &CheckResult) -> String {
    let check = &model.checks[result.check];
    let Some(first) = failed_cells(result).next() else { return format!("the check `{}` does not hold", check.name) };
    let count = failed_cells(result).count();
    let more = if count > 1 { format!(" and at {} more places", count - 1) } else { String::new() };
    let name = name_cell(&check.name, &check.axes, &results.members, &first.place);
    format!("the check `{name}` does not hold{}{more}", write_sides(check, first))
}

fn failed_cells(result: &CheckResult) -> impl Iterator<Item = &CheckCell> {
    result.cells.iter().filter(|cell| cell.holds == Some(false))
}

fn note_other_places(mut diagnostic: Diagnostic, check: &Check, results: &Results, result: &CheckResult) -> Diagnostic {
    for cell in failed_cells(result).skip(1).take(SHOWN) {
        let name = name_cell(&check.name, &check.axes, &results.members, &cell.place);
        diagnostic = diagnostic.note_at(sg3_lang::Place::Nowhere, format!("`{name}`{}", write_sides(check, cell)));
    }
    diagnostic
}

fn write_sides(check: &Check, cell: &CheckCell) -> String {
    match &check.question {
        Question::Holds(question) => question.compared_numbers().map_or_else(String::new, |(operator, _)| {
            let apart = (cell.left - cell.right).abs();
            let [left, right] = [cell.left, cell.right].map(|side| display_number_apart(side, apart));
            format!(": {left} is not {} {right}", operator.sign())
        }),
        Question::Equal { .. } => {
            let apart = (cell.left - cell.right).abs();
            let [left, right] = [cell.left, cell.right].map(|side| display_number_apart(side, apart));
            format!(": {left} and {right} are {} apart", display_number(apart))
        }
    }
}

fn point_of<'a>(
    engine: &'a Engine<'a>,
    environment: &Rc<Environment>,
    check: &'a Check,
    cell: &CheckCell,
) -> Point<'a> {
    let mut frame = cell.place.clone();
    frame.resize(check.scope.len(), 0);
    Point { engine, environment: environment.clone(), scope: &check.scope, frame }
}

/// The figures that the check reads at its first place, the data they are made of, and how to see more.
fn note_figures(
    mut diagnostic: Diagnostic,
    engine: &Engine,
    inputs: &Inputs,
    check: &Check,
    point: &Point,
) -> Diagnostic {
    let model = engine.model();
    let mut read = CellsRead::default();
    check.question.sides().for_each(|side| read.add(point, side, false));
    let read = read.in_order();
    for (id, cell) in read.iter().take(SHOWN) {
        let value = point.environment.array(*id).map_or(f64::NAN, |array| array.cells[*cell]);
        let place = inputs.origin(*id, *cell).map_or(sg3_lang::Place::Nowhere, place_of);
        let name = write_cell(model, inputs, *id, *cell);
        diagnostic = diagnostic.note_at(place, format!("{name} is {}", write_value(model, inputs, *id, value)));
    }
    let data = data_beneath(model, inputs, read.iter().map(|(id, _)| *id));
    let names: Vec<String> = data.iter().take(SHOWN).map(|id| write_data(model, inputs, *id)).collect();
    let more = data.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    if names.is_empty() {
        diagnostic
    } else {
        diagnostic.help(format!("made of the data {}{more}: look there first", names.join(", ")))
    }
}

/// `own_cost` (operator.xlsx  Own cost!B4:B9), as far as it stands in cells.
fn write_data(model: &Model, inputs: &Inputs, id: QuantityId) -> String {
    let cells: BTreeSet<&Origin> = inputs.origins[id.0 as usize].iter().flatten().collect();
    let ranges = ranges(&cells);
    let more = if ranges.len() > MOST_RANGES { ", ..." } else { "" };
    let at = ranges[..ranges.len().min(MOST_RANGES)].join(", ");
    let name = &model.quantity(id).name;
    if at.is_empty() { format!("`{name}`") } else { format!("`{name}` ({at}{more})") }
}

/// The cells that a check reads, in order of appearance: those that stand by themselves tell more than the terms of sums.
#[derive(Default)]
struct CellsRead {
    alone: Vec<(QuantityId, usize)>,
    summed: Vec<(QuantityId, usize)>,
}

impl CellsRead {
    fn add(&mut self, point: &Point, expression: &Expression, is_summed: bool) {
        match &expression.node {
            Node::Read(place) => {
                let list = if is_summed { &mut self.summed } else { &mut self.alone };
                if let Target::Cell(cell) = point.target(place) {
                    list.push((place.quantity, cell));
                }
            }
            Node::Reduce(reduction) => {
                let terms = point.terms(reduction).into_iter().filter(|term| term.filter == 1.0).take(MOST_CELLS);
                terms.for_each(|term| self.add(&point.at(term.frame), &reduction.arguments[0], true));
            }
            Node::If(condition, yes, no) => {
                self.add(point, condition, is_summed);
                self.add(point, if point.value(condition) == 1.0 { yes } else { no }, is_summed);
            }
            _ => expression.for_each_child(&mut |child| self.add(point, child, is_summed)),
        }
    }

    /// Each once.
    fn in_order(self) -> Vec<(QuantityId, usize)> {
        let mut seen = BTreeSet::new();
        self.alone.into_iter().chain(self.summed).filter(|cell| seen.insert(*cell)).collect()
    }
}

/// Inputs that somebody has given, nearest first: those that the figures are, then those one formula beneath, and so on.
fn data_beneath(model: &Model, inputs: &Inputs, figures: impl Iterator<Item = QuantityId>) -> Vec<QuantityId> {
    let mut seen: BTreeSet<QuantityId> = BTreeSet::new();
    let mut open: Vec<QuantityId> = figures.collect();
    let mut data = Vec::new();
    while !open.is_empty() {
        let level = std::mem::take(&mut open);
        for id in level.into_iter().filter(|id| seen.insert(*id)).collect::<Vec<_>>() {
            match model.quantity(id).input() {
                Some(_) if is_given(inputs, id) => data.push(id),
                Some(_) => {}
                None => open.extend(model.quantity(id).dependencies()),
            }
        }
    }
    data
}

/// Whether any cell has a value that is neither proposed nor the meaning of a blank.
fn is_given(inputs: &Inputs, id: QuantityId) -> bool {
    let origins = inputs.origins[id.0 as usize].iter().flatten();
    origins.into_iter().any(|origin| !matches!(origin, Origin::Blank | Origin::Default))
}
