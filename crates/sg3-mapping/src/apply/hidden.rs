//! Cells of the source that are taken and that nobody sees: in hidden sheets, rows and columns. They are read, and it is told.

use super::selection::Selection;
use crate::source::file::SourceFile;
use sg3_form::tables::row_ranges::describe_rows;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::{Visibility, format_column};
use std::collections::{BTreeMap, BTreeSet};

const HELP: &str = "a filtered copy, or rows intended to be excluded? show all rows and columns and consult the operator; all of them were read";

/// Tells of hidden cells that are taken: once for a sheet, for its rows, for each of its columns.
pub(crate) fn report_hidden(lines: &[(usize, Selection)], files: &[SourceFile], diagnostics: &mut Diagnostics) {
    let mut sheets: BTreeMap<(usize, usize), (BTreeSet<u32>, BTreeSet<u32>)> = BTreeMap::new();
    for (_, selection) in lines {
        let (rows, columns) = sheets.entry((selection.file, selection.sheet)).or_default();
        rows.extend(selection.cells.iter().map(|cell| cell.row));
        columns.extend(selection.cells.iter().map(|cell| cell.column));
    }
    for ((file, sheet), (rows, columns)) in sheets {
        let source = &files[file].sheets[sheet];
        let (file, name) = (&*files[file].file, &*source.name);
        if source.visibility != Visibility::Shown {
            diagnostics.add(hidden_data(file, name, "the sheet is hidden, and figures of it are taken".to_owned()));
            continue;
        }
        let hidden: Vec<u32> = rows.into_iter().filter(|row| source.hidden.hides_row(*row)).collect();
        if let Some(first) = hidden.first() {
            let message = format!("hidden figures are taken: {}", describe_rows(&hidden));
            diagnostics.add(hidden_data(file, &format!("{name}!{}:{}", first + 1, first + 1), message));
        }
        for letters in columns.into_iter().filter(|column| source.hidden.hides_column(*column)).map(format_column) {
            let message = format!("column {letters} is hidden, and figures of it are taken");
            diagnostics.add(hidden_data(file, &format!("{name}!{letters}:{letters}"), message));
        }
    }
}

fn hidden_data(file: &str, at: &str, message: String) -> Diagnostic {
    let place = Place::Data(DataPlace { file: file.to_owned(), at: at.to_owned() });
    Diagnostic::new("hidden-data", Severity::Warning, place, message).help(HELP)
}
