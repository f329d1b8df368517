//! From checked expressions to kernels.

use super::engine::Engine;
use super::kernel::{Kernel, Work};
use super::temporary::Temporary;
use sg3_lang::model::{Axis, Expression, Fact, Kind, Node, QuantityId, Type};
use std::collections::BTreeSet;

/// Compiles one expression with the loops around it.
pub(super) struct Compiler<'e, 'a> {
    pub engine: &'e Engine<'a>,
    pub scope: &'e [Axis],
    pub sizes: Vec<usize>,
    /// Axes that are looped over around what is being compiled, outermost first.
    pub loops: Vec<usize>,
    /// Axes whose position is given from outside.
    pub fixed: BTreeSet<usize>,
    /// Quantities that change while the axes that are fixed go on.
    pub volatile: &'e BTreeSet<QuantityId>,
    /// The axis of the row.
    pub inner: Option<usize>,
    /// Parts that are computed before the loops.
    pub temporaries: Vec<Temporary>,
    /// The whole expression, which is never a part of itself.
    pub root: *const Expression,
}

impl<'e, 'a> Compiler<'e, 'a> {
    pub(super) fn new(
        engine: &'e Engine<'a>,
        scope: &'e [Axis],
        loops: Vec<usize>,
        fixed: BTreeSet<usize>,
        volatile: &'e BTreeSet<QuantityId>,
        inner: Option<usize>,
        root: *const Expression,
    ) -> Compiler<'e, 'a> {
        let (sizes, temporaries) = (engine.sizes(scope), Vec::new());
        Compiler { engine, scope, sizes, loops, fixed, volatile, inner, temporaries, root }
    }

    pub(super) fn compile(&mut self, expression: &Expression) -> Kernel {
        if let Some(stored) = self.computed_before(expression) {
            return stored;
        }
        match &expression.node {
            Node::Literal(value) => Kernel::constant(*value),
            Node::Member(dimension, member) => {
                let position = self.engine.members_of(*dimension).locate(member);
                Kernel::constant(position.map_or(f64::NAN, |position| position as f64))
            }
            Node::Axis(axis) => self.axis(axis.0 as usize, &expression.of),
            Node::Fact(fact, dimension) => self.fact(*fact, self.values(*dimension, &expression.of)),
            Node::Read(read) => self.read(read),
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
            Node::World(_) => unreachable!("worlds are always computed before"),
        }
    }

    fn axis(&self, axis: usize, of: &Type) -> Kernel {
        let values = self.values(self.scope[axis].dimension, of);
        Kernel { varies: self.inner == Some(axis), work: Work::Axis(axis, values) }
    }

    /// What the members of a dimension are in formulas: positions where members are meant, else numbers.
    fn values(&self, dimension: sg3_lang::model::DimensionId, of: &Type) -> Vec<f64> {
        let members = self.engine.members_of(dimension);
        match of {
            Type::Of(Kind::Member(_)) => (0..members.len()).map(|position| position as f64).collect(),
            _ => members.numbers.clone(),
        }
    }

    fn fact(&self, fact: Fact, values: Vec<f64>) -> Kernel {
        let value = match fact {
            Fact::First => values.first().copied(),
            Fact::Last => values.last().copied(),
            Fact::Step => Some(1.0),
        };
        Kernel::constant(value.unwrap_or(f64::NAN))
    }
}
