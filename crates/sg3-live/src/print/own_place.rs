//! Where a formula stands: the number of the member of its row or column, and its position.

use super::printer::Printer;
use super::range::Range;
use crate::book::formula::Coordinate;
use crate::book::stored_layout::members;

impl Printer<'_> {
    /// The number of the member where an axis of the block is, or all of those that a fold goes along.
    pub(super) fn member_number(&self, place: &Coordinate) -> String {
        let own = self.own_place();
        match place {
            Coordinate::Along(axis) if self.block.across == Some(*axis) => {
                let column = own.column + self.place[*axis] as u16;
                Range::cell((own.heading_row(), false), (column, true)).to_string()
            }
            Coordinate::Along(axis) => {
                let row = own.row + self.block.row_of(&self.place) as u32;
                Range::cell((row, true), (self.block.number_column(*axis), false)).to_string()
            }
            Coordinate::Bound(bound) => {
                let extent = self.bound_extent(true, *bound);
                let columns =
                    ((i64::from(own.column) + extent.first) as u16, (i64::from(own.column) + extent.last) as u16);
                let rows = (own.heading_row(), own.heading_row());
                let relative = [false, false, extent.relative.0, extent.relative.1];
                Range { rows, columns, relative, spans: true }.to_string()
            }
            _ => "NA()".to_owned(),
        }
    }

    /// How many members it is from the first to here. Where members have numbers of their own they are counted.
    pub(super) fn position(&self, axis: usize) -> String {
        let dimension = self.block.axes[axis].dimension;
        if !self.model.dimension(dimension).is_numbered() {
            return self.member_number(&Coordinate::Along(axis));
        }
        if self.block.across == Some(axis) {
            let range = self.columns_across(self.place[axis] as u16);
            return format!("COLUMNS({})", Range { relative: [false, false, false, true], ..range });
        }
        let list = self.member_list(dimension, members::NUMBER);
        format!("MATCH({},{list},0)", self.member_number(&Coordinate::Along(axis)))
    }

    /// How many members an axis has.
    pub(super) fn count(&self, axis: usize) -> String {
        if self.block.across == Some(axis) {
            return format!("COLUMNS({})", self.columns_across(self.block.shape[axis] as u16 - 1));
        }
        format!("ROWS({})", self.member_list(self.block.axes[axis].dimension, members::NUMBER))
    }

    /// The numbers of members across, from the first to one so many columns on.
    fn columns_across(&self, steps: u16) -> Range {
        let own = self.own_place();
        Range::fixed((own.heading_row(), own.heading_row()), (own.column, own.column + steps))
    }
}
