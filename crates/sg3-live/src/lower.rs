//! From the checked model to blocks of formulas: every name becomes a block, every axis an axis of the block.
//!
//! A block is made when something first reads it, so that other worlds hold only what is needed; what a block stands on
//! is lowered later, from a list, so that quantities may need each other.

pub(crate) mod check;
pub(crate) mod context;
pub(crate) mod doubling;
pub(crate) mod expression;
pub(crate) mod fold;
pub(crate) mod group;
pub(crate) mod input;
pub(crate) mod list;
pub(crate) mod part;
pub(crate) mod reading;
pub(crate) mod reduction;
pub(crate) mod running;
pub(crate) mod said;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod system;
pub(crate) mod table;
pub(crate) mod terms;
pub(crate) mod turn;
pub(crate) mod with;

use crate::book::block::{Block, Content, Role};
use crate::book::{BASE, BlockId, Book, CheckBlocks, WorldId, WorldTitle};
use crate::formula::Formula;
use crate::world::World;
use context::Context;
use sg3_calc::{Inputs, MemberList, Results};
use sg3_lang::Sources;
use sg3_lang::model::{Axis, Body, DimensionId, Model, QuantityId, Role as QuantityRole};
use std::collections::{BTreeSet, HashMap};

/// What a workbook is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The method.
    pub model: &'a Model,
    /// Its text.
    pub sources: &'a Sources,
    /// The data.
    pub inputs: &'a Inputs,
    /// What the engine makes of them.
    pub results: &'a Results,
}

/// Why a model cannot be written as formulas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The quantity.
    pub quantity: String,
    /// What stands in the way.
    pub reason: String,
}

/// The book while it is made.
pub struct Lowering<'a> {
    pub material: Material<'a>,
    pub book: Book,
    pub worlds: Vec<World<'a>>,
    of: HashMap<(QuantityId, WorldId), BlockId>,
    parts: HashMap<String, BlockId>,
    numbers: HashMap<(Option<QuantityId>, u64), BlockId>,
    todo: Vec<(QuantityId, WorldId, BlockId)>,
    /// Dimensions whose members stand in the list.
    pub listed: BTreeSet<DimensionId>,
    /// Quantities whose earlier members are summed, so that nothing may stand before their first.
    summed_before: BTreeSet<QuantityId>,
    pub obstacles: Vec<Obstacle>,
    /// The blocks of what is wanted.
    pub wanted: Vec<BlockId>,
    ways: HashMap<QuantityId, system::Way>,
}

/// Lowers the wanted quantities with all that they need, and the checks.
pub fn lower<'a>(material: Material<'a>, wanted: &[QuantityId], checks: bool) -> Lowering<'a> {
    let mut lowering = Lowering::new(material);
    lowering.wanted = wanted.iter().map(|id| lowering.block(*id, BASE)).collect();
    lowering.finish();
    if checks {
        for result in &material.results.checks {
            let blocks: CheckBlocks = lowering.check(result.check);
            lowering.book.checks.push(blocks);
            lowering.finish();
        }
    }
    lowering.turn();
    lowering
}

impl<'a> Lowering<'a> {
    fn new(material: Material<'a>) -> Lowering<'a> {
        let cut = material.inputs.arrays.iter().map(Option::is_some).collect();
        let worlds = vec![World::base(material.model, cut)];
        let book = Book { worlds: vec![WorldTitle::default()], ..Book::default() };
        Lowering {
            material,
            book,
            worlds,
            of: HashMap::new(),
            parts: HashMap::new(),
            numbers: HashMap::new(),
            todo: Vec::new(),
            listed: BTreeSet::new(),
            summed_before: reading::summed_before(material.model),
            obstacles: Vec::new(),
            wanted: Vec::new(),
            ways: HashMap::new(),
        }
    }

    /// Lowers what stands on the list until nothing does.
    fn finish(&mut self) {
        while let Some((id, world, block)) = self.todo.pop() {
            self.define(id, world, block);
        }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.material.model
    }

    pub fn members(&self, dimension: DimensionId) -> &'a MemberList {
        &self.material.inputs.members[dimension.0 as usize]
    }

    pub(crate) fn sizes(&self, axes: &[Axis]) -> Vec<usize> {
        axes.iter().map(|axis| self.members(axis.dimension).len()).collect()
    }

