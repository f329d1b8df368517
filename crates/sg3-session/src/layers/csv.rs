//! A CSV file to a layer, in one of two forms: a list (`input, service, year, value`), or a table whose first columns are
//! members and whose other columns are inputs (`service, minutes, revenue`; beside a single member also `label`, `unit`).

mod line;
mod list;
mod table;

use super::builder::LayerBuilder;
use super::data::refusal;
use crate::failure::Failure;
use line::lines;

/// Adds what the file says; a list of the operator's own says nothing without a mapping.
pub(crate) fn read(builder: &mut LayerBuilder, text: &str) -> Result<(), Failure> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = match lines(builder, text) {
        Ok(lines) => lines.into_iter(),
        Err(error) => {
            let line = error.position().map_or(1, csv::Position::line);
            let refused = refusal(builder.file(), &format!("line {line}"), format!("not a CSV file: {error}"));
            builder.add_diagnostic(refused);
            return Ok(());
        }
    };
    let Some(header) = lines.next() else { return Ok(()) };
    if header.cells.first().is_some_and(|cell| &**cell == "input") {
        list::read(builder, &header, lines);
        return Ok(());
    }
    table::read(builder, &header, lines)
}
