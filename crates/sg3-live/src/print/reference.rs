//! References: a cell where everything is known or moves with the cell that is copied; else an `INDEX` of a range.

use super::Printer;
use crate::book::block::Block;
use crate::formula::{Bound, Reading, Where};
use sg3_workbook::column_letters;
use std::fmt;

/// A rectangle of cells; which of its edges move as the formula is copied: first row, last row, first column, last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    pub rows: (u32, u32),
    pub columns: (u16, u16),
    pub relative: [bool; 4],
    /// Whether it stands for members however few there are: not every program takes one cell where it expects a range.
    pub spans: bool,
}

/// Where along the rows, or the columns, of a block.
struct Along {
    first: i64,
    last: i64,
    relative: (bool, bool),
    /// Whether it goes from one to the other, though they may be the same.
    spans: bool,
    /// Which of them, counted from 1, if only the cell itself can say.
    index: Option<String>,
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = |relative: bool| if relative { "" } else { "$" };
        let cell = |f: &mut fmt::Formatter<'_>, (column, column_moves): (u16, bool), (row, row_moves): (u32, bool)| {
            let column = column_letters(column.into());
            write!(f, "{}{column}{}{}", mark(column_moves), mark(row_moves), row + 1)
        };
        let [first_row, last_row, first_column, last_column] = self.relative;
        cell(f, (self.columns.0, first_column), (self.rows.0, first_row))?;
        if self.spans || self.rows.0 != self.rows.1 || self.columns.0 != self.columns.1 {
            f.write_str(":")?;
            cell(f, (self.columns.1, last_column), (self.rows.1, last_row))?;
        }
        Ok(())
    }
}

