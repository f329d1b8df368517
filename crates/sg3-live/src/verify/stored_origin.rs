//! Where a figure came from, as a workbook says it.

use sg3_calc::Origin;
use sg3_language::Language;
use sg3_workbook::parse_address;

/// The text of an [`Origin`], read back.
pub(super) fn parse_origin(text: &str) -> Option<Origin> {
    let fixed = [Origin::Default, Origin::Blank, Origin::Case];
    if let Some(origin) = fixed.into_iter().find(|origin| Language::is_word_for(text, &origin.to_string())) {
        return Some(origin);
    }
    if let Some(setting) = text.strip_prefix("--set ") {
        return Some(Origin::Setting(setting.into()));
    }
    let (file, at) = text.split_once("  ")?;
    if let Some(line) = at.strip_prefix("line ") {
        return Some(Origin::Line { file: file.into(), line: line.parse().ok()? });
    }
    let (sheet, address) = at.rsplit_once('!')?;
    let (row, column) = parse_address(address)?;
    Some(Origin::Cell { file: file.into(), sheet: sheet.into(), row, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_read_as_they_are_written() {
        let cell = Origin::Cell { file: "a b.xlsx".into(), sheet: "Net  costs".into(), row: 3, column: 27 };
        let line = Origin::Line { file: "a.toml".into(), line: 7 };
        for written in [cell, line, Origin::Setting("wacc=0.1".into()), Origin::Default, Origin::Blank, Origin::Case] {
            assert_eq!(parse_origin(&written.to_string()), Some(written));
        }
    }
}
