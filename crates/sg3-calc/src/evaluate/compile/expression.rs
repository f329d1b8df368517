//! Expressions to kernels, form by form.

use super::compiler::Compiler;
use crate::evaluate::kernel::{Kernel, Work};
use sg3_lang::model::{DimensionId, Expression, Fact, Kind, Node, Type};

impl Compiler<'_, '_> {
    pub(super) fn compile(&mut self, expression: &Expression) -> Kernel {
        if let Some(stored) = self.computed_before(expression) {
            return stored;
        }
        match &expression.node {
            Node::Literal(value) => Kernel::constant(*value),
            Node::Member(dimension, member) => {
                let position = self.context.engine.members_of(*dimension).locate(member);
                Kernel::constant(position.map_or(f64::NAN, |position| position as f64))
            }
            Node::Axis(axis) => self.axis(axis.0 as usize, &expression.of),
            Node::Fact(fact, dimension) => Self::fact(*fact, &self.values(*dimension, &expression.of)),
            Node::Missing => Kernel::constant(f64::NAN),
            Node::Read(read) => self.read(read),
            Node::IsGiven(cell) => self.is_given(cell),
            Node::Unary(operator, operand) => {
                let operand = self.compile(operand);
                Kernel { varies: operand.varies, work: Work::Unary(*operator, Box::new(operand)) }
            }
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.compile(left), self.compile(right));
                let varies = left.varies || right.varies;
                Kernel { varies, work: Work::Binary(*operator, Box::new(left), Box::new(right)) }
            }
            Node::If(condition, yes, no) => {
                let parts = [condition, yes, no].map(|part| self.compile(part));
                Kernel { varies: parts.iter().any(|part| part.varies), work: Work::If(Box::new(parts)) }
            }
            Node::Call(function, arguments) => {
                let arguments: Vec<Kernel> = arguments.iter().map(|argument| self.compile(argument)).collect();
                Kernel { varies: arguments.iter().any(|part| part.varies), work: Work::Call(function, arguments) }
            }
            Node::Reduce(reduction) => self.reduction(reduction),
            Node::Counterfactual(_) => unreachable!("counterfactuals are always computed before"),
        }
    }

    fn axis(&self, axis: usize, of: &Type) -> Kernel {
        let values = self.values(self.context.scope[axis].dimension, of);
        Kernel { varies: self.inner == Some(axis), work: Work::Axis(axis, values) }
    }

    /// What the members of a dimension are in formulas: positions where members are meant, else numbers.
    fn values(&self, dimension: DimensionId, of: &Type) -> Vec<f64> {
        let members = self.context.engine.members_of(dimension);
        match of {
            Type::Of(Kind::Member(_)) => (0..members.len()).map(|position| position as f64).collect(),
            _ => members.numbers.clone(),
        }
    }

    fn fact(fact: Fact, values: &[f64]) -> Kernel {
        let value = match fact {
            Fact::First => values.first().copied(),
            Fact::Last => values.last().copied(),
            Fact::Step => Some(1.0),
        };
        Kernel::constant(value.unwrap_or(f64::NAN))
    }
}
