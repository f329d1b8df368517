//! In which table an input is asked for.

use crate::layout::build::limits::{MOST_ACROSS, MOST_ROWS};
use crate::layout::respondent::Respondent;
use sg3_calc::present::members;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Input, Kind, Members, Owner, Quantity, QuantityId};

/// A table to be made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placement {
    /// What its rows are.
    pub kind: PlacementKind,
    /// What it asks for, in order of definition.
    pub inputs: Vec<QuantityId>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlacementKind {
    /// Members that the filler lists.
    Listing(DimensionId),
    /// Members that are rows.
    Numbered(DimensionId),
    /// Inputs without axes, of one section.
    Scalars(usize),
    /// Inputs along one ordered dimension, of one section: a row for each, its members across.
    Series(usize, DimensionId),
    /// Known members of one dimension, for the inputs of one section.
    ByMember(usize, DimensionId),
    /// Members of one dimension that are listed elsewhere, for the inputs of one section.
    ByCode(usize, DimensionId),
    /// Places of one input along several axes.
    Array(QuantityId),
}

impl Placement {
    /// The section it belongs to.
    pub(crate) fn section(&self, model: &Model) -> usize {
        match self.kind {
            PlacementKind::Listing(dimension) | PlacementKind::Numbered(dimension) => {
                model.dimension(dimension).section
            }
            PlacementKind::Scalars(section) | PlacementKind::Series(section, _) => section,
            PlacementKind::ByMember(section, _) | PlacementKind::ByCode(section, _) => section,
            PlacementKind::Array(quantity) => model.quantity(quantity).section,
        }
    }
}

/// The tables of a form: lists of members first, then each input where it belongs.
pub(crate) fn place_inputs(model: &Model, owner: Respondent, asks: &dyn Fn(QuantityId) -> bool) -> Vec<Placement> {
    let mut placements: Vec<Placement> = (0..model.dimensions.len() as u32)
        .map(DimensionId)
        .filter(|dimension| is_listed_by(model, *dimension, owner) && is_asked_about(model, *dimension, asks))
        .map(|dimension| Placement { kind: choose_listing(model, dimension), inputs: Vec::new() })
        .collect();
    for (id, quantity, _) in model.inputs().filter(|(id, _, input)| owner.answers_for(input.owner) && asks(*id)) {
        add_input(&mut placements, id, choose_kind(model, owner, id, quantity));
    }
    placements
}

/// Whether any input that mentions the members is asked for here; members that no input mentions are listed all the
/// same.
fn is_asked_about(model: &Model, dimension: DimensionId, asks: &dyn Fn(QuantityId) -> bool) -> bool {
    let mut about = model.inputs().filter(|(_, quantity, _)| mentions_dimension(quantity, dimension)).peekable();
    about.peek().is_none() || about.any(|(id, ..)| asks(id))
}

fn add_input(placements: &mut Vec<Placement>, input: QuantityId, kind: PlacementKind) {
    match placements.iter_mut().find(|placement| placement.kind == kind) {
        Some(placement) => placement.inputs.push(input),
        None => placements.push(Placement { kind, inputs: vec![input] }),
    }
}

fn choose_kind(model: &Model, owner: Respondent, id: QuantityId, quantity: &Quantity) -> PlacementKind {
    if let Some(dimension) = find_numbered_dimension(model, owner, quantity) {
        return PlacementKind::Numbered(dimension);
    }
    match &quantity.axes[..] {
        [] => PlacementKind::Scalars(quantity.section),
        [axis] => choose_kind_along(model, owner, quantity.section, axis.dimension),
        _ => PlacementKind::Array(id),
    }
}

fn choose_kind_along(model: &Model, owner: Respondent, section: usize, dimension: DimensionId) -> PlacementKind {
    let is_time = model.dimension(dimension).step.is_some();
    match members::count(model, dimension) {
        Some(members) if is_time && members <= MOST_ACROSS => PlacementKind::Series(section, dimension),
        Some(members) if members <= MOST_ROWS => PlacementKind::ByMember(section, dimension),
        None if is_listed_by(model, dimension, owner) => choose_listing(model, dimension),
        _ => PlacementKind::ByCode(section, dimension),
    }
}

/// The dimension of rows of an input that is one column of them, or goes across.
///
/// Of rows `entry` that are members, `amount[entry]` is a column and `share[entry, year]` a column for each year; with
/// another axis of rows, or of many members, an input has a table of its own.
fn find_numbered_dimension(model: &Model, owner: Respondent, quantity: &Quantity) -> Option<DimensionId> {
    let axes = quantity.axes.iter().map(|axis| axis.dimension);
    let (numbered, others): (Vec<_>, Vec<_>) =
        axes.partition(|dimension| matches!(model.dimension(*dimension).members, Members::FromRows));
    let [numbered] = numbered[..] else { return None };
    (fits_across(model, &others) && is_listed_by(model, numbered, owner)).then_some(numbered)
}

fn fits_across(model: &Model, dimensions: &[DimensionId]) -> bool {
    match dimensions {
        [] => true,
        [one] => members::count(model, *one).is_some_and(|members| members <= MOST_ACROSS),
        _ => false,
    }
}

fn choose_listing(model: &Model, dimension: DimensionId) -> PlacementKind {
    match model.dimension(dimension).members {
        Members::FromRows => PlacementKind::Numbered(dimension),
        _ => PlacementKind::Listing(dimension),
    }
}

/// Whether the owner is the one who lists the members: the first of those who are asked about them.
fn is_listed_by(model: &Model, dimension: DimensionId, owner: Respondent) -> bool {
    let asked = model.inputs().filter(|(_, quantity, _)| mentions_dimension(quantity, dimension));
    let lister = asked.map(|(_, _, input): (_, _, &Input)| input.owner).min().unwrap_or(Owner::Operator);
    let dimension = model.dimension(dimension);
    // the form is drawn for one period, which it shows and nobody lists
    dimension.is_listed_by_data() && owner.answers_for(lister)
}

fn mentions_dimension(quantity: &Quantity, dimension: DimensionId) -> bool {
    quantity.kind == Kind::Member(dimension) || quantity.axes.iter().any(|axis| axis.dimension == dimension)
}
