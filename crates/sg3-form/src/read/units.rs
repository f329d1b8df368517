//! Units as they stand in the form now: whoever changes one means other figures.

use crate::language::choice;
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::tables::grid::{Page, PageRow};
use crate::values::percent::shown_unit;

/// Drops columns whose unit was changed.
pub(crate) fn drop_changed_units(reading: &mut Reading, page: &Page, row: &PageRow, values: &mut Vec<KnownColumn>) {
    values.retain(|value| {
        has_asked_unit(reading, page, row, value.position, (&value.column.unit, value.column.in_percent))
    });
}

/// Whether the unit in a cell is the one that is asked for; a blank cell leaves it as it is. Where figures are shown in per cent, a form
/// made before says the unit itself: the number is the same.
pub(crate) fn has_asked_unit(
    reading: &mut Reading,
    page: &Page,
    row: &PageRow,
    position: u32,
    (asked, in_percent): (&str, bool),
) -> bool {
    let shown = shown_unit(asked, in_percent);
    let layout = reading.layout;
    let is_other = |found: &String| {
        let found = choice::to_english(found);
        let is_called = |unit: &str| layout.unit_words.is_called(&found, unit);
        !asked.is_empty() && !is_called(asked) && !is_called(&shown)
    };
    let Some(found) = row.text_or_code(position).filter(is_other) else { return true };
    let asked = layout.language.translate_unit(&shown);
    let message = format!("the unit given is `{found}`, but `{asked}` is requested");
    let help = "give the figures in the requested unit; the figures in this unit were not read";
    reading.messages.add(reading.cell(page, row.row, position).error("unit-mismatch", message, help));
    false
}
