//! The order in which a reduction takes its members: `from least deficit`.

use super::checker::Checker;
use super::expression::number;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::model::{Expression, Kind, Order, Reduction, ReductionKind, Type};
use crate::source::Span;

impl Checker<'_> {
    /// The order as written. A rank is the running total of ones in the order of what stands before `over`.
    pub(super) fn order_of_members(
        &mut self,
        scope: &mut Scope,
        written: &ast::Reduction,
        arguments: &mut [Expression],
    ) -> Option<Order> {
        let (first, key) = written.order.as_ref()?;
        if let Some(key) = key {
            return Some(Order { first: *first, key: self.expression(scope, key, None) });
        }
        let [key] = arguments else { return None };
        let one = number(1.0, key.span);
        Some(Order { first: *first, key: std::mem::replace(key, one) })
    }

    /// Whether the reduction has an order if it needs one, and none if it takes none; complains if not.
    pub(super) fn fits_order(&mut self, scope: &Scope, reduction: &Reduction, span: Span) -> bool {
        use ReductionKind::{Cumulative, First, Last, Rank};
        let word = reduction.how.keyword();
        let (message, help) = match (&reduction.order, reduction.how) {
            (Some(order), Cumulative | First | Last | Rank) => return self.fits_key(scope, reduction, order),
            (None, Rank) => (
                format!("`{word}` needs to know which value comes first"),
                "`rank(cost over operator from least)`, or `from greatest`",
            ),
            (None, _) => return true,
            (Some(_), _) => (
                format!("`{word}` takes its members in no order"),
                "`from least` and `from greatest` stand in `cumulative`, `rank`, `first` and `last`",
            ),
        };
        self.diagnostics.add(Diagnostic::error("wrong-arguments", span, message).help(help));
        false
    }

    /// Members are ordered by numbers of one unit, or by dates.
    fn fits_key(&mut self, scope: &Scope, reduction: &Reduction, order: &Order) -> bool {
        if order.key.of != Type::Of(Kind::Date) {
            self.any_number(&order.key, "members are ordered by numbers or dates");
        }
        self.same_for_all_members(scope, reduction, &order.key) != Type::Unknown
    }
}
