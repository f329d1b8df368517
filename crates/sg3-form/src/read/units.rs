//! Units as they stand in the form now: whoever changes one means other figures.

use super::Reading;
use super::grid::{Page, PageRow};
use super::index::Known;
use crate::language::choice;

/// Drops columns whose unit was changed.
pub fn check_columns(reading: &mut Reading, page: &Page, row: &PageRow, values: &mut Vec<Known>) {
    values.retain(|value| is_same(reading, page, row, value.position, &value.column.unit));
}

/// Whether the unit in a cell is the one that is asked for; a blank cell leaves it as it is.
pub fn is_same(reading: &mut Reading, page: &Page, row: &PageRow, position: u32, asked: &str) -> bool {
    let Some(found) =
        row.words(position).filter(|found| plain(&choice::english(found)) != plain(asked) && !asked.is_empty())
    else {
        return true;
    };
    let message = format!("the unit given is `{found}`, but `{asked}` is requested");
    let help = "give the figures in the requested unit; the figures in this unit were not read";
    reading.messages.add(reading.cell(page, row.row, position).error("unit-mismatch", message, help));
    false
}

fn plain(unit: &str) -> String {
    unit.split_whitespace().collect::<String>().to_lowercase()
}
