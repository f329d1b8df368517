//! What is known while causes are searched for.

use super::cause::{Causes, Found};
use crate::bind::inputs::Inputs;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::results::Results;
use crate::trace::point::Point;
use sg3_lang::model::{Expression, Node, QuantityId, Substitution};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A cell of an environment; environments are told apart by where they are in memory.
type Cell = (*const Environment, QuantityId, usize);

/// The search for causes, with those found so far.
pub(super) struct Search<'a> {
    pub engine: &'a Engine<'a>,
    pub inputs: &'a Inputs,
    pub results: &'a Results,
    pub causes: Causes,
    pub known: HashMap<Cell, Rc<Found>>,
    /// Counterfactuals that were entered, with where from; they stay, so that they can be told apart.
    pub entered: Vec<Entered<'a>>,
    /// The cell whose formula is being followed.
    pub current: (QuantityId, usize),
    /// How many more counterfactuals may be computed for the search.
    rooms: usize,
}

/// Cells that are computed at most in counterfactuals for a search. Where so much is bad that more would be needed, the causes in the data
/// were met long before.
const MOST_COMPUTED: usize = 50_000_000;
/// As many counterfactuals as these are computed however large they are.
const FEWEST: usize = 4;

/// A counterfactual that was entered.
#[derive(Clone)]
pub(super) struct Entered<'a> {
    pub environment: Rc<Environment>,
    /// Where the `with` stands.
    pub from: Point<'a>,
    pub substitutions: &'a [Substitution],
}

impl<'a> Search<'a> {
    pub(super) fn new(engine: &'a Engine<'a>, inputs: &'a Inputs, results: &'a Results) -> Search<'a> {
        let current = (QuantityId(0), 0);
        let cells: usize = results.arrays.iter().flatten().map(|array| array.cells.len()).sum();
        let rooms = (MOST_COMPUTED / cells.max(1)).max(FEWEST);
        let (causes, known, entered) = (Causes::new(), HashMap::new(), Vec::new());
        Search { engine, inputs, results, causes, known, entered, current, rooms }
    }

    /// Whether an expression may be computed: one with a counterfactual takes room, and one without is always allowed.
    pub(super) fn has_room(&mut self, expression: &Expression) -> bool {
        let mut is_world = false;
        expression.walk(&mut |part| is_world |= matches!(part.node, Node::Counterfactual(_)));
        let has_room = !is_world || self.rooms > 0;
        self.rooms -= usize::from(is_world && has_room);
        has_room
    }

    pub(super) fn into_causes(self) -> Causes {
        self.causes
    }
}

impl Entered<'_> {
    /// Whether the counterfactual did not compute the quantity itself.
    pub(super) fn takes_from_outside(&self, id: QuantityId) -> bool {
        let (own, outside) = (self.environment.shared(id), self.from.environment.shared(id));
        let is_unchanged = own.zip(outside).is_some_and(|(own, outside)| Arc::ptr_eq(own, outside));
        is_unchanged || self.substitutions.iter().any(|substitution| substitution.target == id)
    }
}
