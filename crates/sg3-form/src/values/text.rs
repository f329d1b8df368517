//! Text as it is compared: whatever its case and its spaces.

/// Small letters, single spaces.
pub fn fold_case(words: &str) -> String {
    let mut folded = collapse_spaces(words);
    match folded.is_ascii() {
        true => folded.make_ascii_lowercase(),
        false => folded = folded.to_lowercase(),
    }
    folded
}

/// Words with single spaces between them.
pub fn collapse_spaces(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
