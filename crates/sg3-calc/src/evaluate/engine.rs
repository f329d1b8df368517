//! What all environments of a run share: the model, its members, and formulas that are already compiled.

use super::cache::CounterfactualCache;
use super::doubt::Doubt;
use super::program::Program;
use crate::bind::inputs::Inputs;
use crate::bind::member_list::MemberList;
use crate::member_order::MemberOrder;
use crate::results::ClosedLoop;
use sg3_lang::model::{Axis, DimensionId, MemberRef, Model, Order, Quantity, QuantityId};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

/// A formula as it stands: quantity, entry of its table, and the axis that a recurrence fixes.
pub(super) type ProgramKey = (QuantityId, usize, Option<usize>);

/// Computes quantities in any environment.
pub(crate) struct Engine<'a> {
    pub(super) model: &'a Model,
    pub(super) members: &'a [MemberList],
    inputs: &'a Inputs,
    pub(super) programs: RefCell<HashMap<ProgramKey, Rc<Program>>>,
    /// Which entry of a table each cell belongs to.
    pub(super) owners: RefCell<HashMap<QuantityId, Rc<[usize]>>>,
    pub(super) loops: RefCell<Vec<ClosedLoop>>,
    pub(super) shared: CounterfactualCache,
    dependencies: Vec<BTreeSet<QuantityId>>,
    doubts: RefCell<HashMap<QuantityId, Arc<Doubt>>>,
}

impl<'a> Engine<'a> {
    /// Nothing is compiled yet.
    pub(crate) fn new(model: &'a Model, inputs: &'a Inputs) -> Engine<'a> {
        Engine {
            model,
            members: &inputs.members,
            inputs,
            programs: RefCell::default(),
            owners: RefCell::default(),
            loops: RefCell::default(),
            shared: CounterfactualCache::of(model),
            dependencies: model.quantities.iter().map(Quantity::dependencies).collect(),
            doubts: RefCell::default(),
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
    pub(super) fn dependencies_of(&self, id: QuantityId) -> &BTreeSet<QuantityId> {
        &self.dependencies[id.0 as usize]
    }

    /// Cells of a quantity for which it is undetermined whether they are given.
    pub(super) fn doubt(&self, id: QuantityId) -> Arc<Doubt> {
        let mut doubts = self.doubts.borrow_mut();
        doubts.entry(id).or_insert_with(|| Arc::new(Doubt::of(self.model, self.inputs, id))).clone()
    }

    /// How members are ranked by a key, which is undetermined if any of its inputs is unreadable.
    pub(crate) fn member_order(&self, order: &Order) -> MemberOrder {
        let unread = order.key.dependencies().into_iter().any(|id| self.doubt(id).is_any());
        MemberOrder { first: order.first, unread }
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

    /// The keys of the members along an axis.
    pub(crate) fn keys(&self, axis: &Axis) -> &'a [Arc<str>] {
        &self.members_of(axis.dimension).keys
    }

    /// Where a member that the model names is along an axis.
    pub(crate) fn locate(&self, axis: &Axis, member: &MemberRef) -> Option<usize> {
        self.members_of(axis.dimension).locate(member)
    }
}
