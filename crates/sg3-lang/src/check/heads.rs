//! Dimensions, units and the heads of quantities: everything that a formula can name, before any formula is read.

use super::checker::Checker;
use super::merged::Merged;
use super::scope::Scope;
use crate::ast::{self, ItemKind, TypeName, UnitFactor};
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{
    Axis, Body, Definition, Dimension, DimensionId, Expression, Kind, Member, Members, Node, Plausible, Quantity,
    QuantityId, Role, Type,
};

/// Members that a numbered dimension may have.
const MOST_MEMBERS: i64 = 100_000;

impl Checker<'_> {
    pub(super) fn heads(&mut self, merged: &Merged) {
        self.model.sections.clone_from(&merged.sections);
        self.model.provenance = merged.provenance.clone();
        self.model.title = merged.sections.first().map(|section| section.title.clone()).unwrap_or_default();
        self.model.units = self.names.units.iter().map(|(name, label)| (name.clone(), label.clone())).collect();
        self.dimensions(merged);
        for (part, quantity) in merged.quantities(&self.names.quantities) {
            let head = self.head(&part.item, quantity);
            self.model.quantities.push(head);
            self.axis_files.push(quantity.head.axes.iter().map(|axis| axis.name().span.file).collect());
        }
        for (position, (part, quantity)) in merged.quantities(&self.names.quantities).into_iter().enumerate() {
            self.kind_of_head(position, quantity, &part.instance);
        }
    }

    fn dimensions(&mut self, merged: &Merged) {
        let defined = merged.items.iter().filter_map(|part| match &part.item.kind {
            ItemKind::Dimension(dimension) => Some((&part.item, dimension)),
            _ => None,
        });
        let defined: Vec<_> = defined.filter(|(_, d)| self.names.place(&d.name.text) == Some(d.name.span)).collect();
        for (item, dimension) in defined {
            let members = self.members(dimension);
            let step = dimension.step.as_ref().map(|unit| self.unit(unit, &Scope::default()));
            self.model.dimensions.push(Dimension {
                name: dimension.name.text.clone(),
                label: dimension.label.to_string(),
                members,
                step,
                alike: dimension.alike,
                section: item.section,
                anonymous: false,
                span: dimension.name.span,
                note: item.note.as_deref().map(String::from),
            });
        }
    }

    fn members(&mut self, dimension: &ast::Dimension) -> Members {
        match &dimension.members {
            ast::Members::Listed(members) => Members::Listed(self.listed(members)),
            ast::Members::FromInput => Members::FromInput,
            ast::Members::FromRows => Members::FromRows,
            ast::Members::Numbers(first, last) => self.numbers(dimension, *first, *last, Members::Numbers),
            ast::Members::Proposed(first, last) => self.numbers(dimension, *first, *last, Members::Proposed),
            ast::Members::Subsets(of) => self.dimension_of(of).map_or(Members::FromInput, Members::Subsets),
        }
    }

    fn numbers(&mut self, dimension: &ast::Dimension, first: i64, last: i64, make: fn(i64, i64) -> Members) -> Members {
        if last.checked_sub(first).is_some_and(|steps| steps < MOST_MEMBERS) {
            return make(first, last);
        }
        let message = format!("`{}` would have more than {MOST_MEMBERS} members", dimension.name.text);
        self.diagnostics.add(Diagnostic::error("too-large", dimension.name.span, message));
        make(first, first)
    }

    fn listed(&mut self, members: &[ast::Member]) -> Vec<Member> {
        let mut listed: Vec<Member> = Vec::new();
        for member in members {
            if listed.iter().any(|known| known.key == member.key.text) {
                let message = format!("`{}` is listed twice", member.key.text);
                self.diagnostics.add(Diagnostic::error("duplicate-name", member.key.span, message));
            }
            let unit = member.unit.as_ref().map(|unit| self.unit(unit, &Scope::default()));
            listed.push(Member { key: member.key.text.clone(), label: member.label.to_string(), unit });
        }
        listed
    }

    /// The head, with a kind that is still to come.
    fn head(&mut self, item: &ast::Item, quantity: &ast::Quantity) -> Quantity {
        let axes = self.axes(&quantity.head.axes);
        let nothing = Expression { node: Node::Literal(f64::NAN), of: Type::Unknown, span: quantity.head.name.span };
        let kind = match &quantity.head.of {
            TypeName::YesNo => Kind::YesNo,
            TypeName::Date => Kind::Date,
            TypeName::OneOf(options) => Kind::Member(self.options(item, &quantity.head, options)),
            TypeName::Unit(unit) => match self.dimension_instead_of_unit(unit) {
                Some(dimension) => Kind::Member(dimension),
                None => Kind::Number(crate::unit::Unit::pure()),
            },
        };
        Quantity {
            name: quantity.head.name.text.clone(),
            label: quantity.head.label.to_string(),
            role: Role::Computed(Definition { scope: axes.clone(), body: Body::Formula(nothing) }),
            axes,
            kind,
            output: quantity.output,
            headline: quantity.headline,
            shown: quantity.shown.as_ref().map(|shown| shown.display),
            plausible: quantity.plausible.as_ref().map(|plausible| plausibility(item, plausible)),
            section: item.section,
            source: item.source.as_deref().map(String::from),
            note: item.note.as_deref().map(String::from),
            span: quantity.head.name.span,
        }
    }

    /// Units last: `unit(driver_of[from])` names another quantity, whose kind must be known.
    fn kind_of_head(&mut self, position: usize, quantity: &ast::Quantity, instance: &str) {
        let TypeName::Unit(written) = &quantity.head.of else { return };
        if matches!(self.model.quantities[position].kind, Kind::Member(_)) {
            return;
        }
        let scope = Scope::of_head(&self.model.quantities[position].axes.clone(), instance);
        let unit = self.unit(written, &scope);
        self.model.quantities[position].kind = Kind::Number(unit);
    }

    /// `: asset_class` is a dimension where no unit has that name.
    fn dimension_instead_of_unit(&self, unit: &ast::Unit) -> Option<DimensionId> {
        match unit.factors.as_slice() {
            [(UnitFactor::Named(name), 1)] if self.unit_called(&name.text).is_none() => {
                self.names.dimensions.get(&name.text).map(|position| DimensionId(*position as u32))
            }
            _ => None,
        }
    }

    /// `one of ...` is a dimension of its own.
    fn options(&mut self, item: &ast::Item, head: &ast::Head, options: &[ast::Member]) -> DimensionId {
        let members = Members::Listed(self.listed(options));
        self.model.dimensions.push(Dimension {
            name: head.name.text.clone(),
            label: head.label.to_string(),
            members,
            step: None,
            alike: false,
            section: item.section,
            anonymous: true,
            span: head.name.span,
            note: None,
        });
        DimensionId(self.model.dimensions.len() as u32 - 1)
    }

    /// Axes of a head, each with a name of its own.
    pub(super) fn axes(&mut self, written: &[ast::AxisName]) -> Vec<Axis> {
        let mut axes: Vec<Axis> = Vec::new();
        for axis in written {
            let Some(dimension) = self.dimension_of(&axis.dimension) else { continue };
            let name = axis.name();
            if axes.iter().any(|known| known.name == name.text) {
                self.axis_twice(name);
                continue;
            }
            axes.push(Axis { name: name.text.clone(), dimension });
        }
        axes
    }

    pub(super) fn axis_twice(&mut self, name: &ast::Name) {
        let message = format!("an axis named `{}` is already in scope", name.text);
        let help = format!("give it a name of its own: `other: {}`", name.text);
        self.diagnostics.add(Diagnostic::error("axis-twice", name.span, message).help(help));
    }

    pub(super) fn dimension_of(&mut self, name: &ast::Name) -> Option<DimensionId> {
        let position = self.names.dimensions.get(&name.text).copied();
        if position.is_none() {
            self.complain_of_unknown_dimension(name);
        }
        position.map(|position| DimensionId(position as u32))
    }

    fn complain_of_unknown_dimension(&mut self, name: &ast::Name) {
        let message = format!("there is no dimension `{}`", name.text);
        let help = near_miss(&name.text, self.names.dimensions.keys().map(|key| &**key));
        self.diagnostics.add(Diagnostic::error("unknown-name", name.span, message).maybe_help(help));
    }

    /// The quantity that a text means by a name: one of its own, of a document that it uses, or one that every document knows. Where a
    /// used document names a key, a quantity of its host of the same name is not meant.
    pub(super) fn quantity_meant(&self, name: &ast::Name, scope: &Scope) -> Option<QuantityId> {
        let id = self.quantity_of(&name.text)?;
        let quantity = self.model.quantity(id);
        let inside = name.text.strip_prefix(&*scope.instance).and_then(|rest| rest.strip_prefix('.'));
        let is_of_used = inside.unwrap_or(&name.text).contains('.');
        let is_known_everywhere = self.model.sections[quantity.section].instance == "prelude";
        (is_of_used || is_known_everywhere || quantity.span.file == name.span.file).then_some(id)
    }

    /// The quantity of a name.
    pub(super) fn quantity_of(&self, name: &str) -> Option<QuantityId> {
        self.names.quantities.get(name).map(|position| QuantityId(*position as u32))
    }
}

/// The reason stands beside the range, or it is the source of the item, unless that is where an input comes from.
fn plausibility(item: &ast::Item, plausible: &ast::Plausible) -> Plausible {
    let is_input = matches!(&item.kind, ItemKind::Quantity(quantity) if matches!(quantity.role, ast::Role::Input(_)));
    let reason = plausible.reason.as_ref().or(item.source.as_ref().filter(|_| !is_input));
    Plausible { range: plausible.range, reason: reason.map(ToString::to_string) }
}
