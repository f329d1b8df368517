//! Values that whoever filled the form does not see: in hidden sheets, rows and columns. They are read, and it is told.

use super::Reading;
use super::block::Block;
use super::grid::{Page, PageRow};
use super::index::Known;
use crate::layout::column_content::Holds;
use crate::layout::key;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::{Visibility, column_letters};

const HELP: &str = "a filtered copy? show all rows and columns and check that they are intended; all of them were read";

/// Tells of hidden values of a table.
pub(crate) fn tell(reading: &mut Reading, page: &Page, block: &Block) {
    let columns = reading.index.columns(block);
    let holds_values = |known: &&Known| matches!(known.column.holds, Holds::Single(_) | Holds::Values(_));
    let values: Vec<u32> = columns.iter().filter(holds_values).map(|known| known.position).collect();
    let says = |row: &&PageRow, column: &u32| row.cell(*column).is_some_and(|cell| !cell.is_blank());
    let is_data = |row: &&PageRow| !row.has_text(block.column, |mark| mark.starts_with(key::MARK));
    let rows: Vec<&PageRow> =
        block.rows(page).iter().filter(is_data).filter(|row| values.iter().any(|column| says(row, column))).collect();
    if page.visibility != Visibility::Shown && !rows.is_empty() {
        return reading.messages.add(diagnostic(
            reading,
            page,
            String::new(),
            "the sheet is hidden and contains values".to_owned(),
        ));
    }
    let hidden: Vec<u32> = rows.iter().map(|row| row.row).filter(|row| page.hidden.row(*row)).collect();
    if let Some(first) = hidden.first() {
        let message = format!("{} hidden with values in {}", counted(hidden.len(), "row"), runs(&hidden));
        reading.messages.add(diagnostic(reading, page, format!("!{}:{}", first + 1, first + 1), message));
    }
    for column in values.iter().filter(|column| page.hidden.column(**column)) {
        let filled = rows.iter().filter(|row| says(row, column)).count();
        if filled > 0 {
            let letters = column_letters(*column);
            let message = format!("column {letters} is hidden, with {}", counted(filled, "value"));
            reading.messages.add(diagnostic(reading, page, format!("!{letters}:{letters}"), message));
        }
    }
}

fn counted(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// `5-7, 9`, counted from one.
pub fn runs(rows: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let written = |(first, last): &(u32, u32)| match first == last {
        true => format!("row {}", first + 1),
        false => format!("rows {}-{}", first + 1, last + 1),
    };
    let shown: Vec<String> = runs.iter().take(8).map(written).collect();
    format!("{}{}", shown.join(", "), if runs.len() > 8 { ", ..." } else { "" })
}

fn diagnostic(reading: &Reading, page: &Page, at: String, message: String) -> Diagnostic {
    let place = Place::Data(DataPlace { file: reading.file.to_string(), at: format!("{}{at}", page.name) });
    Diagnostic::new("hidden-data", Severity::Warning, place, message).help(HELP)
}
