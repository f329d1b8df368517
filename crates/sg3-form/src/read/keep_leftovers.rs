//! What a submission holds beside the values that were understood, so that nothing of it is lost when the form is returned.

use crate::layout::key;
use crate::read::control_totals;
use crate::read::leftovers::UnmatchedCell;
use crate::read::reading::Reading;
use crate::tables::block;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageCell, PageRow};
use sg3_workbook::{Comment, Content, Workbook, address};
use std::collections::HashSet;

/// Keeps notes and strays, if they will be asked for.
pub(crate) fn keep_leftovers(reading: &mut Reading, workbook: &Workbook, pages: &[Page]) {
    let Some(mut taken) = reading.taken.take() else { return };
    reading.leftovers.scales = reading.scales.clone();
    for page in pages {
        for block in block::find_blocks(page) {
            keep_form_facts(reading, page, &block, &mut taken);
        }
    }
    for page in pages {
        let blocks = block::find_blocks(page);
        let has_tables = blocks.iter().any(|block| reading.index.find_table(block).is_some());
        let begins = |key: &str| blocks.iter().find(|block| block.key == key).map(|block| block.row);
        let (findings, outside) = (begins(key::FINDINGS), begins(key::OUTSIDE));
        let comments = workbook.comments(page.number).into_iter().filter_map(strip_findings);
        reading.leftovers.comments.extend(comments.map(|comment| (page.name.to_string(), comment)));
        let is_asked = |row: &&PageRow| !row.has_text(0, is_form_mark) && findings.is_none_or(|first| row.row < first);
        for row in page.rows.iter().filter(is_asked) {
            if outside.is_some_and(|first| row.row > first) {
                reading.leftovers.unmatched.extend(keep_again(row));
                continue;
            }
            let is_new = |cell: &&PageCell| !cell.is_blank() && !taken.contains(&(page.number, row.row, cell.column));
            let is_of_unread_row = row.cells.iter().filter(|cell| !cell.is_blank()).all(|cell| is_new(&cell));
            let stray = |cell: &PageCell| UnmatchedCell {
                at: format!("{}!{}", page.name, address(row.row, cell.column)),
                text: cell.text(),
                is_foreign: is_figure(cell) && has_tables,
                is_of_unread_row,
            };
            reading.leftovers.unmatched.extend(row.cells.iter().filter(is_new).map(stray));
        }
    }
}

/// Keeps what a table about the form says.
fn keep_form_facts(reading: &mut Reading, page: &Page, block: &Block, taken: &mut HashSet<(usize, u32, u32)>) {
    if ![key::COVER, key::FILLED_BY, key::SIGNATURES, key::TOTALS].contains(&&*block.key) {
        return;
    }
    for row in block.rows(page).iter().filter(|row| !row.has_text(block.column, is_form_mark)) {
        let Some(key) = row.words(block.column) else { continue };
        let live = row.cells.iter().filter(|cell| cell.formula.is_some());
        taken.extend(live.map(|cell| (page.number, row.row, cell.column)));
        for (position, column) in block.columns.iter().filter(|(_, column)| column != key::LABEL) {
            let Some(cell) = row.cell(*position).filter(|cell| !cell.is_blank()) else { continue };
            taken.insert((page.number, row.row, *position));
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
    Some(UnmatchedCell { at: row.words(1)?, text: row.cell(2)?.text(), is_foreign: true, is_of_unread_row: false })
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
