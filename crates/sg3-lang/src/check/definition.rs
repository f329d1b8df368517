//! Definitions and checks: formulas in the scope of their heads.

use super::checker::Checker;
use super::merged::Merged;
use super::operators::plain_number;
use super::scope::Scope;
use super::table::{Purpose, Wanted};
use crate::ast::{self, ItemKind};
use crate::diagnostic::Diagnostic;
use crate::model::{Body, Check, Definition, Expression, Input, Kind, Node, QuantityId, Role, Type};

impl Checker<'_> {
    pub(super) fn definitions(&mut self, merged: &Merged) {
        let positions = self.names.quantities.clone();
        for (position, (part, quantity)) in merged.quantities(&positions).into_iter().enumerate() {
            let role = self.role(QuantityId(position as u32), quantity, &part.instance);
            self.only_numbers_are_plausible(position);
            self.model.quantities[position].role = role;
        }
    }

    fn only_numbers_are_plausible(&mut self, position: usize) {
        let quantity = &self.model.quantities[position];
        if quantity.plausible.is_some() && !matches!(quantity.kind, Kind::Number(_)) {
            let (kind, span) = (quantity.kind.clone(), quantity.span);
            let message = format!("a range applies to numbers only, and this is {}", self.kind_name(&Type::Of(kind)));
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message));
        }
    }

    fn role(&mut self, id: QuantityId, quantity: &ast::Quantity, instance: &str) -> Role {
        match &quantity.role {
            ast::Role::Input(input) => Role::Input(self.input(id, input)),
            ast::Role::Constant(body) => Role::Constant(self.definition(id, body, instance, true)),
            ast::Role::Computed(body) => Role::Computed(self.definition(id, body, instance, false)),
            ast::Role::Simultaneous(body) => {
                let definition = self.definition(id, body, instance, false);
                let simultaneous = self.linear(id, &definition);
                Role::Simultaneous(definition, simultaneous)
            }
        }
    }

    fn input(&mut self, id: QuantityId, input: &ast::Input) -> Input {
        let quantity = self.model.quantity(id);
        let (axes, kind, declared) = (quantity.axes.clone(), quantity.kind.clone(), quantity.span);
        if input.range.is_some() && !matches!(kind, Kind::Number(_)) {
            let message =
                format!("a range applies to numbers only, and this is {}", self.kind_name(&Type::Of(kind.clone())));
            self.diagnostics.add(Diagnostic::error("wrong-kind", declared, message));
        }
        let wanted = Wanted { axes: &axes, kind: &kind, declared, purpose: Purpose::Values };
        let blank = input.blank.as_ref().map(|value| self.literal_of(value, &kind, declared));
        let blank = blank.and_then(|value| match value.node {
            Node::Literal(value) => Some(value),
            Node::Member(_, crate::model::MemberRef::Position(position)) => Some(position as f64),
            _ => None,
        });
        let default = input.default.as_ref().map(|body| self.values(body, &wanted));
        Input { owner: input.owner, range: input.range, blank, default }
    }

    fn definition(&mut self, id: QuantityId, body: &ast::Body, instance: &str, constant: bool) -> Definition {
        let quantity = self.model.quantity(id);
        let (axes, kind, declared) = (quantity.axes.clone(), quantity.kind.clone(), quantity.span);
        let mut scope = Scope::of_head(&axes, instance);
        let body = match body {
            ast::Body::Formula(formula) if constant && plain_number(formula).is_some() => {
                Body::Formula(self.literal_of(formula, &kind, declared))
            }
            ast::Body::Formula(formula) => Body::Formula(self.formula(&mut scope, formula, &kind, declared)),
            ast::Body::Table(table) => {
                let wanted = Wanted { axes: &axes, kind: &kind, declared, purpose: Purpose::Definition };
                Body::Table(self.table(&mut scope, table, &wanted))
            }
        };
        Definition { scope: scope.axes, body }
    }

    fn formula(
        &mut self,
        scope: &mut Scope,
        formula: &ast::Expression,
        kind: &Kind,
        declared: crate::source::Span,
    ) -> Expression {
        let expected = if let Kind::Member(dimension) = kind { Some(*dimension) } else { None };
        let checked = self.expression(scope, formula, expected);
        self.fits_as_written(kind, &checked, Some(formula), declared, "declared here");
        checked
    }

    pub(super) fn checks(&mut self, merged: &Merged) {
        for part in &merged.items {
            if let ItemKind::Check(check) = &part.item.kind {
                let checked = self.check(part.item.section, check, &part.instance);
                self.model.checks.push(checked);
            }
        }
    }

    fn check(&mut self, section: usize, check: &ast::Check, instance: &str) -> Check {
        let axes = self.axes(&check.axes);
        let mut scope = Scope::of_head(&axes, instance);
        let question = self.question(&mut scope, check);
        let filter =
            check.filter.as_ref().map(|filter| self.yes_no(&mut scope, filter, "`where` takes a yes/no condition"));
        Check {
            name: check.name.text.clone(),
            label: check.label.to_string(),
            axes,
            scope: scope.axes,
            question,
            filter,
            section,
            span: check.name.span,
            instance: instance.to_string(),
        }
    }
}
