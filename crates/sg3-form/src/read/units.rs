//! Units as they stand in the form now: whoever changes one means other figures.

use crate::language::choice;
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::tables::grid::{Page, PageRow};

/// Drops columns whose unit was changed.
pub(crate) fn drop_changed_units(reading: &mut Reading, page: &Page, row: &PageRow, values: &mut Vec<KnownColumn>) {
    values.retain(|value| has_asked_unit(reading, page, row, value.position, &value.column.unit));
}

/// Whether the unit in a cell is the one that is asked for; a blank cell leaves it as it is.
pub(crate) fn has_asked_unit(reading: &mut Reading, page: &Page, row: &PageRow, position: u32, asked: &str) -> bool {
    let Some(found) = row
        .words(position)
        .filter(|found| normalise_unit(&choice::to_english(found)) != normalise_unit(asked) && !asked.is_empty())
    else {
        return true;
    };
    let message = format!("the unit given is `{found}`, but `{asked}` is requested");
    let help = "give the figures in the requested unit; the figures in this unit were not read";
    reading.messages.add(reading.cell(page, row.row, position).error("unit-mismatch", message, help));
    false
}

fn normalise_unit(unit: &str) -> String {
    unit.split_whitespace().collect::<String>().to_lowercase()
}
