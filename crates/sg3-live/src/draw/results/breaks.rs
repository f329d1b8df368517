//! Where printed pages end: no table and no picture is cut in two if it fits on a page.

use super::table::{Table, row_label};
use super::{LABEL, UNIT, VALUES, WIDTHS};
use crate::draw::Canvas;
use crate::draw::page::{LABEL_WIDTH, VALUE_WIDTH};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::write::cells::lines;

/// An A4 sheet across between its margins, in points.
const PAGE: (f64, f64) = (769.0, 500.0);

/// The rows that every page repeats.
const REPEATED: f64 = 42.0;

/// A row of one line.
const ROW: f64 = 15.0;

/// A column takes as many points for each nought, and some for its edges.
const NOUGHT: f64 = 5.25;

const EDGES: f64 = 3.75;

/// Some programs measure noughts in parts of a dot; columns are up to so much wider there.
const WIDER: f64 = 1.08;

/// No smaller scale is printed, in per cent.
const LEAST: f64 = 10.0;

/// More breaks no program bears.
const MOST_BREAKS: usize = 1_023;

/// Columns of links to what a result is made of.
const LINKS: u16 = 6;

/// Sets scale and breaks. Breaks hold only where the scale is said: programs that fit a sheet to pages pay them no heed.
pub fn set(canvas: &Canvas, tables: &[Table], page: &mut Worksheet) -> Result<(), XlsxError> {
    let scale = (PAGE.0 / (width(canvas, tables) * WIDER)).min(1.0);
    let scale = (scale * 100.0).floor().max(LEAST);
    let room = (PAGE.1 * 100.0 / scale - REPEATED) * 0.96;
    let mut rows = breaks(&pieces(canvas, tables, room), room);
    rows.truncate(MOST_BREAKS);
    page.set_print_scale(scale as u16).set_page_breaks(&rows)?;
    Ok(())
}

/// All columns, in points.
fn width(canvas: &Canvas, tables: &[Table]) -> f64 {
    let columns = |table: &Table| canvas.book.block(table.block).columns() as u16;
    let values = tables.iter().map(columns).max().unwrap_or(0).max(LINKS);
    let widths = WIDTHS.into_iter().chain(std::iter::repeat_n(VALUE_WIDTH, usize::from(values)));
    debug_assert_eq!((LABEL, UNIT, VALUES), (1, 2, WIDTHS.len() as u16));
    widths.map(|width| width * NOUGHT + EDGES).sum()
}

/// What should not be cut: the first row of each, and how high it is.
fn pieces(canvas: &Canvas, tables: &[Table], room: f64) -> Vec<(u32, f64)> {
    tables.iter().flat_map(|table| of_table(canvas, table, room)).collect()
}

/// A table with its picture; the two by themselves if they do not fit on a page together; and if the table alone does not, its
/// bands (now, as delivered, change) by themselves.
fn of_table(canvas: &Canvas, table: &Table, room: f64) -> Vec<(u32, f64)> {
    let block = canvas.book.block(table.block);
    let label = |row: usize| row_label(canvas, block, &block.place_of(row, 0));
    let rows = (0..block.rows()).map(|row| ROW.max(13.0 * lines(&label(row), LABEL_WIDTH - 1.0) as f64 + 2.0));
    let band = head(canvas, table) + rows.sum::<f64>();
    let bands = table.bands();
    let (title, whole) = (2.0 * ROW, 2.0 * ROW + f64::from(bands) * band);
    let picture = f64::from(table.end() - 1 - table.picture()) * ROW;
    if whole + picture <= room {
        return vec![(table.first(), whole + picture)];
    }
    let mut pieces = match whole <= room {
        true => vec![(table.first(), whole)],
        false => (0..bands).map(|number| (table.heading() + number * (table.rows + 1), band)).collect(),
    };
    pieces[0].0 = table.first();
    pieces[0].1 += if whole <= room { 0.0 } else { title };
    pieces.extend((picture > 0.0).then_some((table.picture(), picture)));
    pieces
}

/// The row above the values: as high as the longest member.
fn head(canvas: &Canvas, table: &Table) -> f64 {
    let block = canvas.book.block(table.block);
    let members = block.across.map(|axis| block.axes[axis].dimension);
    let labels = members.into_iter().flat_map(|dimension| (0..block.columns()).map(move |at| (dimension, at)));
    let most = labels.map(|(dimension, at)| lines(canvas.label(dimension, at), VALUE_WIDTH - 1.0)).max();
    13.5 * most.unwrap_or(1) as f64 + 3.0
}

/// Rows before which a page ends, so that pieces that fit on a page are not cut.
fn breaks(pieces: &[(u32, f64)], room: f64) -> Vec<u32> {
    let mut found = Vec::new();
    let mut used = 0.0;
    for (row, height) in pieces {
        if used > 0.0 && used + height > room {
            found.push(*row);
            used = 0.0;
        }
        // of what is higher than a page the rest stands on the last one
        used += if *height > room { height % room } else { *height } + ROW;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::breaks;

    #[test]
    fn pages_end_before_what_would_be_cut() {
        assert_eq!(breaks(&[(3, 100.0), (20, 100.0), (40, 100.0)], 250.0), [40]);
        assert_eq!(breaks(&[(3, 100.0), (20, 200.0), (40, 20.0)], 250.0), [20]);
        assert_eq!(breaks(&[(3, 1000.0), (90, 20.0), (100, 300.0)], 400.0), [100]);
        assert_eq!(breaks(&[(3, 395.0), (90, 20.0)], 400.0), [90]);
        assert_eq!(breaks(&[], 400.0), [0; 0]);
    }
}
