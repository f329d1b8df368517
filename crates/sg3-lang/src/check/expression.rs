//! Expressions: this file only says which part checks which form; and the forms without parts.

use super::checker::Checker;
use super::scope::Scope;
use super::units::is_number;
use crate::ast;
use crate::day;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{DimensionId, Expression, Fact, Kind, Members, Node, Type};
use crate::source::Span;

impl Checker<'_> {
    /// A checked expression; `expected` is the dimension of which a bare key would be a member.
    pub(super) fn expression(
        &mut self,
        scope: &mut Scope,
        written: &ast::Expression,
        expected: Option<DimensionId>,
    ) -> Expression {
        let span = written.span;
        match &written.node {
            ast::Node::Number(value, _) => number(*value, span),
            ast::Node::YesNo(yes) => literal(f64::from(u8::from(*yes)), Type::Of(Kind::YesNo), span),
            ast::Node::Date(year, month, day) => {
                self.date([i64::from(*year), i64::from(*month), i64::from(*day)], span)
            }
            ast::Node::Text(key) => self.key(key, expected, span),
            ast::Node::Else => self.misplaced_else(span),
            ast::Node::Missing => Expression { node: Node::Missing, of: Type::Missing, span },
            ast::Node::IsGiven(place) => self.is_given(scope, place, span),
            ast::Node::Place(place) => self.name_or_place(scope, place, expected),
            ast::Node::Unary(operator, operand) => self.unary(scope, *operator, operand, span),
            ast::Node::Binary(operator, left, right) => self.binary(scope, *operator, left, right, span),
            ast::Node::If(condition, yes, no) => self.conditional(scope, [condition, yes, no], expected, span),
            ast::Node::Call(name, arguments) => self.call(scope, name, arguments, span),
            ast::Node::Fact(fact, dimension) => self.fact(*fact, dimension, span),
            ast::Node::Reduce(reduction) => self.reduction(scope, reduction, expected, span),
            ast::Node::Counterfactual(body, substitutions) => {
                self.counterfactual(scope, body, substitutions, expected, span)
            }
        }
    }

    /// A bare name can be an axis, a quantity or a key; anything with brackets is a quantity.
    fn name_or_place(&mut self, scope: &mut Scope, place: &ast::Place, expected: Option<DimensionId>) -> Expression {
        let name = &place.name.text;
        let axis = scope.find(name).filter(|_| place.indices.is_empty());
        let quantity = self.quantity_meant(&place.name, scope);
        if axis.is_some() && quantity.is_some() {
            let message = format!("`{name}` is an axis in scope and a quantity");
            self.diagnostics
                .add(Diagnostic::error("ambiguous-name", place.span, message).help("rename one of the two"));
        }
        if let Some(id) = axis {
            let dimension = scope.axis(id).dimension;
            return Expression { node: Node::Axis(id), of: self.type_of_axis(dimension), span: place.span };
        }
        if quantity.is_none() && place.indices.is_empty() && expected.is_some() {
            return self.key(name, expected, place.span);
        }
        self.place(scope, place)
    }

    /// An axis is a number if its members are, else a member.
    pub(super) fn type_of_axis(&self, id: DimensionId) -> Type {
        let dimension = self.model.dimension(id);
        if dimension.is_numbered() {
            return Type::number(dimension.step.clone().unwrap_or_default());
        }
        Type::Of(Kind::Member(id))
    }

    /// The key of a member of a known dimension.
    pub(super) fn key(&mut self, key: &str, expected: Option<DimensionId>, span: Span) -> Expression {
        let Some(dimension) = expected else {
            let message = format!("\"{key}\" appears where no member is expected");
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message));
            return literal(f64::NAN, Type::Unknown, span);
        };
        let of = Type::Of(Kind::Member(dimension));
        if let Some(member) = self.find_member(dimension, key) {
            return Expression { node: Node::Member(dimension, member), of, span };
        }
        if self.may_be_in_the_data(dimension, key) {
            let member = crate::model::MemberRef::Key(key.into());
            return Expression { node: Node::Member(dimension, member), of, span };
        }
        let found = self.model.dimension(dimension);
        let message = format!("`{key}` is not a member of `{}`", found.name);
        let known = self.keys(dimension);
        let help = near_miss(key, known.iter().map(|key| &**key)).or_else(|| self.range_of_numbers(dimension));
        let help = help.unwrap_or_else(|| match found.members {
            Members::Subsets(_) => "a subset is named by its members in their order, as `voice+data`, or `none`".into(),
            Members::Numbers(first, last) => format!("its members are `{first}..{last}`"),
            _ => format!("its members are `{}`", known.join("`, `")),
        });
        let diagnostic = Diagnostic::error("unknown-member", span, message).note(found.span, "defined here").help(help);
        self.diagnostics.add(diagnostic);
        literal(f64::NAN, Type::Unknown, span)
    }

    /// What the members of a dimension of numbers are.
    pub(super) fn range_of_numbers(&self, dimension: DimensionId) -> Option<String> {
        let Members::Numbers(first, last) = self.model.dimension(dimension).members else { return None };
        Some(format!("its members are `{first} to {last}`"))
    }

    /// Whether the data may bring this member; a subset is named by its members, in their order, or `none`.
    fn may_be_in_the_data(&self, dimension: DimensionId, key: &str) -> bool {
        let of = match self.model.dimension(dimension).members {
            Members::Subsets(of) => of,
            Members::Proposed(..) => return key.parse::<i64>().is_ok(),
            _ => return self.model.dimension(dimension).is_from_data(),
        };
        if key == "none" || self.model.dimension(of).is_from_data() {
            return true;
        }
        let places: Option<Vec<usize>> = key.split('+').map(|part| self.model.dimension(of).place(part)).collect();
        places.is_some_and(|places| places.is_sorted_by(|one, next| one < next))
    }

    fn date(&mut self, [year, month, day]: [i64; 3], span: Span) -> Expression {
        let serial = day::serial(year, month, day);
        if serial.is_none() {
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, "this date does not exist"));
        }
        literal(serial.map_or(f64::NAN, |serial| serial as f64), Type::Of(Kind::Date), span)
    }

    fn misplaced_else(&mut self, span: Span) -> Expression {
        self.diagnostics.add(Diagnostic::error("syntax", span, "`else` may stand alone only as a key of a table"));
        literal(f64::NAN, Type::Unknown, span)
    }

    fn conditional(
        &mut self,
        scope: &mut Scope,
        [condition, yes, no]: [&ast::Expression; 3],
        expected: Option<DimensionId>,
        span: Span,
    ) -> Expression {
        let condition = self.yes_no(scope, condition, "a condition is a yes/no expression");
        let yes = self.branch(scope, (&condition, true), yes, expected);
        let no = self.branch(scope, (&condition, false), no, expected);
        let of = self.join(&yes, &no, "choose between", span);
        Expression { node: Node::If(Box::new(condition), Box::new(yes), Box::new(no)), of, span }
    }

    /// A branch of an `if`, where more is known of the axes.
    fn branch(
        &mut self,
        scope: &mut Scope,
        (condition, holds): (&Expression, bool),
        written: &ast::Expression,
        expected: Option<DimensionId>,
    ) -> Expression {
        let before = scope.guards.len();
        let guards = scope.guards_where(condition, holds);
        scope.guards.extend(guards);
        let checked = self.expression(scope, written, expected);
        scope.guards.truncate(before);
        checked
    }

    /// An expression that must be yes or no.
    pub(super) fn yes_no(&mut self, scope: &mut Scope, written: &ast::Expression, why: &str) -> Expression {
        let condition = self.expression(scope, written, None);
        self.fits(&Kind::YesNo, &condition, condition.span, why);
        condition
    }

    fn fact(&mut self, fact: Fact, name: &ast::Name, span: Span) -> Expression {
        let unknown = literal(f64::NAN, Type::Unknown, span);
        let Some(id) = self.dimension_of(name) else { return unknown };
        let dimension = self.model.dimension(id);
        if fact == Fact::Step && dimension.step.is_none() {
            let message = format!("`{}` has no step unit", dimension.name);
            let help = "declare it: `dimension year \"Year\" 2025..2034 in year`";
            self.diagnostics.add(Diagnostic::error("wrong-kind", span, message).help(help));
            return unknown;
        }
        let subsets = matches!(dimension.members, Members::Subsets(_));
        let of = if subsets { Type::Of(Kind::Member(id)) } else { self.type_of_axis(id) };
        Expression { node: Node::Fact(fact, id), of, span }
    }

    /// Complains unless the expression is a number; its unit does not matter.
    pub(super) fn any_number(&mut self, value: &Expression, why: &str) {
        if !is_number(&value.of) {
            let found = self.kind_name(&value.of);
            let diagnostic = Diagnostic::error("wrong-kind", value.span, format!("expected a number, found {found}"));
            self.diagnostics.add(diagnostic.label(why));
        }
    }
}

/// A bare number: pure, or of any unit if it is zero.
pub(super) fn number(value: f64, span: Span) -> Expression {
    literal(value, if value == 0.0 { Type::Zero } else { Type::pure() }, span)
}

pub(super) fn literal(value: f64, of: Type, span: Span) -> Expression {
    Expression { node: Node::Literal(value), of, span }
}
