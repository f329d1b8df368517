//! A code and a name in one cell: `1010-01 · Bank`, `601100 - Électricité`.

use crate::weights::lists::CODE_LETTERS;

/// What stands between a code and its name.
const BETWEEN: [char; 11] = [' ', '-', '–', '—', '.', ':', ',', '·', '|', ';', '\u{a0}'];

/// The code and the name of a cell that holds both.
pub(crate) fn split_coded_label(text: &str) -> Option<(&str, &str)> {
    let end =
        text.find(|letter: char| letter.is_whitespace() || [',', ':', '·', '|', ';', '–', '—'].contains(&letter))?;
    let code = text[..end].trim_end_matches(['.', '-']);
    let label = text[end..].trim_start_matches(BETWEEN);
    (is_code(code) && label.chars().any(char::is_alphabetic)).then_some((code, label))
}

/// Short, of one word, and with digits: what an account or an asset is known by.
pub(crate) fn is_code(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    let is_of_parts = text.chars().all(|letter| letter.is_alphanumeric() || ['.', '-', '/', '_'].contains(&letter));
    begins && is_of_parts && text.chars().count() <= CODE_LETTERS && text.chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::split_coded_label;

    #[test]
    fn codes_stand_before_names() {
        for (text, code, label) in [
            ("1010-01 · Bank: current account", "1010-01", "Bank: current account"),
            ("01.01.02, Здания", "01.01.02", "Здания"),
            ("601100 - Électricité", "601100", "Électricité"),
            ("6011 Salaries", "6011", "Salaries"),
            ("6. Charges", "6", "Charges"),
        ] {
            assert_eq!(split_coded_label(text), Some((code, label)), "{text}");
        }
        for text in ["Office block 7", "601100", "2024", "Cash at bank", "12 345", "Total 2024"] {
            assert_eq!(split_coded_label(text), None, "{text}");
        }
    }
}
