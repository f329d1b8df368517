//! Texts in cells: how long they may be, how many lines they take, how a formula quotes them.

/// The beginning of a text and `…`, at a word if it is long, in so many UTF-16 units; a text that fits is left as it is.
///
/// ```
/// use sg3_workbook::write::text::shorten;
/// assert_eq!(shorten("Cost of the access network", 20), "Cost of the access…");
/// assert_eq!(shorten("Cost", 20), "Cost");
/// ```
pub fn shorten(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let cut = truncate(text, longest - 1);
    let at_word = cut.rfind(' ').filter(|space| *space > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..at_word].trim_end())
}

/// The beginning of a text in so many UTF-16 units, in which spreadsheets count; a letter of two units is not cut in half.
pub fn truncate(text: &str, longest: usize) -> &str {
    let mut units = 0;
    for (end, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units > longest {
            return &text[..end];
        }
    }
    text
}

/// How many lines a text takes in a column of some width, which is counted in zeros: most letters are narrower.
pub fn count_lines(text: &str, width: f64) -> usize {
    const LETTERS_IN_A_ZERO: f64 = 1.15;
    let room = ((width * LETTERS_IN_A_ZERO) as usize).max(4);
    let mut lines = 1;
    let mut used = 0;
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        let joined = if used == 0 { word } else { used + 1 + word };
        if joined > room && used > 0 {
            lines += 1;
            used = word;
        } else {
            used = joined;
        }
        // A word that is longer than a line goes on in the next ones, where other words may follow it.
        lines += used.saturating_sub(1) / room;
        used = if used > room { (used - 1) % room + 1 } else { used };
    }
    lines
}

/// The height of a row of so many lines, in points.
pub fn row_height(lines: usize) -> f64 {
    const LINE: f64 = 13.0;
    LINE * lines as f64 + 2.0
}

/// A text within a formula, where quotes are doubled.
pub fn quote_in_formula(text: &str) -> String {
    text.replace('"', "\"\"")
}
