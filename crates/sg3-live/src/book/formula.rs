//! Formulas of a block: the model's expressions with every name a block and every axis an axis of the block.

mod walk;

use super::id::BlockId;
use sg3_lang::model::{DimensionId, Extreme};

/// What a cell is equal to.
#[derive(Debug, Clone)]
pub(crate) enum Formula {
    /// 0, 1 or 2: every other number is a labelled cell.
    Number(f64),
    /// `NA()`: a value that is missing whatever the data.
    Missing,
    /// A text that functions over ranges pass over.
    Blank,
    /// The number of the member where an axis is.
    Axis(Coordinate),
    /// How many members it is from the first to where an axis of the block is, both counted.
    Position(usize),
    /// The number of a member, as the list of members has it.
    Member(DimensionId, usize),
    /// How many members an axis of the block has.
    Count(usize),
    /// A cell of a block.
    Reference(Reference),
    /// `-x`.
    Negative(Box<Formula>),
    /// `x + y`, and the like.
    Binary(Arithmetic, Box<Formula>, Box<Formula>),
    /// A comparison; exact if the last field says so, else within the tolerance.
    Compare(Comparison, Box<Formula>, Box<Formula>, bool),
    /// 1 if all are.
    And(Vec<Formula>),
    /// 1 if any is.
    Or(Vec<Formula>),
    /// 1 if it is 0.
    Not(Box<Formula>),
    /// The branch not taken is not looked at.
    If(Box<Formula>, Box<Formula>, Box<Formula>),
    /// A function of the language, as its entry writes it.
    Call(Call),
    /// A function over cells that stand together.
    Fold(Fold),
    /// The number of the member whose word was entered: as delivered, or as replaced.
    SelectedMember(DimensionId, BlockId, BlockId),
    /// The figure of an input that is in use.
    InUse(InputInUse),
    /// The number of the last member of a band whose lower bound does not exceed a place: lower bounds, place.
    Band(Box<Fold>, Box<Formula>),
    /// The position of the first 1 among cells of 1 and 0, counted from 1.
    FirstTrue(Box<Fold>),
    /// The largest of positions, which are 0 where they do not count.
    LastTrue(Box<Fold>),
    /// The n-th of cells that stand together.
    Nth(Box<Fold>, Box<Formula>),
}

/// A cell of a block, or the cells of a block that a fold goes along.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    /// The block that is read.
    pub(crate) block: BlockId,
    /// A position along each of its axes.
    pub(crate) places: Vec<Coordinate>,
}

/// A position along an axis of the block that is read.
#[derive(Debug, Clone)]
pub(crate) enum Coordinate {
    /// Where an axis of the block that reads is.
    Along(usize),
    /// So many members on from there; left of the first is the opening column.
    Shifted(usize, i64),
    /// A member by its position in the data.
    At(usize),
    /// The member of a number.
    Number(DimensionId, Box<Formula>),
    /// The n-th member, counted from 1.
    Nth(Box<Formula>),
    /// Wherever a bound axis of the fold around it is.
    Bound(usize),
}

/// Operators between numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// Comparisons of numbers, or of members by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A call in the words of the function's entry.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// The formula with places for arguments.
    pub(crate) text: &'static str,
    /// The same in Rust, for the value that is shown before anything recalculates.
    pub(crate) kernel: fn(&[f64]) -> f64,
    /// In place of `{0}`, `{1}`, ... of the text.
    pub(crate) arguments: Vec<Formula>,
}

/// A function over cells that stand together: `SUMPRODUCT`, `MAX`.
#[derive(Debug, Clone)]
pub(crate) struct Fold {
    /// How cells are brought together.
    pub(crate) aggregation: Aggregation,
    /// The axes it goes along: number of members, and how far.
    pub(crate) ranges: Vec<FoldRange>,
    /// What is multiplied, cell by cell; one for everything but sums. Of [`Aggregation::SumWhere`] the amounts, then keys and numbers in turn; of others as they say.
    pub(crate) factors: Vec<Formula>,
}

/// How cells are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aggregation {
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
    /// The value below which the share that is the second lies; blank cells do not count.
    Percentile,
    /// The value in the middle; blank cells do not count.
    Median,
    /// How many cells are not blank.
    Entered,
    /// Whether any is yes.
    Any,
    /// Whether all are yes.
    All,
    /// The sum of the first where each key is its number, a number of the block that reads.
    SumWhere,
    /// The rank of the second among the first, the greatest first; of those within the tolerance of each other the earlier one.
    Rank,
    /// The place of the second among the first, this extreme first; of equal ones the earlier first, by the third: the position along the axis,
    /// or the number in a list of which the fourth is all. Blank cells have no place and are in nobody's way.
    Place(Extreme),
    /// The sum of the first where the second is not above the third: places in an order.
    SumUpToPlace,
}

/// How far a fold goes along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoldRange {
    /// Members that are left out at the start.
    pub(crate) from: usize,
    /// Number of members, those that are left out counted.
    pub(crate) count: usize,
    /// Only members before (or up to and with) where this axis of the block that reads is.
    pub(crate) limit: Option<(usize, bool)>,
}

/// How the figure in use follows from the one delivered and the one that replaces it.
#[derive(Debug, Clone)]
pub(crate) struct InputInUse {
    /// The figures as delivered.
    pub(crate) delivered: BlockId,
    /// The figures that the user enters instead.
    pub(crate) replacement: BlockId,
    /// Whether cells hold the words `yes` and `no` rather than numbers.
    pub(crate) yes_or_no: bool,
    /// The figure that stands in for a blank cell.
    pub(crate) blank: Box<Formula>,
    /// Whether it stands in for nothing else: what is no figure is then an error.
    pub(crate) for_blank_only: bool,
}

impl Formula {
    /// A cell of a block at the same place as here, along these axes.
    pub(crate) fn reference(block: BlockId, places: Vec<Coordinate>) -> Formula {
        Formula::Reference(Reference { block, places })
    }

    /// `left operator right`.
    pub(crate) fn binary(operator: Arithmetic, left: Formula, right: Formula) -> Formula {
        Formula::Binary(operator, Box::new(left), Box::new(right))
    }

    /// `IF(condition, yes, no)`.
    pub(crate) fn choice(condition: Formula, yes: Formula, no: Formula) -> Formula {
        Formula::If(Box::new(condition), Box::new(yes), Box::new(no))
    }

    /// Whether it is TRUE or FALSE in a spreadsheet rather than a number.
    pub(crate) fn is_truth(&self) -> bool {
        matches!(self, Formula::Compare(..) | Formula::And(_) | Formula::Or(_) | Formula::Not(_))
    }
    /// A comparison whose sides are whole numbers, or one of them zero: exact, without a tolerance.
    pub(crate) fn compare(comparison: Comparison, left: Formula, right: Formula) -> Formula {
        Formula::Compare(comparison, Box::new(left), Box::new(right), true)
    }

    /// Whether it is the number 0, whatever the data.
    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Formula::Number(number) if *number == 0.0)
    }

    /// Whether it is a whole number, whatever the data.
    pub(crate) fn is_whole_number(&self) -> bool {
        match self {
            Formula::Number(_) | Formula::Position(_) | Formula::Count(_) => true,
            Formula::Axis(_) | Formula::Member(..) => true,
            Formula::Negative(part) => part.is_whole_number(),
            Formula::Binary(Arithmetic::Add | Arithmetic::Subtract, left, right) => {
                left.is_whole_number() && right.is_whole_number()
            }
            _ => false,
        }
    }
}
