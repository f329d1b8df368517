//! Units as written to [`Unit`]s, and the complaints when two should be one.

use super::checker::Checker;
use super::known_constants::{as_converted, converting};
use super::scope::Scope;
use crate::ast::{self, UnitFactor};
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{DimensionId, Expression, Kind, Members, Type};
use crate::source::Span;
use crate::unit::{Base, Unit, UnitPlace};

impl Checker<'_> {
    /// The unit, with `unit(place)` read in the scope.
    pub(super) fn unit(&mut self, written: &ast::Unit, scope: &Scope) -> Unit {
        let mut unit = Unit::pure();
        for (factor, exponent) in &written.factors {
            let part = match factor {
                UnitFactor::Named(name) if self.unit_called(&name.text).is_some() => {
                    Unit::named(self.unit_called(&name.text).unwrap_or(&name.text))
                }
                UnitFactor::Named(name) => {
                    let message = format!("there is no unit `{}`", name.text);
                    let help = near_miss(&name.text, self.names.units.keys().map(|key| &**key));
                    let help = if is_currency(&name.text) {
                        Some("write `money`: the currency is stated with the data, on the cover of the form".to_owned())
                    } else {
                        help
                    };
                    let help = help.unwrap_or_else(|| format!("declare it: `unit {} \"...\"`", name.text));
                    self.diagnostics.add(Diagnostic::error("unknown-name", name.span, message).help(help));
                    Unit::pure()
                }
                UnitFactor::Of(place) => self.unit_of_place(place, scope),
            };
            unit = unit.times(&part.power(*exponent));
        }
        unit
    }

    /// The unit of a name. A used document's dimension `year` stands under the name of the `use`, and its unit `year` does not.
    pub(super) fn unit_called<'n>(&self, name: &'n str) -> Option<&'n str> {
        let own = name.rsplit('.').next().unwrap_or(name);
        self.names.units.contains_key(own).then_some(own)
    }

    fn unit_of_place(&mut self, place: &ast::Place, scope: &Scope) -> Unit {
        if let (Some(axis), true) = (scope.find(&place.name.text), place.indices.is_empty()) {
            self.needs_member_units(scope.axis(axis).dimension, place.span);
            return Unit::of_base(Base::Of(UnitPlace::Axis(place.name.text.clone())));
        }
        let mut inner = scope.clone();
        let read = self.place(&mut inner, place);
        match &read.of {
            Type::Of(Kind::Member(dimension)) => {
                self.needs_member_units(*dimension, place.span);
                Unit::of_base(Base::Of(self.unit_place(&read, &inner)))
            }
            Type::Unknown => Unit::pure(),
            _ => {
                let message = "`unit(...)` needs an axis in scope, or a quantity that gives a member";
                self.diagnostics.add(Diagnostic::error("wrong-kind", place.span, message));
                Unit::pure()
            }
        }
    }

    fn needs_member_units(&mut self, id: DimensionId, span: Span) {
        let dimension = self.model.dimension(id);
        let lacks = match &dimension.members {
            Members::Listed(members) => members.iter().any(|member| member.unit.is_none()),
            Members::Numbers(..) | Members::Proposed(..) | Members::Subsets(_) => true,
            Members::FromInput | Members::FromRows => false,
        };
        if lacks {
            let message = format!("members of `{}` have no units of their own", dimension.name);
            let help = "give each member its unit: `voice \"Calls\" in minute`";
            let place = dimension.span;
            self.diagnostics
                .add(Diagnostic::error("unit-mismatch", span, message).note(place, "defined here").help(help));
        }
    }

    /// One unit for two expressions that should have the same: branches, sides of a sum or comparison.
    pub(super) fn join(&mut self, left: &Expression, right: &Expression, doing: &str, span: Span) -> Type {
        match (&left.of, &right.of) {
            (Type::Unknown, _) | (_, Type::Unknown) => Type::Unknown,
            (Type::Missing, other) | (other, Type::Missing) => other.clone(),
            (Type::Zero, other) | (other, Type::Zero) if is_number(other) => other.clone(),
            (Type::Of(one), Type::Of(two)) if self.is_same_kind(one, two) => left.of.clone(),
            (Type::Of(Kind::Number(one)), Type::Of(Kind::Number(two))) => {
                let message = format!("cannot {doing} `{one}` and `{two}`");
                let diagnostic = mismatch(one, two, span, message).maybe_help(converting([(one, left), (two, right)]));
                let sides = [(left.span, one), (right.span, two)];
                let diagnostic =
                    sides.iter().fold(diagnostic, |d, (at, unit)| d.note(*at, format!("this is `{unit}`")));
                self.diagnostics.add(diagnostic);
                Type::Unknown
            }
            _ => {
                let (one, two) = (self.kind_name(&left.of), self.kind_name(&right.of));
                let message = format!("cannot {doing} {one} and {two}");
                let diagnostic = Diagnostic::error("wrong-kind", span, message);
                let diagnostic =
                    diagnostic.note(left.span, format!("this is {one}")).note(right.span, format!("this is {two}"));
                self.diagnostics.add(diagnostic);
                Type::Unknown
            }
        }
    }

    /// Whether the expression is of the kind; complains if not.
    pub(super) fn fits(&mut self, wanted: &Kind, found: &Expression, because: Span, why: &str) -> bool {
        self.fits_as_written(wanted, found, None, because, why)
    }

    /// The same for a formula of which the complaint can show how it is written.
    pub(super) fn fits_as_written(
        &mut self,
        wanted: &Kind,
        found: &Expression,
        written: Option<&ast::Expression>,
        because: Span,
        why: &str,
    ) -> bool {
        let fits = match (wanted, &found.of) {
            (_, Type::Unknown | Type::Missing) => return true,
            (Kind::Number(_), Type::Zero) => true,
            (kind, Type::Of(other)) => self.is_same_kind(kind, other),
            _ => false,
        };
        if fits {
            return true;
        }
        let diagnostic = if let (Kind::Number(wanted), Type::Of(Kind::Number(unit))) = (wanted, &found.of) {
            let remedy = written.and_then(|written| as_converted(unit, wanted, written));
            mismatch(wanted, unit, found.span, format!("expected `{wanted}`, found `{unit}`")).maybe_help(remedy)
        } else {
            let (wanted, found_kind) = (self.kind_name(&Type::Of(wanted.clone())), self.kind_name(&found.of));
            Diagnostic::error("wrong-kind", found.span, format!("expected {wanted}, found {found_kind}"))
        };
        self.diagnostics.add(diagnostic.note(because, why));
        false
    }

    /// Whether two kinds are one; choices from lists of the same keys in the same order are, so that a document's option can be bound to
    /// that of its host.
    fn is_same_kind(&self, one: &Kind, two: &Kind) -> bool {
        let (Kind::Member(first), Kind::Member(second)) = (one, two) else { return one == two };
        let options = [first, second].map(|dimension| self.model.dimension(*dimension));
        let keys = options.map(|dimension| dimension.listed().iter().map(|member| &member.key).collect::<Vec<_>>());
        first == second || (options.iter().all(|dimension| dimension.anonymous) && keys[0] == keys[1])
    }

    /// A kind in words.
    pub(super) fn kind_name(&self, of: &Type) -> String {
        match of {
            Type::Of(Kind::Number(unit)) => format!("a number of `{unit}`"),
            Type::Of(Kind::YesNo) => "yes or no".into(),
            Type::Of(Kind::Date) => "a date".into(),
            Type::Of(Kind::Member(dimension)) => format!("a member of `{}`", self.model.dimension(*dimension).name),
            Type::Zero => "a number".into(),
            Type::Missing => "no value".into(),
            Type::Unknown => "an unknown type".into(),
        }
    }
}

/// Whether it is a number of any unit.
pub(super) fn is_number(of: &Type) -> bool {
    matches!(of, Type::Zero | Type::Missing | Type::Unknown | Type::Of(Kind::Number(_)))
}

/// Whether a name looks like the code of a currency: `EUR`.
fn is_currency(name: &str) -> bool {
    name.len() == 3 && name.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// The complaint about two units; an amount against an amount per year gets its own.
pub(super) fn mismatch(one: &Unit, two: &Unit, span: Span, message: String) -> Diagnostic {
    let year = Unit::named("year");
    if one.times(&year) == *two || two.times(&year) == *one {
        let help = "one is per year, the other is not: sum the flow over the years, or divide the stock by the years it serves";
        return Diagnostic::error("stock-and-flow", span, message).help(help);
    }
    Diagnostic::error("unit-mismatch", span, message)
}
