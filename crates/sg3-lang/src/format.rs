//! `sg3 fmt`: blocks in canonical form, and nothing else changed.
//!
//! Words, order, line breaks and comments stay the author's; spaces between words, the indentation of continuation
//! lines (four spaces) and the columns of tables are put right.

use crate::lexer::{Token, TokenKind, tokens};
use crate::parse::blocks;
use crate::source::FileId;

/// The document with its blocks in canonical form.
///
/// ```
/// let text = "# A\n```sg3\ninput  lines \"Lines\":line>=0\n```\n";
/// assert_eq!(sg3_lang::format(text), "# A\n```sg3\ninput lines \"Lines\" : line >= 0\n```\n");
/// ```
pub fn format(text: &str) -> String {
    let mut formatted = String::with_capacity(text.len());
    let mut done = 0;
    for block in blocks(text) {
        formatted.push_str(&text[done..block.start]);
        formatted.push_str(&format_block(text, block.start, block.end));
        done = block.end;
    }
    formatted.push_str(&text[done..]);
    formatted
}

fn format_block(text: &str, start: usize, end: usize) -> String {
    let line_end = if text[start..end].contains("\r\n") { "\r\n" } else { "\n" };
    let tokens = tokens(FileId(0), text, start, end);
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut rest) = (start, &tokens[..]);
    for line in text[start..end].split_inclusive('\n') {
        at += line.len();
        let (inside, after) = rest.split_at(rest.partition_point(|token| (token.span.start as usize) < at));
        lines.push(Line::new(text, line, inside));
        rest = after;
    }
    align_tables(&mut lines);
    lines.iter().map(|line| line.text() + line_end).collect()
}

/// A line in parts: cells of a table, the words of a member, or one part that is all of it; and its comment.
struct Line {
    indent: usize,
    cells: Vec<String>,
    kind: LineKind,
    comment: String,
}

/// Neighbouring lines of one kind share their columns.
#[derive(PartialEq, Clone, Copy)]
enum LineKind {
    /// `| a | 1 |`
    Row,
    /// `voice "Calls" in minute`
    Member,
    Plain,
}

impl Line {
    fn new(text: &str, line: &str, tokens: &[Token]) -> Line {
        let comment = tokens.last().filter(|token| token.kind == TokenKind::Comment);
        let words: Vec<&Token> = tokens.iter().filter(|token| token.kind != TokenKind::Comment).collect();
        let indent = line.chars().take_while(|letter| [' ', '\t'].contains(letter)).count();
        let kind = kind_of(text, &words, indent);
        let cells = match kind {
            LineKind::Row => words[1..words.len() - 1].split(is_pipe).map(|cell| join(text, cell)).collect(),
            LineKind::Member => vec![join(text, &words[..1]), join(text, &words[1..2]), join(text, &words[2..])],
            LineKind::Plain => vec![join(text, &words)],
        };
        let comment = comment.map_or("", |token| slice(text, token).trim_end()).to_string();
        Line { indent: if indent > 0 { indent.max(4) } else { 0 }, cells, kind, comment }
    }

    fn text(&self) -> String {
        let body = match self.kind {
            LineKind::Row => format!("| {} |", self.cells.join(" | ")),
            _ => self.cells.join(" ").trim_end().to_string(),
        };
        let gap = if body.is_empty() || self.comment.is_empty() { "" } else { "  " };
        format!("{}{body}{gap}{}", " ".repeat(self.indent), self.comment).trim_end().to_string()
    }
}

fn is_pipe(token: &&Token) -> bool {
    matches!(token.kind, TokenKind::Symbol("|"))
}

/// The text of a token.
fn slice<'t>(text: &'t str, token: &Token) -> &'t str {
    &text[token.span.start as usize..token.span.end as usize]
}

fn kind_of(text: &str, words: &[&Token], indent: usize) -> LineKind {
    let is_row = words.first().is_some_and(is_pipe) && words.last().is_some_and(is_pipe);
    if words.len() > 1 && is_row {
        return LineKind::Row;
    }
    match words {
        [key, label, rest @ ..] if indent > 0 && is_key(text, key) && matches!(label.kind, TokenKind::Text(_)) => {
            if rest.is_empty() || slice(text, rest[0]) == "in" {
                LineKind::Member
            } else {
                LineKind::Plain
            }
        }
        _ => LineKind::Plain,
    }
}

/// Whether a word can be the key of a member: `source "..."` and `note "..."` end an item.
fn is_key(text: &str, token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word(_)) && !["source", "note"].contains(&slice(text, token))
}

fn join(text: &str, words: &[&Token]) -> String {
    let mut joined = String::new();
    for (position, token) in words.iter().enumerate() {
        let before = position.checked_sub(1).map(|previous| words[previous]);
        if before.is_some_and(|before| wants_space(before, token, position.checked_sub(2).map(|i| words[i]))) {
            joined.push(' ');
        }
        joined.push_str(slice(text, token));
    }
    joined
}

/// The sign of an operator or bracket, nothing of any other token.
fn symbol(token: &Token) -> &'static str {
    if let TokenKind::Symbol(symbol) = token.kind { symbol } else { "" }
}

/// Whether a space stands between two tokens.
fn wants_space(before: &Token, token: &Token, earlier: Option<&Token>) -> bool {
    let word = matches!(before.kind, TokenKind::Word(_));
    match (symbol(before), symbol(token)) {
        ("(" | "[" | ".." | "^", _) | (_, ")" | "]" | "," | ".." | "^") => false,
        // paths and units are written without spaces, sums and quotients as the author wrote them
        (_, "/" | "*") | ("/" | "*", _) => !token.adjoins,
        ("-", _) if earlier.is_none_or(is_operator) => false,
        ("-", _) | (_, "-") => !token.adjoins,
        (_, "(") if word => !token.adjoins,
        (_, "[") => false,
        (_, ":") => !is_alias(before),
        _ => true,
    }
}

fn is_operator(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Symbol(symbol) if ![")", "]"].contains(&symbol))
        || matches!(&token.kind, TokenKind::Word(word) if ["then", "else", "and", "or", "not", "if", "beyond", "where"].contains(&&**word))
}

/// An alias (`from: centre`) has no space before its colon, a type (`"Label" : unit`) has.
fn is_alias(before: &Token) -> bool {
    matches!(before.kind, TokenKind::Word(_))
}

/// Pads the columns of neighbouring lines of one kind.
fn align_tables(lines: &mut [Line]) {
    let mut start = 0;
    while start < lines.len() {
        let kind = lines[start].kind;
        let end = (start..lines.len()).find(|at| lines[*at].kind != kind).unwrap_or(lines.len());
        if kind != LineKind::Plain {
            align(&mut lines[start..end]);
        }
        start = end;
    }
}

fn align(rows: &mut [Line]) {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for column in 0..columns {
        let width =
            rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
        for cell in rows.iter_mut().filter_map(|row| row.cells.get_mut(column)) {
            let padding = width - cell.chars().count();
            cell.push_str(&" ".repeat(padding));
        }
    }
}
