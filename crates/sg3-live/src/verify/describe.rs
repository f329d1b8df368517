//! Cells as people read them: formulas and texts that differ, rows and columns that are gone or new.

use super::sheet_cells::SheetCells;
use sg3_workbook::write::text::shorten;
use sg3_workbook::{Cell, Content};

/// Longer texts are cut.
const LONGEST: usize = 80;
/// So many letters that are the same are shown before those that differ.
const BEFORE: usize = 12;
/// So many cells of a row or column are enough to know it.
const MOST_CELLS: usize = 4;

/// Two texts from shortly before where they differ: of long formulas the beginnings are often the same.
pub(super) fn describe_difference(was: &str, is: &str) -> (String, String) {
    let same = was.chars().zip(is.chars()).take_while(|(one, other)| one == other).count();
    let skipped = if same > 2 * BEFORE { same - BEFORE } else { 0 };
    (cut(was, skipped), cut(is, skipped))
}

/// A text without its first letters, and not too long.
fn cut(text: &str, skipped: usize) -> String {
    let rest: String = text.chars().skip(skipped).collect();
    let rest = shorten(&rest, LONGEST);
    if skipped > 0 && !rest.is_empty() { format!("…{rest}") } else { rest }
}

/// A cell as it is typed: `=A1+1`, `12`, `TRUE`.
pub(super) fn describe_cell(cell: &Cell) -> String {
    match (&cell.formula, &cell.content) {
        (Some(formula), _) => format!("={}", formula.text.as_deref().unwrap_or_default()),
        (None, Content::Number(number) | Content::Date(number)) => number.to_string(),
        (None, Content::Text(text) | Content::Error(text)) => text.clone(),
        (None, Content::YesNo(yes)) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        (None, Content::Empty) => String::new(),
    }
}

/// What stands first in a row.
pub(super) fn describe_row(sheet: &SheetCells, row: u32) -> String {
    describe_cells(sheet.cells.range((row, 0)..(row + 1, 0)).map(|(_, cell)| cell))
}

/// What stands first in a column.
pub(super) fn describe_column(sheet: &SheetCells, column: u32) -> String {
    describe_cells(sheet.cells.iter().filter(|((_, other), _)| *other == column).map(|(_, cell)| cell))
}

fn describe_cells<'c>(cells: impl Iterator<Item = &'c Cell>) -> String {
    let texts = cells.map(|cell| shorten(&describe_cell(cell), LONGEST));
    shorten(&texts.take(MOST_CELLS).collect::<Vec<_>>().join(" · "), LONGEST)
}
