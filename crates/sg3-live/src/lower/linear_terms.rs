//! The definition of a system in two parts: the terms with the unknown, and those without it.
//!
//! `total = own + sum(share * total over from)` is read twice: with the unknown as 1 for one member and 0 for the others it
//! gives the matrix of shares, and without its multiples the constant `own`.

use super::context::{Context, TermSelection, Unknown};
use super::lowering::Lowering;
use crate::book::formula::{Arithmetic, Coordinate, Formula};
use sg3_lang::model::{BinaryOperator, Expression, Node, QuantityId, Role as QuantityRole};

impl<'a> Lowering<'a> {
    /// A sum or difference without the terms that are not wanted.
    pub(super) fn sum_of_two(
        &mut self,
        add: bool,
        left: &'a Expression,
        right: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        let [left, right] = self.addends([left, right], context);
        let drops_zeros = context.unknown.is_some_and(|unknown| unknown.terms != TermSelection::All);
        match add {
            _ if drops_zeros && right.is_zero() => left,
            true if drops_zeros && left.is_zero() => right,
            false if drops_zeros && left.is_zero() => Formula::Negative(Box::new(right)),
            true => Formula::binary(Arithmetic::Add, left, right),
            false => Formula::binary(Arithmetic::Subtract, left, right),
        }
    }

    /// Terms that are added, or one of which is chosen; all of them where none reads the unknown, as in a factor of it.
    pub(super) fn addends(&mut self, terms: [&'a Expression; 2], context: &Context<'a>) -> [Formula; 2] {
        let with_unknown =
            context.unknown.is_some_and(|unknown| terms.iter().any(|term| reads(term, unknown.quantity)));
        terms.map(|term| if with_unknown { self.addend(term, context) } else { self.expression(term, context) })
    }

    /// A term, or zero if it is not wanted.
    pub(super) fn addend(&mut self, term: &'a Expression, context: &Context<'a>) -> Formula {
        let is_wanted = context.unknown.is_none_or(|Unknown { quantity, terms, .. }| match terms {
            TermSelection::All => true,
            TermSelection::Factors(_) => reads(term, quantity),
            TermSelection::Constant => !is_multiple(term, quantity),
        });
        if is_wanted { self.expression(term, context) } else { Formula::Number(0.0) }
    }

    /// Where the unknown is read: of the block of ones and zeros only the member that is asked for counts.
    pub(super) fn places_of_unknown(
        &self,
        id: QuantityId,
        places: Vec<Coordinate>,
        context: &Context<'a>,
    ) -> Vec<Coordinate> {
        match (context.unknown, &self.model().quantity(id).role) {
            (
                Some(Unknown { quantity, terms: TermSelection::Factors(one), .. }),
                QuantityRole::Simultaneous(_, system),
            ) if quantity == id => {
                let heads = places.len() - self.model().quantity(id).axes.len();
                vec![places[heads + system.axis].clone(), Coordinate::Along(one)]
            }
            _ => places,
        }
    }
}

fn reads(expression: &Expression, id: QuantityId) -> bool {
    expression.depends_on(id)
}

/// Whether it is zero where all the unknowns are.
fn is_multiple(expression: &Expression, id: QuantityId) -> bool {
    match &expression.node {
        Node::Read(read) => read.quantity == id,
        Node::Unary(_, operand) => is_multiple(operand, id),
        Node::Binary(BinaryOperator::Multiply, left, right) => is_multiple(left, id) || is_multiple(right, id),
        Node::Binary(BinaryOperator::Divide, left, _) => is_multiple(left, id),
        Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, left, right) => {
            is_multiple(left, id) && is_multiple(right, id)
        }
        Node::If(_, yes, no) => is_multiple(yes, id) && is_multiple(no, id),
        Node::Reduce(reduction) => is_multiple(&reduction.arguments[0], id),
        _ => false,
    }
}
