//! Calls of built-in functions.

use super::checker::Checker;
use super::expression::literal;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::function::{Function, UnitRule};
use crate::model::{Expression, Kind, Node, Type};
use crate::source::Span;
use crate::unit::Unit;

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        scope: &mut Scope,
        name: &ast::Name,
        written: &[ast::Expression],
        span: Span,
    ) -> Expression {
        let found = self.functions.iter().find(|function| *function.name == *name.text);
        if let (None, Some(line)) = (found, self.as_written_here(scope, &name.text, written)) {
            let message = format!("`{}` is a function of spreadsheets", name.text);
            self.diagnostics.add(Diagnostic::error("unknown-name", name.span, message).help(format!("write `{line}`")));
            return literal(f64::NAN, Type::Unknown, span);
        }
        let arguments: Vec<Expression> =
            written.iter().map(|argument| self.expression(scope, argument, None)).collect();
        let Some(function) = found else {
            let message = format!("there is no function `{}`", name.text);
            let known = self.functions.iter().map(|function| function.name);
            let reductions = crate::model::ReductionKind::WORDS.iter().map(|(word, _)| *word);
            let help = near_miss(&name.text, known.chain(reductions));
            self.diagnostics.add(Diagnostic::error("unknown-name", name.span, message).maybe_help(help));
            return literal(f64::NAN, Type::Unknown, span);
        };
        let of = if self.right_count(function, arguments.len(), span) {
            self.result(function, &arguments, span)
        } else {
            Type::Unknown
        };
        Expression { node: Node::Call(function, arguments), of, span }
    }

    fn right_count(&mut self, function: &Function, count: usize, span: Span) -> bool {
        let wanted = function.parameters.len();
        if count == wanted || (function.variadic && count >= wanted) {
            return true;
        }
        let names: Vec<&str> = function.parameters.iter().map(|(name, _)| *name).collect();
        let message = format!("`{}` takes {wanted} arguments, found {count}", function.name);
        let help = format!("{}({}): {}", function.name, names.join(", "), function.meaning);
        self.diagnostics.add(Diagnostic::error("wrong-arguments", span, message).help(help));
        false
    }

    fn result(&mut self, function: &Function, arguments: &[Expression], span: Span) -> Type {
        match function.unit_rule {
            UnitRule::Same => self.same_unit(function, arguments, span),
            UnitRule::Pure => self.pure_arguments(function, arguments),
            UnitRule::FirstThenPure => {
                self.pure_arguments(function, &arguments[1..]);
                self.number_argument(function, &arguments[0])
            }
            UnitRule::SquareRoot => self.square_root(&arguments[0]),
            UnitRule::Special(rule) => self.special(function, rule, arguments, span),
            UnitRule::MakeDate => {
                self.pure_arguments(function, arguments);
                Type::Of(Kind::Date)
            }
            UnitRule::YearOfDate => self.dates(arguments, "year"),
            UnitRule::DaysBetween => self.dates(arguments, "day"),
        }
    }

    fn same_unit(&mut self, function: &Function, arguments: &[Expression], span: Span) -> Type {
        let mut of = arguments[0].clone();
        for argument in &arguments[1..] {
            of.of = self.join(&of, argument, &format!("take the `{}` of", function.name), span);
        }
        if matches!(of.of, Type::Of(Kind::Date)) {
            return of.of;
        }
        self.number_argument(function, &of)
    }

    fn number_argument(&mut self, function: &Function, argument: &Expression) -> Type {
        self.any_number(argument, &format!("`{}` takes numbers", function.name));
        argument.of.clone()
    }

    fn pure_arguments(&mut self, function: &Function, arguments: &[Expression]) -> Type {
        for argument in arguments {
            let why = format!("`{}` takes pure numbers", function.name);
            self.fits(&Kind::Number(Unit::pure()), argument, argument.span, &why);
        }
        Type::pure()
    }

    fn square_root(&mut self, argument: &Expression) -> Type {
        let Type::Of(Kind::Number(unit)) = &argument.of else { return argument.of.clone() };
        let Some(root) = unit.square_root() else {
            let message = format!("`{unit}` is not the square of a unit");
            self.diagnostics.add(Diagnostic::error("unit-mismatch", argument.span, message));
            return Type::Unknown;
        };
        Type::number(root)
    }

    /// Zero fits any unit only where the rule would take the pure number.
    fn special(
        &mut self,
        function: &Function,
        rule: fn(&[Unit]) -> Result<Unit, String>,
        arguments: &[Expression],
        span: Span,
    ) -> Type {
        let mut units = Vec::new();
        for argument in arguments {
            match &argument.of {
                Type::Of(Kind::Number(unit)) => units.push(unit.clone()),
                Type::Zero | Type::Missing | Type::Of(Kind::Member(_)) => units.push(Unit::pure()),
                Type::Unknown => return Type::Unknown,
                Type::Of(Kind::YesNo | Kind::Date) => {
                    self.number_argument(function, argument);
                    return Type::Unknown;
                }
            }
        }
        match rule(&units) {
            Ok(_) if function.name == "inside" => Type::Of(Kind::YesNo),
            Ok(unit) => Type::number(unit),
            Err(expected) => {
                let message = format!("`{}` cannot take these units: {expected}", function.name);
                let diagnostic = Diagnostic::error("unit-mismatch", span, message);
                let notes =
                    arguments.iter().zip(&units).map(|(argument, unit)| (argument.span, format!("this is `{unit}`")));
                self.diagnostics.add(notes.fold(diagnostic, |d, (at, text)| d.note(at, text)));
                Type::Unknown
            }
        }
    }

    fn dates(&mut self, arguments: &[Expression], unit: &str) -> Type {
        for argument in arguments {
            self.fits(&Kind::Date, argument, argument.span, "takes dates");
        }
        Type::number(Unit::named(unit))
    }
}
