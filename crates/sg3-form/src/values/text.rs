//! Text as it is compared: whatever its case, its spaces and what nobody sees in it.

use sg3_lang::invisible;

/// Small letters, single spaces, nothing invisible.
pub fn fold_case(words: &str) -> String {
    let mut folded = collapse_spaces(&invisible::strip(words));
    // Nearly all texts are ASCII, and long lists are folded member by member: no second string for those.
    if folded.is_ascii() {
        folded.make_ascii_lowercase();
    } else {
        folded = folded.to_lowercase();
    }
    folded
}

/// Words with single spaces between them.
pub(crate) fn collapse_spaces(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
