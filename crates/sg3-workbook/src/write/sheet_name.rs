//! Names of sheets: legal, short, unique.

/// What every spreadsheet allows.
const LONGEST: usize = 31;

/// Names that the form uses itself or that spreadsheets reserve.
const TAKEN: [&str; 8] = ["cover", "lists", "instructions", "status", "definitions", "sign-off", "findings", "history"];

/// A name from a heading, unlike all names before.
///
/// Letters that sheets do not allow become spaces; a long heading is cut at a word.
pub fn unique(heading: &str, before: &[String]) -> String {
    let plain = legal(heading);
    let is_taken = |name: &str| {
        let name = name.to_lowercase();
        TAKEN.contains(&&*name) || before.iter().any(|other| other.to_lowercase() == name)
    };
    let numbered = (2..).map(|number| format!("{} {number}", cut(&plain, LONGEST - 4)));
    std::iter::once(cut(&plain, LONGEST)).chain(numbered).find(|name| !is_taken(name)).expect("numbers do not run out")
}

fn legal(heading: &str) -> String {
    // an apostrophe within a word is legal, but every formula that names the sheet must double it
    let heading = heading.replace('\'', "’");
    let letter = |letter: char| if "[]:*?/\\'\"".contains(letter) || letter.is_control() { ' ' } else { letter };
    let spaced: String = heading.chars().map(letter).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() { "Sheet".to_owned() } else { words.join(" ") }
}

fn cut(name: &str, longest: usize) -> String {
    let fits = |text: &str| text.encode_utf16().count() <= longest;
    if fits(name) {
        return name.to_owned();
    }
    let ends = name.char_indices().map(|(end, _)| end).take_while(|end| fits(&name[..*end]));
    let end = ends.last().unwrap_or(0);
    let at_word = name[..end].rfind(' ').filter(|space| *space >= end / 2 && !name[end..].starts_with(' '));
    without_tail(&name[..at_word.unwrap_or(end)]).to_owned()
}

/// A cut name without the little words that led to what was cut off.
fn without_tail(name: &str) -> &str {
    let name = name.trim_end_matches([' ', ',', '-', '(', '–', '—', '&']);
    match name.rsplit_once(' ') {
        Some((before, last)) if last.chars().count() <= 3 && !last.ends_with(|letter: char| letter.is_numeric()) => {
            without_tail(before)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn illegal_letters_become_spaces() {
        assert_eq!(unique("Cost / minute: [on-net]", &[]), "Cost minute on-net");
    }

    #[test]
    fn a_long_heading_is_cut_at_a_word() {
        assert_eq!(unique("International call enhanced fully distributed", &[]), "International call enhanced");
        assert_eq!(unique("Share of the component in the joint cost", &[]), "Share of the component");
    }

    #[test]
    fn a_second_heading_of_the_same_words_is_numbered() {
        assert_eq!(unique("traffic", &["Traffic".to_owned()]), "traffic 2");
        assert_eq!(unique("Cover", &[]), "Cover 2");
    }

    #[test]
    fn letters_outside_the_first_plane_count_twice() {
        assert!(unique(&"𝒜".repeat(40), &[]).encode_utf16().count() <= 31);
        assert_eq!(unique("***", &[]), "Sheet");
    }
}
