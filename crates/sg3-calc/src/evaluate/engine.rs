//! What all worlds of a run share: the model, its members, and formulas that are already compiled.

use super::program::Program;
use super::shared::SharedWorlds;
use super::substitute::OtherWorld;
use super::world::World;
use crate::members::MemberList;
use crate::reads::reads_of;
use crate::results::ClosedLoop;
use sg3_lang::model::{Axis, DimensionId, Expression, Index, MemberRef, Model, QuantityId};
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
    /// Which entry of a table each cell belongs to.
    pub(super) owners: RefCell<HashMap<QuantityId, Rc<[usize]>>>,
    pub(super) loops: RefCell<Vec<ClosedLoop>>,
    pub(super) shared: SharedWorlds,
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
        Engine {
            model,
            members,
            programs: RefCell::default(),
            owners: RefCell::default(),
            loops: RefCell::default(),
            shared: SharedWorlds::of(model),
            reads,
        }
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

    pub(crate) fn model(&self) -> &'a Model {
        self.model
    }

    /// A number that nothing else of this engine has.
    pub(crate) fn new_number(&self) -> usize {
        self.shared.new_number()
    }

    /// Number of members along an axis.
    pub(crate) fn count(&self, axis: &Axis) -> usize {
        self.members_of(axis.dimension).len()
    }

    /// Where a member that the model names is along an axis.
    pub(crate) fn locate(&self, axis: &Axis, member: &MemberRef) -> Option<usize> {
        self.members_of(axis.dimension).locate(member)
    }

    /// The values of an expression over axes of its scope, where every other axis has a position.
    pub(crate) fn values_over(
        &self,
        world: &World,
        scope: &[Axis],
        loops: &[usize],
        expression: &Expression,
        frame: &[usize],
    ) -> Vec<f64> {
        let fixed = (0..scope.len()).filter(|axis| !loops.contains(axis)).collect();
        let program = Program::compile(self, scope, loops.to_vec(), fixed, &BTreeSet::new(), expression);
        program.run(self, world, &mut frame.to_vec())
    }

    /// Where an index points: infinite outside the dimension, `NaN` if unknown.
    pub(crate) fn position_of(
        &self,
        world: &World,
        scope: &[Axis],
        index: &Index,
        dimension: DimensionId,
        frame: &[usize],
    ) -> f64 {
        Program::of_index(self, scope, Vec::new(), index, dimension).run(self, world, &mut frame.to_vec())[0]
    }

    /// The other world that an expression speaks of.
    pub(crate) fn other_world(
        &self,
        world: &World,
        scope: &[Axis],
        other: &sg3_lang::model::World,
        frame: &[usize],
    ) -> World {
        OtherWorld::at_one_place(self, scope, other).enter(self, world, &mut frame.to_vec())
    }
}
