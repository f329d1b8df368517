//! A block: an array of cells with axes down and across, and what is in them.

use super::columns::SheetColumns;
use super::formula::Formula;
use super::id::{BASE, BlockId, CounterfactualId};
use super::place::BlockPlace;
use sg3_lang::model::{Axis, Kind, QuantityId};

/// An array of cells.
#[derive(Debug, Clone)]
pub struct Block {
    /// What its cells are for.
    pub role: Role,
    /// The quantity that it belongs to; nothing for parts of checks.
    pub quantity: Option<QuantityId>,
    /// The counterfactual in which it holds.
    pub(crate) counterfactual: CounterfactualId,
    /// Its axes: first those that tell counterfactuals apart, then its own.
    pub(crate) axes: Vec<Axis>,
    /// How many of the axes tell counterfactuals apart.
    pub(crate) keys: usize,
    /// Number of members along each axis.
    pub shape: Vec<usize>,
    /// The axis that goes across.
    pub across: Option<usize>,
    /// Whether its values are numbers, days, answers or members.
    pub(crate) kind: Kind,
    /// Its heading; the label of its row if it is a single figure.
    pub(crate) title: String,
    /// The formula in the names of the model, line by line.
    pub(crate) description: Vec<String>,
    /// What is in its cells.
    pub(crate) content: Content,
    /// Left of the first member across: what stands for the one before.
    pub(crate) opening: Option<Formula>,
    /// What the opening column evaluates to, by row.
    pub(crate) opening_values: Vec<f64>,
    /// Values by cell, last axis fastest: members by number, what is missing is `NaN`, a cell left blank is infinite.
    pub values: Vec<f64>,
    /// Where it stands; nothing before it is arranged.
    pub place: Option<BlockPlace>,
    /// The block whose formula it is a part of, which it stands below or beside.
    pub(crate) part_of: Option<BlockId>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The figures of the data.
    Delivered,
    /// Cells in which the user may enter other figures.
    Override,
    /// The figures in use: those of the user where there are any, else those of the data.
    InUse,
    /// What the members that the workbook leaves out come to in a total, as delivered.
    Others,
    /// A quantity of the model.
    Quantity,
    /// A part of a formula.
    Part,
    /// A number of a formula.
    Number,
    /// A step towards the solution of a system.
    Iteration,
    /// A part of a check.
    Check,
}

impl Role {
    /// Whether the cells hold figures of the quantity itself, in its unit: not those of a part of its formula.
    pub(crate) fn holds_quantity(self) -> bool {
        match self {
            Role::Delivered | Role::Override | Role::InUse | Role::Quantity | Role::Others | Role::Iteration => true,
            Role::Part | Role::Number | Role::Check => false,
        }
    }
}

/// What is in the cells of a block.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// Figures of the data, and literals of the model: nothing computes them.
    Constants,
    /// Nothing: for the user to fill.
    Entry,
    /// One formula for all cells.
    Formula(Formula),
    /// Formulas by cell: each cell has one of these; nothing is missing.
    ByCell(Vec<Option<Formula>>, Vec<usize>),
}

impl Block {
    /// A block of no quantity in the base case, with nothing in it: the caller says what else it is.
    pub(crate) fn new(role: Role, axes: Vec<Axis>, shape: Vec<usize>, kind: Kind, title: String) -> Block {
        Block {
            role,
            quantity: None,
            counterfactual: BASE,
            axes,
            keys: 0,
            shape,
            across: None,
            kind,
            title,
            description: Vec::new(),
            content: Content::Entry,
            opening: None,
            opening_values: Vec::new(),
            values: Vec::new(),
            place: None,
            part_of: None,
        }
    }

    /// The axes that go down, outermost first.
    pub(crate) fn down(&self) -> impl Iterator<Item = usize> + use<> {
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
    pub(crate) fn place_of(&self, mut row: usize, column: usize) -> Vec<usize> {
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

    /// The values of a row, from left to right.
    pub(crate) fn row_values(&self, row: usize) -> Vec<f64> {
        (0..self.columns()).map(|column| self.value_at(row, column)).collect()
    }

    /// The value at a row and a column counted from the first value.
    pub(crate) fn value_at(&self, row: usize, column: usize) -> f64 {
        self.values[self.cell_of(&self.place_of(row, column))]
    }

    /// Which value belongs to a place.
    pub(crate) fn cell_of(&self, place: &[usize]) -> usize {
        self.shape.iter().zip(place).fold(0, |cell, (count, position)| cell * count + position)
    }

    /// Calls `visit` for every formula.
    pub(crate) fn for_each_formula<'b>(&'b self, visit: &mut dyn FnMut(&'b Formula)) {
        match &self.content {
            Content::Constants | Content::Entry => {}
            Content::Formula(formula) => visit(formula),
            Content::ByCell(formulas, _) => formulas.iter().flatten().for_each(&mut *visit),
        }
        self.opening.iter().for_each(visit);
    }

    /// Whether a cell holds a formula rather than a figure; last axis fastest.
    pub fn has_formula(&self, cell: usize) -> bool {
        self.formula(cell).is_some()
    }

    /// The formula of a cell, if it has one.
    pub(crate) fn formula(&self, cell: usize) -> Option<&Formula> {
        match &self.content {
            Content::Constants | Content::Entry => None,
            Content::Formula(formula) => Some(formula),
            Content::ByCell(formulas, owners) => formulas[owners[cell]].as_ref(),
        }
    }

    /// How many formulas it has, those of the opening column included.
    pub(crate) fn formulas(&self) -> usize {
        match self.content {
            Content::Constants | Content::Entry => 0,
            _ => self.cells() + if self.has_opening_formula() { self.rows() } else { 0 },
        }
    }

    /// Whether a formula stands left of the first members, and not a plain number.
    fn has_opening_formula(&self) -> bool {
        self.opening.as_ref().is_some_and(|opening| !matches!(opening, Formula::Number(_)))
    }

    /// In which column the numbers of members of an axis that goes down stand.
    pub(crate) fn number_column(&self, axis: usize) -> u16 {
        SheetColumns::NUMBERS + self.down().position(|down| down == axis).expect("the axis goes down") as u16
    }
}
