//! Operators and reductions, with the words and signs by which the language calls them.

/// Operators before an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`
    Negate,
    /// `not`
    Not,
}

/// Operators between two operands, from the weakest to the tightest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the operators")]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

impl BinaryOperator {
    /// Whether it compares two values.
    pub fn is_comparison(self) -> bool {
        self >= BinaryOperator::Equal && self <= BinaryOperator::GreaterOrEqual
    }
}

/// What can be asked of a dimension in a formula: `first(year)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Its first member, as a number if the dimension is numbered.
    First,
    /// Its last member, as a number if the dimension is numbered.
    Last,
    /// The length of one step, in the unit of steps.
    Step,
}

/// How far a reduction goes along its axis: `before year`, `upto year`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Strictly earlier members, without the one where the outer axis is.
    Before,
    /// Earlier members, and the one where the outer axis is.
    Upto,
}

/// Which value comes first in an order: `from least cost`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// The least, then ever greater ones.
    Least,
    /// The greatest, then ever smaller ones.
    Greatest,
}

impl Extreme {
    /// Both, with the word for each.
    pub const WORDS: [(&'static str, Extreme); 2] = [("least", Extreme::Least), ("greatest", Extreme::Greatest)];

    /// The word for it.
    pub fn keyword(self) -> &'static str {
        Self::WORDS.iter().find(|(_, extreme)| *extreme == self).map_or("", |(word, _)| word)
    }
}

/// Ways to reduce an expression over axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the words of the language")]
pub enum ReductionKind {
    Sum,
    Product,
    Min,
    Max,
    Mean,
    WeightedMean,
    Median,
    Percentile,
    Slope,
    Intercept,
    Count,
    Any,
    All,
    First,
    Last,
    Cumulative,
    Rank,
    Apportion,
    Lookup,
    Interpolate,
}

impl ReductionKind {
    /// Every way to reduce, with the word for it.
    pub const WORDS: [(&'static str, ReductionKind); 20] = [
        ("sum", ReductionKind::Sum),
        ("product", ReductionKind::Product),
        ("min", ReductionKind::Min),
        ("max", ReductionKind::Max),
        ("mean", ReductionKind::Mean),
        ("weighted_mean", ReductionKind::WeightedMean),
        ("median", ReductionKind::Median),
        ("percentile", ReductionKind::Percentile),
        ("slope", ReductionKind::Slope),
        ("intercept", ReductionKind::Intercept),
        ("count", ReductionKind::Count),
        ("any", ReductionKind::Any),
        ("all", ReductionKind::All),
        ("first", ReductionKind::First),
        ("last", ReductionKind::Last),
        ("cumulative", ReductionKind::Cumulative),
        ("rank", ReductionKind::Rank),
        ("apportion", ReductionKind::Apportion),
        ("lookup", ReductionKind::Lookup),
        ("interpolate", ReductionKind::Interpolate),
    ];

    /// The word for it.
    pub fn keyword(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// Whether the axes stay: the reduction goes along axes that are in scope.
    pub fn keeps_axes(self) -> bool {
        matches!(self, ReductionKind::Cumulative | ReductionKind::Rank | ReductionKind::Apportion)
    }

    /// Whether `from` says where bands begin, rather than in which order members come.
    pub fn has_bands(self) -> bool {
        matches!(self, ReductionKind::Lookup | ReductionKind::Interpolate)
    }

    /// How many expressions stand before `over`.
    pub fn arguments(self) -> usize {
        use ReductionKind::{Intercept, Slope, WeightedMean};
        if matches!(self, WeightedMean | Slope | Intercept) { 2 } else { 1 }
    }
}

impl BinaryOperator {
    /// Every operator: how it is written, how tightly it binds.
    pub const SIGNS: [(&'static str, BinaryOperator, u8); 13] = [
        ("or", BinaryOperator::Or, 1),
        ("and", BinaryOperator::And, 2),
        ("==", BinaryOperator::Equal, 4),
        ("!=", BinaryOperator::Unequal, 4),
        ("<", BinaryOperator::Less, 4),
        ("<=", BinaryOperator::LessOrEqual, 4),
        (">", BinaryOperator::Greater, 4),
        (">=", BinaryOperator::GreaterOrEqual, 4),
        ("+", BinaryOperator::Add, 5),
        ("-", BinaryOperator::Subtract, 5),
        ("*", BinaryOperator::Multiply, 6),
        ("/", BinaryOperator::Divide, 6),
        ("^", BinaryOperator::Power, 8),
    ];

    /// How it is written.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.iter().find(|(_, operator, _)| *operator == self).map_or("", |(sign, _, _)| sign)
    }

    /// How tightly it binds: the larger, the tighter.
    pub fn strength(self) -> u8 {
        Self::SIGNS.iter().find(|(_, operator, _)| *operator == self).map_or(0, |(_, _, strength)| *strength)
    }
}
