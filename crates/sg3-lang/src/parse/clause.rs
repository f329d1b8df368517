//! Places with their brackets, the clauses of reductions, axes and units.

use super::cursor::{Cursor, Parsed, is_symbol, is_word};
use crate::ast::{AxisName, Expression, Index, IndexBase, Node, Place, Reduction, Unit, UnitFactor};
use crate::diagnostic::Diagnostic;
use crate::lexer::TokenKind;
use crate::model::{Extreme, Limit, ReductionKind};

impl Cursor<'_> {
    pub(super) fn place_with_beyond(&mut self) -> Parsed<Place> {
        let mut place = self.place()?;
        if self.eats_word("beyond") {
            let beyond = self.deeper(Self::beyond)?;
            self.refuse_operator_behind(&place, &beyond);
            place.beyond = Some(Box::new(beyond));
            place.span = place.span.to(self.last());
        }
        Ok(place)
    }

    /// `x[t - 1] beyond 6 / 2` is read in two ways by two people, and both give a number: brackets say which is meant.
    fn refuse_operator_behind(&mut self, place: &Place, beyond: &Expression) {
        let Some(sign) = ["+", "-", "*", "/"].into_iter().find(|sign| self.sees(sign)) else { return };
        let span = place.span.to(self.here());
        let message = format!("`{place} beyond {beyond} {sign} ...` can be read in two ways");
        let help = format!("write `({place} beyond {beyond}) {sign} ...` or `{place} beyond ({beyond} {sign} ...)`");
        self.diagnostics.add(Diagnostic::error("ambiguous-beyond", span, message).help(help));
    }

    fn beyond(&mut self) -> Parsed<Expression> {
        self.factor()
    }

    pub(super) fn place(&mut self) -> Parsed<Place> {
        let name = self.name("a name")?;
        let start = name.span;
        let mut indices = Vec::new();
        if self.eats("[") {
            indices = self.list(Self::index)?;
            self.expect("]")?;
        }
        Ok(Place { name, indices, beyond: None, span: start.to(self.last()) })
    }

    fn index(&mut self) -> Parsed<Index> {
        let start = self.here();
        let names_axis = self.peek_second().is_some_and(|token| is_symbol(token, "="));
        let axis = if names_axis { Some(self.name("the name of an axis")?) } else { None };
        if names_axis {
            self.next();
        }
        let base = self.index_base()?;
        let back = self.sees("-");
        let shifts = self.eats("+") || self.eats("-");
        let shift = if shifts { Some((back, self.expression()?)) } else { None };
        Ok(Index { axis, base, shift, span: start.to(self.last()) })
    }

    fn index_base(&mut self) -> Parsed<IndexBase> {
        let base = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Word(word)) => match &**word {
                "first" => IndexBase::First,
                "last" => IndexBase::Last,
                "all" => IndexBase::All,
                _ => return Ok(IndexBase::Place(self.deeper(Self::place)?)),
            },
            Some(TokenKind::Text(text)) => IndexBase::Text(text.clone()),
            Some(TokenKind::Number { value, .. }) if value.fract() == 0.0 => IndexBase::Number(*value as i64),
            _ => return self.fail("an axis, a member or a quantity that gives a member"),
        };
        self.next();
        Ok(base)
    }

    pub(super) fn reduction(&mut self, how: ReductionKind, arguments: Vec<Expression>) -> Parsed<Node> {
        self.expect_word("over")?;
        let axes = self.list(Self::axis_name)?;
        let mut reduction = Reduction {
            how,
            arguments,
            axes,
            limit: None,
            filter: None,
            by: vec![],
            at: None,
            from: None,
            order: None,
            to: None,
        };
        while !self.eats(")") {
            self.reduction_clause(&mut reduction)?;
        }
        Ok(Node::Reduce(Box::new(reduction)))
    }

    fn reduction_clause(&mut self, reduction: &mut Reduction) -> Parsed<()> {
        let word = self.peek().and_then(|token| match &token.kind {
            TokenKind::Word(word) => Some(word.clone()),
            _ => None,
        });
        let known = ["before", "upto", "where", "by", "at", "from", "to"];
        let Some(word) = word.filter(|word| known.contains(&&**word)) else {
            return self.fail("`)`, or one of `before`, `upto`, `where`, `by`, `at`, `from`, `to`");
        };
        self.next();
        match &*word {
            "before" => reduction.limit = Some((Limit::Before, self.name("an axis")?)),
            "upto" => reduction.limit = Some((Limit::Upto, self.name("an axis")?)),
            "where" => reduction.filter = Some(self.expression()?),
            "by" => reduction.by = self.list(|cursor| cursor.name("a quantity that gives a member"))?,
            "at" => reduction.at = Some(self.expression()?),
            "from" if reduction.how.has_bands() => reduction.from = Some(self.expression()?),
            "from" => reduction.order = Some(self.order(reduction.how)?),
            _ => reduction.to = Some(self.number()?.0),
        }
        Ok(())
    }

    /// `from least deficit`; of a `rank`, which says before `over` of what, `from least`.
    fn order(&mut self, how: ReductionKind) -> Parsed<(Extreme, Option<Expression>)> {
        let Some((_, first)) = Extreme::WORDS.into_iter().find(|(word, _)| self.eats_word(word)) else {
            return self.fail("`least` or `greatest`: which comes first");
        };
        let key = if how == ReductionKind::Rank { None } else { Some(self.expression()?) };
        Ok((first, key))
    }

    pub(super) fn axis_name(&mut self) -> Parsed<AxisName> {
        let first = self.name("an axis")?;
        if self.eats(":") {
            return Ok(AxisName { alias: Some(first), dimension: self.name("a dimension")? });
        }
        Ok(AxisName { alias: None, dimension: first })
    }

    pub(super) fn axes(&mut self) -> Parsed<Vec<AxisName>> {
        if !self.eats("[") {
            return Ok(Vec::new());
        }
        let axes = self.list(Self::axis_name)?;
        self.expect("]")?;
        Ok(axes)
    }

    pub(super) fn unit(&mut self) -> Parsed<Unit> {
        let start = self.here();
        let mut factors = vec![self.unit_factor(1)?];
        while self.sees("*") || self.sees("/") {
            let sign = if self.eats("*") { 1 } else { -1 };
            self.eats("/");
            factors.push(self.unit_factor(sign)?);
        }
        factors.retain(|(factor, _)| !is_one(factor));
        Ok(Unit { factors, span: start.to(self.last()) })
    }

    fn unit_factor(&mut self, sign: i32) -> Parsed<(UnitFactor, i32)> {
        let bracket = self.peek_second().is_some_and(|token| is_symbol(token, "("));
        let factor = if self.sees_number_one() {
            self.next();
            UnitFactor::Named(crate::ast::Name { text: "ratio".into(), span: self.last() })
        } else if bracket && self.peek().is_some_and(|token| is_word(token, "unit")) {
            self.next();
            self.next();
            let place = self.place()?;
            self.expect(")")?;
            UnitFactor::Of(place)
        } else {
            UnitFactor::Named(self.name("a unit")?)
        };
        let exponent = if self.eats("^") { self.whole_number()? as i32 } else { 1 };
        Ok((factor, sign * exponent))
    }

    fn sees_number_one(&self) -> bool {
        matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Number { value, .. }) if *value == 1.0)
    }

    pub(super) fn whole_number(&mut self) -> Parsed<i64> {
        let here = self.here();
        let (value, _) = self.number()?;
        if value.fract() == 0.0 && value.abs() < 1e9 {
            return Ok(value as i64);
        }
        let message = "expected a whole number";
        self.diagnostics.add(crate::diagnostic::Diagnostic::error("syntax", here, message));
        Err(super::cursor::Failed { at_end: false })
    }
}

fn is_one(factor: &UnitFactor) -> bool {
    matches!(factor, UnitFactor::Named(name) if matches!(&*name.text, "ratio" | "1"))
}
