//! A CSV file to a layer, in one of two forms: a list (`input, service, year, value`), or a table whose first columns are
//! members and whose other columns are inputs (`service, minutes, revenue`; beside a single member also `label`, `unit`).

mod line;
mod list;
mod table;

use super::builder::LayerBuilder;
use super::data::refusal;
use line::lines;

/// Adds what the file says.
pub(crate) fn read(builder: &mut LayerBuilder, text: &str) {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = match lines(builder, text) {
        Ok(lines) => lines.into_iter(),
        Err(error) => {
            let line = error.position().map_or(1, csv::Position::line);
            let refused = refusal(builder.file(), &format!("line {line}"), format!("not a CSV file: {error}"));
            return builder.add_diagnostic(refused);
        }
    };
    let Some(header) = lines.next() else { return };
    match header.cells.first().map(|cell| &**cell) {
        Some("input") => list::read(builder, &header, lines),
        _ => table::read(builder, &header, lines),
    }
}
