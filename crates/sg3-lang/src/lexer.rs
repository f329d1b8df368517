//! Cuts a block of formulas into tokens, each with its place. Never fails: what it does not know is a token too.

use crate::source::{FileId, Span};
use std::sync::Arc;

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub span: Span,
    /// First on its line.
    pub starts_line: bool,
    /// First on its line, without indentation: here an item begins.
    pub starts_item: bool,
    /// No white space between this token and the one before it.
    pub adjoins: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind {
    /// A name or key word, possibly qualified: `capital.wacc`.
    Word(Arc<str>),
    /// A number; a trailing `%` has been applied. With the number of decimals that were written.
    Number { value: f64, half_digit: f64 },
    /// A day: year, month, day.
    Date(i32, u32, u32),
    /// Words between quotation marks.
    Text(Arc<str>),
    /// An operator or bracket.
    Symbol(&'static str),
    /// From `#` to the end of the line.
    Comment,
    /// A character that means nothing here, or a quotation that never ends.
    Unknown(char),
}

const SYMBOLS: [&str; 23] = [
    "..", "==", "!=", "<=", ">=", "+", "-", "*", "/", "^", "(", ")", "[", "]", "=", "<", ">", ":", ",", "|", "%", ";",
    ".",
];

/// The tokens of the block `text[start..end]` of a file.
pub(crate) fn tokens(file: FileId, text: &str, start: usize, end: usize) -> Vec<Token> {
    let mut lexer = Lexer { file, text: &text[..end], at: start, starts_line: true, indented: false, adjoins: false };
    std::iter::from_fn(|| lexer.next_token()).collect()
}

struct Lexer<'a> {
    file: FileId,
    text: &'a str,
    at: usize,
    starts_line: bool,
    indented: bool,
    adjoins: bool,
}

impl Lexer<'_> {
    fn next_token(&mut self) -> Option<Token> {
        self.skip_space();
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let (length, kind) = match first {
            '#' => (rest.find('\n').unwrap_or(rest.len()), TokenKind::Comment),
            '"' => quotation(rest),
            _ if first.is_ascii_digit() => number_or_date(rest),
            _ if first.is_alphabetic() || first == '_' => word(rest),
            _ => symbol(rest, first),
        };
        Some(self.take(length, kind))
    }

    fn skip_space(&mut self) {
        self.adjoins = true;
        for character in self.text[self.at..].chars().take_while(|c| c.is_whitespace()) {
            self.adjoins = false;
            self.indented = character != '\n';
            self.starts_line |= character == '\n';
            self.at += character.len_utf8();
        }
    }

    fn take(&mut self, length: usize, kind: TokenKind) -> Token {
        let span = Span { file: self.file, start: self.at as u32, end: (self.at + length) as u32 };
        let starts_item = self.starts_line && !self.indented && kind != TokenKind::Comment;
        let token = Token { kind, span, starts_line: self.starts_line, starts_item, adjoins: self.adjoins };
        self.at += length;
        self.starts_line = false;
        self.indented = false;
        token
    }
}

fn quotation(rest: &str) -> (usize, TokenKind) {
    let line_end = rest.find('\n').unwrap_or(rest.len());
    match rest[1..line_end].find('"') {
        Some(length) => (length + 2, TokenKind::Text(rest[1..=length].into())),
        None => (line_end, TokenKind::Unknown('"')),
    }
}

fn word(rest: &str) -> (usize, TokenKind) {
    let mut length = simple_word(rest);
    while rest[length..].starts_with('.') && rest[length + 1..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
        length += 1 + simple_word(&rest[length + 1..]);
    }
    (length, TokenKind::Word(rest[..length].into()))
}

/// Length of the letters, digits and underscores at the start.
fn simple_word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

fn number_or_date(rest: &str) -> (usize, TokenKind) {
    date(rest).unwrap_or_else(|| number(rest))
}

fn date(rest: &str) -> Option<(usize, TokenKind)> {
    let text = rest.get(..10)?;
    let bytes = text.as_bytes();
    let form = bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    let ends = !rest[10..].starts_with(|c: char| c.is_alphanumeric());
    if !form || !ends {
        return None;
    }
    let (year, month, day) = (text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?);
    Some((10, TokenKind::Date(year, month, day)))
}

fn number(rest: &str) -> (usize, TokenKind) {
    let mut length = digits(rest);
    let mut decimals = 0;
    if rest[length..].starts_with('.') && rest[length + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        let fraction = digits(&rest[length + 1..]);
        decimals = rest[length + 1..length + 1 + fraction].chars().filter(char::is_ascii_digit).count() as i32;
        length += 1 + fraction;
    }
    let exponent_length = exponent(&rest[length..]);
    let power: i32 = rest[length..length + exponent_length].get(1..).and_then(|text| text.parse().ok()).unwrap_or(0);
    length += exponent_length;
    let value: f64 = rest[..length].replace('_', "").parse().unwrap_or(f64::NAN);
    let percent = if rest[length..].starts_with('%') { 100.0 } else { 1.0 };
    let half_digit = half_of_last_digit(power - decimals) / percent;
    (length + usize::from(percent > 1.0), TokenKind::Number { value: value / percent, half_digit })
}

/// Length of the digits and underscores at the start.
fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(text.len())
}

/// Half of one in the last place that was written: 0.005 for two decimals. Read as text, so that it is the same on every machine.
fn half_of_last_digit(power: i32) -> f64 {
    format!("0.5e{power}").parse().unwrap_or(0.0)
}

/// Length of `e6`, `E-3`; 0 if there is none.
fn exponent(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix(['e', 'E']) else { return 0 };
    let sign = usize::from(after.starts_with(['+', '-']));
    match after[sign..].find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len() - sign) {
        0 => 0,
        digits => 1 + sign + digits,
    }
}

fn symbol(rest: &str, first: char) -> (usize, TokenKind) {
    match SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
        Some(symbol) => (symbol.len(), TokenKind::Symbol(symbol)),
        None => (first.len_utf8(), TokenKind::Unknown(first)),
    }
}
