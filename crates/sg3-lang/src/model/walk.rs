//! Expressions from the outside in.

use super::expression::{Counterfactual, Expression, Index, IndexBase, Node, Reduction};

impl Expression {
    /// Calls `visit` for this expression and everything in it, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Expression)) {
        visit(self);
        self.for_each_child(&mut |child| child.walk(visit));
    }

    /// Calls `visit` for every expression directly inside this one.
    pub fn for_each_child<'a>(&'a self, visit: &mut impl FnMut(&'a Expression)) {
        match &self.node {
            Node::Literal(_) | Node::Missing | Node::Member(..) | Node::Axis(_) | Node::Fact(..) => {}
            Node::Read(read) => {
                read.places.iter().for_each(|index| index.for_each_child(visit));
                read.beyond.iter().for_each(|beyond| visit(beyond));
            }
            Node::Unary(_, operand) | Node::IsGiven(operand) => visit(operand),
            Node::Binary(_, left, right) => [left, right].into_iter().for_each(|operand| visit(operand)),
            Node::If(condition, yes, no) => [condition, yes, no].into_iter().for_each(|part| visit(part)),
            Node::Call(_, arguments) => arguments.iter().for_each(visit),
            Node::Reduce(reduction) => reduction.for_each_child(visit),
            Node::Counterfactual(counterfactual) => counterfactual.for_each_child(visit),
        }
    }
}

impl Index {
    fn for_each_child<'a>(&'a self, visit: &mut impl FnMut(&'a Expression)) {
        if let IndexBase::Value(value) = &self.base {
            visit(value);
        }
        self.shift.iter().for_each(|shift| visit(shift));
    }
}

impl Reduction {
    fn for_each_child<'a>(&'a self, visit: &mut impl FnMut(&'a Expression)) {
        let clauses = [&self.filter, &self.at, &self.from];
        let key = self.order.iter().map(|order| &order.key);
        self.arguments.iter().chain(clauses.into_iter().flatten()).chain(key).for_each(visit);
    }
}

impl Counterfactual {
    fn for_each_child<'a>(&'a self, visit: &mut impl FnMut(&'a Expression)) {
        visit(&self.body);
        for substitution in &self.substitutions {
            substitution.places.iter().for_each(|index| index.for_each_child(visit));
            visit(&substitution.value);
        }
    }
}
