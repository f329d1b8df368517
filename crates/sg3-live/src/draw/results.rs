//! Every result as delivered, as it is now, and what has changed; what it is made of; and a few charts.

mod chart;
mod chart_kind;
pub(super) mod columns;
mod components;
mod draw_table;
mod page_breaks;
pub(super) mod result_table;
mod row_label;

use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_frame};
use super::pen::Pen;
use super::widths::VALUE_WIDTH;
use super::writer::{Worksheet, XlsxError};
use crate::book::BlockId;
use crate::book::stored_layout::WorkbookVersion;
use columns::{FIRST_ROW, LABEL, NAME, UNIT, VALUES, WIDTHS};
use result_table::ResultTable;
use sg3_lang::model::QuantityId;
use sg3_workbook::write::palette::TAB_RESULTS;

/// More charts than this nobody looks at.
const MOST_CHARTS: usize = 6;

/// Where each result of the model is shown on the sheet.
pub(super) fn tables(canvas: &Canvas) -> Vec<ResultTable> {
    let mut tables: Vec<ResultTable> = Vec::new();
    let (mut row, mut charts) = (FIRST_ROW, 0);
    for id in in_order(canvas) {
        let Some(block) = canvas.book.of_quantity(id).filter(|id| is_shown(canvas, *id)) else { continue };
        let table = ResultTable::at(canvas, block, row, charts < MOST_CHARTS);
        charts += usize::from(table.chart.is_some());
        row = table.end();
        tables.push(table);
    }
    tables
}

/// Results in the order of the document; first those that the decision is about.
fn in_order(canvas: &Canvas) -> Vec<QuantityId> {
    let is_first = canvas.material.version == WorkbookVersion::First;
    let (mut ordered, others): (Vec<_>, Vec<_>) =
        canvas.material.model.outputs().partition(|(_, quantity)| quantity.headline && !is_first);
    ordered.extend(others);
    ordered.into_iter().map(|(id, _)| id).collect()
}

fn is_shown(canvas: &Canvas, id: BlockId) -> bool {
    let block = canvas.book.block(id);
    block.place.is_some() && block.cells() > 0
}

/// How many columns the sheet has.
pub(super) fn width(canvas: &Canvas, tables: &[ResultTable]) -> usize {
    let columns = tables.iter().map(|table| canvas.book.block(table.block).columns());
    usize::from(VALUES) + columns.max().unwrap_or(0)
}

/// Draws the sheet Results: one table, and perhaps a chart, for each result.
pub(super) fn draw_results(canvas: &Canvas, tables: &[ResultTable], page: &mut Worksheet) -> Result<(), XlsxError> {
    let frame = SheetFrame { name: NAME, title: NAME, colour: TAB_RESULTS, panes: (2, UNIT), pages: 0 };
    draw_frame(canvas, page, frame)?;
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_column_range_width(VALUES, VALUES + 80, VALUE_WIDTH)?;
    page_breaks::set_page_breaks(canvas, tables, page)?;
    let mut pen = Pen { canvas, page };
    if tables.is_empty() {
        pen.write_words(FIRST_ROW, LABEL, "The data do not reach any result.", &canvas.styles.prose)?;
    }
    for table in tables {
        draw_table::draw_table(&mut pen, table, tables)?;
        if let Some(kind) = table.chart {
            chart::draw_chart(canvas, pen.page, table, kind)?;
        }
    }
    Ok(())
}
