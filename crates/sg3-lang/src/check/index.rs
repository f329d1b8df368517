//! Indices: which axis of a quantity each belongs to, and what it names there.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{DimensionId, Index, IndexBase, Kind, MemberRef, QuantityId, Type};
use crate::source::{FileId, Span};
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
    /// Which axis an index belongs to: the one it names, or the first free one of its dimension.
    pub(super) fn axis_of_index(
        &mut self,
        scope: &mut Scope,
        quantity: QuantityId,
        index: &ast::Index,
        filled: &[Option<Index>],
        later: &[ast::Index],
    ) -> Option<(usize, IndexBase)> {
        let axes = self.model.quantity(quantity).axes.clone();
        let mut free: Vec<usize> = (0..axes.len()).filter(|axis| filled[*axis].is_none()).collect();
        let known = free.partition_point(|axis| *axis < self.count_known_axes(quantity, index.span.file));
        if index.axis.is_none() && known > 0 {
            free.truncate(known);
        }
        let named = match &index.axis {
            Some(name) => {
                match free.iter().find(|axis| self.is_axis_called(quantity, &axes[**axis].name, &name.text)) {
                    Some(axis) => Some(*axis),
                    None => return self.no_such_axis(quantity, name),
                }
            }
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

    /// Whether an axis is meant by a name: its own, or that without the name of the used document that both it and the quantity are of.
    fn is_axis_called(&self, quantity: QuantityId, axis: &str, name: &str) -> bool {
        let document = self.model.quantity(quantity).name.rsplit_once('.').map(|(document, _)| document);
        axis == name || document.is_some_and(|document| axis.strip_prefix(document) == Some(&format!(".{name}")))
    }

    /// How many axes of a quantity a text knows: not those by which documents repeat it that the text knows nothing of.
    pub(super) fn count_known_axes(&self, quantity: QuantityId, text: FileId) -> usize {
        let files = self.axis_files.get(quantity.0 as usize).map_or(&[][..], Vec::as_slice);
        let others = if self.model.quantity(quantity).span.file == text { 0 } else { files.len() };
        files.iter().rposition(|file| *file == text).map_or(others, |last| last + 1)
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
        let quantity =
            self.quantity_meant(&place.name, scope).filter(|id| self.can_be_index(*id, dimensions).is_some());
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
}
