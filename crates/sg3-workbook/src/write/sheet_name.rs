//! Names of sheets: legal, short, unique.

use super::text::truncate;

/// What every spreadsheet allows.
const LONGEST: usize = 31;
/// Names that the form uses itself or that spreadsheets reserve.
const RESERVED: [&str; 8] =
    ["cover", "lists", "instructions", "status", "definitions", "sign-off", "findings", "history"];

/// Makes a name of a heading, unlike all names before.
///
/// Letters that sheets do not allow become spaces; a long heading is cut at a word.
///
/// ```
/// use sg3_workbook::write::sheet_name::make_unique;
/// assert_eq!(make_unique("Traffic: on-net", &[]), "Traffic on-net");
/// assert_eq!(make_unique("Traffic", &["Traffic".to_owned()]), "Traffic 2");
/// ```
pub fn make_unique(heading: &str, before: &[String]) -> String {
    let legal = replace_illegal(heading);
    let numbered = (2..).map(|number| format!("{} {number}", cut_at_word(&legal, LONGEST - 4)));
    let mut names = std::iter::once(cut_at_word(&legal, LONGEST)).chain(numbered);
    names.find(|name| !is_taken(name, before)).expect("numbers do not run out")
}

fn is_taken(name: &str, before: &[String]) -> bool {
    let name = name.to_lowercase();
    RESERVED.contains(&&*name) || before.iter().any(|other| other.to_lowercase() == name)
}

fn replace_illegal(heading: &str) -> String {
    let spaced: String = heading.chars().map(replace_letter).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() { "Sheet".to_owned() } else { words.join(" ") }
}

fn replace_letter(letter: char) -> char {
    match letter {
        // An apostrophe within a word is legal, but every formula that names the sheet must double it.
        '\'' => '’',
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '"' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    }
}

fn cut_at_word(name: &str, longest: usize) -> String {
    let end = truncate(name, longest).len();
    if end == name.len() {
        return name.to_owned();
    }
    let at_word = name[..end].rfind(' ').filter(|space| *space >= end / 2 && !name[end..].starts_with(' '));
    drop_tail(&name[..at_word.unwrap_or(end)]).to_owned()
}

/// A cut name without the little words that led to what was cut off.
fn drop_tail(name: &str) -> &str {
    let name = name.trim_end_matches([' ', ',', '-', '(', '–', '—', '&']);
    match name.rsplit_once(' ') {
        Some((before, last)) if last.chars().count() <= 3 && !last.ends_with(|letter: char| letter.is_numeric()) => {
            drop_tail(before)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn illegal_letters_become_spaces() {
        assert_eq!(make_unique("Cost / minute: [on-net]", &[]), "Cost minute on-net");
    }

    #[test]
    fn a_long_heading_is_cut_at_a_word() {
        assert_eq!(make_unique("International call enhanced fully distributed", &[]), "International call enhanced");
        assert_eq!(make_unique("Share of the component in the joint cost", &[]), "Share of the component");
    }

    #[test]
    fn a_second_heading_of_the_same_words_is_numbered() {
        assert_eq!(make_unique("traffic", &["Traffic".to_owned()]), "traffic 2");
        assert_eq!(make_unique("Cover", &[]), "Cover 2");
    }

    #[test]
    fn letters_outside_the_first_plane_count_twice() {
        assert!(make_unique(&"𝒜".repeat(40), &[]).encode_utf16().count() <= 31);
        assert_eq!(make_unique("***", &[]), "Sheet");
    }
}
