//! In which table an input is asked for.

use super::respondent::Respondent;
use sg3_calc::present::members;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Input, Kind, Members, Owner, Quantity, QuantityId};

/// More rows than this are not prepared; whoever fills the form adds those he needs.
pub const MOST_ROWS: usize = 1_000;

/// More columns than this do not go across.
pub const MOST_ACROSS: usize = 60;

/// A table of more cells than this becomes a list of those that matter.
pub const MOST_CELLS: usize = 10_000;

/// A table to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Home {
    /// What its rows are.
    pub kind: HomeKind,
    /// What it asks for, in order of definition.
    pub inputs: Vec<QuantityId>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeKind {
    /// Members that the filler lists.
    Listing(DimensionId),
    /// Members that are rows.
    Lines(DimensionId),
    /// Inputs without axes, of one section.
    Singles(usize),
    /// Inputs along one ordered dimension, of one section: a row for each, its members across.
    Series(usize, DimensionId),
    /// Known members of one dimension, for the inputs of one section.
    ByMember(usize, DimensionId),
    /// Members of one dimension that are listed elsewhere, for the inputs of one section.
    ByCode(usize, DimensionId),
    /// Places of one input along several axes.
    Places(QuantityId),
}

impl Home {
    /// The section it belongs to.
    pub fn section(&self, model: &Model) -> usize {
        match self.kind {
            HomeKind::Listing(dimension) | HomeKind::Lines(dimension) => model.dimension(dimension).section,
            HomeKind::Singles(section) | HomeKind::Series(section, _) => section,
            HomeKind::ByMember(section, _) | HomeKind::ByCode(section, _) => section,
            HomeKind::Places(quantity) => model.quantity(quantity).section,
        }
    }
}

/// The tables of a form: lists of members first, then each input where it belongs.
pub fn homes(model: &Model, owner: Respondent, asks: &dyn Fn(QuantityId) -> bool) -> Vec<Home> {
    let dimensions = (0..model.dimensions.len() as u32).map(DimensionId);
    let is_asked = |dimension: &DimensionId| {
        let mut about = model.inputs().filter(|(_, quantity, _)| mentions(quantity, *dimension)).peekable();
        about.peek().is_none() || about.any(|(id, ..)| asks(id))
    };
    let listings = dimensions.filter(|dimension| lists(model, *dimension, owner) && is_asked(dimension));
    let mut homes: Vec<Home> =
        listings.map(|dimension| Home { kind: listing(model, dimension), inputs: Vec::new() }).collect();
    for (id, quantity, _) in model.inputs().filter(|(id, _, input)| owner.answers_for(input.owner) && asks(*id)) {
        settle(&mut homes, id, kind(model, owner, id, quantity));
    }
    homes
}

fn settle(homes: &mut Vec<Home>, input: QuantityId, kind: HomeKind) {
    match homes.iter_mut().find(|home| home.kind == kind) {
        Some(home) => home.inputs.push(input),
        None => homes.push(Home { kind, inputs: vec![input] }),
    }
}

fn kind(model: &Model, owner: Respondent, id: QuantityId, quantity: &Quantity) -> HomeKind {
    if let Some(dimension) = lines_of(model, owner, quantity) {
        return HomeKind::Lines(dimension);
    }
    match &quantity.axes[..] {
        [] => HomeKind::Singles(quantity.section),
        [axis] => along(model, owner, quantity.section, axis.dimension),
        _ => HomeKind::Places(id),
    }
}

fn along(model: &Model, owner: Respondent, section: usize, dimension: DimensionId) -> HomeKind {
    let is_time = model.dimension(dimension).step.is_some();
    match members::count(model, dimension) {
        Some(members) if is_time && members <= MOST_ACROSS => HomeKind::Series(section, dimension),
        Some(members) if members <= MOST_ROWS => HomeKind::ByMember(section, dimension),
        None if lists(model, dimension, owner) => listing(model, dimension),
        _ => HomeKind::ByCode(section, dimension),
    }
}

/// The dimension of rows of an input that is one column of them, or goes across.
fn lines_of(model: &Model, owner: Respondent, quantity: &Quantity) -> Option<DimensionId> {
    let is_lines = |dimension: DimensionId| matches!(model.dimension(dimension).members, Members::FromRows);
    let (lines, others): (Vec<_>, Vec<_>) =
        quantity.axes.iter().map(|axis| axis.dimension).partition(|dimension| is_lines(*dimension));
    let fits = |others: &[DimensionId]| match others {
        [] => true,
        [other] => members::count(model, *other).is_some_and(|members| members <= MOST_ACROSS),
        _ => false,
    };
    let [lines] = lines[..] else { return None };
    (fits(&others) && lists(model, lines, owner)).then_some(lines)
}

fn listing(model: &Model, dimension: DimensionId) -> HomeKind {
    match model.dimension(dimension).members {
        Members::FromRows => HomeKind::Lines(dimension),
        _ => HomeKind::Listing(dimension),
    }
}

/// Whether the owner is the one who lists the members: the first of those who are asked about them.
fn lists(model: &Model, dimension: DimensionId, owner: Respondent) -> bool {
    let asked = model.inputs().filter(|(_, quantity, _)| mentions(quantity, dimension));
    let lister = asked.map(|(_, _, input): (_, _, &Input)| input.owner).min().unwrap_or(Owner::Operator);
    model.dimension(dimension).is_from_data() && owner.answers_for(lister)
}

fn mentions(quantity: &Quantity, dimension: DimensionId) -> bool {
    quantity.kind == Kind::Member(dimension) || quantity.axes.iter().any(|axis| axis.dimension == dimension)
}
