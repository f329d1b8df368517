//! The messages about places that do not fit.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::QuantityId;
use crate::source::Span;

impl Checker<'_> {
    pub(super) fn axis_not_in_scope(&mut self, scope: &Scope, quantity: QuantityId, axis: &str, span: Span) {
        let quantity = self.model.quantity(quantity);
        let name = &quantity.name;
        let message = format!("axis `{axis}` of `{name}` is neither in the head nor reduced");
        let visible = scope.names().join("`, `");
        let label =
            if visible.is_empty() { "no axis is in scope here".into() } else { format!("in scope: `{visible}`") };
        let help = format!(
            "add `{axis}` to the head, reduce it with `sum({name} over {axis})`, or fix a member: `{name}[{axis} = ...]`"
        );
        let diagnostic = Diagnostic::error("axis-not-in-scope", span, message).label(label);
        self.diagnostics.add(diagnostic.note(quantity.span, format!("`{name}` has the axis")).help(help));
    }

    pub(super) fn no_such_axis<T>(&mut self, quantity: QuantityId, name: &ast::Name) -> Option<T> {
        let quantity = self.model.quantity(quantity);
        let message = format!("`{}` has no axis `{}` left to fix", quantity.name, name.text);
        let help = near_miss(&name.text, quantity.axes.iter().map(|axis| &*axis.name));
        let diagnostic = Diagnostic::error("wrong-place", name.span, message).note(quantity.span, "defined here");
        self.diagnostics.add(diagnostic.maybe_help(help));
        None
    }

    pub(super) fn wrong_place<T>(&mut self, quantity: QuantityId, index: &ast::Index) -> Option<T> {
        let quantity = self.model.quantity(quantity);
        let axes: Vec<&str> = quantity.axes.iter().map(|axis| &*axis.name).collect();
        let axes = if axes.is_empty() { "no axes".into() } else { format!("`{}`", axes.join("`, `")) };
        let message = format!("this place fits no free axis of `{}`, which has {axes}", quantity.name);
        let diagnostic = Diagnostic::error("wrong-place", index.span, message);
        self.diagnostics.add(diagnostic.note(quantity.span, "defined here"));
        None
    }

    pub(super) fn ambiguous_place<T>(
        &mut self,
        quantity: QuantityId,
        index: &ast::Index,
        one: &str,
        two: &str,
    ) -> Option<T> {
        let name = &self.model.quantity(quantity).name;
        let message = format!("this place could be `{one}` or `{two}` of `{name}`");
        let help = format!("name the axis: `{name}[{one} = ...]`");
        self.diagnostics.add(Diagnostic::error("ambiguous-name", index.span, message).help(help));
        None
    }
}
