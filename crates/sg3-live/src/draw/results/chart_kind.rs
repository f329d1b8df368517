//! Which chart a result is shown as.

use crate::book::Block;
use crate::draw::canvas::Canvas;
use crate::draw::row_units::row_unit;
use sg3_lang::model::Kind;
use sg3_workbook::write::palette::SERIES;

/// Rows that a chart of lines covers.
const ROWS: u32 = 15;
/// More lines than there are colours cannot be told apart.
pub(super) const MOST_LINES: usize = SERIES.len();
const MOST_BARS: usize = 16;

/// What a result is best seen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draw) enum ChartKind {
    /// One line for each row, over the years.
    Lines,
    /// One bar for each row.
    Bars,
}

impl ChartKind {
    /// What a result is best seen as, if it is worth seeing: all of its rows in one unit, a few of them.
    pub(super) fn of(canvas: &Canvas, block: &Block) -> Option<ChartKind> {
        if !matches!(block.kind, Kind::Number(_)) || !has_one_unit(canvas, block) || !has_figures(block) {
            return None;
        }
        let rows = block.rows();
        let over_time =
            block.across.is_some_and(|axis| canvas.material.model.dimension(block.axes[axis].dimension).step.is_some());
        if over_time && rows <= MOST_LINES && block.columns() > 1 {
            return Some(ChartKind::Lines);
        }
        (block.columns() == 1 && (2..=MOST_BARS).contains(&rows)).then_some(ChartKind::Bars)
    }

    /// Rows that the chart of a result of some rows covers.
    pub(super) fn rows(self, rows: u32) -> u32 {
        match self {
            ChartKind::Lines => ROWS,
            ChartKind::Bars => 4 + rows * 3 / 2,
        }
    }
}

fn has_one_unit(canvas: &Canvas, block: &Block) -> bool {
    let mut units = (0..block.rows()).map(|row| row_unit(canvas, block, &block.place_of(row, 0)));
    let first = units.next();
    units.all(|unit| Some(unit) == first)
}

fn has_figures(block: &Block) -> bool {
    block.values.iter().any(|value| value.is_finite() && *value != 0.0)
}
