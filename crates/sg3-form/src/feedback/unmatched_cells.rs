//! What stood in a submission outside the form: told apart from the words of the form itself.

use super::former::is_of_form;
use crate::read::leftovers::UnmatchedCell;
use sg3_workbook::{Content, Workbook};
use std::collections::HashSet;

/// Most cells outside the form that are kept.
const MOST_UNMATCHED: usize = 20_000;

/// Unmatched cells that are no words of the form itself; a row of which nothing was read is kept whole if any of it is
/// not.
pub(super) fn select_unmatched(form: Vec<u8>, cells: &[UnmatchedCell]) -> Vec<UnmatchedCell> {
    let own = collect_texts(form);
    let mut kept = Vec::new();
    for row in cells.chunk_by(|one, next| split_address(one) == split_address(next)) {
        let is_whole = row.iter().any(|cell| is_foreign(cell, &own));
        let of_row = row.iter().filter(|cell| is_foreign(cell, &own) || (is_whole && cell.is_of_unread_row));
        kept.extend(of_row.cloned());
    }
    kept.truncate(MOST_UNMATCHED);
    kept
}

fn is_foreign(cell: &UnmatchedCell, own: &HashSet<String>) -> bool {
    let text = cell.text.trim();
    cell.is_foreign || !(own.contains(text) || is_of_form(text))
}

/// `Traffic!` and `4` of `Traffic!C4`.
fn split_address(cell: &UnmatchedCell) -> (&str, &str) {
    let sheet = cell.at.rfind('!').map_or(0, |end| end + 1);
    let (sheet, cell) = cell.at.split_at(sheet);
    (sheet, cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()))
}

/// All words of a form.
fn collect_texts(form: Vec<u8>) -> HashSet<String> {
    let mut workbook = Workbook::open(form, "").expect("the form was drawn here");
    let mut words = HashSet::new();
    for sheet in 0..workbook.sheets().len() {
        let read = workbook.read(sheet, |cell| {
            if let Content::Text(text) = cell.content {
                words.insert(text.trim().to_owned());
            }
        });
        read.expect("the form was drawn here");
    }
    words
}
