//! Where a result is shown: now, as delivered, change. Where several members go across, three bands below each other; else
//! three columns.

use super::chart_kind::ChartKind;
use super::columns::VALUES;
use crate::book::BlockId;
use crate::draw::canvas::Canvas;

/// Where a result is shown.
#[derive(Debug, Clone, Copy)]
pub(in crate::draw) struct ResultTable {
    pub(in crate::draw) block: BlockId,
    top: u32,
    pub(super) rows: u32,
    pub(in crate::draw) goes_across: bool,
    pub(super) chart: Option<ChartKind>,
}

impl ResultTable {
    /// From a row on.
    pub(super) fn at(canvas: &Canvas, id: BlockId, top: u32, may_have_chart: bool) -> ResultTable {
        let block = canvas.book.block(id);
        let chart = ChartKind::of(canvas, block).filter(|_| may_have_chart);
        let rows = block.rows() as u32;
        ResultTable { block: id, top, rows, goes_across: block.columns() > 1, chart }
    }

    /// Its first row, with the title.
    pub(super) fn top(&self) -> u32 {
        self.top
    }

    /// The row with the members across, or the heads of columns.
    pub(super) fn heading(&self) -> u32 {
        self.top + 2
    }

    /// Where the figure stands as it is now.
    pub(in crate::draw) fn now(&self, row: usize, column: usize) -> (u32, u16) {
        (self.heading() + 1 + row as u32, VALUES + column as u16)
    }

    /// Where the figure stands as it was delivered.
    pub(in crate::draw) fn delivered(&self, row: usize, column: usize) -> (u32, u16) {
        let (at, column) = self.now(row, column);
        if self.goes_across { (at + self.rows + 1, column) } else { (at, column + 1) }
    }

    /// Where its change stands.
    pub(in crate::draw) fn change(&self, row: usize, column: usize) -> (u32, u16) {
        let (at, column) = self.now(row, column);
        if self.goes_across { (at + 2 * (self.rows + 1), column) } else { (at, column + 2) }
    }

    /// How many bands there are, one below the other.
    pub(super) fn bands(&self) -> u32 {
        if self.goes_across { 3 } else { 1 }
    }

    /// The row where its chart begins.
    pub(super) fn chart_row(&self) -> u32 {
        self.heading() + self.bands() * (self.rows + 1)
    }

    /// One past its last row, and past the blank one below.
    pub(in crate::draw) fn end(&self) -> u32 {
        self.chart_row() + self.chart.map_or(0, |kind| kind.rows(self.rows)) + 1
    }
}
