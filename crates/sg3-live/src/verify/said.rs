//! What cells say, for people: of formulas and words that differ, of rows and columns that are gone or new.

use super::page::Page;
use sg3_workbook::write::cells::shorten;
use sg3_workbook::{Cell, Content};

/// Longer texts are cut.
const LONGEST: usize = 80;

/// So many letters that are the same are shown before those that differ.
const BEFORE: usize = 12;

/// Two texts from shortly before where they differ.
pub fn apart(was: &str, is: &str) -> (String, String) {
    let same = was.chars().zip(is.chars()).take_while(|(one, other)| one == other).count();
    let skipped = if same > 2 * BEFORE { same - BEFORE } else { 0 };
    let cut = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        let rest = shorten(&rest, LONGEST);
        if skipped > 0 && !rest.is_empty() { format!("…{rest}") } else { rest }
    };
    (cut(was), cut(is))
}

/// A cell in words, not all of them if they are many.
fn shown(cell: &Cell) -> String {
    shorten(&text(cell), LONGEST)
}

pub fn text(cell: &Cell) -> String {
    match (&cell.formula, &cell.content) {
        (Some(formula), _) => format!("={}", formula.text.as_deref().unwrap_or_default()),
        (None, Content::Number(number) | Content::Date(number)) => number.to_string(),
        (None, Content::Text(text) | Content::Error(text)) => text.clone(),
        (None, Content::YesNo(yes)) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        (None, Content::Empty) => String::new(),
    }
}

/// What stands first in a row.
pub fn words_of_row(page: &Page, row: u32) -> String {
    words(page.cells.range((row, 0)..(row + 1, 0)).map(|(_, cell)| cell))
}

/// What stands first in a column.
pub fn words_of_column(page: &Page, column: u32) -> String {
    words(page.cells.iter().filter(|((_, other), _)| *other == column).map(|(_, cell)| cell))
}

fn words<'c>(cells: impl Iterator<Item = &'c Cell>) -> String {
    let texts: Vec<String> = cells.map(shown).take(4).collect();
    shorten(&texts.join(" · "), LONGEST)
}
