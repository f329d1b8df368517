//! Ends of an axis that a formula keeps apart itself: where `year > first(year)` holds, there is a year before.

use super::scope::{Guard, Scope};
use crate::model::{AxisId, BinaryOperator, DimensionId, Expression, Fact, Index, IndexBase, Node, UnaryOperator};

impl Scope {
    /// What is known of the axes where a condition holds, or where it does not.
    pub(super) fn guards_where(&self, condition: &Expression, holds: bool) -> Vec<Guard> {
        use BinaryOperator::{And, Or};
        match &condition.node {
            Node::Unary(UnaryOperator::Not, inner) => self.guards_where(inner, !holds),
            // of `a or b` nothing is known where it holds, and of `a and b` nothing where it does not
            Node::Binary(operator @ (And | Or), left, right) if (*operator == And) == holds => {
                [left, right].into_iter().flat_map(|side| self.guards_where(side, holds)).collect()
            }
            Node::Binary(operator, left, right) => self.guard_of_comparison(*operator, left, right, holds),
            _ => Vec::new(),
        }
    }

    fn guard_of_comparison(
        &self,
        operator: BinaryOperator,
        left: &Expression,
        right: &Expression,
        holds: bool,
    ) -> Vec<Guard> {
        let (operator, axis, end, of) = match (&left.node, &right.node) {
            (Node::Axis(axis), Node::Fact(end, of)) => (operator, *axis, *end, *of),
            (Node::Fact(end, of), Node::Axis(axis)) => (turned(operator), *axis, *end, *of),
            _ => return Vec::new(),
        };
        let is_apart = self.is_of(axis, of) && keeps_apart(operator, end, holds);
        is_apart.then_some(Guard { axis, end }).into_iter().collect()
    }

    fn is_of(&self, axis: AxisId, dimension: DimensionId) -> bool {
        self.axis(axis).dimension == dimension
    }

    /// Whether one step from where an axis is stays within its members. Two steps may leave it, and so may a step from a member
    /// that a formula gives.
    pub(super) fn stays_inside(&self, index: &Index) -> bool {
        let (IndexBase::Axis(axis), Some(shift)) = (&index.base, &index.shift) else { return index.shift.is_none() };
        let end = match shift.node {
            Node::Literal(-1.0) => Fact::First,
            Node::Literal(1.0) => Fact::Last,
            _ => return false,
        };
        self.guards.contains(&Guard { axis: *axis, end })
    }

    /// Forgets what is known of axes along which a reduction goes: within it they are at other members too.
    pub(super) fn without_guards_of(&mut self, axes: &[AxisId]) -> Vec<Guard> {
        let before = self.guards.clone();
        self.guards.retain(|guard| !axes.contains(&guard.axis));
        before
    }
}

/// `first(year) < year` says what `year > first(year)` says.
fn turned(operator: BinaryOperator) -> BinaryOperator {
    use BinaryOperator::{Greater, GreaterOrEqual, Less, LessOrEqual};
    match operator {
        Less => Greater,
        LessOrEqual => GreaterOrEqual,
        Greater => Less,
        GreaterOrEqual => LessOrEqual,
        other => other,
    }
}

/// Whether an axis is not at that end where the comparison with it holds, or does not hold.
fn keeps_apart(operator: BinaryOperator, end: Fact, holds: bool) -> bool {
    use BinaryOperator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Unequal};
    match (end, holds) {
        (Fact::First, true) => matches!(operator, Greater | Unequal),
        (Fact::First, false) => matches!(operator, LessOrEqual | Equal),
        (Fact::Last, true) => matches!(operator, Less | Unequal),
        (Fact::Last, false) => matches!(operator, GreaterOrEqual | Equal),
        (Fact::Step, _) => false,
    }
}
