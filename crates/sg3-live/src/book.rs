//! The workbook in plain data: sheets of blocks, and which cell holds what. Nothing here computes, prints or draws.
//!
//! A block is an array of cells: one axis may go across, all others go down, outermost first. Blocks are made by
//! `lower`, placed by `arrange`, valued by `value`, and drawn by `draw`.

pub(crate) mod block;

pub use block::{Block, Content, Role};

use sg3_lang::model::{DimensionId, QuantityId};

/// Position in [`Book::blocks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(pub u32);

/// Position in [`Book::worlds`]; the first is the base world, in which nothing is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorldId(pub u32);

/// The world of the data.
pub const BASE: WorldId = WorldId(0);

/// Everything that is drawn, and where.
#[derive(Debug, Default)]
pub struct Book {
    /// Sheets of blocks, in order of calculation.
    pub sheets: Vec<Sheet>,
    /// Blocks, in order of making.
    pub blocks: Vec<Block>,
    /// What is told apart by `with`.
    pub worlds: Vec<WorldTitle>,
    /// Dimensions whose members stand in the list of members, with the row of the first.
    pub lists: Vec<List>,
    /// Columns that all sheets share.
    pub columns: Columns,
    /// Checks, in the order of the results.
    pub checks: Vec<CheckBlocks>,
}

/// A world as people name it.
#[derive(Debug, Clone, Default)]
pub struct WorldTitle {
    /// `Without incoming calls`.
    pub title: String,
    /// The replacements in the words of the model.
    pub words: Vec<String>,
}

/// A sheet of blocks.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// On its tab.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The paragraphs of the heading.
    pub prose: Vec<String>,
    /// Blocks from top to bottom.
    pub blocks: Vec<BlockId>,
    /// One past its last row.
    pub end: u32,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Figures from the data, and room for others.
    Inputs,
    /// Calculations of a heading.
    Calculations,
    /// Calculations in another world.
    World(WorldId),
}

/// Members of a dimension in the list of members.
#[derive(Debug, Clone)]
pub struct List {
    /// Which.
    pub dimension: DimensionId,
    /// Row of the first member, from zero.
    pub first_row: u32,
    /// How many.
    pub count: u32,
}

/// Columns that all sheets share, so that years stand below each other everywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Columns {
    /// Numbers of members, one column for each axis that goes down.
    pub numbers: u16,
}

/// What a cell shows that does not count: a text, which `MIN`, `MAX`, `AVERAGE` and `COUNT` pass over.
pub const NOT_COUNTED: &str = "–";

/// The value of a cell that is blank or does not count. No figure is infinite.
pub const BLANK: f64 = f64::INFINITY;

/// Where the first value of a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Position in [`Book::sheets`].
    pub sheet: usize,
    /// Row of the title.
    pub top: u32,
    /// Row of the first value.
    pub row: u32,
    /// Column of the first value.
    pub column: u16,
}

/// The blocks of a check.
#[derive(Debug, Clone, Copy)]
pub struct CheckBlocks {
    /// Position in the model's checks.
    pub check: usize,
    /// One side, if two numbers should be one.
    pub left: Option<BlockId>,
    /// The other.
    pub right: Option<BlockId>,
    /// 1 if it holds, 0 if not, blank where it is not asked.
    pub holds: BlockId,
}

impl Columns {
    /// Marks and links back.
    pub const MARK: u16 = 0;
    /// What a row is.
    pub const LABEL: u16 = 1;
    /// Numbers of members.
    pub const NUMBERS: u16 = 2;

    /// Units.
    pub fn unit(self) -> u16 {
        Columns::NUMBERS + self.numbers
    }

    /// What stands before the first year.
    pub fn opening(self) -> u16 {
        self.unit() + 1
    }

    /// The first value.
    pub fn first(self) -> u16 {
        self.unit() + 2
    }
}

impl Book {
    /// The block of an id.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }

    /// Every block with its id.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..self.blocks.len() as u32).map(BlockId)
    }

    /// The block of a quantity in the base world that formulas read.
    pub fn of_quantity(&self, quantity: QuantityId) -> Option<BlockId> {
        let is_it = |block: &Block| {
            block.quantity == Some(quantity) && block.world == BASE && matches!(block.role, Role::Live | Role::Quantity)
        };
        self.blocks.iter().position(is_it).map(|position| BlockId(position as u32))
    }

    /// How many formulas there are.
    pub fn formulas(&self) -> usize {
        let counted = |block: &Block| match block.content {
            Content::Figures | Content::Room => 0,
            _ => block.cells() + block.opening.as_ref().map_or(0, |_| block.rows()),
        };
        self.blocks.iter().filter(|block| block.place.is_some()).map(counted).sum()
    }
}

impl Place {
    /// The row with the numbers of the members across, directly above the values.
    pub fn heading_row(&self) -> u32 {
        self.row - 1
    }
}