    /// The block that holds a quantity in a world, or in the nearest world around in which it is the same.
    pub(crate) fn block(&mut self, id: QuantityId, world: WorldId) -> BlockId {
        let world = self.home(id, world);
        if let Some(block) = self.of.get(&(id, world)) {
            return *block;
        }
        if world == BASE && self.worlds[0].cut[id.0 as usize] {
            let block = self.input(id);
            self.of.insert((id, world), block);
            return block;
        }
        let mut plain = self.plain(id, world);
        if let Some(array) = self.material.results.array(id).filter(|_| world == BASE) {
            plain.values = array.cells.iter().map(|value| self.as_written(&plain.kind, *value)).collect();
        }
        let block = self.push(plain);
        self.of.insert((id, world), block);
        self.todo.push((id, world, block));
        block
    }

    /// The nearest world around in which a quantity is the same.
    pub(crate) fn home(&self, id: QuantityId, mut world: WorldId) -> WorldId {
        while !self.worlds[world.0 as usize].affected[id.0 as usize] {
            match self.worlds[world.0 as usize].parent {
                Some(parent) => world = parent,
                None => return BASE,
            }
        }
        world
    }

    /// A block of a quantity's shape, with nothing in it.
    pub(crate) fn plain(&self, id: QuantityId, world: WorldId) -> Block {
        let quantity = self.model().quantity(id);
        let keys = self.worlds[world.0 as usize].keys.clone();
        let number = keys.len();
        let axes: Vec<Axis> = keys.into_iter().chain(quantity.axes.iter().cloned()).collect();
        let shape = self.sizes(&axes);
        let across = self.across(&axes, &shape, self.downward(id).map(|axis| axis + number));
        Block {
            role: Role::Quantity,
            quantity: Some(id),
            world,
            keys: number,
            values: Vec::new(),
            across,
            shape,
            axes,
            kind: quantity.kind.clone(),
            title: quantity.label.clone(),
            words: Vec::new(),
            content: Content::Room,
            opening: None,
            opening_values: Vec::new(),
            place: None,
            helps: None,
        }
    }

    /// An axis that must go down: that of the unknowns of a system.
    fn downward(&self, id: QuantityId) -> Option<usize> {
        match &self.model().quantity(id).role {
            QuantityRole::Simultaneous(_, system) => Some(system.axis),
            _ => None,
        }
    }

    pub(crate) fn push(&mut self, block: Block) -> BlockId {
        self.book.blocks.push(block);
        BlockId(self.book.blocks.len() as u32 - 1)
    }

    fn define(&mut self, id: QuantityId, world: WorldId, block: BlockId) {
        let quantity = self.model().quantity(id);
        if self.worlds[world.0 as usize].replaces(id) {
            return self.replace(id, world, block);
        }
        let definition = quantity.definition().expect("inputs that nobody replaces are cut");
        let context = Context::of(self, block, &definition.scope);
        if let QuantityRole::Simultaneous(definition, _) = &quantity.role {
            return self.system(id, definition, &context);
        }
        let content = match &definition.body {
            Body::Formula(formula) => self.formula_or_figures(formula, &context),
            Body::Table(table) => self.table(table, &context),
        };
        let words = match content {
            Content::Figures => Vec::new(),
            _ => self.words(&definition.body, &quantity.axes),
        };
        let block = &mut self.book.blocks[block.0 as usize];
        (block.content, block.words) = (content, words);
    }

    /// A figure is a figure, not a formula.
    fn formula_or_figures(&mut self, formula: &'a sg3_lang::model::Expression, context: &Context<'a>) -> Content {
        match self.figure(formula) {
            None => Content::Formula(self.cell(formula, context)),
            Some(figure) => {
                let figure = self.as_written(&self.book.block(context.block).kind, figure);
                let block = &mut self.book.blocks[context.block.0 as usize];
                block.values = vec![figure; block.cells()];
                Content::Figures
            }
        }
    }

    /// The formula of a cell: a number, whatever the expression is, and not too long.
    pub(crate) fn cell(&mut self, expression: &'a sg3_lang::model::Expression, context: &Context<'a>) -> Formula {
        let formula = self.addend(expression, context);
        self.shorten(formula, context)
    }

    /// What cannot be written as formulas; the cells become errors.
    pub(crate) fn refuse(&mut self, context: &Context, reason: &str) -> Formula {
        let quantity = self.book.block(context.block).quantity;
        let quantity = quantity.map_or(String::new(), |id| self.model().quantity(id).name.to_string());
        let obstacle = Obstacle { quantity, reason: reason.to_owned() };
        if !self.obstacles.contains(&obstacle) {
            self.obstacles.push(obstacle);
        }
        Formula::Missing
    }
}
