//! Expressions without what is special about reading, reducing and counterfactuals.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::{Arithmetic, Call, Comparison, Coordinate, Formula};
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{Block, BlockId, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{BinaryOperator, DimensionId, Expression, Fact, Kind, Node, Type, UnaryOperator};

impl<'a> Lowering<'a> {
    pub(super) fn expression(&mut self, expression: &'a Expression, context: &Context<'a>) -> Formula {
        match &expression.node {
            Node::Literal(value) => self.literal(*value, &expression.of, context),
            Node::Member(dimension, member) => match self.members(*dimension).locate(member) {
                Some(position) => self.member(*dimension, position),
                None => Formula::Missing,
            },
            Node::Axis(axis) => self.axis(context.place(*axis), context.scope[axis.0 as usize].dimension),
            Node::Fact(fact, dimension) => self.fact(*fact, *dimension),
            Node::Missing => Formula::Missing,
            Node::Read(read) => self.read(read, context),
            Node::IsGiven(cell) => self.is_given(cell, context),
            Node::Unary(UnaryOperator::Negate, operand) => {
                Formula::Negative(Box::new(self.expression(operand, context)))
            }
            Node::Unary(UnaryOperator::Not, operand) => Formula::Not(Box::new(self.expression(operand, context))),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right, context),
            Node::If(condition, yes, no) => {
                let (condition, branches) = (self.expression(condition, context), [&**yes, &**no]);
                let [yes, no] = self.addends(branches, context);
                Formula::choice(condition, yes, no)
            }
            Node::Call(function, arguments) => self.call(function, arguments, context),
            Node::Reduce(reduction) => self.reduction(reduction, context),
            Node::Counterfactual(with) => self.substitute(with, context),
        }
    }

    /// 0, 1 and 2 are written; every other number is a cell with a label, so that no formula hides a figure.
    pub(super) fn literal(&mut self, value: f64, of: &Type, context: &Context<'a>) -> Formula {
        if [0.0, 1.0, 2.0].contains(&value) {
            return Formula::Number(value);
        }
        let kind = match of {
            Type::Of(Kind::Date) => Kind::Date,
            _ => Kind::Number(Unit::pure()),
        };
        Formula::reference(self.constant_block(value, kind, "Number in the formula", context), Vec::new())
    }

    /// The labelled cell of a constant; one for all formulas of a quantity.
    pub(super) fn constant_block(&mut self, value: f64, kind: Kind, title: &str, context: &Context<'a>) -> BlockId {
        let around = self.book.block(context.block);
        let key = (around.quantity, value.to_bits());
        if let Some(block) = self.constants.get(&key).filter(|_| around.quantity.is_some()) {
            return *block;
        }
        let block = self.push(Block {
            quantity: around.quantity,
            counterfactual: around.counterfactual,
            content: Content::Constants,
            values: vec![value],
            part_of: Some(context.block),
            ..Block::new(Role::Number, Vec::new(), Vec::new(), kind, title.to_owned())
        });
        self.constants.insert(key, block);
        block
    }

    pub(super) fn member(&mut self, dimension: DimensionId, position: usize) -> Formula {
        self.listed.insert(dimension);
        Formula::Member(dimension, position)
    }

    /// The number of the member where an axis is.
    pub(super) fn axis(&mut self, place: Coordinate, dimension: DimensionId) -> Formula {
        match place {
            Coordinate::At(position) => self.member(dimension, position),
            place => Formula::Axis(place),
        }
    }

    fn fact(&mut self, fact: Fact, dimension: DimensionId) -> Formula {
        let count = self.members(dimension).len();
        match fact {
            Fact::Step => Formula::Number(1.0),
            _ if count == 0 => Formula::Missing,
            Fact::First => self.member(dimension, 0),
            Fact::Last => self.member(dimension, count - 1),
        }
    }

    fn binary(
        &mut self,
        operator: BinaryOperator,
        left: &'a Expression,
        right: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        use BinaryOperator::{
            Add, And, Divide, Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Multiply, Or, Power, Subtract, Unequal,
        };
        if matches!(operator, Add | Subtract) {
            return self.sum_of_two(operator == Add, left, right, context);
        }
        let (left, right) = (self.expression(left, context), self.expression(right, context));
        match operator {
            Or => Formula::Or(alternatives(left).chain(alternatives(right)).collect()),
            And => Formula::And(conditions(left).chain(conditions(right)).collect()),
            Equal => self.compare(Comparison::Equal, left, right, context),
            Unequal => self.compare(Comparison::Unequal, left, right, context),
            Less => self.compare(Comparison::Less, left, right, context),
            LessOrEqual => self.compare(Comparison::LessOrEqual, left, right, context),
            Greater => self.compare(Comparison::Greater, left, right, context),
            GreaterOrEqual => self.compare(Comparison::GreaterOrEqual, left, right, context),
            Add | Subtract => unreachable!("sums are written above"),
            Multiply => Formula::binary(Arithmetic::Multiply, left, right),
            Divide => Formula::binary(Arithmetic::Divide, left, right),
            Power => self.power(left, right, context),
        }
    }

    /// Sides that would be written several times are set apart if they are long.
    pub(super) fn compare(
        &mut self,
        comparison: Comparison,
        left: Formula,
        right: Formula,
        context: &Context<'a>,
    ) -> Formula {
        let exact = matches!(comparison, Comparison::Equal | Comparison::Unequal);
        if exact || left.is_zero() || right.is_zero() || (left.is_whole_number() && right.is_whole_number()) {
            return Formula::compare(comparison, left, right);
        }
        let (left, right) = (self.short(left, context), self.short(right, context));
        Formula::Compare(comparison, Box::new(left), Box::new(right), false)
    }

    /// Spreadsheets do not agree on 0^0, which is 1 here, nor on the odd roots of what is below zero, which are missing here: `(0 - 8) ^ (1 / 3)`.
    fn power(&mut self, base: Formula, exponent: Formula, context: &Context<'a>) -> Formula {
        let is_first = self.material.version == WorkbookVersion::First;
        if matches!(exponent, Formula::Number(power) if power != 0.0 && (is_first || power.fract() == 0.0)) {
            return Formula::binary(Arithmetic::Power, base, exponent);
        }
        let arguments = vec![self.short(base, context), self.short(exponent, context)];
        let text = if is_first {
            "IF({1}=0,1+0*{0},{0}^{1})"
        } else {
            "IF({1}=0,1+0*{0},IF(AND({0}<0,{1}<>INT({1})),NA(),{0}^{1}))"
        };
        Formula::Call(Call { text, kernel: power_of, arguments })
    }
}

fn power_of(x: &[f64]) -> f64 {
    if x[0].is_nan() { f64::NAN } else { sg3_calc::tolerance::finite(libm::pow(x[0], x[1])) }
}

/// The parts of a side of `or`, which may itself be joined by `or`.
fn alternatives(side: Formula) -> impl Iterator<Item = Formula> {
    if let Formula::Or(parts) = side { parts.into_iter() } else { vec![side].into_iter() }
}

/// The parts of a side of `and`, which may itself be joined by `and`.
fn conditions(side: Formula) -> impl Iterator<Item = Formula> {
    if let Formula::And(parts) = side { parts.into_iter() } else { vec![side].into_iter() }
}
