//! Where printed pages end: no table and no chart is cut in two if it fits on a page.

use super::columns::{LABEL, UNIT, VALUES, WIDTHS};
use super::result_table::ResultTable;
use super::row_label::row_label;
use crate::book::Block;
use crate::draw::canvas::Canvas;
use crate::draw::widths::{LABEL_WIDTH, VALUE_WIDTH};
use crate::draw::writer::{Worksheet, XlsxError};
use sg3_workbook::write::text::count_lines;

/// An A4 sheet across between its margins, in points.
const PAGE: (f64, f64) = (769.0, 500.0);
/// The rows that every page repeats.
const REPEATED: f64 = 42.0;
/// A row of one line.
const ROW: f64 = 15.0;
/// A column takes as many points for each zero, and some for its edges.
const ZERO: f64 = 5.25;
const EDGES: f64 = 3.75;
/// Some programs measure zeros in parts of a dot; columns are up to so much wider there.
const WIDER: f64 = 1.08;
/// No smaller scale is printed, in per cent.
const LEAST: f64 = 10.0;
/// More breaks no program bears.
const MOST_BREAKS: usize = 1_023;
/// Columns of links to what a result is made of.
const LINKS: u16 = 6;

/// Sets scale and breaks. Breaks hold only where the scale is given: programs that fit a sheet to pages ignore them.
pub(super) fn set_page_breaks(canvas: &Canvas, tables: &[ResultTable], page: &mut Worksheet) -> Result<(), XlsxError> {
    let scale = (PAGE.0 / (width(canvas, tables) * WIDER)).min(1.0);
    let scale = (scale * 100.0).floor().max(LEAST);
    let available = (PAGE.1 * 100.0 / scale - REPEATED) * 0.96;
    let mut rows = breaks(&pieces(canvas, tables, available), available);
    rows.truncate(MOST_BREAKS);
    page.set_print_scale(scale as u16).set_page_breaks(&rows)?;
    Ok(())
}

/// All columns, in points.
fn width(canvas: &Canvas, tables: &[ResultTable]) -> f64 {
    let columns = tables.iter().map(|table| canvas.book.block(table.block).columns() as u16);
    let values = columns.max().unwrap_or(0).max(LINKS);
    let widths = WIDTHS.into_iter().chain(std::iter::repeat_n(VALUE_WIDTH, usize::from(values)));
    debug_assert_eq!((LABEL, UNIT, VALUES), (1, 2, WIDTHS.len() as u16));
    widths.map(|width| width * ZERO + EDGES).sum()
}

/// What should not be cut: the first row of each, and how high it is.
fn pieces(canvas: &Canvas, tables: &[ResultTable], available: f64) -> Vec<(u32, f64)> {
    tables.iter().flat_map(|table| pieces_of_table(canvas, table, available)).collect()
}

/// A table with its chart; the two by themselves if they do not fit on a page together; and if the table alone does not, its
/// bands (now, as delivered, change) by themselves.
fn pieces_of_table(canvas: &Canvas, table: &ResultTable, available: f64) -> Vec<(u32, f64)> {
    let block = canvas.book.block(table.block);
    let band = heading_height(canvas, table) + (0..block.rows()).map(|row| row_height(canvas, block, row)).sum::<f64>();
    let bands = table.bands();
    let (title, whole) = (2.0 * ROW, 2.0 * ROW + f64::from(bands) * band);
    let chart = f64::from(table.end() - 1 - table.chart_row()) * ROW;
    if whole + chart <= available {
        return vec![(table.top(), whole + chart)];
    }
    let mut pieces = vec![(table.top(), whole)];
    if whole > available {
        pieces = (0..bands).map(|number| (table.heading() + number * (table.rows + 1), band)).collect();
        pieces[0] = (table.top(), band + title);
    }
    pieces.extend((chart > 0.0).then_some((table.chart_row(), chart)));
    pieces
}

/// As high as its label.
fn row_height(canvas: &Canvas, block: &Block, row: usize) -> f64 {
    let label = row_label(canvas, block, &block.place_of(row, 0));
    ROW.max(13.0 * count_lines(&label, LABEL_WIDTH - 1.0) as f64 + 2.0)
}

/// The row above the values: as high as the longest member.
fn heading_height(canvas: &Canvas, table: &ResultTable) -> f64 {
    let block = canvas.book.block(table.block);
    let members = block.across.map(|axis| block.axes[axis].dimension);
    let labels = members.into_iter().flat_map(|dimension| (0..block.columns()).map(move |at| (dimension, at)));
    let most = labels.map(|(dimension, at)| count_lines(canvas.label(dimension, at), VALUE_WIDTH - 1.0)).max();
    13.5 * most.unwrap_or(1) as f64 + 3.0
}

/// Rows before which a page ends, so that pieces that fit on a page are not cut.
fn breaks(pieces: &[(u32, f64)], available: f64) -> Vec<u32> {
    let mut found = Vec::new();
    let mut used = 0.0;
    for (row, height) in pieces {
        if used > 0.0 && used + height > available {
            found.push(*row);
            used = 0.0;
        }
        // of what is higher than a page the rest stands on the last one
        used += if *height > available { height % available } else { *height } + ROW;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_before_what_would_be_cut() {
        assert_eq!(breaks(&[(3, 100.0), (20, 100.0), (40, 100.0)], 250.0), [40]);
        assert_eq!(breaks(&[(3, 100.0), (20, 200.0), (40, 20.0)], 250.0), [20]);
        assert_eq!(breaks(&[(3, 1000.0), (90, 20.0), (100, 300.0)], 400.0), [100]);
        assert_eq!(breaks(&[(3, 395.0), (90, 20.0)], 400.0), [90]);
        assert_eq!(breaks(&[], 400.0), [0; 0]);
    }
}
