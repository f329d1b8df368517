//! Formulas with their words in a language.

use crate::book::stored_layout::PAGES;
use crate::print::range::quoted_sheet;
use sg3_language::Language;

/// A formula, or a format of numbers, with the words between its quotation marks in a language, and with the names that sheets have in it.
pub(super) fn translate_formula(language: &Language, text: &str) -> String {
    if language.codes().is_none() {
        return text.to_owned();
    }
    // every second piece is between quotation marks; a doubled mark within words ends one piece and begins the next
    let pieces = text.split('"').enumerate();
    let pieces = pieces.map(|(at, piece)| match at % 2 {
        0 => PAGES.iter().fold(piece.to_owned(), |formula, page| rename_sheet(language, &formula, page)),
        _ => language.translate_label_briefly(piece),
    });
    pieces.collect::<Vec<_>>().join("\"")
}

/// A format of numbers with its words in a language and in the digits of that language.
pub(super) fn translate_format(language: &Language, format: &str) -> String {
    language.localise_number_format(&translate_formula(language, format))
}

/// `Members!$B$5` with the name that the sheet has in a language.
fn rename_sheet(language: &Language, formula: &str, page: &str) -> String {
    let named = format!("{page}!");
    let mut pieces = formula.split(&named);
    let mut renamed = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // the end of a longer name, such as that of a sheet in apostrophes, is no name
        let is_part = renamed.ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ' ' | '\''));
        renamed +=
            &if is_part { named.clone() } else { format!("{}!", quoted_sheet(&language.translate_briefly(page))) };
        renamed += piece;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_sheets_of_a_formula_are_translated_and_nothing_else() {
        let french = Language::of("fr", &[]).unwrap();
        let translated = |text: &str| translate_formula(&french, text);
        assert_eq!(translated("IF(C5=1,\"yes\",\"no\")"), "IF(C5=1,\"oui\",\"non\")");
        assert_eq!(translated("About!$C$8*2"), format!("'{}'!$C$8*2", french.translate("About")));
        assert_eq!(translated("'About About'!A1+Cost_About!B2"), "'About About'!A1+Cost_About!B2");
        assert_eq!(translated("\"say \"\"yes\"\"\"&Z1"), "\"say \"\"oui\"\"\"&Z1");
        assert_eq!(translate_formula(&Language::default(), "\"yes\"&About!A1"), "\"yes\"&About!A1");
    }
}
