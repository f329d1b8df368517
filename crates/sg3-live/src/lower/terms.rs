//! The definition of a system in two parts: the terms with the unknown, and those without it.

use super::Lowering;
use super::context::{Context, Terms, Unknown};
use super::expression::is_zero;
use crate::formula::{Arithmetic, Formula, Where};
use sg3_lang::model::{BinaryOperator, Expression, Node, QuantityId, Role as QuantityRole};

impl<'a> Lowering<'a> {
    /// A sum or difference without the terms that are not wanted.
    pub(crate) fn added(
        &mut self,
        add: bool,
        left: &'a Expression,
        right: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        let [left, right] = self.addends([left, right], context);
        let dropped = is_split(context);
        match add {
            _ if dropped && is_zero(&right) => left,
            true if dropped && is_zero(&left) => right,
            false if dropped && is_zero(&left) => Formula::Negative(Box::new(right)),
            true => Formula::binary(Arithmetic::Add, left, right),
            false => Formula::binary(Arithmetic::Subtract, left, right),
        }
    }

    /// Terms that are added, or one of which is chosen; all of them where none reads the unknown, as in a factor of it.
    pub(crate) fn addends(&mut self, terms: [&'a Expression; 2], context: &Context<'a>) -> [Formula; 2] {
        let with_unknown =
            context.unknown.is_some_and(|unknown| terms.iter().any(|term| reads(term, unknown.quantity)));
        terms.map(|term| if with_unknown { self.addend(term, context) } else { self.expression(term, context) })
    }

    /// A term, or nought if it is not wanted.
    pub(crate) fn addend(&mut self, term: &'a Expression, context: &Context<'a>) -> Formula {
        let is_wanted = context.unknown.is_none_or(|Unknown { quantity, terms, .. }| match terms {
            Terms::All => true,
            Terms::Factors(_) => reads(term, quantity),
            Terms::Own => !is_multiple(term, quantity),
        });
        if is_wanted { self.expression(term, context) } else { Formula::Number(0.0) }
    }

    /// Where the unknown is read: of the block of ones and noughts only the member that is asked for counts.
    pub(crate) fn places_of_unknown(&self, id: QuantityId, places: Vec<Where>, context: &Context<'a>) -> Vec<Where> {
        match (context.unknown, &self.model().quantity(id).role) {
            (Some(Unknown { quantity, terms: Terms::Factors(one), .. }), QuantityRole::Simultaneous(_, system))
                if quantity == id =>
            {
                let heads = places.len() - self.model().quantity(id).axes.len();
                vec![places[heads + system.axis].clone(), Where::Along(one)]
            }
            _ => places,
        }
    }
}

fn is_split(context: &Context) -> bool {
    context.unknown.is_some_and(|unknown| unknown.terms != Terms::All)
}

fn reads(expression: &Expression, id: QuantityId) -> bool {
    sg3_calc::reads::reads_of(expression).contains(&id)
}

/// Whether it is nought where all the unknowns are.
fn is_multiple(expression: &Expression, id: QuantityId) -> bool {
    let of = |inner: &Expression| is_multiple(inner, id);
    match &expression.node {
        Node::Read(read) => read.quantity == id,
        Node::Unary(_, operand) => of(operand),
        Node::Binary(BinaryOperator::Multiply, left, right) => of(left) || of(right),
        Node::Binary(BinaryOperator::Divide, left, _) => of(left),
        Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, left, right) => of(left) && of(right),
        Node::If(_, yes, no) => of(yes) && of(no),
        Node::Reduce(reduction) => of(&reduction.arguments[0]),
        _ => false,
    }
}
