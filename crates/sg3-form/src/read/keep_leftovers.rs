//! Keeps what no layer holds: notes, facts about the form, answers, and every cell that nothing has read.

use crate::layout::key;
use crate::read::control_totals;
use crate::read::leftovers::UnmatchedCell;
use crate::read::reading::Reading;
use crate::tables::block;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageCell, PageRow};
use sg3_workbook::{Comment, Content, Workbook, format_address};
use std::collections::HashSet;

/// Cells that were read, by number of sheet, row and column.
type ReadCells = HashSet<(usize, u32, u32)>;

/// Keeps notes and what is left of each sheet, if they will be asked for.
pub(crate) fn keep_leftovers(reading: &mut Reading, workbook: &Workbook, pages: &[Page]) {
    let Some(mut read_cells) = reading.read_cells.take() else { return };
    reading.leftovers.scales = reading.named_scales.clone();
    for page in pages {
        for block in block::find_blocks(page) {
            keep_form_facts(reading, page, &block, &mut read_cells);
        }
    }
    for page in pages {
        let comments = workbook.comments(page.number).into_iter().filter_map(strip_findings);
        reading.leftovers.comments.extend(comments.map(|comment| (page.name.to_string(), comment)));
        keep_unmatched(reading, page, &read_cells);
    }
}

/// Keeps the cells of a sheet that nothing has read, but not the sheet of findings: it is written anew.
fn keep_unmatched(reading: &mut Reading, page: &Page, read_cells: &ReadCells) {
    let blocks = block::find_blocks(page);
    let has_tables = blocks.iter().any(|block| reading.index.find_table(block).is_some());
    let (findings, outside) = (find_first_row(&blocks, key::FINDINGS), find_first_row(&blocks, key::OUTSIDE));
    let is_asked = |row: &&PageRow| !row.has_text(0, is_form_mark) && findings.is_none_or(|first| row.row < first);
    for row in page.rows.iter().filter(is_asked) {
        if outside.is_some_and(|first| row.row > first) {
            reading.leftovers.unmatched.extend(keep_again(row));
        } else {
            reading.leftovers.unmatched.extend(keep_row(page, row, has_tables, read_cells));
        }
    }
}

fn find_first_row(blocks: &[Block], key: &str) -> Option<u32> {
    blocks.iter().find(|block| block.key == key).map(|block| block.row)
}

/// The cells of a row that nothing has read. A label beside a figure of a row that was added, `Satellite  420`, is no
/// word of the form but might be one; that nothing of its row was read says that it belongs to the figure.
fn keep_row(page: &Page, row: &PageRow, has_tables: bool, read_cells: &ReadCells) -> Vec<UnmatchedCell> {
    // a formula that was never calculated says nothing: programs that save no values leave the form's own checks so
    let says = |cell: &&PageCell| !cell.is_blank() && cell.content != Content::Empty;
    let filled: Vec<&PageCell> = row.cells.iter().filter(says).collect();
    let (read, unread): (Vec<&PageCell>, Vec<&PageCell>) =
        filled.into_iter().partition(|cell| read_cells.contains(&(page.number, row.row, cell.column)));
    let keep = unread.into_iter().map(|cell| UnmatchedCell {
        at: format!("{}!{}", page.name, format_address(row.row, cell.column)),
        text: cell.text(),
        is_foreign: is_figure(cell) && has_tables,
        is_of_unread_row: read.is_empty(),
    });
    keep.collect()
}

/// Keeps what a table about the form says.
fn keep_form_facts(reading: &mut Reading, page: &Page, block: &Block, read_cells: &mut ReadCells) {
    if ![key::COVER, key::FILLED_BY, key::SIGNATURES, key::TOTALS].contains(&&*block.key) {
        return;
    }
    for row in block.rows(page).iter().filter(|row| !row.has_text(block.column, is_form_mark)) {
        let Some(key) = row.text_or_code(block.column) else { continue };
        let live = row.cells.iter().filter(|cell| cell.formula.is_some());
        read_cells.extend(live.map(|cell| (page.number, row.row, cell.column)));
        for (position, column) in block.columns.iter().filter(|(_, column)| column != key::LABEL) {
            let Some(cell) = row.filled_cell(*position) else { continue };
            read_cells.insert((page.number, row.row, *position));
            let content = match cell.content {
                Content::Number(number) if block.key == key::TOTALS => {
                    Content::Number(control_totals::find_scale(reading, &key).apply(number))
                }
                _ => cell.content.clone(),
            };
            reading.leftovers.about.insert((block.key.clone(), key.clone(), column.clone()), content);
        }
    }
}

fn is_figure(cell: &PageCell) -> bool {
    matches!(cell.content, Content::Number(_) | Content::Date(_) | Content::YesNo(_))
}

/// What an earlier reading kept already.
fn keep_again(row: &PageRow) -> Option<UnmatchedCell> {
    Some(UnmatchedCell {
        at: row.text_or_code(1)?,
        text: row.cell(2)?.text(),
        is_foreign: true,
        is_of_unread_row: false,
    })
}

/// Rows of keys and of headings.
fn is_form_mark(mark: &str) -> bool {
    mark.starts_with(key::MARK) || mark.starts_with(sg3_workbook::csv::CORNER)
}

/// A note without the findings that an earlier reading put below it.
fn strip_findings(comment: Comment) -> Option<Comment> {
    let text = comment.text.split(key::FINDINGS_BELOW).next().unwrap_or_default().trim().to_owned();
    (!text.is_empty()).then_some(Comment { text, ..comment })
}
