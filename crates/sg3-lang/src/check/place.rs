//! Places: which quantity, and for each of its axes which member.

use super::checker::Checker;
use super::expression::literal;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{AxisId, DimensionId, Expression, Index, IndexBase, MemberRef, Node, QuantityId, Read, Type};
use std::sync::Arc;

impl Checker<'_> {
    /// A place that names a quantity.
    pub(super) fn place(&mut self, scope: &mut Scope, place: &ast::Place) -> Expression {
        let read = self.place_without_beyond(scope, place);
        if let Node::Read(read) = &read.node {
            self.complain_without_beyond(scope, place, &read.places);
        }
        read
    }

    /// The same where nothing need be said of what lies outside the members.
    pub(super) fn place_without_beyond(&mut self, scope: &mut Scope, place: &ast::Place) -> Expression {
        let Some(quantity) = self.quantity_meant(&place.name, scope) else {
            let dimensions: Vec<Arc<str>> = scope.names();
            let others: Vec<&str> = dimensions.iter().map(|name| &**name).collect();
            let diagnostic = self.names.unknown(&place.name, "quantity or axis in scope", &others);
            self.diagnostics.add(diagnostic);
            return literal(f64::NAN, Type::Unknown, place.span);
        };
        self.complain_if_not_exported(place, scope);
        let Some(places) = self.indices(scope, quantity, place) else {
            return literal(f64::NAN, Type::Unknown, place.span);
        };
        let beyond = place.beyond.as_ref().map(|beyond| Box::new(self.expression(scope, beyond, None)));
        let of = self.type_of_read(scope, quantity, &places);
        if let Some(beyond) = &beyond {
            let cell = Expression { node: Node::Literal(0.0), of: of.clone(), span: place.name.span };
            self.join(&cell, beyond, "combine", place.span);
        }
        Expression { node: Node::Read(Read { quantity, places, beyond }), of, span: place.span }
    }

    fn complain_if_not_exported(&mut self, place: &ast::Place, scope: &Scope) {
        let name = &place.name.text;
        if scope.instance.is_empty() && name.contains('.') && !self.names.exported.contains(name) {
            let message = format!("`{name}` is not an output of the document it comes from");
            let help = near_miss(name, self.names.exported.iter().map(|name| &**name));
            let help = help.unwrap_or_else(|| "only outputs of a used document can be read".into());
            self.diagnostics.add(Diagnostic::error("not-an-output", place.name.span, message).help(help));
        }
    }

    fn complain_without_beyond(&mut self, scope: &Scope, place: &ast::Place, places: &[Index]) {
        if place.beyond.is_none() && !places.iter().all(|index| scope.stays_inside(index)) {
            let message = format!("`{}` is read outside the range of its members", place.name.text);
            let help = "give the value that applies there: `x[year - 1] beyond 0`; or keep it apart: `if year > first(year) then x[year - 1] else ...`";
            self.diagnostics.add(Diagnostic::error("no-beyond", place.span, message).help(help));
        }
    }

    /// One index for each axis of the quantity; axes that are not mentioned are taken from the scope by name.
    fn indices(&mut self, scope: &mut Scope, quantity: QuantityId, place: &ast::Place) -> Option<Vec<Index>> {
        let mut filled = self.mentioned(scope, quantity, place)?;
        let axes = self.model.quantity(quantity).axes.clone();
        let mut complete = true;
        for (axis, slot) in axes.iter().zip(&mut filled).filter(|(_, slot)| slot.is_none()) {
            let found = scope.find(&axis.name).filter(|id| scope.axis(*id).dimension == axis.dimension);
            if let Some(id) = found {
                *slot = Some(Index { base: IndexBase::Axis(id), shift: None });
            } else {
                self.axis_not_in_scope(scope, quantity, &axis.name, place.span);
                complete = false;
            }
        }
        complete.then(|| filled.into_iter().flatten().collect())
    }

    /// The indices between the brackets, each at its axis.
    pub(super) fn mentioned(
        &mut self,
        scope: &mut Scope,
        quantity: QuantityId,
        place: &ast::Place,
    ) -> Option<Vec<Option<Index>>> {
        let mut filled: Vec<Option<Index>> = vec![None; self.model.quantity(quantity).axes.len()];
        let mut right = true;
        for (position, index) in place.indices.iter().enumerate() {
            let shift = index.shift.as_ref().map(|(back, by)| Box::new(self.shift(scope, *back, by)));
            let later = &place.indices[position + 1..];
            match self.axis_of_index(scope, quantity, index, &filled, later) {
                Some((axis, base)) => filled[axis] = Some(Index { base, shift }),
                None => right = false,
            }
        }
        right.then_some(filled)
    }

    fn shift(&mut self, scope: &mut Scope, back: bool, by: &ast::Expression) -> Expression {
        let by = self.expression(scope, by, None);
        if !back {
            return by;
        }
        let (of, span) = (by.of.clone(), by.span);
        let node = match by.node {
            Node::Literal(value) => Node::Literal(-value),
            _ => Node::Unary(crate::model::UnaryOperator::Negate, Box::new(by)),
        };
        Expression { node, of, span }
    }

    /// The member of that key, if the model lists it.
    pub(super) fn find_member(&self, dimension: DimensionId, key: &str) -> Option<MemberRef> {
        self.model.dimension(dimension).place(key).map(MemberRef::Position)
    }

    /// Keys that the model lists, for messages.
    pub(super) fn keys(&self, dimension: DimensionId) -> Vec<Arc<str>> {
        self.model.dimension(dimension).listed().iter().map(|member| member.key.clone()).collect()
    }
}

/// Whether the index is simply where an axis in scope is.
pub(super) fn is_axis(index: &Index, axis: AxisId) -> bool {
    index.shift.is_none() && matches!(index.base, IndexBase::Axis(id) if id == axis)
}
