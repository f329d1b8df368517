//! Formulas that are linear in an unknown: whether they are, and what multiplies it.

use super::Model;
use super::definition::{Body, Entry};
use super::expression::{Expression, Node, Read, Reduction};
use super::id::QuantityId;
use super::kind::Type;
use super::operator::{BinaryOperator, Limit, ReductionKind, UnaryOperator};
use super::quantity::Role;
use crate::source::Span;
use std::collections::BTreeSet;

/// How an expression contains an unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Degree {
    /// Not at all: it is the same whatever the unknown is.
    Free,
    /// As a sum of unknowns with factors.
    Linear,
    /// In any other way.
    Other,
}

/// One term of a linear formula: a coefficient times the unknown, under the sums that stand around it.
#[derive(Debug)]
pub struct LinearTerm<'m> {
    /// What multiplies the unknown: of `2 * x - x / 3` first `1 * 2`, then `-1 / 3`.
    pub coefficient: Expression,
    /// Which of the unknowns is read.
    pub read: &'m Read,
    /// Axes of the sums around the term, outermost first.
    pub axes: Vec<usize>,
    /// Limits of those sums: how, bound axis, outer axis.
    pub limits: Vec<(Limit, usize, usize)>,
}

impl Expression {
    /// Whether the expression is zero where all the unknowns are: `2 * x` is, `2 * x + 1` is not.
    pub fn is_multiple_of(&self, unknown: QuantityId) -> bool {
        match &self.node {
            Node::Read(read) => read.quantity == unknown,
            Node::Unary(_, operand) => operand.is_multiple_of(unknown),
            Node::Binary(BinaryOperator::Multiply, left, right) => {
                left.is_multiple_of(unknown) || right.is_multiple_of(unknown)
            }
            Node::Binary(BinaryOperator::Divide, left, _) => left.is_multiple_of(unknown),
            Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, left, right) => {
                left.is_multiple_of(unknown) && right.is_multiple_of(unknown)
            }
            Node::If(_, yes, no) => yes.is_multiple_of(unknown) && no.is_multiple_of(unknown),
            Node::Reduce(reduction) => reduction.arguments[0].is_multiple_of(unknown),
            _ => false,
        }
    }

    /// How the expression contains the unknown.
    pub(crate) fn degree_in(&self, unknown: QuantityId) -> Degree {
        match &self.node {
            Node::Read(read) if read.quantity == unknown => Degree::Linear,
            Node::Unary(_, operand) => operand.degree_in(unknown),
            Node::Binary(operator, left, right) => degree_of_operation(*operator, left, right, unknown),
            Node::If(condition, yes, no) if !condition.depends_on(unknown) => {
                yes.degree_in(unknown).max(no.degree_in(unknown))
            }
            Node::Reduce(reduction) if reduction.how == ReductionKind::Sum => degree_of_sum(reduction, unknown),
            _ => degree_of_other(self, unknown),
        }
    }
}

fn degree_of_operation(operator: BinaryOperator, left: &Expression, right: &Expression, unknown: QuantityId) -> Degree {
    use BinaryOperator::{Add, Divide, Multiply, Subtract};
    let (left, right) = (left.degree_in(unknown), right.degree_in(unknown));
    match operator {
        Add | Subtract => left.max(right),
        Multiply if left.min(right) == Degree::Free => left.max(right),
        Divide if right == Degree::Free => left,
        _ if left.max(right) == Degree::Free => Degree::Free,
        _ => Degree::Other,
    }
}

fn degree_of_sum(sum: &Reduction, unknown: QuantityId) -> Degree {
    let is_filtered_by_unknown = sum.filter.as_ref().is_some_and(|filter| filter.depends_on(unknown));
    if is_filtered_by_unknown { Degree::Other } else { sum.arguments[0].degree_in(unknown) }
}

fn degree_of_other(expression: &Expression, unknown: QuantityId) -> Degree {
    if expression.depends_on(unknown) { Degree::Other } else { Degree::Free }
}

/// All terms of the unknown in a formula that is linear in it, in the order in which they are read.
pub fn linear_terms(formula: &Expression, unknown: QuantityId) -> Vec<LinearTerm<'_>> {
    let mut collector = Collector { unknown, axes: Vec::new(), limits: Vec::new(), terms: Vec::new() };
    collector.collect(formula, number(1.0, formula.span));
    collector.terms
}

