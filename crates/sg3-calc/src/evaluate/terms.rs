//! A linear formula as terms: a coefficient times an unknown, under the sums that stand around it.

use crate::reads::{for_each_read, free_axes};
use sg3_lang::model::{
    BinaryOperator, Definition, Expression, Kind, Limit, Node, QuantityId, Read, Type, UnaryOperator,
};
use sg3_lang::{Span, Unit};
use std::collections::BTreeSet;

/// One term.
#[derive(Debug)]
pub(super) struct LinearTerm<'m> {
    pub coefficient: Expression,
    pub read: &'m Read,
    /// Axes of the sums around it.
    pub axes: Vec<usize>,
    /// Limits of those sums: how, bound axis, outer axis.
    pub limits: Vec<(Limit, usize, usize)>,
}

/// All terms of the unknown in a formula.
pub(super) fn terms(formula: &Expression, unknown: QuantityId) -> Vec<LinearTerm<'_>> {
    let mut found = Vec::new();
    let one = number(1.0, formula.span);
    let mut collector = Collector { unknown, axes: Vec::new(), limits: Vec::new(), found: &mut found };
    collector.collect(formula, one);
    found
}

/// The axes of the scope on which the coefficients of a simultaneous quantity depend: along the others a system has right sides.
pub(crate) fn coefficient_axes(definition: &Definition, unknown: QuantityId) -> BTreeSet<usize> {
    let terms = definition.body.expressions().flat_map(|formula| terms(formula, unknown));
    terms.flat_map(|term| free_axes(&term.coefficient)).collect()
}

struct Collector<'m, 'f> {
    unknown: QuantityId,
    axes: Vec<usize>,
    limits: Vec<(Limit, usize, usize)>,
    found: &'f mut Vec<LinearTerm<'m>>,
}

impl<'m> Collector<'m, '_> {
    /// `coefficient` is what stands around the formula so far.
    fn collect(&mut self, formula: &'m Expression, coefficient: Expression) {
        use BinaryOperator::*;
        match &formula.node {
            _ if !self.contains(formula) => {}
            Node::Read(read) => {
                let (axes, limits) = (self.axes.clone(), self.limits.clone());
                self.found.push(LinearTerm { coefficient, read, axes, limits });
            }
            Node::Unary(_, operand) => self.collect(operand, negative(coefficient)),
            Node::Binary(Add, left, right) => {
                self.collect(left, coefficient.clone());
                self.collect(right, coefficient);
            }
            Node::Binary(Subtract, left, right) => {
                self.collect(left, coefficient.clone());
                self.collect(right, negative(coefficient));
            }
            Node::Binary(Multiply, left, right) if self.contains(left) => {
                self.collect(left, binary(Multiply, coefficient, right));
            }
            Node::Binary(Multiply, left, right) => self.collect(right, binary(Multiply, coefficient, left)),
            Node::Binary(Divide, left, right) => self.collect(left, binary(Divide, coefficient, right)),
            Node::If(condition, yes, no) => {
                self.collect(yes, choice(condition, coefficient.clone(), true));
                self.collect(no, choice(condition, coefficient, false));
            }
            Node::Reduce(reduction) => {
                let depth = (self.axes.len(), self.limits.len());
                self.axes.extend(reduction.axes.iter().map(|axis| axis.0 as usize));
                let limit = reduction.limit.map(|(how, outer)| (how, reduction.axes[0].0 as usize, outer.0 as usize));
                self.limits.extend(limit);
                let coefficient = match &reduction.filter {
                    Some(filter) => choice(filter, coefficient, true),
                    None => coefficient,
                };
                self.collect(&reduction.arguments[0], coefficient);
                self.axes.truncate(depth.0);
                self.limits.truncate(depth.1);
            }
            _ => unreachable!("the checker lets only linear formulas through"),
        }
    }

    fn contains(&self, formula: &Expression) -> bool {
        let mut found = false;
        for_each_read(formula, &mut |id| found |= id == self.unknown);
        found
    }
}

fn number(value: f64, span: Span) -> Expression {
    Expression { node: Node::Literal(value), of: Type::Of(Kind::Number(Unit::pure())), span }
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
