//! What is known while causes are searched for.

use super::cause::{Causes, Found};
use crate::bind::inputs::Inputs;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::results::Results;
use crate::trace::point::Point;
use sg3_lang::model::{QuantityId, Substitution};
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
}

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
        Search { engine, inputs, results, causes: Causes::new(), known: HashMap::new(), entered: Vec::new(), current }
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
