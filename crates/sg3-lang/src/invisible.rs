//! Characters that nobody sees, which copying from other programs leaves around numbers and codes: marks of direction, joiners,
//! spaces without width, soft hyphens.

use std::borrow::Cow;

/// Whether a character is not seen and takes no place.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// A text without them.
///
/// ```
/// assert_eq!(sg3_lang::invisible::strip("\u{202a}42\u{202c}"), "42");
/// ```
pub fn strip(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|letter| !is_invisible(*letter)).collect())
}

/// Which of them a text holds, by their numbers; nothing if it holds none.
///
/// ```
/// use sg3_lang::invisible::describe;
/// assert_eq!(describe("42\u{200e}").unwrap(), "the invisible character U+200E");
/// assert_eq!(describe("\u{202a}42\u{202c}").unwrap(), "the invisible characters U+202A, U+202C");
/// assert_eq!(describe("42"), None);
/// ```
pub fn describe(text: &str) -> Option<String> {
    let mut found: Vec<char> =
        if text.is_ascii() { Vec::new() } else { text.chars().filter(|c| is_invisible(*c)).collect() };
    found.sort_unstable();
    found.dedup();
    let numbers: Vec<String> = found.iter().map(|letter| format!("U+{:04X}", *letter as u32)).collect();
    match &numbers[..] {
        [] => None,
        [number] => Some(format!("the invisible character {number}")),
        _ => Some(format!("the invisible characters {}", numbers.join(", "))),
    }
}
