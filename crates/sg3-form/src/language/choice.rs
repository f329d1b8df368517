//! Words to choose from, back to English whatever language the form was in.

use crate::layout::respondent::Respondent;
use crate::values::scale::Scale;
use crate::values::text::fold_case;
use sg3_calc::Status;
use sg3_lang::Severity;
use sg3_language::{BETWEEN, Translation};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What stands where others have a unit.
pub(crate) const IN_PLACE_OF_UNIT: [&str; 3] = ["yes/no", "date", "choose"];

/// The English of a word that a form lists to choose from, or that stands for a unit, in any of its languages or in two
/// of them side by side; other words as they are.
///
/// ```
/// assert_eq!(sg3_form::language::to_english("Mesuré"), "measured");
/// assert_eq!(sg3_form::language::to_english("thousands / milliers"), "thousands");
/// assert_eq!(sg3_form::language::to_english("guessed"), "guessed");
/// ```
pub fn to_english(words: &str) -> String {
    static KNOWN: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(index_choices);
    let found = std::iter::once(words).chain(words.split(BETWEEN)).find_map(|part| known.get(&fold_case(part)));
    found.map_or_else(|| words.to_owned(), |english| (*english).to_owned())
}

/// Each choice as every table has it, and in English; where two languages write one word, English has the last say.
fn index_choices() -> HashMap<String, &'static str> {
    let tables = Translation::own();
    let mut index = HashMap::new();
    for choice in list_choices() {
        index.extend(tables.iter().filter_map(|table| Some((fold_case(table.words.get(choice)?), choice))));
    }
    index.extend(list_choices().into_iter().map(|choice| (fold_case(choice), choice)));
    index
}

/// Every word that a form offers to choose, in English.
fn list_choices() -> Vec<&'static str> {
    let statuses = Status::ALL.map(Status::label);
    let scales = Scale::ALL.map(Scale::label);
    let respondents = Respondent::ALL.map(Respondent::label);
    let ranks = Severity::ALL.map(Severity::rank);
    let others = ["yes", "no"].into_iter().chain(IN_PLACE_OF_UNIT);
    statuses.into_iter().chain(scales).chain(respondents).chain(ranks).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_comes_back_from_every_language() {
        for table in Translation::own() {
            for choice in list_choices() {
                assert_eq!(to_english(&table.words[choice]), choice, "{}", table.language);
            }
        }
    }
}
