//! A checked expression in the labels that people see, with the signs of mathematics.

use super::value::{member_key, plain_value};
use sg3_lang::Model;
use sg3_lang::model::{
    Axis, AxisId, BinaryOperator, Counterfactual, Expression, Fact, Index, IndexBase, Limit, Node, Read, Reduction,
    ReductionKind, UnaryOperator,
};

/// What the axes of an expression are called.
#[derive(Clone, Copy)]
pub(crate) struct Formula<'a> {
    pub(crate) model: &'a Model,
    /// Axes of the definition, to which its expressions refer by number.
    pub(crate) scope: &'a [Axis],
}

/// How tightly the operand of `not` and of a minus must bind.
const NOT: u8 = 3;
const NEGATE: u8 = 7;
/// What needs no brackets anywhere.
const TIGHTEST: u8 = 9;

impl Formula<'_> {
    /// The expression on one line.
    pub(crate) fn text(self, expression: &Expression) -> String {
        match &expression.node {
            Node::Literal(_) | Node::Member(..) => plain_value(self.model, expression).unwrap_or_default(),
            Node::Axis(axis) => self.axis(*axis),
            Node::Fact(fact, dimension) => format!("{} {}", fact_word(*fact), self.model.dimension(*dimension).name),
            Node::Missing => "missing".to_owned(),
            Node::Read(read) => self.read(read),
            Node::IsGiven(cell) => format!("{} is given", self.text(cell)),
            Node::Unary(UnaryOperator::Negate, operand) => format!("−{}", self.bracketed(operand, NEGATE + 1)),
            Node::Unary(UnaryOperator::Not, operand) => format!("not {}", self.bracketed(operand, NOT + 1)),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::If(condition, yes, no) => self.branches(condition, yes, no),
            Node::Call(function, arguments) => format!("{}({})", function.name, self.list(arguments)),
            Node::Reduce(reduction) => self.reduction(reduction),
            Node::Counterfactual(counterfactual) => self.counterfactual(counterfactual),
        }
    }

    fn axis(self, axis: AxisId) -> String {
        self.scope[axis.0 as usize].name.to_string()
    }

    fn list(self, expressions: &[Expression]) -> String {
        expressions.iter().map(|expression| self.text(expression)).collect::<Vec<_>>().join(", ")
    }

    fn bracketed(self, operand: &Expression, least: u8) -> String {
        let text = self.text(operand);
        if strength(operand) < least { format!("({text})") } else { text }
    }

    fn binary(self, operator: BinaryOperator, left: &Expression, right: &Expression) -> String {
        let (sign, strength) = (sign(operator), operator.strength());
        let to_the_right = operator == BinaryOperator::Power;
        let left = self.bracketed(left, strength + u8::from(to_the_right));
        let right = self.bracketed(right, strength + u8::from(!to_the_right));
        format!("{left} {sign} {right}")
    }

    fn branches(self, condition: &Expression, yes: &Expression, no: &Expression) -> String {
        format!("{{ {} if {}; else {} }}", self.text(yes), self.text(condition), self.text(no))
    }

    fn counterfactual(self, counterfactual: &Counterfactual) -> String {
        let replaced = counterfactual.substitutions.iter().map(|substitution| {
            let label = &self.model.quantity(substitution.target).label;
            format!("“{label}”{} = {}", self.places(&substitution.places, &[]), self.text(&substitution.value))
        });
        format!(
            "({} in the counterfactual with {})",
            self.text(&counterfactual.body),
            replaced.collect::<Vec<_>>().join(", ")
        )
    }

    /// `“Minutes carried”`, `“Price”[element, first]`.
    fn read(self, read: &Read) -> String {
        let quantity = self.model.quantity(read.quantity);
        let beyond = read.beyond.iter().map(|beyond| format!(" (beyond the first: {})", self.text(beyond)));
        let places = self.places(&read.places, &quantity.axes);
        format!("“{}”{places}{}", quantity.label, beyond.collect::<String>())
    }

    /// The places between brackets; nothing if every one is the axis of that name.
    fn places(self, places: &[Index], axes: &[Axis]) -> String {
        if places.len() == axes.len() && places.iter().zip(axes).all(|(index, axis)| self.follows(index, axis)) {
            return String::new();
        }
        let indices: Vec<String> =
            places.iter().enumerate().map(|(at, index)| self.index(index, axes.get(at))).collect();
        format!("[{}]", indices.join(", "))
    }

    fn follows(self, index: &Index, axis: &Axis) -> bool {
        match index.base {
            IndexBase::Axis(id) => index.shift.is_none() && self.scope[id.0 as usize].name == axis.name,
            _ => false,
        }
    }

    fn index(self, index: &Index, axis: Option<&Axis>) -> String {
        let base = match &index.base {
            IndexBase::Axis(id) => self.axis(*id),
            IndexBase::Member(member) => {
                axis.map_or_else(|| "…".to_owned(), |axis| member_key(self.model, axis.dimension, member))
            }
            IndexBase::First => "first".to_owned(),
            IndexBase::Last => "last".to_owned(),
            IndexBase::Value(value) => self.text(value),
            IndexBase::All => "all".to_owned(),
        };
        let shift = index.shift.iter().map(|shift| format!(" + {}", self.text(shift)));
        (base + &shift.collect::<String>()).replace("+ −", "− ")
    }

    /// The sign, the axes with their limits and conditions, and what is reduced.
    fn reduction(self, reduction: &Reduction) -> String {
        let axes: Vec<String> = reduction.axes.iter().map(|axis| self.axis(*axis)).collect();
        let limit = reduction.limit.iter().map(|(limit, axis)| format!(" {} {}", limit_word(*limit), self.axis(*axis)));
        let clauses = [("where", &reduction.filter), ("at", &reduction.at), ("from", &reduction.from)];
        let clauses = clauses.into_iter().filter_map(|(word, expression)| Some((word, expression.as_ref()?)));
        let clauses: String = clauses.map(|(word, expression)| format!(" {word} {}", self.text(expression))).collect();
        let order =
            reduction.order.iter().map(|order| format!(" from {} {}", order.first.keyword(), self.text(&order.key)));
        let clauses = clauses + &order.collect::<String>();
        let to = reduction.to.iter().map(|to| format!(" in parts of {to}"));
        let over = format!("{}{}{clauses}{}", axes.join(", "), limit.collect::<String>(), to.collect::<String>());
        let sign = reduction_sign(reduction.how);
        if reduction.how == ReductionKind::Rank {
            return format!("{sign}[{over}]");
        }
        format!("{sign}[{over}] ({})", self.list(&reduction.arguments))
    }
}

