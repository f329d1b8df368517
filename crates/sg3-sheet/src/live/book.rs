//! The workbook in plain data: sheets of blocks, and which cell holds what. Nothing here computes, prints or draws.
//!
//! A block is an array of cells: one axis may go across, all others go down, outermost first. Blocks are made by
//! `lower`, placed by `arrange`, valued by `value`, and drawn by `draw`.

use super::formula::Formula;
use sg3_lang::model::{Axis, DimensionId, Kind, QuantityId};

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

/// An array of cells.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// The quantity that it belongs to; nothing for parts of checks.
    pub quantity: Option<QuantityId>,
    /// The world in which it holds.
    pub world: WorldId,
    /// Its axes: first those that tell worlds apart, then its own.
    pub axes: Vec<Axis>,
    /// How many of the axes tell worlds apart.
    pub keys: usize,
    /// Number of members along each axis.
    pub shape: Vec<usize>,
    /// The axis that goes across.
    pub across: Option<usize>,
    /// What its values are.
    pub kind: Kind,
    /// What people see.
    pub title: String,
    /// The formula in words.
    pub words: Vec<String>,
    /// What is in its cells.
    pub content: Content,
    /// Left of the first member across: what stands for the one before.
    pub opening: Option<Formula>,
    /// What the opening column comes to, by row.
    pub opening_values: Vec<f64>,
    /// Values by cell, last axis fastest: members by number, what is missing is `NaN`, a cell left blank is [`BLANK`].
    pub values: Vec<f64>,
    /// Where it stands; nothing before it is arranged.
    pub place: Option<Place>,
    /// The block it helps, which it stands below.
    pub helps: Option<BlockId>,
}

/// What a cell shows that does not count: a text, which `MIN`, `MAX`, `AVERAGE` and `COUNT` pass over.
pub const NOT_COUNTED: &str = "–";

/// The value of a cell that is blank or does not count. No figure is infinite.
pub const BLANK: f64 = f64::INFINITY;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What the data say.
    Base,
    /// Room for another figure.
    Override,
    /// What is used: the other figure where there is one.
    Live,
    /// A quantity of the model.
    Quantity,
    /// A part of a formula.
    Part,
    /// A number of a formula.
    Number,
    /// A step towards the solution of a system.
    Pass,
    /// A part of a check.
    Check,
}

/// What is in the cells of a block.
#[derive(Debug, Clone)]
pub enum Content {
    /// Figures.
    Figures,
    /// Nothing: for the user to fill.
    Room,
    /// One formula for all cells.
    Formula(Formula),
    /// Formulas by cell: each cell has one of these; nothing is missing.
    ByCell(Vec<Option<Formula>>, Vec<usize>),
}

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

impl Block {
    /// The axes that go down, outermost first.
    pub fn down(&self) -> impl Iterator<Item = usize> + use<> {
        let across = self.across;
        (0..self.axes.len()).filter(move |axis| Some(*axis) != across)
    }

    /// How many rows of values it has.
    pub fn rows(&self) -> usize {
        self.down().map(|axis| self.shape[axis]).product()
    }

    /// How many columns of values it has.
    pub fn columns(&self) -> usize {
        self.across.map_or(1, |axis| self.shape[axis])
    }

    /// How many values it has.
    pub fn cells(&self) -> usize {
        self.shape.iter().product()
    }

    /// Which row a place is in, from the first.
    pub fn row_of(&self, place: &[usize]) -> usize {
        self.down().fold(0, |row, axis| row * self.shape[axis] + place[axis])
    }

    /// A position for each axis, at a row and a column counted from the first value.
    pub fn place_of(&self, mut row: usize, column: usize) -> Vec<usize> {
        let mut place = vec![0; self.axes.len()];
        let down: Vec<usize> = self.down().collect();
        for axis in down.into_iter().rev() {
            place[axis] = row % self.shape[axis].max(1);
            row /= self.shape[axis].max(1);
        }
        if let Some(across) = self.across {
            place[across] = column;
        }
        place
    }

    /// Which value belongs to a place.
    pub fn cell_of(&self, place: &[usize]) -> usize {
        self.shape.iter().zip(place).fold(0, |cell, (count, position)| cell * count + position)
    }

    /// Calls `visit` for every formula.
    pub fn for_each_formula<'b>(&'b self, visit: &mut dyn FnMut(&'b Formula)) {
        match &self.content {
            Content::Figures | Content::Room => {}
            Content::Formula(formula) => visit(formula),
            Content::ByCell(formulas, _) => formulas.iter().flatten().for_each(&mut *visit),
        }
        self.opening.iter().for_each(visit);
    }

    /// The formula of a cell, if it has one.
    pub fn formula(&self, cell: usize) -> Option<&Formula> {
        match &self.content {
            Content::Figures | Content::Room => None,
            Content::Formula(formula) => Some(formula),
            Content::ByCell(formulas, owners) => formulas[owners[cell]].as_ref(),
        }
    }

    /// In which column the numbers of members of an axis that goes down stand.
    pub fn number_column(&self, axis: usize) -> u16 {
        Columns::NUMBERS + self.down().position(|down| down == axis).expect("the axis goes down") as u16
    }
}

impl Place {
    /// The row with the numbers of the members across, directly above the values.
    pub fn heading_row(&self) -> u32 {
        self.row - 1
    }
}
