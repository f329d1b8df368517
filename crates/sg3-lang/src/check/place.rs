//! Places: which quantity, and for each of its axes which member.

use super::checker::Checker;
use super::expression::literal;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{AxisId, DimensionId, Expression, Index, IndexBase, Kind, MemberRef, Node, QuantityId, Read, Type};
use crate::source::Span;
use std::sync::Arc;

/// An index whose axis is not yet known: what it could be, and of which dimension.
struct Candidate {
    base: IndexBase,
    dimension: Option<DimensionId>,
}

impl Candidate {
    /// An index that fits an axis of any dimension.
    fn of_any(base: IndexBase) -> Candidate {
        Candidate { base, dimension: None }
    }
}

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
        let Some(quantity) = self.quantity_of(&place.name.text) else {
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

    /// Which axis an index belongs to: the one it names, or the first free one of its dimension.
    fn axis_of_index(
        &mut self,
        scope: &mut Scope,
        quantity: QuantityId,
        index: &ast::Index,
        filled: &[Option<Index>],
        later: &[ast::Index],
    ) -> Option<(usize, IndexBase)> {
        let axes = self.model.quantity(quantity).axes.clone();
        let free: Vec<usize> = (0..axes.len()).filter(|axis| filled[*axis].is_none()).collect();
        let named = match &index.axis {
            Some(name) => match free.iter().find(|axis| axes[**axis].name == name.text) {
                Some(axis) => Some(*axis),
                None => return self.no_such_axis(quantity, name),
            },
            None => None,
        };
        let dimensions: Vec<DimensionId> = match named {
            Some(axis) => vec![axes[axis].dimension],
            None => free.iter().map(|axis| axes[*axis].dimension).collect(),
        };
        if dimensions.is_empty() {
            return self.wrong_place(quantity, index);
        }
        let candidate = self.candidate(scope, index, &dimensions)?;
        if let Some(axis) = named {
            let fits = candidate.dimension.is_none_or(|dimension| dimension == axes[axis].dimension);
            return if fits { Some((axis, candidate.base)) } else { self.wrong_place(quantity, index) };
        }
        let fitting: Vec<usize> =
            free.iter().copied().filter(|a| candidate.dimension.is_none_or(|d| d == axes[*a].dimension)).collect();
        let Some(first) = fitting.first() else { return self.wrong_place(quantity, index) };
        if fitting.len() > 1 + later.iter().filter(|index| index.axis.is_none()).count() {
            return self.ambiguous_place(quantity, index, &axes[fitting[0]].name, &axes[fitting[1]].name);
        }
        Some((*first, candidate.base))
    }

    /// What an index is: an axis in scope, a quantity that gives a member or the number of one, or a member of one of the dimensions.
    fn candidate(&mut self, scope: &mut Scope, index: &ast::Index, dimensions: &[DimensionId]) -> Option<Candidate> {
        match &index.base {
            ast::IndexBase::First => Some(Candidate::of_any(IndexBase::First)),
            ast::IndexBase::Last => Some(Candidate::of_any(IndexBase::Last)),
            ast::IndexBase::All => Some(Candidate::of_any(IndexBase::All)),
            ast::IndexBase::Text(key) => Some(Candidate::of_any(IndexBase::Member(MemberRef::Key(key.clone())))),
            ast::IndexBase::Number(number) => self.member_candidate(&number.to_string(), dimensions, index.span),
            ast::IndexBase::Place(place) => self.place_candidate(scope, place, dimensions),
        }
    }

    fn place_candidate(
        &mut self,
        scope: &mut Scope,
        place: &ast::Place,
        dimensions: &[DimensionId],
    ) -> Option<Candidate> {
        let name = &place.name.text;
        let bare = place.indices.is_empty();
        if let (Some(id), true) = (scope.find(name), bare) {
            return Some(Candidate { base: IndexBase::Axis(id), dimension: Some(scope.axis(id).dimension) });
        }
        let quantity = self.quantity_of(name).filter(|id| self.can_be_index(*id, dimensions).is_some());
        let member = bare && dimensions.iter().any(|dimension| self.find_member(*dimension, name).is_some());
        if quantity.is_some() && member {
            let message = format!("`{name}` is a quantity and a member");
            self.diagnostics
                .add(Diagnostic::error("ambiguous-name", place.span, message).help("rename one of the two"));
            return None;
        }
        let Some(id) = quantity else { return self.member_candidate(name, dimensions, place.span) };
        let dimension = self.can_be_index(id, dimensions);
        let value = self.place(scope, place);
        (value.of != Type::Unknown).then(|| Candidate { base: IndexBase::Value(Box::new(value)), dimension })
    }

    /// The dimension of which a quantity gives a member: itself, or its number, such as a year.
    fn can_be_index(&self, id: QuantityId, dimensions: &[DimensionId]) -> Option<DimensionId> {
        match &self.model.quantity(id).kind {
            Kind::Member(dimension) => Some(*dimension),
            number @ Kind::Number(_) => dimensions.iter().copied().find(|dimension| {
                self.model.dimension(*dimension).is_numbered()
                    && self.type_of_axis(*dimension) == Type::Of(number.clone())
            }),
            _ => None,
        }
    }

    fn member_candidate(&mut self, key: &str, dimensions: &[DimensionId], span: Span) -> Option<Candidate> {
        for dimension in dimensions {
            if let Some(member) = self.find_member(*dimension, key) {
                return Some(Candidate { base: IndexBase::Member(member), dimension: Some(*dimension) });
            }
        }
        let known: Vec<Arc<str>> = dimensions.iter().flat_map(|dimension| self.keys(*dimension)).collect();
        let message = format!("`{key}` is neither an axis in scope nor a member");
        let help = near_miss(key, known.iter().map(|key| &**key));
        let help = help.or_else(|| dimensions.iter().find_map(|dimension| self.range_of_numbers(*dimension)));
        self.diagnostics.add(Diagnostic::error("unknown-name", span, message).maybe_help(help));
        None
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
