//! Causes as messages.

use super::cause::{Cause, Causes, Figure, Impossible, Reach};
use super::cell_ranges::ranges;
use crate::bind::inputs::Inputs;
use crate::bind::origin::Origin;
use crate::bind::state::CellState;
use crate::present::display::display_number;
use crate::present::labels::{keys_of, name_cell, name_cells, place_of, write_word};
use crate::present::phrase;
use crate::results::Results;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics, Severity};
use sg3_lang::member_ranges::{MemberRange, quote_ranges, ranges_of_keys};
use sg3_lang::model::{Model, QuantityId};
use sg3_lang::{Place, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Places that are written out.
pub(super) const SHOWN: usize = 4;

/// Dimensions without listed members although quantities vary along them.
pub(super) fn report_unlisted_dimensions(model: &Model, results: &Results, diagnostics: &mut Diagnostics) {
    for (number, dimension) in model.dimensions.iter().enumerate() {
        if dimension.is_from_data() && results.members[number].is_empty() && is_used(model, results, number) {
            let message = format!("the members of `{}` are not listed", dimension.name);
            let help = format!("list them in the data under `{}`", dimension.name);
            diagnostics.add(Diagnostic::error("no-members", dimension.span, message).help(help));
        }
    }
}

/// Whether anything that was computed goes along a dimension.
fn is_used(model: &Model, results: &Results, dimension: usize) -> bool {
    let mut computed = model.quantity_ids().filter(|id| results.array(*id).is_some());
    computed.any(|id| model.quantity(id).axes.iter().any(|axis| axis.dimension.0 as usize == dimension))
}

/// Systems without a solution.
pub(super) fn report_closed_loops(model: &Model, results: &Results, diagnostics: &mut Diagnostics) {
    for closed in &results.loops {
        let quantity = model.quantity(closed.quantity);
        let keys = &results.members[quantity.axes[closed.axis].dimension.0 as usize].keys;
        let names = ranges_of_keys(closed.members.iter().map(|member| &*keys[*member]));
        let message = format!("`{}` has no solution: nothing leaves `{}`", quantity.name, names.join("`, `"));
        let help = "these members allocate everything to one another; each needs an allocation outside the group";
        diagnostics.add(Diagnostic::error("no-solution", quantity.span, message).help(help));
    }
}

/// What is missing and what is impossible.
pub(super) fn report_causes(model: &Model, inputs: &Inputs, causes: &Causes, diagnostics: &mut Diagnostics) {
    for (cause, reach) in causes.iter().filter(|(_, reach)| !reach.waiting.is_empty()) {
        diagnostics.add(match cause {
            Cause::Missing(id) => missing_input(model, inputs, *id, reach),
            Cause::Impossible(_, Impossible::Stated) => continue,
            Cause::Impossible(span, why) => impossible_part(model, inputs, *span, *why, reach),
        });
    }
    report_stated(model, inputs, causes, diagnostics);
    report_waiting(inputs, causes, diagnostics);
}

/// What the model leaves without a value on purpose is no mistake: one note says so where a headline result lacks it, and a dash says it
/// elsewhere.
fn report_stated(model: &Model, inputs: &Inputs, causes: &Causes, diagnostics: &mut Diagnostics) {
    let is_headline = |name: &String| model.find_quantity(name).is_some_and(|id| model.quantity(id).headline);
    let stated = causes.iter().filter(|(cause, reach)| {
        matches!(cause, Cause::Impossible(_, Impossible::Stated)) && reach.waiting.iter().any(is_headline)
    });
    let cells: BTreeSet<(QuantityId, usize)> = stated.flat_map(|(_, reach)| reach.cells.iter().copied()).collect();
    if !cells.is_empty() {
        let message = format!("without a value, as the model says: {}", list_cells(model, inputs, cells.into_iter()));
        let place = Place::Nowhere;
        diagnostics.add(Diagnostic::new("bad-value", Severity::Note, place, message));
    }
}

/// Which cells of a form each output and check waits for; those that wait for the same are one message.
fn report_waiting(inputs: &Inputs, causes: &Causes, diagnostics: &mut Diagnostics) {
    let mut waiting: BTreeMap<&str, BTreeSet<&Origin>> = BTreeMap::new();
    for (_, reach) in causes.iter().filter(|(cause, _)| matches!(cause, Cause::Missing(_))) {
        let cells = reach.cells.iter().filter_map(|(id, cell)| inputs.asked_at(*id, *cell));
        let cells: Vec<&Origin> = cells.filter(|origin| matches!(origin, Origin::Cell { .. })).collect();
        reach.waiting.iter().for_each(|output| waiting.entry(output).or_default().extend(&cells));
    }
    let mut together: BTreeMap<BTreeSet<&Origin>, Vec<&str>> = BTreeMap::new();
    waiting.into_iter().for_each(|(output, cells)| together.entry(cells).or_default().push(output));
    for (cells, outputs) in together.into_iter().filter(|(cells, _)| !cells.is_empty()) {
        let (count, ranges) = (cells.len(), ranges(&cells));
        let output = outputs.join("`, `");
        let missing = if count == 1 { "1 input is missing".to_owned() } else { format!("{count} inputs are missing") };
        let message = format!("`{output}` cannot be computed: {missing}: {}", ranges.join(", "));
        let place = Place::Nowhere;
        diagnostics.add(Diagnostic::new("missing-value", Severity::Note, place, message).about(output));
    }
}

fn missing_input(model: &Model, inputs: &Inputs, id: QuantityId, reach: &Reach) -> Diagnostic {
    let quantity = model.quantity(id);
    let places = list_cells(model, inputs, reach.cells.iter().copied());
    let are = if reach.cells.len() > 1 { "are" } else { "is" };
    // why each of them cannot be read was reported where it stands
    let unread = reach.cells.iter().all(|(id, cell)| inputs.state(*id, *cell) == CellState::Unreadable);
    let (what, severity) = if unread { ("unreadable", Severity::Note) } else { ("missing", Severity::Error) };
    let mut diagnostic =
        Diagnostic::error("missing-value", quantity.span, format!("{places} {are} {what}")).with(severity);
    for (number, (id, cell)) in reach.cells.iter().enumerate() {
        let said = describe_missing(model, inputs, *id, *cell);
        diagnostic = match said {
            Some((place, words)) if number < SHOWN => diagnostic.note_at(place, words),
            Some((place, words)) => diagnostic.likewise_at(place, words),
            None => diagnostic,
        };
    }
    diagnostic.label(quantity.label.clone()).help(format!("needed by {}", list_waiting(reach)))
}

/// Where a cell without a value stands, and why it has none.
fn describe_missing(model: &Model, inputs: &Inputs, id: QuantityId, cell: usize) -> Option<(Place, String)> {
    let name = write_cell(model, inputs, id, cell);
    let Some(origin) = inputs.origin(id, cell) else {
        let asked = inputs.form_cell(id, cell)?;
        return Some((place_of(asked), format!("{name} is requested in")));
    };
    let words = match inputs.unreadable_text(id, cell) {
        Some(text) => format!("{name} cannot be read: `{text}`"),
        None => format!("{name} is stated to be not available"),
    };
    Some((place_of(origin), words))
}

fn impossible_part(model: &Model, inputs: &Inputs, span: Span, why: Impossible, reach: &Reach) -> Diagnostic {
    let places = list_cells(model, inputs, reach.cells.iter().copied());
    let reason = match why {
        Impossible::DivisionByZero => "divides by zero".to_string(),
        Impossible::Power => "raises a number to a power that is not defined".to_string(),
        Impossible::TooLarge => "is too large to be computed".to_string(),
        Impossible::Outside(word) => format!("calls `{word}` outside the range for which it is defined"),
        Impossible::Falling(word) => format!("calls `{word}` with lower bounds of bands that do not increase"),
        Impossible::BelowBands(word) => format!("calls `{word}` with less than the lowest bound"),
        Impossible::AboveBands(word) => format!("calls `{word}` with more than the highest bound"),
        Impossible::Nothing(word) => format!("takes the `{word}` of no values"),
        Impossible::NotCounted(word) => format!("takes the `{word}` of a member that `where` leaves out"),
        Impossible::NoMember => "names a member that does not exist".to_string(),
        Impossible::BeyondMembers => "refers to a position outside the members".to_string(),
        Impossible::BlankCell => "has no formula".to_string(),
        Impossible::Stated => "has no value in the model".to_string(),
    };
    let mut diagnostic = Diagnostic::error("bad-value", span, format!("{places} {reason}"));
    for (id, cell) in reach.zeros.iter().take(SHOWN) {
        let name = write_cell(model, inputs, *id, *cell);
        let place = inputs.origin(*id, *cell).map_or(Place::Nowhere, place_of);
        diagnostic = diagnostic.note_at(place, format!("{name} is 0"));
    }
    let missed = reach.missed.map(|missed| [(missed.sought, "what is looked for"), (missed.bound, "the bound")]);
    for (figure, what) in missed.into_iter().flatten() {
        diagnostic = note_figure(model, inputs, figure, what, diagnostic);
    }
    diagnostic.help(format!("needed by {}", list_waiting(reach)))
}

/// `the bound, `lower[small]`, is 5`, with the place of its cell, if it is that of one.
fn note_figure(model: &Model, inputs: &Inputs, figure: Figure, what: &str, diagnostic: Diagnostic) -> Diagnostic {
    let Some((id, cell)) = figure.cell else {
        let words = format!("{what} is {}", display_number(figure.value));
        return diagnostic.note_at(Place::Nowhere, words);
    };
    let value = write_value(model, inputs, id, figure.value);
    let place = inputs.origin(id, cell).map_or(Place::Nowhere, place_of);
    let name = write_cell(model, inputs, id, cell);
    diagnostic.note_at(place, format!("{what}, {name}, is {value}"))
}

fn list_waiting(reach: &Reach) -> String {
    let names: Vec<&str> = reach.waiting.iter().map(String::as_str).collect();
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    format!("`{}`{more}", names[..names.len().min(SHOWN)].join("`, `"))
}

/// `minutes[voice, 2025 to 2044]`; the cells of one quantity stand together.
fn list_cells(model: &Model, inputs: &Inputs, cells: impl Iterator<Item = (QuantityId, usize)>) -> String {
    let cells: Vec<(QuantityId, usize)> = cells.collect();
    let ranges: Vec<MemberRange> = cells
        .chunk_by(|one, next| one.0 == next.0)
        .flat_map(|cells| name_cells(&model.quantity(cells[0].0).name, &places_of(model, inputs, cells)))
        .collect();
    quote_ranges(&ranges, SHOWN)
}

/// The keys of the place of each cell; all are of one quantity.
fn places_of<'i>(model: &Model, inputs: &'i Inputs, cells: &[(QuantityId, usize)]) -> Vec<Vec<&'i str>> {
    let shape = crate::bind::inputs::shape_of(model, &inputs.members, cells[0].0);
    let axes = &model.quantity(cells[0].0).axes;
    let places = cells.iter().map(|(_, cell)| crate::array::place_in(&shape, *cell));
    places.map(|place| keys_of(axes, &inputs.members, &place)).collect()
}

/// A figure with its unit, or the word for what is no number.
pub(super) fn write_value(model: &Model, inputs: &Inputs, id: QuantityId, value: f64) -> String {
    let quantity = model.quantity(id);
    write_word(&quantity.kind, &inputs.members, value).unwrap_or_else(|| phrase::figure(quantity, value))
}

pub(super) fn write_cell(model: &Model, inputs: &Inputs, id: QuantityId, cell: usize) -> String {
    let quantity = model.quantity(id);
    let shape = crate::bind::inputs::shape_of(model, &inputs.members, id);
    let place = crate::array::place_in(&shape, cell);
    format!("`{}`", name_cell(&quantity.name, &quantity.axes, &inputs.members, &place))
}
