//! Which heading of the model a sheet is for.

use sg3_lang::Model;

/// Headings deeper than this share the sheet of the heading above them.
const SHEET_LEVEL: u8 = 2;

/// The heading whose sheet a section is on: itself, or the nearest above that is not too deep.
pub fn head(model: &Model, section: usize) -> usize {
    let Some(own) = model.sections.get(section) else { return 0 };
    let before = (0..=section).rev().take_while(|other| model.sections[*other].instance == own.instance);
    let limit = if own.instance.is_empty() { SHEET_LEVEL } else { 1 };
    let mut candidates = before.filter(|other| model.sections[*other].level <= limit);
    candidates.next().unwrap_or(section)
}

/// The heading; the title of the whole document is no name for one of its sheets.
pub fn title(model: &Model, section: usize) -> String {
    match model.sections.get(section) {
        Some(section) if section.level > 1 || !section.instance.is_empty() => section.title.clone(),
        _ => "General".to_owned(),
    }
}
