//! Percentiles and straight lines: what they take, and the unit of what they give.

use super::checker::Checker;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::model::{Expression, Kind, Node, Reduction, ReductionKind, Type};
use crate::source::Span;
use crate::unit::Unit;

impl Checker<'_> {
    /// `percentile(x over a at 25%)`: at a share between none and all.
    pub(super) fn percentile(&mut self, reduction: &Reduction, of: Type, span: Span) -> Type {
        let Some(at) = &reduction.at else {
            let message = "`percentile` needs `at` and a share";
            let help = "`percentile(price over operator at 25%)`";
            self.diagnostics.add(Diagnostic::error("wrong-arguments", span, message).help(help));
            return Type::Unknown;
        };
        self.fits(&Kind::Number(Unit::pure()), at, at.span, "the share of the values that lie below");
        if let Node::Literal(share) = at.node
            && !(0.0..=1.0).contains(&share)
        {
            let message = format!("a percentile is at a share from 0% to 100%, and {share} is none");
            let help = format!("`at {share}%`, if that is meant");
            self.diagnostics.add(Diagnostic::error("wrong-arguments", at.span, message).help(help));
        }
        of
    }

    /// `slope(y, x over a)` is in the unit of y for each unit of x, `intercept(y, x over a)` in the unit of y.
    pub(super) fn line(&mut self, scope: &Scope, reduction: &Reduction, of: Type) -> Type {
        let against: &Expression = &reduction.arguments[1];
        self.any_number(against, "a straight line is drawn against a number");
        let against = self.same_for_all_members(scope, reduction, against);
        match (of, against) {
            (Type::Of(Kind::Number(y)), Type::Of(Kind::Number(x))) if reduction.how == ReductionKind::Slope => {
                Type::number(y.over(&x))
            }
            (_, Type::Unknown) => Type::Unknown,
            (of, _) => of,
        }
    }
}
