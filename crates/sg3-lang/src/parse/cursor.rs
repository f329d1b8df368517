//! A place in the tokens of one item, and what can be asked of it.

use super::habits;
use crate::ast::Name;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lexer::{Token, TokenKind};
use crate::source::Span;
use std::sync::Arc;

/// The item cannot be read further; the reason is among the diagnostics.
#[derive(Debug, Clone, Copy)]
pub(super) struct Failed {
    /// Whether the item ends where more was expected.
    pub at_end: bool,
}

/// What was read, or that the item cannot be read further.
pub(super) type Parsed<T> = Result<T, Failed>;

/// Words that cannot be names.
const RESERVED: [&str; 16] = [
    "if", "then", "else", "and", "or", "not", "with", "where", "over", "yes", "no", "beyond", "within", "before",
    "upto", "missing",
];

/// Operators of one formula.
const MOST_OPERATORS: usize = 400;

/// Reads the tokens of one item, or of one cell of a table.
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    /// Operators so far; a chain of them nests as brackets do.
    operators: usize,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token], diagnostics: &'a mut Diagnostics) -> Cursor<'a> {
        Cursor { tokens, at: 0, depth: 0, operators: 0, diagnostics }
    }

    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_second(&self) -> Option<&'a Token> {
        self.tokens.get(self.at + 1)
    }

    pub(super) fn peek_third(&self) -> Option<&'a Token> {
        self.tokens.get(self.at + 2)
    }

    pub(super) fn next(&mut self) -> Option<&'a Token> {
        let token = self.peek();
        self.at += usize::from(token.is_some());
        token
    }

    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// The place of the next token, or just behind the last.
    pub(super) fn here(&self) -> Span {
        self.peek().map_or_else(|| self.end(), |token| token.span)
    }

    /// The place of the token just read.
    pub(super) fn last(&self) -> Span {
        self.tokens[self.at.saturating_sub(1)].span
    }

    fn end(&self) -> Span {
        let last = self.tokens[self.tokens.len() - 1].span;
        Span { start: last.end, ..last }
    }

    pub(super) fn sees(&self, symbol: &str) -> bool {
        self.peek().is_some_and(|token| is_symbol(token, symbol))
    }

    pub(super) fn sees_word(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| is_word(token, word))
    }

    pub(super) fn eats(&mut self, symbol: &str) -> bool {
        let found = self.sees(symbol);
        self.at += usize::from(found);
        found
    }

    pub(super) fn eats_word(&mut self, word: &str) -> bool {
        let found = self.sees_word(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, symbol: &str) -> Parsed<()> {
        if self.eats(symbol) { Ok(()) } else { self.fail(&format!("`{symbol}`")) }
    }

    pub(super) fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.eats_word(word) { Ok(()) } else { self.fail(&format!("`{word}`")) }
    }

    /// A word that can be a name.
    pub(super) fn name(&mut self, what: &str) -> Parsed<Name> {
        match self.peek() {
            Some(Token { kind: TokenKind::Word(text), span, .. }) if !RESERVED.contains(&&**text) => {
                self.at += 1;
                Ok(Name { text: text.clone(), span: *span })
            }
            _ => self.fail(what),
        }
    }

    /// Words between quotation marks, if they come next.
    pub(super) fn text(&mut self) -> Option<Arc<str>> {
        match self.peek() {
            Some(Token { kind: TokenKind::Text(text), .. }) => {
                self.at += 1;
                Some(text.clone())
            }
            _ => None,
        }
    }

    /// A number, with its sign and half of its last digit.
    pub(super) fn number(&mut self) -> Parsed<(f64, f64)> {
        let sign = if self.eats("-") { -1.0 } else { 1.0 };
        match self.peek() {
            Some(Token { kind: TokenKind::Number { value, half_digit }, .. }) => {
                self.at += 1;
                Ok((sign * value, *half_digit))
            }
            _ => self.fail("a number"),
        }
    }

    /// Things separated by commas.
    pub(super) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut things = vec![one(self)?];
        while self.eats(",") {
            things.push(one(self)?);
        }
        Ok(things)
    }

    /// One level deeper; formulas nested beyond reason are refused before they exhaust the stack.
    pub(super) fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == 200 {
            return self.fail("a formula nested less than 200 deep");
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// One operator more; formulas of more than anyone can read are refused for the same reason.
    pub(super) fn operator(&mut self) -> Parsed<()> {
        self.operators += 1;
        if self.operators > MOST_OPERATORS {
            return self.fail("a formula of at most 400 operators; give its parts names of their own");
        }
        self.next();
        Ok(())
    }

    /// A reader of other tokens with the same diagnostics.
    pub(super) fn within<'b>(&'b mut self, tokens: &'b [Token]) -> Cursor<'b>
    where
        'a: 'b,
    {
        Cursor { tokens, at: 0, depth: self.depth, operators: 0, diagnostics: self.diagnostics }
    }

    /// Says what was expected here.
    pub(super) fn fail<T>(&mut self, expected: &str) -> Parsed<T> {
        let is_open = self.peek().is_some_and(|token| token.kind == TokenKind::Unknown('"'));
        let expected_here = if is_open { "a quotation mark at the end of the text" } else { expected };
        let message = format!("expected {expected_here}");
        let diagnostic =
            Diagnostic::error("syntax", self.here(), message).label(self.describe_found()).maybe_help(self.remedy());
        self.diagnostics.add(self.as_word_of_the_language(expected).unwrap_or(diagnostic));
        Err(Failed { at_end: self.at_end() })
    }

    /// What comes next, in words.
    pub(super) fn describe_found(&self) -> String {
        match self.peek().map(|token| &token.kind) {
            None => "the item ends here".to_string(),
            Some(TokenKind::Word(word)) => format!("found `{word}`"),
            Some(TokenKind::Symbol(symbol)) => format!("found `{symbol}`"),
            Some(TokenKind::Text(text)) => format!("found \"{text}\""),
            Some(TokenKind::Number { value, .. }) => format!("found {value}"),
            Some(TokenKind::Date(..)) => "found a date".to_string(),
            Some(TokenKind::Unknown('"')) => "this text does not end on its line".to_string(),
            Some(_) => "found a character that is not allowed here".to_string(),
        }
    }

    fn remedy(&self) -> Option<String> {
        let continued = "continuation lines are indented; an item ends where the next line starts in the first column";
        let before = self.at.checked_sub(1).map(|at| &self.tokens[at].kind);
        let habit = habits::remedy(before, self.peek().map(|token| &token.kind));
        if self.at_end() { Some(continued.to_owned()) } else { habit.map(str::to_owned) }
    }

    /// The complaint about a word of the language where something is to be given a name; the same again where that name is read.
    fn as_word_of_the_language(&self, expected: &str) -> Option<Diagnostic> {
        let Some(Token { kind: TokenKind::Word(word), span, .. }) = self.peek() else { return None };
        let message = format!("`{word}` is a word of the language and cannot be a name");
        let known = self.diagnostics.iter().find(|known| known.message == message);
        let is_new = expected.starts_with("the name of") && RESERVED.contains(&&**word);
        known.cloned().or_else(|| {
            let help = format!("choose another name, such as `{word}_value`");
            is_new.then(|| Diagnostic::error("syntax", *span, message).help(help))
        })
    }
}

pub(super) fn is_symbol(token: &Token, symbol: &str) -> bool {
    matches!(token.kind, TokenKind::Symbol(found) if found == symbol)
}

pub(super) fn is_word(token: &Token, word: &str) -> bool {
    matches!(&token.kind, TokenKind::Word(found) if &**found == word)
}