impl Model {
    /// The axes of the head, other than that of the unknowns, along which the matrix of a simultaneous quantity changes: along the
    /// others the system has right sides.
    pub fn axes_of_system(&self, id: QuantityId) -> BTreeSet<usize> {
        let quantity = self.quantity(id);
        let Role::Simultaneous(definition, system) = &quantity.role else { return BTreeSet::new() };
        let terms = definition.body.expressions().flat_map(|formula| linear_terms(formula, id));
        let mut axes: BTreeSet<usize> = terms.flat_map(|term| term.coefficient.free_axes()).collect();
        if let Body::Table(table) = &definition.body {
            axes.extend(table.entries.iter().flat_map(Entry::fixed_axes));
        }
        axes.retain(|axis| *axis < quantity.axes.len() && *axis != system.axis);
        axes
    }
}

struct Collector<'m> {
    unknown: QuantityId,
    axes: Vec<usize>,
    limits: Vec<(Limit, usize, usize)>,
    terms: Vec<LinearTerm<'m>>,
}

impl<'m> Collector<'m> {
    /// Adds the terms of a formula; `coefficient` is what stands around it so far.
    fn collect(&mut self, formula: &'m Expression, coefficient: Expression) {
        match &formula.node {
            _ if !formula.depends_on(self.unknown) => {}
            Node::Read(read) => {
                let (axes, limits) = (self.axes.clone(), self.limits.clone());
                self.terms.push(LinearTerm { coefficient, read, axes, limits });
            }
            Node::Unary(_, operand) => self.collect(operand, negative(coefficient)),
            Node::Binary(operator, left, right) => self.collect_operation(*operator, left, right, coefficient),
            Node::If(condition, yes, no) => {
                self.collect(yes, choice(condition, coefficient.clone(), true));
                self.collect(no, choice(condition, coefficient, false));
            }
            Node::Reduce(reduction) => self.collect_sum(reduction, coefficient),
            _ => unreachable!("the checker lets only linear formulas through"),
        }
    }

    fn collect_operation(
        &mut self,
        operator: BinaryOperator,
        left: &'m Expression,
        right: &'m Expression,
        coefficient: Expression,
    ) {
        match operator {
            BinaryOperator::Add => {
                self.collect(left, coefficient.clone());
                self.collect(right, coefficient);
            }
            BinaryOperator::Subtract => {
                self.collect(left, coefficient.clone());
                self.collect(right, negative(coefficient));
            }
            BinaryOperator::Multiply if left.depends_on(self.unknown) => {
                self.collect(left, binary(operator, coefficient, right));
            }
            BinaryOperator::Multiply => self.collect(right, binary(operator, coefficient, left)),
            BinaryOperator::Divide => self.collect(left, binary(operator, coefficient, right)),
            _ => unreachable!("the checker lets only linear formulas through"),
        }
    }

    fn collect_sum(&mut self, sum: &'m Reduction, coefficient: Expression) {
        let depth = (self.axes.len(), self.limits.len());
        self.axes.extend(sum.axes.iter().map(|axis| axis.0 as usize));
        self.limits.extend(sum.limit.map(|(how, outer)| (how, sum.axes[0].0 as usize, outer.0 as usize)));
        let coefficient = match &sum.filter {
            Some(filter) => choice(filter, coefficient, true),
            None => coefficient,
        };
        self.collect(&sum.arguments[0], coefficient);
        self.axes.truncate(depth.0);
        self.limits.truncate(depth.1);
    }
}

fn number(value: f64, span: Span) -> Expression {
    Expression { node: Node::Literal(value), of: Type::pure(), span }
}

fn negative(coefficient: Expression) -> Expression {
    let (of, span) = (coefficient.of.clone(), coefficient.span);
    Expression { node: Node::Unary(UnaryOperator::Negate, Box::new(coefficient)), of, span }
}

fn binary(operator: BinaryOperator, coefficient: Expression, factor: &Expression) -> Expression {
    let (of, span) = (coefficient.of.clone(), coefficient.span);
    Expression { node: Node::Binary(operator, Box::new(coefficient), Box::new(factor.clone())), of, span }
}

/// The coefficient where the condition is `wanted`, else zero.
fn choice(condition: &Expression, coefficient: Expression, wanted: bool) -> Expression {
    let (of, span, zero) = (coefficient.of.clone(), coefficient.span, number(0.0, coefficient.span));
    let (yes, no) = if wanted { (coefficient, zero) } else { (zero, coefficient) };
    Expression { node: Node::If(Box::new(condition.clone()), Box::new(yes), Box::new(no)), of, span }
}
