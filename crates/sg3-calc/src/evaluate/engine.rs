//! What all worlds of a run share: the model, its members, and formulas that are already compiled.

use super::program::Program;
use crate::members::MemberList;
use crate::reads::reads_of;
use crate::results::ClosedLoop;
use sg3_lang::model::{Axis, DimensionId, Expression, Model, QuantityId};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A formula as it stands: quantity, entry of its table, and the axis that a recurrence fixes.
pub(super) type ProgramKey = (QuantityId, usize, Option<usize>);

/// Computes quantities in any world.
pub(crate) struct Engine<'a> {
    pub(super) model: &'a Model,
    pub(super) members: &'a [MemberList],
    pub(super) programs: RefCell<HashMap<ProgramKey, Rc<Program>>>,
    pub(super) loops: RefCell<Vec<ClosedLoop>>,
    reads: Vec<BTreeSet<QuantityId>>,
}

impl<'a> Engine<'a> {
    /// Nothing is compiled yet.
    pub(crate) fn new(model: &'a Model, members: &'a [MemberList]) -> Engine<'a> {
        let reads = model.quantities.iter().map(|quantity| {
            let definition = quantity.definition().into_iter();
            definition.flat_map(|definition| definition.body.expressions()).flat_map(reads_of).collect()
        });
        let reads = reads.collect();
        Engine { model, members, programs: RefCell::default(), loops: RefCell::default(), reads }
    }

    /// The systems without a solution that were met.
    pub(crate) fn into_loops(self) -> Vec<ClosedLoop> {
        self.loops.into_inner()
    }

    pub(super) fn members_of(&self, dimension: DimensionId) -> &'a MemberList {
        &self.members[dimension.0 as usize]
    }

    /// Number of members along each axis.
    pub(super) fn sizes(&self, axes: &[Axis]) -> Vec<usize> {
        axes.iter().map(|axis| self.members_of(axis.dimension).len()).collect()
    }

    /// What the definition of a quantity reads.
    pub(super) fn reads_of(&self, id: QuantityId) -> &BTreeSet<QuantityId> {
        &self.reads[id.0 as usize]
    }

    /// The value of an expression where every axis of its scope has a position.
    pub(crate) fn value_at(
        &self,
        world: &super::World,
        scope: &[Axis],
        expression: &Expression,
        frame: &[usize],
    ) -> f64 {
        let fixed: BTreeSet<usize> = (0..scope.len()).collect();
        let program = Program::compile(self, scope, Vec::new(), fixed, &BTreeSet::new(), expression);
        let mut frame = frame.to_vec();
        frame.resize(scope.len(), 0);
        program.run(self, world, &mut frame)[0]
    }
}
