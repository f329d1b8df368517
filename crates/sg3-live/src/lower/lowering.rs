//! The book while it is made, and what has been lowered so far.

use super::context::Context;
use super::counterfactual::Counterfactual;
use super::earlier_sums::{summed_before, sums_earlier};
use super::solution_method::SolutionMethod;
use crate::book::formula::Formula;
use crate::book::member_numbers::MemberNumbers;
use crate::book::{Block, BlockId, Book, CounterfactualId, CounterfactualTitle};
use crate::material::Material;
use crate::not_live::Obstacle;
use sg3_calc::{Array, MemberList};
use sg3_lang::model::{Axis, DimensionId, Model, QuantityId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The book while it is made.
pub(crate) struct Lowering<'a> {
    pub(crate) material: Material<'a>,
    pub(crate) book: Book,
    pub(crate) numbers: MemberNumbers,
    /// Dimensions whose members formulas refer to, so that they must be listed.
    pub(crate) listed: BTreeSet<DimensionId>,
    pub(crate) obstacles: Vec<Obstacle>,
    /// The blocks of what is wanted.
    pub(crate) wanted: Vec<BlockId>,
    pub(super) counterfactuals: Vec<Counterfactual<'a>>,
    pub(super) quantity_blocks: HashMap<(QuantityId, CounterfactualId), BlockId>,
    /// Parts of formulas by what is in them: a part that several formulas have is one block.
    pub(super) parts: HashMap<String, BlockId>,
    /// Constants of formulas, by quantity and bits.
    pub(super) constants: HashMap<(Option<QuantityId>, u64), BlockId>,
    /// Blocks that have been referred to but not yet defined.
    pub(super) undefined: Vec<(QuantityId, CounterfactualId, BlockId)>,
    /// Quantities whose earlier members are summed, so that nothing may stand before their first.
    pub(super) summed_before: BTreeSet<QuantityId>,
    /// Quantities that sum earlier members, or whose earlier members are summed: their years go across, even a single one, since a sum within
    /// one row needs no cell of a later year.
    pub(super) in_rows_of_years: BTreeSet<QuantityId>,
    /// By counterfactual: what the members that the workbook leaves out come to in each total.
    pub(super) others_in: HashMap<CounterfactualId, BTreeMap<QuantityId, Array>>,
    /// Inputs whose replaced figures would change what those members come to.
    pub(super) guarded: BTreeSet<QuantityId>,
    pub(super) methods: HashMap<QuantityId, SolutionMethod>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(material: Material<'a>) -> Lowering<'a> {
        let given = material.inputs.arrays.iter().map(Option::is_some).collect();
        let book = Book { counterfactuals: vec![CounterfactualTitle::default()], ..Book::default() };
        Lowering {
            material,
            book,
            numbers: MemberNumbers::of(material.model, material.inputs),
            listed: BTreeSet::new(),
            obstacles: Vec::new(),
            wanted: Vec::new(),
            counterfactuals: vec![Counterfactual::base(material.model, given)],
            quantity_blocks: HashMap::new(),
            parts: HashMap::new(),
            constants: HashMap::new(),
            undefined: Vec::new(),
            summed_before: summed_before(material.model),
            in_rows_of_years: &summed_before(material.model) | &sums_earlier(material.model),
            others_in: HashMap::new(),
            guarded: BTreeSet::new(),
            methods: HashMap::new(),
        }
    }

    pub(super) fn model(&self) -> &'a Model {
        self.material.model
    }

    pub(crate) fn members(&self, dimension: DimensionId) -> &'a MemberList {
        &self.material.inputs.members[dimension.0 as usize]
    }

    /// How many members each of the axes has.
    pub(super) fn sizes(&self, axes: &[Axis]) -> Vec<usize> {
        axes.iter().map(|axis| self.members(axis.dimension).len()).collect()
    }

    pub(super) fn counterfactual(&self, id: CounterfactualId) -> &Counterfactual<'a> {
        &self.counterfactuals[id.0 as usize]
    }

    /// Adds a block to the book.
    pub(super) fn push(&mut self, block: Block) -> BlockId {
        self.book.blocks.push(block);
        BlockId(self.book.blocks.len() as u32 - 1)
    }

    /// Takes back all blocks from a position on, which nothing else refers to.
    pub(super) fn truncate(&mut self, blocks: usize) {
        self.book.blocks.truncate(blocks);
        self.parts.retain(|_, block| (block.0 as usize) < blocks);
        self.constants.retain(|_, block| (block.0 as usize) < blocks);
        self.quantity_blocks.retain(|_, block| (block.0 as usize) < blocks);
        self.undefined.retain(|(_, _, block)| (block.0 as usize) < blocks);
    }

    /// Notes what cannot be written as formulas; the cells would become errors.
    pub(super) fn refuse(&mut self, context: &Context, reason: &str) -> Formula {
        let quantity = self.book.block(context.block).quantity;
        let quantity = quantity.map_or(String::new(), |id| self.model().quantity(id).name.to_string());
        let obstacle = Obstacle { quantity, reason: reason.to_owned() };
        if !self.obstacles.contains(&obstacle) {
            self.obstacles.push(obstacle);
        }
        Formula::Missing
    }
}
