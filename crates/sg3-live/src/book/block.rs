//! A block: an array of cells with axes down and across, and what is in them.

use super::{BlockId, Columns, Place, WorldId};
use crate::formula::Formula;
use sg3_lang::model::{Axis, Kind, QuantityId};

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
    /// Values by cell, last axis fastest: members by number, what is missing is `NaN`, a cell left blank is [`BLANK`](super::BLANK).
    pub values: Vec<f64>,
    /// Where it stands; nothing before it is arranged.
    pub place: Option<Place>,
    /// The block it helps, which it stands below.
    pub helps: Option<BlockId>,
}

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
