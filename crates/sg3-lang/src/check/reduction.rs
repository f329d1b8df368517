//! Reductions: the axes they bring into scope, what they take, and the unit of what they give.

use super::checker::Checker;
use super::group::in_groups;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{Axis, AxisId, DimensionId, Expression, Kind, Limit, Node, Reduction, ReductionKind, Type};
use crate::source::Span;
use crate::unit::Unit;

impl Checker<'_> {
    pub(super) fn reduction(
        &mut self,
        scope: &mut Scope,
        written: &ast::Reduction,
        expected: Option<DimensionId>,
        span: Span,
    ) -> Expression {
        let axes =
            if written.how.keeps_axes() { self.kept_axes(scope, written) } else { self.entered_axes(scope, written) };
        let guards = scope.without_guards_of(&axes);
        let limit = written.limit.as_ref().and_then(|(limit, name)| self.limit(scope, &axes, *limit, name));
        let mut arguments: Vec<Expression> =
            written.arguments.iter().map(|a| self.expression(scope, a, expected)).collect();
        let order = self.order_of_members(scope, written, &mut arguments);
        let filter = self.filter(scope, written);
        let from = written.from.as_ref().map(|from| self.expression(scope, from, None));
        scope.guards = guards;
        if !written.how.keeps_axes() {
            scope.leave(&axes);
        }
        let at = written.at.as_ref().map(|at| self.expression(scope, at, None));
        let reduction = Reduction { how: written.how, arguments, axes, limit, filter, at, from, order, to: written.to };
        self.warn_of_unread_axes(scope, &reduction, span);
        let of = self.type_of_reduction(scope, &reduction, span);
        Expression { node: Node::Reduce(Box::new(reduction)), of, span }
    }

    fn entered_axes(&mut self, scope: &mut Scope, written: &ast::Reduction) -> Vec<AxisId> {
        let mut axes = Vec::new();
        for axis in &written.axes {
            let Some(dimension) = self.dimension_of(&axis.dimension) else { continue };
            let name = axis.name();
            if scope.find(&name.text).is_some() {
                self.reduced_axis_twice(written, name);
                continue;
            }
            axes.push(scope.enter(Axis { name: name.text.clone(), dimension }));
        }
        axes
    }

    /// `cumulative(x over year)` goes along an axis that is in scope.
    fn kept_axes(&mut self, scope: &Scope, written: &ast::Reduction) -> Vec<AxisId> {
        let mut axes = Vec::new();
        for axis in &written.axes {
            if let Some(id) = scope.find(&axis.dimension.text) {
                axes.push(id);
                continue;
            }
            let message = format!(
                "`{}` goes along an axis in scope, and `{}` is not",
                written.how.keyword(),
                axis.dimension.text
            );
            self.diagnostics.add(Diagnostic::error("axis-not-in-scope", axis.dimension.span, message));
        }
        axes
    }

    fn limit(&mut self, scope: &Scope, axes: &[AxisId], limit: Limit, name: &ast::Name) -> Option<(Limit, AxisId)> {
        let outer = scope.find(&name.text).filter(|id| !axes.contains(id));
        if let (Some(outer), [bound]) = (outer, axes)
            && scope.axis(*bound).dimension == scope.axis(outer).dimension
        {
            return Some((limit, outer));
        }
        let message = format!("`{}` must be another axis in scope of the dimension that is reduced", name.text);
        let help = "`sum(x[b] over b: year before year)`";
        self.diagnostics.add(Diagnostic::error("axis-not-in-scope", name.span, message).help(help));
        None
    }

    fn type_of_reduction(&mut self, scope: &Scope, reduction: &Reduction, span: Span) -> Type {
        use ReductionKind::{
            All, Any, Apportion, Count, Cumulative, First, Intercept, Interpolate, Last, Lookup, Max, Min, Percentile,
            Product, Rank, Slope, Sum,
        };
        let wanted = reduction.how.arguments();
        if reduction.arguments.len() != wanted {
            let message = format!("`{}` takes {wanted} before `over`", reduction.how.keyword());
            self.diagnostics.add(Diagnostic::error("wrong-arguments", span, message));
            return Type::Unknown;
        }
        if !self.fits_order(scope, reduction, span) {
            return Type::Unknown;
        }
        let body = &reduction.arguments[0];
        match reduction.how {
            Rank => return Type::pure(),
            Count | Any | All => {
                self.fits(&Kind::YesNo, body, body.span, "takes yes/no values");
                return if reduction.how == Count { Type::pure() } else { Type::Of(Kind::YesNo) };
            }
            First | Last => {}
            Min | Max if body.of == Type::Of(Kind::Date) => {}
            _ => self.any_number(body, "only numbers can be reduced in this way"),
        }
        let body_of = self.same_for_all_members(scope, reduction, body);
        match reduction.how {
            // spent in the order of another quantity, amounts are added one after the other, not along time
            Cumulative if reduction.order.is_some() => body_of,
            Sum | Cumulative => self.integrated(scope, reduction, body_of),
            Product => self.pure_product(body, body_of),
            Lookup | Interpolate => self.band(reduction, body_of, span),
            Percentile => self.percentile(reduction, body_of, span),
            Slope | Intercept => self.line(scope, reduction, body_of),
            Apportion => self.apportioned(reduction, body_of, span),
            _ => body_of,
        }
    }

    /// Members of different units cannot be added, compared or averaged.
    pub(super) fn same_for_all_members(&mut self, scope: &Scope, reduction: &Reduction, body: &Expression) -> Type {
        if let Type::Of(Kind::Number(unit)) = &body.of {
            let unit = &in_groups(unit, &self.groups(scope, reduction.filter.as_ref()));
            for axis in &reduction.axes {
                let axis = scope.axis(*axis);
                if unit.depends_on(&axis.name) {
                    let units = self.units_of_members(axis.dimension);
                    let message = format!(
                        "`{}` over `{}` mixes members of different units{units}",
                        reduction.how.keyword(),
                        axis.name
                    );
                    let help = format!("multiply by a price or factor per `unit({})` first", axis.name);
                    let diagnostic =
                        Diagnostic::error("adds-unlike", body.span, message).label(format!("this is `{unit}`"));
                    self.diagnostics.add(diagnostic.help(help));
                    return Type::Unknown;
                }
            }
            return Type::number(unit.clone());
        }
        body.of.clone()
    }

    fn units_of_members(&self, dimension: DimensionId) -> String {
        let members = self.model.dimension(dimension).listed().iter();
        let units: Vec<String> =
            members.filter_map(|member| member.unit.as_ref()).map(|unit| format!("`{unit}`")).collect();
        if units.is_empty() { String::new() } else { format!(": {}", units.join(", ")) }
    }

    /// A sum over an axis with a step unit turns a flow into a stock.
    fn integrated(&mut self, scope: &Scope, reduction: &Reduction, body: Type) -> Type {
        let Type::Of(Kind::Number(unit)) = body else { return body };
        let steps =
            reduction.axes.iter().filter_map(|axis| self.model.dimension(scope.axis(*axis).dimension).step.clone());
        Type::number(steps.fold(unit, |unit, step| unit.times(&step)))
    }

    fn pure_product(&mut self, body: &Expression, of: Type) -> Type {
        self.fits(&Kind::Number(Unit::pure()), body, body.span, "a product over members takes pure numbers");
        of
    }

    fn band(&mut self, reduction: &Reduction, of: Type, span: Span) -> Type {
        let (Some(at), Some(from)) = (&reduction.at, &reduction.from) else {
            let message = format!("`{}` needs `at` and `from`", reduction.how.keyword());
            let help = "`lookup(value over band at x from lower)`";
            self.diagnostics.add(Diagnostic::error("wrong-arguments", span, message).help(help));
            return Type::Unknown;
        };
        self.join(at, from, "compare", span);
        of
    }

    fn apportioned(&mut self, reduction: &Reduction, of: Type, span: Span) -> Type {
        if reduction.to.is_none_or(|smallest| smallest <= 0.0) {
            let message = "`apportion` needs `to` and the smallest part";
            self.diagnostics
                .add(Diagnostic::error("wrong-arguments", span, message).help("`apportion(x over line to 0.01)`"));
        }
        of
    }
}
