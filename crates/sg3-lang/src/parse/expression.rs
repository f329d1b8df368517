//! Expressions: operators by how tightly they bind, everything else by its first word.

use super::cursor::{Cursor, Parsed, is_symbol};
use crate::ast::{Expression, Node, Place};
use crate::diagnostic::Diagnostic;
use crate::lexer::TokenKind;
use crate::model::{BinaryOperator, Fact, ReductionKind, UnaryOperator};

/// How tightly `not` and a leading minus bind, on the scale of [`BinaryOperator::strength`].
const NOT: u8 = 3;
const NEGATE: u8 = 7;

impl Cursor<'_> {
    pub(super) fn expression(&mut self) -> Parsed<Expression> {
        self.deeper(|cursor| cursor.operators(0))
    }

    fn operators(&mut self, weakest: u8) -> Parsed<Expression> {
        let mut left = self.operand()?;
        while let Some(operator) = self.binary_operator().filter(|operator| operator.strength() > weakest) {
            self.operator()?;
            // `^` binds to the right: 2^3^2 is 2^(3^2)
            let strength = operator.strength() - u8::from(operator == BinaryOperator::Power);
            let right = self.deeper(|cursor| cursor.operators(strength))?;
            let span = left.span.to(right.span);
            left = Expression { node: Node::Binary(operator, Box::new(left), Box::new(right)), span };
        }
        Ok(left)
    }

    /// An operand with its power: what binds tighter than any sum or product.
    pub(super) fn factor(&mut self) -> Parsed<Expression> {
        self.operators(BinaryOperator::Multiply.strength())
    }

    fn binary_operator(&self) -> Option<BinaryOperator> {
        let sign = match &self.peek()?.kind {
            TokenKind::Symbol(sign) => sign,
            TokenKind::Word(word) => &**word,
            _ => return None,
        };
        BinaryOperator::SIGNS.iter().find(|(known, _, _)| *known == sign).map(|(_, operator, _)| *operator)
    }

    fn operand(&mut self) -> Parsed<Expression> {
        let start = self.here();
        let node = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Symbol("-")) => self.unary(UnaryOperator::Negate, NEGATE)?,
            Some(TokenKind::Symbol("(")) => return self.parenthesis(),
            Some(TokenKind::Word(word)) => match &**word {
                "not" => self.unary(UnaryOperator::Not, NOT)?,
                "if" => self.conditional()?,
                "yes" | "no" => Node::YesNo(self.word_is_yes()),
                "else" => self.taken(Node::Else),
                "missing" => self.taken(Node::Missing),
                _ => self.named()?,
            },
            Some(TokenKind::Number { value, half_digit }) => self.taken(Node::Number(*value, *half_digit)),
            Some(TokenKind::Date(year, month, day)) => self.taken(Node::Date(*year, *month, *day)),
            Some(TokenKind::Text(text)) => self.taken(Node::Text(text.clone())),
            _ => return self.fail("an expression"),
        };
        Ok(Expression { node, span: start.to(self.last()) })
    }

    fn taken(&mut self, node: Node) -> Node {
        self.next();
        node
    }

    fn word_is_yes(&mut self) -> bool {
        let yes = self.sees_word("yes");
        self.next();
        yes
    }

    fn unary(&mut self, operator: UnaryOperator, strength: u8) -> Parsed<Node> {
        self.next();
        let operand = self.deeper(|cursor| cursor.operators(strength))?;
        Ok(Node::Unary(operator, Box::new(operand)))
    }

    fn conditional(&mut self) -> Parsed<Node> {
        self.next();
        let condition = self.expression()?;
        self.expect_word("then")?;
        let yes = self.expression()?;
        self.expect_word("else")?;
        let no = self.expression()?;
        Ok(Node::If(Box::new(condition), Box::new(yes), Box::new(no)))
    }

    /// `( expression )` or `( expression with target = expression, ... )`.
    fn parenthesis(&mut self) -> Parsed<Expression> {
        let start = self.here();
        self.next();
        let body = self.expression()?;
        let substitutions = self.eats_word("with").then(|| self.list(Self::substitution)).transpose()?;
        self.expect(")")?;
        let span = start.to(self.last());
        Ok(match substitutions {
            Some(substitutions) => Expression { node: Node::Counterfactual(Box::new(body), substitutions), span },
            None => Expression { span, ..body },
        })
    }

    fn substitution(&mut self) -> Parsed<(Place, Expression)> {
        let target = self.place()?;
        self.expect("=")?;
        Ok((target, self.expression()?))
    }

    /// A name: of a function or reduction if a bracket follows, else a place.
    fn named(&mut self) -> Parsed<Node> {
        if !self.peek_second().is_some_and(|token| is_symbol(token, "(")) {
            let place = self.place_with_beyond()?;
            return if self.sees_word("is") { self.is_given(place) } else { Ok(Node::Place(place)) };
        }
        let name = self.name("a name")?;
        self.next();
        let fact = [("first", Fact::First), ("last", Fact::Last), ("step", Fact::Step)];
        let fact = fact.into_iter().find(|(word, _)| *word == &*name.text).map(|(_, fact)| fact);
        let closes = self.peek_second().is_some_and(|token| is_symbol(token, ")"));
        match (fact, ReductionKind::WORDS.iter().find(|(word, _)| *word == &*name.text)) {
            (Some(fact), _) if closes => self.fact(fact),
            (_, Some((_, how))) => self.reduction_or_call(name, *how),
            _ => Ok(Node::Call(name, self.arguments()?)),
        }
    }

    /// `price is given`: whether there is a value.
    fn is_given(&mut self, place: Place) -> Parsed<Node> {
        if let Some(beyond) = &place.beyond {
            let message = "what `beyond` stands in for is always given";
            let help = "outside the members there is no value, so `is given` is no there: leave out `beyond`";
            self.diagnostics.add(Diagnostic::error("always-given", beyond.span, message).help(help));
        }
        self.next();
        self.expect_word("given")?;
        Ok(Node::IsGiven(Place { beyond: None, ..place }))
    }

    fn fact(&mut self, fact: Fact) -> Parsed<Node> {
        let dimension = self.name("the name of a dimension")?;
        self.expect(")")?;
        Ok(Node::Fact(fact, dimension))
    }

    fn arguments(&mut self) -> Parsed<Vec<Expression>> {
        let arguments = if self.sees(")") { Vec::new() } else { self.list(Self::expression)? };
        self.expect(")")?;
        Ok(arguments)
    }

    /// `max(a, b)` is a function, `max(a over b)` a reduction: the word `over` decides.
    fn reduction_or_call(&mut self, name: crate::ast::Name, how: ReductionKind) -> Parsed<Node> {
        let arguments = self.list(Self::expression)?;
        if self.sees_word("over") {
            return self.reduction(how, arguments);
        }
        self.expect(")")?;
        Ok(Node::Call(name, arguments))
    }
}
