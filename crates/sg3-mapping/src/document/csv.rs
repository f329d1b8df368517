//! The CSV twin of a mapping: the same tables with the same keys, one below the other, for version control.

use super::page::{DocumentCell, Page};

/// Writes all tables that are read back, and the amounts that are not used only where somebody accepts them.
pub(crate) fn write_csv(pages: &[Page]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for grid in pages.iter().flat_map(|page| &page.tables).filter(|grid| !matches!(grid.key, "inputs" | "totals")) {
        let kept: Vec<usize> =
            (0..grid.columns.len()).filter(|column| !is_left_out(grid.key, grid.columns[*column].key)).collect();
        let corner = format!("{}{}", sg3_workbook::csv::CORNER, grid.key);
        let keys = kept.iter().map(|column| grid.columns[*column].key.to_owned());
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(corner).chain(keys).collect()];
        for row in grid.rows.iter().filter(|row| is_written(grid.key, row)) {
            rows.push(std::iter::once(String::new()).chain(kept.iter().map(|column| escaped(&row[*column]))).collect());
        }
        rows.iter().try_for_each(|row| writer.write_record(row)).expect("memory can be written to");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("written from text")
}

/// What changes with the amounts, or says again what the model says.
fn is_left_out(grid: &str, column: &str) -> bool {
    matches!((grid, column), ("mapping", "@amount" | "@count") | ("words", "@label" | "@meant" | "@known"))
}

fn is_written(grid: &str, row: &[DocumentCell]) -> bool {
    let is_said = row.iter().any(|said| *said != DocumentCell::Blank);
    is_said && (grid != "unused" || row.last() != Some(&DocumentCell::Blank))
}

/// Text that a program would take for a formula begins with an apostrophe.
fn escaped(said: &DocumentCell) -> String {
    match said {
        DocumentCell::Blank => String::new(),
        DocumentCell::Number(number) => number.to_string(),
        DocumentCell::Text(text) | DocumentCell::Link(text, _) => {
            if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']) {
                format!("'{text}")
            } else {
                text.clone()
            }
        }
    }
}
