//! Tables between pipes, and what a case gives.

use super::cursor::{Cursor, Parsed, is_symbol};
use crate::ast::{Body, Cell, Given, GivenValue, Table};
use crate::lexer::Token;
use crate::source::Span;

impl Cursor<'_> {
    pub(super) fn body(&mut self) -> Parsed<Body> {
        if self.sees("|") { Ok(Body::Table(self.table()?)) } else { Ok(Body::Formula(self.expression()?)) }
    }

    pub(super) fn table(&mut self) -> Parsed<Table> {
        let start = self.here();
        let inline = self.peek().is_some_and(|token| !token.starts_line);
        let mut rows = vec![self.row()?];
        while !inline && self.sees("|") && self.peek().is_some_and(|token| token.starts_line) {
            rows.push(self.row()?);
        }
        let rows = if inline { pairs(&rows.remove(0)) } else { rows };
        Ok(Table { rows, inline, appended: 0, span: start.to(self.last()) })
    }

    /// The cells of one line: everything between its first and its last `|`.
    fn row(&mut self) -> Parsed<Vec<Cell>> {
        let mut line: Vec<Token> = self.next().into_iter().cloned().collect();
        while let Some(token) = self.peek().filter(|token| !token.starts_line) {
            if line.last().is_some_and(|last| is_symbol(last, "|")) && ends_table(token) {
                break;
            }
            line.push(token.clone());
            self.next();
        }
        if !line.last().is_some_and(|last| is_symbol(last, "|")) || line.len() < 2 {
            return self.fail("`|` at the end of the row");
        }
        let pipes: Vec<usize> = (0..line.len()).filter(|at| is_symbol(&line[*at], "|")).collect();
        pipes.windows(2).map(|pair| self.cell(&line[pair[0]..=pair[1]])).collect()
    }

    /// One cell, given with the pipes on both its sides.
    fn cell(&mut self, tokens: &[Token]) -> Parsed<Cell> {
        let (first, last) = (tokens[0].span, tokens[tokens.len() - 1].span);
        let span = Span { start: first.end, end: last.start, ..first };
        if tokens.len() == 2 {
            return Ok(Cell { value: None, span });
        }
        let mut inner = self.within(&tokens[1..tokens.len() - 1]);
        let value = inner.expression()?;
        if !inner.at_end() {
            return inner.fail("`|`");
        }
        Ok(Cell { span: value.span, value: Some(value) })
    }

    /// `name = value`, `name[place] = value`, `dimension = key, key`.
    pub(super) fn given(&mut self) -> Parsed<Given> {
        let place = self.place()?;
        self.expect("=")?;
        if self.sees("|") {
            return Ok(Given { place, value: GivenValue::Table(self.table()?) });
        }
        let mut values = vec![self.expression()?];
        while self.sees(",") && !self.next_given_follows() {
            self.next();
            values.push(self.expression()?);
        }
        let value = if values.len() == 1 { GivenValue::One(values.remove(0)) } else { GivenValue::Keys(values) };
        Ok(Given { place, value })
    }

    /// Whether behind the comma stands `name =` or `name[`, so that the comma separates givens, not keys.
    fn next_given_follows(&self) -> bool {
        self.peek_third().is_some_and(|token| is_symbol(token, "=") || is_symbol(token, "["))
    }
}

/// Behind the last pipe of a one-line table something else of the item may follow.
fn ends_table(token: &Token) -> bool {
    ["source", "note", "where"].iter().any(|word| super::cursor::is_word(token, word)) || is_symbol(token, ",")
}

fn pairs(cells: &[Cell]) -> Vec<Vec<Cell>> {
    cells.chunks(2).map(<[Cell]>::to_vec).collect()
}
