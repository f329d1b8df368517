//! References: a cell where everything is known or moves with the cell that is copied; else an `INDEX` of a range.

use super::printer::Printer;
use super::range::{Range, quoted_sheet};
use crate::book::formula::{Coordinate, FoldRange, Reference};
use crate::book::stored_layout::members;
use crate::book::{Block, BlockPlace};

/// Which rows, or columns, of a block are meant, counted from its first.
pub(super) struct Extent {
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) relative: (bool, bool),
    /// Whether it goes from one to the other, though they may be the same.
    spans: bool,
    /// Which of them, counted from 1, if only the cell itself can say.
    index: Option<String>,
}

impl Extent {
    fn one(position: i64, moves: bool) -> Extent {
        Extent { first: position, last: position, relative: (moves, moves), spans: false, index: None }
    }

    fn from_to(first: i64, last: i64, relative: (bool, bool)) -> Extent {
        Extent { first, last, relative, spans: true, index: None }
    }

    fn indexed(count: i64, index: String) -> Extent {
        Extent { index: Some(index), ..Extent::from_to(0, count - 1, (false, false)) }
    }
}

impl Printer<'_> {
    /// The cells that a reference means.
    pub(super) fn reference(&mut self, reference: &Reference) -> String {
        let block = self.book.block(reference.block);
        let (Some(rows), Some(columns)) = (self.rows(block, reference), self.columns(block, reference)) else {
            return "NA()".to_owned();
        };
        let text = self.on_sheet(block, &rows, &columns);
        match (&rows.index, &columns.index) {
            (None, None) => text,
            (Some(row), Some(column)) => format!("INDEX({text},{row},{column})"),
            // a whole row or column of what is met where the other way is gone along
            (Some(row), None) if columns.first != columns.last => format!("INDEX({text},{row},0)"),
            (None, Some(column)) if rows.first != rows.last => format!("INDEX({text},0,{column})"),
            (Some(index), None) | (None, Some(index)) => format!("INDEX({text},{index})"),
        }
    }

    /// The range, with its sheet if that is another than the formula's.
    fn on_sheet(&self, block: &Block, rows: &Extent, columns: &Extent) -> String {
        let place = block.place.expect("blocks are arranged before they are printed");
        let range = range_of(place, rows, columns);
        if place.sheet == self.own_place().sheet {
            range.to_string()
        } else {
            format!("{}!{range}", quoted_sheet(&self.book.sheets[place.sheet].name))
        }
    }

    fn rows(&mut self, block: &Block, reference: &Reference) -> Option<Extent> {
        let mut rows = Extent::one(0, false);
        for axis in block.down() {
            // rows of the axes before are so many times as far apart as this one has members
            let count = block.shape[axis] as i64;
            let extent = self.extent(block, axis, &reference.places[axis])?;
            rows.first = rows.first * count + extent.first;
            rows.last = rows.last * count + extent.last;
            rows.relative.0 |= extent.relative.0;
            rows.relative.1 |= extent.relative.1;
            rows.spans |= extent.spans;
            rows.index = extent.index.or(rows.index);
        }
        Some(rows)
    }

    fn columns(&mut self, block: &Block, reference: &Reference) -> Option<Extent> {
        match block.across {
            None => Some(Extent::one(0, false)),
            Some(axis) => self.extent(block, axis, &reference.places[axis]),
        }
    }

    /// Which members along an axis of what is read; nothing where a shift leaves it.
    fn extent(&mut self, block: &Block, axis: usize, place: &Coordinate) -> Option<Extent> {
        let count = block.shape[axis] as i64;
        let goes_across = block.across == Some(axis);
        match place {
            Coordinate::At(position) => Some(Extent::one(*position as i64, false)),
            Coordinate::Along(own) => self.own_extent(*own, 0, count, goes_across),
            Coordinate::Shifted(own, steps) => self.own_extent(*own, *steps, count, goes_across),
            Coordinate::Number(dimension, number) => {
                let text = self.number(number).0;
                if !self.model.dimension(*dimension).is_numbered() {
                    return Some(Extent::indexed(count, text));
                }
                let numbers = self.member_list(*dimension, members::NUMBER);
                Some(Extent::indexed(count, format!("MATCH({text},{numbers},0)")))
            }
            Coordinate::Nth(number) => Some(Extent::indexed(count, self.number(number).0)),
            Coordinate::Bound(bound) => Some(self.bound_extent(goes_across, *bound)),
        }
    }

    /// So many steps from where an axis of the formula's block is.
    fn own_extent(&self, own: usize, steps: i64, count: i64, goes_across: bool) -> Option<Extent> {
        let moves_across = self.block.across == Some(own);
        if moves_across && !goes_across {
            // the formula is copied along a row, and what it reads stands in a column
            let is_single = count == 1 && steps == 0;
            return Some(if is_single { Extent::one(0, false) } else { self.own_index(own, steps, count) });
        }
        let position = self.place[own] as i64 + steps;
        // copied across, a reference may point beside the block where nobody looks at it
        let is_inside = (0..count).contains(&position) || moves_across;
        is_inside.then(|| Extent::one(position, moves_across || !goes_across))
    }

    fn own_index(&self, own: usize, steps: i64, count: i64) -> Extent {
        let index = self.position(own);
        Extent::indexed(
            count,
            match steps {
                0 => index,
                steps => format!("{index}{}{}", if steps < 0 { "-" } else { "+" }, steps.abs()),
            },
        )
    }

    /// The members that a fold goes along.
    pub(super) fn bound_extent(&self, goes_across: bool, bound: usize) -> Extent {
        let FoldRange { from, count, limit } = self.fold[bound];
        let Some((axis, upto)) = limit else {
            return Extent::from_to(from as i64, count as i64 - 1, (false, false));
        };
        let moves = self.block.across == Some(axis) && goes_across;
        let position = self.place[axis] as i64;
        let (first, last) = match (upto, moves) {
            (true, _) => (0, position),
            // from the column before the first, so that the formula can be copied across
            (false, true) => (-1, position - 1),
            (false, false) => (0, position - 1),
        };
        Extent::from_to(first, last, (false, moves))
    }

    /// Whether the fold goes over nothing here, where that is known cell by cell.
    pub(super) fn fold_is_empty(&self) -> bool {
        self.fold.iter().any(|range| match range.limit {
            Some((axis, false)) => self.block.across != Some(axis) && self.place[axis] == 0,
            _ => false,
        })
    }
}

fn range_of(place: BlockPlace, rows: &Extent, columns: &Extent) -> Range {
    Range {
        rows: ((i64::from(place.row) + rows.first) as u32, (i64::from(place.row) + rows.last) as u32),
        columns: ((i64::from(place.column) + columns.first) as u16, (i64::from(place.column) + columns.last) as u16),
        relative: [rows.relative.0, rows.relative.1, columns.relative.0, columns.relative.1],
        spans: rows.spans || columns.spans,
    }
}
