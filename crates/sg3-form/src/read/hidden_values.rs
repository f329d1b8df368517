//! Values that whoever filled the form does not see: in hidden sheets, rows and columns. They are read, and it is told.

use crate::tables::row_ranges::describe_rows;

use crate::layout::column::ColumnContent;
use crate::layout::key;
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::{Visibility, column_letters};

const HELP: &str = "a filtered copy? show all rows and columns and check that they are intended; all of them were read";

/// Tells of hidden values of a table.
pub(crate) fn report_hidden(reading: &mut Reading, page: &Page, block: &Block) {
    let columns = reading.index.find_columns(block);
    let holds_values =
        |known: &&KnownColumn| matches!(known.column.content, ColumnContent::Scalar(_) | ColumnContent::Values(_));
    let values: Vec<u32> = columns.iter().filter(holds_values).map(|known| known.position).collect();
    let says = |row: &&PageRow, column: &u32| row.cell(*column).is_some_and(|cell| !cell.is_blank());
    let is_data = |row: &&PageRow| !row.has_text(block.column, |mark| mark.starts_with(key::MARK));
    let rows: Vec<&PageRow> =
        block.rows(page).iter().filter(is_data).filter(|row| values.iter().any(|column| says(row, column))).collect();
    if page.visibility != Visibility::Shown && !rows.is_empty() {
        return reading.messages.add(build_diagnostic(
            reading,
            page,
            String::new(),
            "the sheet is hidden and contains values".to_owned(),
        ));
    }
    let hidden: Vec<u32> = rows.iter().map(|row| row.row).filter(|row| page.hidden.row(*row)).collect();
    if let Some(first) = hidden.first() {
        let message = format!("{} hidden with values in {}", count_noun(hidden.len(), "row"), describe_rows(&hidden));
        reading.messages.add(build_diagnostic(reading, page, format!("!{}:{}", first + 1, first + 1), message));
    }
    for column in values.iter().filter(|column| page.hidden.column(**column)) {
        let filled = rows.iter().filter(|row| says(row, column)).count();
        if filled > 0 {
            let letters = column_letters(*column);
            let message = format!("column {letters} is hidden, with {}", count_noun(filled, "value"));
            reading.messages.add(build_diagnostic(reading, page, format!("!{letters}:{letters}"), message));
        }
    }
}

fn count_noun(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

fn build_diagnostic(reading: &Reading, page: &Page, at: String, message: String) -> Diagnostic {
    let place = Place::Data(DataPlace { file: reading.file.to_string(), at: format!("{}{at}", page.name) });
    Diagnostic::new("hidden-data", Severity::Warning, place, message).help(HELP)
}
