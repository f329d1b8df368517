//! What in a text of values is a mark rather than a value: of tables and sheets, between cells, and before text that looks like a formula.

/// How the corner of every table begins.
pub const CORNER: &str = "sg3:";
/// How the first cell of every sheet begins; its name in the blank form follows.
pub const SHEET: &str = "@sheet ";
/// What comes between that and the model whose sheet it is, in a form of several.
pub const MODEL: &str = " @model ";
/// How text begins that a spreadsheet program would take for a formula, in half and full width.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// The text as it may stand in a file: what looks like a formula begins with an apostrophe.
pub(crate) fn escape_formula(text: &str) -> String {
    let is_formula = text.trim_start_matches(' ').starts_with(FORMULA_STARTS);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that [`escape_formula`] put before it, or a program did.
pub(crate) fn unescape_formula(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches(' ').starts_with(FORMULA_STARTS) => rest,
        _ => text,
    }
}

/// The rest of a line that begins with the corner of a table.
pub(crate) fn strip_corner(line: &str) -> Option<&str> {
    line.trim_start_matches(['\u{feff}', '"', '\'']).strip_prefix(CORNER)
}

/// Finds what stands between cells: programs of some countries write semicolons or tabs, which no machine key holds.
pub(crate) fn detect_delimiter(text: &str) -> u8 {
    let keys = text.lines().find_map(strip_corner).unwrap_or_default();
    let found = ['\t', ';'].into_iter().find(|sign| keys.contains(*sign));
    found.map_or(b',', |sign| sign as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_escaped_and_comes_back() {
        for text in ["=1+1", "@value", " -5 see annex", "+x", "＝1"] {
            assert!(escape_formula(text).starts_with('\''));
            assert_eq!(unescape_formula(&escape_formula(text)), text);
        }
        for text in ["minutes", "'s Gravenhage", "1-2"] {
            assert_eq!(escape_formula(text), text);
            assert_eq!(unescape_formula(text), text);
        }
    }

    #[test]
    fn the_keys_show_what_stands_between_cells() {
        assert_eq!(detect_delimiter("Traffic, and so on\nsg3:by service,component;@label service;minutes\n"), b';');
        assert_eq!(detect_delimiter("\"sg3:by service,component\",minutes\n"), b',');
        assert_eq!(detect_delimiter("sg3:inputs\t'@value\n"), b'\t');
    }
}