fn fact_word(fact: Fact) -> &'static str {
    match fact {
        Fact::First => "first",
        Fact::Last => "last",
        Fact::Step => "step of",
    }
}

fn strength(expression: &Expression) -> u8 {
    match &expression.node {
        Node::Binary(operator, ..) => operator.strength(),
        Node::Unary(UnaryOperator::Not, _) => NOT,
        Node::Unary(UnaryOperator::Negate, _) => NEGATE,
        _ => TIGHTEST,
    }
}

/// The sign of mathematics for an operator.
fn sign(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Equal => "=",
        BinaryOperator::Unequal => "≠",
        BinaryOperator::LessOrEqual => "≤",
        BinaryOperator::GreaterOrEqual => "≥",
        BinaryOperator::Subtract => "−",
        BinaryOperator::Multiply => "×",
        other => other.sign(),
    }
}

fn limit_word(limit: Limit) -> &'static str {
    match limit {
        Limit::Before => "before",
        Limit::Upto => "up to",
    }
}

fn reduction_sign(how: ReductionKind) -> &'static str {
    match how {
        ReductionKind::Sum => "Σ",
        ReductionKind::Product => "Π",
        ReductionKind::Min => "min",
        ReductionKind::Max => "max",
        ReductionKind::Mean => "mean",
        ReductionKind::WeightedMean => "weighted mean",
        ReductionKind::Median => "median",
        ReductionKind::Percentile => "percentile",
        ReductionKind::Slope => "slope of the line through",
        ReductionKind::Intercept => "intercept of the line through",
        ReductionKind::Count => "number",
        ReductionKind::Any => "any",
        ReductionKind::All => "all",
        ReductionKind::First => "first",
        ReductionKind::Last => "last",
        ReductionKind::Cumulative => "Σ up to each",
        ReductionKind::Rank => "rank",
        ReductionKind::Apportion => "shares of",
        ReductionKind::Lookup => "the band of",
        ReductionKind::Interpolate => "linear interpolation between",
    }
}
