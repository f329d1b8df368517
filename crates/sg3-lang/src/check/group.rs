//! What a reduction takes in: `where`, and `by`, with what grouping says of units.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{BinaryOperator, Expression, Kind, Node, Type};
use crate::unit::{Base, Unit, UnitPlace};

impl Checker<'_> {
    /// `where`, and `by f` as what it stands for: `where f == axis`.
    pub(super) fn filter(&mut self, scope: &mut Scope, written: &ast::Reduction) -> Option<Expression> {
        let mut parts: Vec<Expression> = Vec::new();
        if let Some(filter) = &written.filter {
            parts.push(self.yes_no(scope, filter, "`where` takes a yes/no condition"));
        }
        for name in &written.by {
            parts.extend(self.group(scope, name));
        }
        parts.into_iter().reduce(|left, right| {
            let span = left.span.to(right.span);
            let node = Node::Binary(BinaryOperator::And, Box::new(left), Box::new(right));
            Expression { node, of: Type::Of(Kind::YesNo), span }
        })
    }

    fn group(&mut self, scope: &mut Scope, name: &ast::Name) -> Option<Expression> {
        let written = ast::Expression::of_name(&name.text, name.span);
        let group = self.expression(scope, &written, None);
        let Type::Of(Kind::Member(dimension)) = group.of else {
            if group.of != Type::Unknown {
                let message = format!("`by {}` needs a quantity that gives a member", name.text);
                self.diagnostics.add(Diagnostic::error("wrong-kind", name.span, message));
            }
            return None;
        };
        let mut visible = scope.visible.iter().copied();
        let Some(axis) = visible.find(|id| scope.axis(*id).dimension == dimension) else {
            let message = format!("no axis of `{}` is in scope to group by", self.model.dimension(dimension).name);
            self.diagnostics.add(Diagnostic::error("axis-not-in-scope", name.span, message).help("add it to the head"));
            return None;
        };
        let axis = Expression { node: Node::Axis(axis), of: Type::Of(Kind::Member(dimension)), span: name.span };
        let node = Node::Binary(BinaryOperator::Equal, Box::new(group), Box::new(axis));
        Some(Expression { node, of: Type::Of(Kind::YesNo), span: name.span })
    }

    /// What the filter holds equal: the place of a member-valued quantity, and the axis that it is grouped by.
    pub(super) fn groups(&self, scope: &Scope, filter: Option<&Expression>) -> Vec<(UnitPlace, UnitPlace)> {
        let Some(Expression { node: Node::Binary(operator, left, right), .. }) = filter else { return Vec::new() };
        match (operator, &left.node, &right.node) {
            (BinaryOperator::And, ..) => {
                let mut groups = self.groups(scope, Some(left));
                groups.extend(self.groups(scope, Some(right)));
                groups
            }
            (BinaryOperator::Equal, Node::Read(_), Node::Axis(axis)) => {
                vec![(self.unit_place(left, scope), UnitPlace::Axis(scope.axis(*axis).name.clone()))]
            }
            _ => Vec::new(),
        }
    }
}

/// The unit within a group: of rows whose driver is the driver of the head, `unit(driver_of)` is `unit(driver)`.
pub(super) fn in_groups(unit: &Unit, groups: &[(UnitPlace, UnitPlace)]) -> Unit {
    unit.substitute(&|place| {
        let group = groups.iter().find(|(of, _)| of == place);
        Unit::of_base(Base::Of(group.map_or(place, |(_, axis)| axis).clone()))
    })
}
