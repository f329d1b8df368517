//! Tables as written.

use super::equality::equal_wherever_they_stand;
use super::expression::Expression;
use crate::source::Span;

/// A table as written.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its rows, the header among them.
    pub rows: Vec<Vec<Cell>>,
    /// Written on one line, as pairs.
    pub inline: bool,
    /// Axes that `use ... over` has put behind those for which the table was written: no column names them.
    pub appended: usize,
    /// The whole table in the text.
    pub span: Span,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Nothing if it is blank.
    pub value: Option<Expression>,
    /// Where the cell stands in the text.
    pub span: Span,
}

equal_wherever_they_stand! {
    Table: rows, inline, appended;
    Cell: value;
}

impl Cell {
    /// The expression, unless the cell is blank.
    pub fn expression(&self) -> Option<&Expression> {
        self.value.as_ref()
    }
}
