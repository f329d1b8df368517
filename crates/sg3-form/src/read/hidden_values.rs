//! Values that whoever filled the form does not see: in hidden sheets, rows and columns. They are read, and it is told.

use crate::tables::row_ranges::describe_rows;

use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::{Visibility, format_column};

const HELP: &str = "a filtered copy? show all rows and columns and check that they are intended; all of them were read";

/// Reports hidden values of a table: once for a hidden sheet, else once for its hidden rows and for each hidden column.
pub(crate) fn report_hidden(reading: &mut Reading, page: &Page, block: &Block) {
    let columns = reading.index.find_columns(block);
    let values: Vec<u32> =
        columns.iter().filter(|known| known.column.holds_values()).map(|known| known.position).collect();
    let rows: Vec<&PageRow> =
        block.data_rows(page).filter(|row| values.iter().any(|column| row.is_filled(*column))).collect();
    if page.visibility != Visibility::Shown && !rows.is_empty() {
        let message = "the sheet is hidden and contains values".to_owned();
        return reading.messages.add(build_diagnostic(reading, page, String::new(), message));
    }
    report_rows(reading, page, &rows);
    for column in values.iter().filter(|column| page.hidden.hides_column(**column)) {
        let filled = rows.iter().filter(|row| row.is_filled(*column)).count();
        if filled > 0 {
            let letters = format_column(*column);
            let message = format!("column {letters} is hidden, with {}", count_noun(filled, "value"));
            reading.messages.add(build_diagnostic(reading, page, format!("!{letters}:{letters}"), message));
        }
    }
}

fn report_rows(reading: &mut Reading, page: &Page, rows: &[&PageRow]) {
    let hidden: Vec<u32> = rows.iter().map(|row| row.row).filter(|row| page.hidden.hides_row(*row)).collect();
    if let Some(first) = hidden.first() {
        let message = format!("{} hidden with values in {}", count_noun(hidden.len(), "row"), describe_rows(&hidden));
        reading.messages.add(build_diagnostic(reading, page, format!("!{}:{}", first + 1, first + 1), message));
    }
}

fn count_noun(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

fn build_diagnostic(reading: &Reading, page: &Page, at: String, message: String) -> Diagnostic {
    let place = Place::Data(DataPlace { file: reading.file.to_string(), at: format!("{}{at}", page.name) });
    Diagnostic::new("hidden-data", Severity::Warning, place, message).help(HELP)
}
