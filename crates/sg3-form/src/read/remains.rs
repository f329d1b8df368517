//! What a submission holds beside the values that were understood, so that nothing of it is lost when the form is returned.

use super::answers::Answer;
use super::block::Block;
use super::grid::{Page, PageCell, PageRow};
use super::scale::Scale;
use super::{Reading, block, receipt};
use crate::layout::key;
use sg3_calc::Datum;
use sg3_workbook::{Comment, Content, Workbook, address};
use std::collections::{HashMap, HashSet};

/// What no layer holds.
#[derive(Debug, Clone, Default)]
pub struct Remains {
    /// Cells of the form that could not be understood, with their words as they are.
    pub refused: Vec<Datum>,
    /// What is said about the form itself, on its cover and where it is signed; amounts in units, whatever the scale of the sheet.
    pub about: HashMap<About, Content>,
    /// The scale of each sheet, by its name in the blank form.
    pub scales: HashMap<String, Scale>,
    /// Notes on cells, with the sheet that each is on.
    pub comments: Vec<(String, Comment)>,
    /// Findings of an earlier reading, with what was answered.
    pub answers: Vec<Answer>,
    /// What stands in no cell that the form asks for; words of the form itself among it.
    pub strays: Vec<Stray>,
}

/// A cell about the form itself: keys of its table, row and column.
pub type About = (String, String, String);

/// A cell that no cell of the form is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// `Traffic!C4`
    pub at: String,
    /// What it holds.
    pub text: String,
    /// Whether no form has it of itself: a figure beside its tables, or what an earlier reading kept.
    pub is_foreign: bool,
    /// Whether nothing of its row was read, so that the words of the row belong to it.
    pub is_of_unread_row: bool,
}

/// Keeps notes and strays, if they will be asked for.
pub(crate) fn keep(reading: &mut Reading, workbook: &Workbook, pages: &[Page]) {
    let Some(mut taken) = reading.taken.take() else { return };
    reading.remains.scales = reading.scales.clone();
    for page in pages {
        for block in block::blocks(page) {
            about(reading, page, &block, &mut taken);
        }
    }
    for page in pages {
        let blocks = block::blocks(page);
        let has_tables = blocks.iter().any(|block| reading.index.table(block).is_some());
        let begins = |key: &str| blocks.iter().find(|block| block.key == key).map(|block| block.row);
        let (findings, outside) = (begins(key::FINDINGS), begins(key::OUTSIDE));
        let comments = workbook.comments(page.number).into_iter().filter_map(of_people);
        reading.remains.comments.extend(comments.map(|comment| (page.name.to_string(), comment)));
        let is_asked = |row: &&PageRow| !row.has_text(0, is_ours) && findings.is_none_or(|first| row.row < first);
        for row in page.rows.iter().filter(is_asked) {
            if outside.is_some_and(|first| row.row > first) {
                reading.remains.strays.extend(again(row));
                continue;
            }
            let is_new = |cell: &&PageCell| !cell.is_blank() && !taken.contains(&(page.number, row.row, cell.column));
            let is_of_unread_row = row.cells.iter().filter(|cell| !cell.is_blank()).all(|cell| is_new(&cell));
            let stray = |cell: &PageCell| Stray {
                at: format!("{}!{}", page.name, address(row.row, cell.column)),
                text: cell.text(),
                is_foreign: is_figure(cell) && has_tables,
                is_of_unread_row,
            };
            reading.remains.strays.extend(row.cells.iter().filter(is_new).map(stray));
        }
    }
}

/// Keeps what a table about the form says.
fn about(reading: &mut Reading, page: &Page, block: &Block, taken: &mut HashSet<(usize, u32, u32)>) {
    if ![key::COVER, key::FILLED_BY, key::SIGNATURES, key::TOTALS].contains(&&*block.key) {
        return;
    }
    for row in block.rows(page).iter().filter(|row| !row.has_text(block.column, is_ours)) {
        let Some(key) = row.words(block.column) else { continue };
        let live = row.cells.iter().filter(|cell| cell.formula.is_some());
        taken.extend(live.map(|cell| (page.number, row.row, cell.column)));
        for (position, column) in block.columns.iter().filter(|(_, column)| column != key::LABEL) {
            let Some(cell) = row.cell(*position).filter(|cell| !cell.is_blank()) else { continue };
            taken.insert((page.number, row.row, *position));
            let content = match cell.content {
                Content::Number(number) if block.key == key::TOTALS => {
                    Content::Number(receipt::scale_of(reading, &key).apply(number))
                }
                _ => cell.content.clone(),
            };
            reading.remains.about.insert((block.key.clone(), key.clone(), column.clone()), content);
        }
    }
}

fn is_figure(cell: &PageCell) -> bool {
    matches!(cell.content, Content::Number(_) | Content::Date(_) | Content::YesNo(_))
}

/// What an earlier reading kept already.
fn again(row: &PageRow) -> Option<Stray> {
    Some(Stray { at: row.words(1)?, text: row.cell(2)?.text(), is_foreign: true, is_of_unread_row: false })
}

/// Rows of keys and of headings.
fn is_ours(mark: &str) -> bool {
    mark.starts_with(key::MARK) || mark.starts_with(sg3_workbook::csv::CORNER)
}

/// A note without the findings that an earlier reading put below it.
fn of_people(comment: Comment) -> Option<Comment> {
    let text = comment.text.split(key::FINDINGS_BELOW).next().unwrap_or_default().trim().to_owned();
    (!text.is_empty()).then_some(Comment { text, ..comment })
}
