//! Every result as delivered, as it is now, and what has changed; what it is made of; and a few pictures.

pub(crate) mod breaks;
pub(crate) mod chart;
pub(crate) mod parts;
pub(crate) mod table;

use super::page::{LABEL_WIDTH, VALUE_WIDTH};
use super::pen::Pen;
use super::{Canvas, frame};
use crate::book::BlockId;
use rust_xlsxwriter::{Worksheet, XlsxError};
use table::Table;

/// More pictures than this nobody looks at.
const MOST_CHARTS: usize = 6;

/// Of the sheet.
pub const NAME: &str = "Results";

const FIRST: u32 = 3;

/// Columns of the sheet.
pub(crate) const LABEL: u16 = 1;

pub(crate) const UNIT: u16 = 2;

pub(crate) const VALUES: u16 = 3;

/// Of the columns before those of values.
pub(crate) const WIDTHS: [f64; 3] = [3.0, LABEL_WIDTH, 16.0];

/// Where each result of the model is shown on the sheet.
pub fn tables(canvas: &Canvas) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let (mut row, mut charts) = (FIRST, 0);
    for (id, _) in canvas.material.model.outputs() {
        let Some(block) = canvas.book.of_quantity(id).filter(|id| is_shown(canvas, *id)) else { continue };
        let table = Table::at(canvas, block, row, charts < MOST_CHARTS);
        charts += usize::from(table.chart.is_some());
        row = table.end();
        tables.push(table);
    }
    tables
}

fn is_shown(canvas: &Canvas, id: BlockId) -> bool {
    let block = canvas.book.block(id);
    block.place.is_some() && block.cells() > 0
}

/// How many columns the sheet has.
pub fn columns(canvas: &Canvas, tables: &[Table]) -> usize {
    let columns = tables.iter().map(|table| canvas.book.block(table.block).columns());
    usize::from(VALUES) + columns.max().unwrap_or(0)
}

/// Draws the sheet.
pub fn draw(canvas: &Canvas, tables: &[Table], page: &mut Worksheet) -> Result<(), XlsxError> {
    let shape = frame::Frame { name: NAME, title: NAME, colour: 0x2E_7D_4F, panes: (2, UNIT), pages: 0 };
    frame::draw(canvas, page, shape)?;
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_column_range_width(VALUES, VALUES + 80, VALUE_WIDTH)?;
    breaks::set(canvas, tables, page)?;
    let mut pen = Pen { canvas, page };
    if tables.is_empty() {
        pen.words(FIRST, LABEL, "The data do not reach any result.", &canvas.styles.prose)?;
    }
    for table in tables {
        table.draw(&mut pen, tables)?;
        if let Some(chart) = table.chart {
            chart::draw(canvas, pen.page, table, chart)?;
        }
    }
    Ok(())
}
