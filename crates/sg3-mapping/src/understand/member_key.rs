//! Keys for members that only a label names.

use crate::source::tokens;

/// Keys are short.
const LETTERS: usize = 40;

/// `Bâtiments & énergie` is `batiments_energie`.
pub(crate) fn member_key(label: &str) -> String {
    let words = tokens::normalize(label);
    let plain: Vec<&str> =
        words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined: String = plain.join("_").chars().take(LETTERS).collect();
    if joined.is_empty() { "row".to_owned() } else { joined }
}