impl Printer<'_> {
    /// The cells that a reading means.
    pub(crate) fn reading(&mut self, reading: &Reading) -> String {
        let block = self.book.block(reading.block);
        let (Some(rows), Some(columns)) = (self.rows(block, reading), self.columns(block, reading)) else {
            return "NA()".to_owned();
        };
        let place = block.place.expect("blocks are arranged before they are printed");
        let range = Range {
            rows: ((place.row as i64 + rows.first) as u32, (place.row as i64 + rows.last) as u32),
            columns: ((place.column as i64 + columns.first) as u16, (place.column as i64 + columns.last) as u16),
            relative: [rows.relative.0, rows.relative.1, columns.relative.0, columns.relative.1],
            spans: rows.spans || columns.spans,
        };
        let text = self.on_sheet(block, range);
        match (rows.index, columns.index) {
            (None, None) => text,
            (Some(row), Some(column)) => format!("INDEX({text},{row},{column})"),
            // a whole row or column of what is met where the other way is gone along
            (Some(row), None) if columns.first != columns.last => format!("INDEX({text},{row},0)"),
            (None, Some(column)) if rows.first != rows.last => format!("INDEX({text},0,{column})"),
            (Some(index), None) | (None, Some(index)) => format!("INDEX({text},{index})"),
        }
    }

    fn on_sheet(&self, block: &Block, range: Range) -> String {
        let sheet = block.place.map(|place| place.sheet);
        match sheet == self.block.place.map(|place| place.sheet) {
            true => range.to_string(),
            false => {
                let name = &self.book.sheets[sheet.expect("it is arranged")].name;
                format!("'{}'!{range}", name.replace('\'', "''"))
            }
        }
    }

    fn rows(&mut self, block: &Block, reading: &Reading) -> Option<Along> {
        let mut rows = Along { first: 0, last: 0, relative: (false, false), spans: false, index: None };
        for axis in block.down() {
            let count = block.shape[axis] as i64;
            let along = self.along(block, axis, &reading.places[axis])?;
            rows.first = rows.first * count + along.first;
            rows.last = rows.last * count + along.last;
            rows.relative.0 |= along.relative.0;
            rows.relative.1 |= along.relative.1;
            rows.spans |= along.spans;
            if along.index.is_some() {
                rows.index = along.index;
            }
        }
        Some(rows)
    }

    fn columns(&mut self, block: &Block, reading: &Reading) -> Option<Along> {
        match block.across {
            None => Some(Along { first: 0, last: 0, relative: (false, false), spans: false, index: None }),
            Some(axis) => self.along(block, axis, &reading.places[axis]),
        }
    }

    /// Where along an axis of what is read; nothing where a shift leaves it.
    fn along(&mut self, block: &Block, axis: usize, place: &Where) -> Option<Along> {
        let count = block.shape[axis] as i64;
        let goes_across = block.across == Some(axis);
        let at = |position: i64, moves: bool| Along {
            first: position,
            last: position,
            relative: (moves, moves),
            spans: false,
            index: None,
        };
        let any = |index: String| Along {
            first: 0,
            last: count - 1,
            relative: (false, false),
            spans: true,
            index: Some(index),
        };
        match place {
            Where::At(position) => Some(at(*position as i64, false)),
            Where::Along(own) | Where::Shifted(own, _) => {
                let steps = if let Where::Shifted(_, steps) = place { *steps } else { 0 };
                let moves_across = self.block.across == Some(*own);
                let position = self.place[*own] as i64 + steps;
                if moves_across && !goes_across && count == 1 && steps == 0 {
                    return Some(at(0, false));
                }
                if moves_across && !goes_across {
                    let index = self.position(*own);
                    return Some(any(match steps {
                        0 => index,
                        steps => format!("{index}{}{}", if steps < 0 { "-" } else { "+" }, steps.abs()),
                    }));
                }
                // copied across, a reference may point beside the block where nobody looks at it
                let inside = (0..count).contains(&position) || moves_across;
                inside.then(|| at(position, moves_across || !goes_across))
            }
            Where::Number(dimension, number) => {
                let text = self.number(number).0;
                Some(any(if (self.is_numbered)(*dimension) {
                    format!("MATCH({text},{},0)", self.list(*dimension, super::LIST_NUMBER))
                } else {
                    text
                }))
            }
            Where::Nth(number) => Some(any(self.number(number).0)),
            Where::Bound(bound) => Some(self.span(goes_across, *bound)),
        }
    }

    fn span(&self, goes_across: bool, bound: usize) -> Along {
        let Bound { from, count, limit } = self.fold[bound];
        match limit {
            None => {
                Along { first: from as i64, last: count as i64 - 1, relative: (false, false), spans: true, index: None }
            }
            Some((axis, upto)) => {
                let moves = self.block.across == Some(axis) && goes_across;
                let position = self.place[axis] as i64;
                let (first, last) = match (upto, moves) {
                    (true, _) => (0, position),
                    // from the column before the first, so that the formula can be copied across
                    (false, true) => (-1, position - 1),
                    (false, false) => (0, position - 1),
                };
                Along { first, last, relative: (false, moves), spans: true, index: None }
            }
        }
    }

    /// Whether the fold goes over nothing here, where that is known cell by cell.
    pub(crate) fn fold_is_empty(&self) -> bool {
        self.fold.iter().any(|bound| match bound.limit {
            Some((axis, false)) => self.block.across != Some(axis) && self.place[axis] == 0,
            _ => false,
        })
    }

    /// The number of the member where an axis of the block is, or all of those that a fold goes along.
    pub(crate) fn axis(&self, place: &Where) -> String {
        let own = self.block.place.expect("blocks are arranged before they are printed");
        match place {
            Where::Along(axis) if self.block.across == Some(*axis) => {
                let column = own.column + self.place[*axis] as u16;
                one(own.heading_row(), false, column, true)
            }
            Where::Along(axis) => {
                let row = own.row + self.block.row_of(&self.place) as u32;
                one(row, true, self.block.number_column(*axis), false)
            }
            Where::Bound(bound) => {
                let span = self.span(true, *bound);
                let range = Range {
                    rows: (own.heading_row(), own.heading_row()),
                    columns: ((own.column as i64 + span.first) as u16, (own.column as i64 + span.last) as u16),
                    relative: [false, false, span.relative.0, span.relative.1],
                    spans: true,
                };
                range.to_string()
            }
            _ => "NA()".to_owned(),
        }
    }

    /// How many members it is from the first to here.
    pub(crate) fn position(&self, axis: usize) -> String {
        let own = self.block.place.expect("blocks are arranged before they are printed");
        let numbered = (self.is_numbered)(self.block.axes[axis].dimension);
        match (self.block.across == Some(axis), numbered) {
            (_, false) => self.axis(&Where::Along(axis)),
            (true, true) => {
                let last = own.column + self.place[axis] as u16;
                let range = Range {
                    rows: (own.heading_row(), own.heading_row()),
                    columns: (own.column, last),
                    relative: [false, false, false, true],
                    spans: true,
                };
                format!("COLUMNS({range})")
            }
            (false, true) => {
                let list = self.list(self.block.axes[axis].dimension, super::LIST_NUMBER);
                format!("MATCH({},{list},0)", self.axis(&Where::Along(axis)))
            }
        }
    }

    pub(crate) fn count(&self, axis: usize) -> String {
        let own = self.block.place.expect("blocks are arranged before they are printed");
        match self.block.across == Some(axis) {
            true => {
                let range = Range {
                    rows: (own.heading_row(), own.heading_row()),
                    columns: (own.column, own.column + self.block.shape[axis] as u16 - 1),
                    relative: [false; 4],
                    spans: true,
                };
                format!("COLUMNS({range})")
            }
            false => format!("ROWS({})", self.list(self.block.axes[axis].dimension, super::LIST_NUMBER)),
        }
    }
}

fn one(row: u32, row_moves: bool, column: u16, column_moves: bool) -> String {
    let relative = [row_moves, row_moves, column_moves, column_moves];
    Range { rows: (row, row), columns: (column, column), relative, spans: false }.to_string()
}
