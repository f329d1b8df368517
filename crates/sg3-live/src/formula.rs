//! Formulas of a block: the model's expressions with every name a block and every axis an axis of the block.

pub(crate) mod walk;

use crate::book::BlockId;
use sg3_lang::model::DimensionId;

/// What a cell is equal to.
#[derive(Debug, Clone)]
pub enum Formula {
    /// 0, 1 or 2: every other number is a labelled cell.
    Number(f64),
    /// No value.
    Missing,
    /// An empty text.
    Blank,
    /// The number of the member where an axis is.
    Axis(Where),
    /// How many members it is from the first to where an axis of the block is, both counted.
    Position(usize),
    /// The number of a member, as the list of members has it.
    Member(DimensionId, usize),
    /// How many members an axis of the block has.
    Count(usize),
    /// A cell of a block.
    Read(Reading),
    /// `-x`.
    Negative(Box<Formula>),
    /// Arithmetic.
    Binary(Arithmetic, Box<Formula>, Box<Formula>),
    /// A comparison, with the guard unless both sides are whole or one is zero.
    Compare(Comparison, Box<Formula>, Box<Formula>, bool),
    /// Yes if all are.
    And(Vec<Formula>),
    /// Yes if any is.
    Or(Vec<Formula>),
    /// Yes if it is not.
    Not(Box<Formula>),
    /// The branch not taken is not looked at.
    If(Box<Formula>, Box<Formula>, Box<Formula>),
    /// A function of the language, as its entry writes it.
    Call(Call),
    /// Something over cells that stand together.
    Fold(Fold),
    /// The word that was chosen, as a number of the dimension.
    Chosen(DimensionId, BlockId, BlockId),
    /// What is used of an input.
    Input(Input),
    /// The number of the last member of a band whose lower bound does not exceed a place: lower bounds, place.
    Band(Box<Fold>, Box<Formula>),
    /// Where the first yes is among yes and no.
    FirstYes(Box<Fold>),
    /// Where the last yes is.
    LastYes(Box<Fold>),
    /// The n-th of cells that stand together.
    Nth(Box<Fold>, Box<Formula>),
}

/// A cell of a block: a place along each of its axes.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Of which block.
    pub block: BlockId,
    /// Along each axis.
    pub places: Vec<Where>,
}

/// Where along an axis.
#[derive(Debug, Clone)]
pub enum Where {
    /// Where an axis of the reading block is.
    Along(usize),
    /// So many members on from there; left of the first is the opening column.
    Shifted(usize, i64),
    /// A fixed member.
    At(usize),
    /// The member of a number.
    Number(DimensionId, Box<Formula>),
    /// The n-th member, counted from 1.
    Nth(Box<Formula>),
    /// Wherever a bound axis of the fold around it is.
    Bound(usize),
}

/// Operators of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// Comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A call in the words of the function's entry.
#[derive(Debug, Clone)]
pub struct Call {
    /// The formula with places for arguments.
    pub text: &'static str,
    /// What it computes.
    pub kernel: fn(&[f64]) -> f64,
    /// The arguments.
    pub arguments: Vec<Formula>,
    /// Whether its figures are as exact as distributions are, rather than arithmetic.
    pub is_distribution: bool,
}

/// Something over cells that stand together.
#[derive(Debug, Clone)]
pub struct Fold {
    /// How.
    pub how: How,
    /// The axes it goes along: number of members, and how far.
    pub bound: Vec<Bound>,
    /// What is multiplied, cell by cell; one for everything but sums. Of [`How::SumWhere`] the amounts, then keys and numbers in turn.
    pub factors: Vec<Formula>,
}

/// How cells are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The sum of products.
    Sum,
    /// The product; 1 for none.
    Product,
    /// The least; blank cells do not count.
    Min,
    /// The greatest; blank cells do not count.
    Max,
    /// The mean; blank cells do not count.
    Mean,
    /// Whether any is yes.
    Any,
    /// Whether all are yes.
    All,
    /// The sum of the first where each key is its number, a number of the reading block.
    SumWhere,
    /// The rank of the second among the first, the greatest first; of those within the guard of each other the earlier one.
    Rank,
}

/// How far a fold goes along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// Members that are left out at the start.
    pub from: usize,
    /// Number of members, those that are left out counted.
    pub count: usize,
    /// Only members before (or up to and with) where this axis of the reading block is.
    pub limit: Option<(usize, bool)>,
}

/// How the figure that is used follows from the data and the override.
#[derive(Debug, Clone)]
pub struct Input {
    /// What the data say.
    pub base: BlockId,
    /// What the user says instead.
    pub other: BlockId,
    /// Whether it is said in words (`yes`, `no`).
    pub yes_or_no: bool,
    /// What a blank means.
    pub blank: Box<Formula>,
}

impl Formula {
    /// A cell of a block at the same place as here, along these axes.
    pub fn read(block: BlockId, places: Vec<Where>) -> Formula {
        Formula::Read(Reading { block, places })
    }

    /// `left operator right`.
    pub fn binary(operator: Arithmetic, left: Formula, right: Formula) -> Formula {
        Formula::Binary(operator, Box::new(left), Box::new(right))
    }

    /// `IF(condition, yes, no)`.
    pub fn choice(condition: Formula, yes: Formula, no: Formula) -> Formula {
        Formula::If(Box::new(condition), Box::new(yes), Box::new(no))
    }

    /// Whether it is TRUE or FALSE in a spreadsheet rather than a number.
    pub fn is_truth(&self) -> bool {
        matches!(self, Formula::Compare(..) | Formula::And(_) | Formula::Or(_) | Formula::Not(_))
    }
}
