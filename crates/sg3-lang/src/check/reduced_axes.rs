//! Axes of reductions that are not what their author thinks: taken twice, or never read.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{AxisId, Expression, Reduction};
use crate::source::Span;
use std::collections::BTreeSet;

impl Checker<'_> {
    /// An axis of that name is in scope already: the remedy names the new one in what is reduced, too. With an alias alone,
    /// `sum(a over o: s)` would add the same `a` once for every member.
    pub(super) fn reduced_axis_twice(&mut self, written: &ast::Reduction, name: &ast::Name) {
        let (how, axis) = (written.how.keyword(), &name.text);
        let read = match written.arguments.first().map(|argument| &argument.node) {
            Some(ast::Node::Place(place)) if place.indices.is_empty() => format!("{}[other]", place.name.text),
            _ => "x[other]".to_owned(),
        };
        let message = format!("an axis named `{axis}` is already in scope");
        let help = format!("give it a name of its own, and read by that name: `{how}({read} over other: {axis})`");
        self.diagnostics.add(Diagnostic::error("axis-twice", name.span, message).help(help));
    }

    /// What does not depend on an axis is the same for every member: a sum multiplies it by their number.
    pub(super) fn warn_of_unread_axes(&mut self, scope: &Scope, reduction: &Reduction, span: Span) {
        if reduction.how.keeps_axes() || reduction.limit.is_some() {
            return;
        }
        let parts = reduction.arguments.iter().chain(&reduction.filter).chain(&reduction.from);
        let key = reduction.order.iter().map(|order| &order.key);
        let read: BTreeSet<usize> = parts.chain(key).flat_map(Expression::free_axes).collect();
        for axis in reduction.axes.iter().filter(|axis| !read.contains(&(axis.0 as usize))) {
            self.warn_of_unread_axis(scope, reduction, *axis, span);
        }
    }

    fn warn_of_unread_axis(&mut self, scope: &Scope, reduction: &Reduction, axis: AxisId, span: Span) {
        let (how, own) = (reduction.how.keyword(), scope.axis(axis));
        let message = format!("`{how}` goes over `{}`, and nothing in it depends on `{}`", own.name, own.name);
        let is_alike = |other: &usize| scope.axis(AxisId(*other as u32)).dimension == own.dimension;
        let read = reduction.arguments.iter().flat_map(Expression::free_axes).find(is_alike);
        let help = match read.map(|other| &scope.axis(AxisId(other as u32)).name) {
            Some(other) => format!("it reads at `{other}`: to read at each `{}`, write `x[{}]`", own.name, own.name),
            None => format!("leave out the reduction, or name `{}` in what is reduced", own.name),
        };
        self.diagnostics.add(Diagnostic::warning("axis-not-read", span, message).help(help));
    }
}
