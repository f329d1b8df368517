//! Years in headings, titles and names of sheets.

use super::dictionary::words::{BEFORE, PLAN};
use super::lexicon::Lexicon;
use crate::source::tokens;
use crate::weights::words::NAMES_PERIOD;

/// A number that would be a year.
pub(crate) fn is_year(number: f64) -> bool {
    (1990.0..=2100.0).contains(&number) && number.fract() == 0.0
}

/// The year that a text names; the last, if it names several.
pub(crate) fn year(text: &str) -> Option<i32> {
    // Most labels hold no digit at all; other scripts have digits that only normalizing shows.
    if text.is_ascii() && !text.bytes().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let all = tokens::tokens(text);
    all.iter().rev().find_map(|word| long_year(word)).or_else(|| all.windows(2).rev().find_map(short_year))
}

/// The year that the titles above figures name, nearest last: of the period rather than of the day of printing.
pub(crate) fn year_of_titles(titles: &[String]) -> Option<i32> {
    let named = |is_meant: &dyn Fn(&str) -> bool| {
        titles.iter().rev().filter(|title| is_meant(title)).find_map(|title| year(title))
    };
    named(&|title| !names_any_day(title)).or_else(|| named(&|_| true))
}

/// Whether a text names a day within a month, as that of printing, and not one on which periods begin or end.
fn names_any_day(text: &str) -> bool {
    let all = tokens::tokens(text);
    all.windows(3).any(|parts| {
        let number = |part: &String| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
        let day =
            number(&parts[0]).filter(|day| number(&parts[1]).is_some() && long_year(&parts[2]).is_some() && *day <= 31);
        day.is_some_and(|day| (2..28).contains(&day))
    })
}

/// `2024`.
fn long_year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1990..=2100).contains(year))
}

/// `FY24`.
fn short_year(pair: &[String]) -> Option<i32> {
    let is_label = matches!(&*pair[0], "fy" | "ex" | "exercice" | "ejercicio");
    pair[1].parse::<i32>().ok().filter(|_| is_label && pair[1].len() == 2).map(|year| 2000 + year)
}

/// Whether a text says that figures are no result: budget, forecast, difference.
pub(crate) fn is_plan(lexicon: &Lexicon, text: &str) -> bool {
    text.chars().count() <= 60 && lexicon.fit_of_word(text, PLAN) >= NAMES_PERIOD
}

/// Whether a text says that figures are of the year before, without naming it.
pub(crate) fn is_before(lexicon: &Lexicon, text: &str) -> bool {
    text.chars().count() <= 60 && year(text).is_none() && lexicon.fit_of_word(text, BEFORE) >= NAMES_PERIOD
}

#[cfg(test)]
mod tests {
    use super::{year, year_of_titles};

    #[test]
    fn the_period_counts_and_not_the_day_of_printing() {
        let titles = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            year_of_titles(&titles(&["Exercice clos le 31/12/2024", "Édité le 17/02/2025 à 10:25"])),
            Some(2024)
        );
        assert_eq!(year_of_titles(&titles(&["Período: 01/2024 a 12/2024", "Emitido em 11/02/2025"])), Some(2024));
        assert_eq!(year_of_titles(&titles(&["Trial balance", "as at 15/03/2024"])), Some(2024));
    }

    #[test]
    fn years_are_found_in_any_digits() {
        assert_eq!(year("Exercice clos le 31/12/2024"), Some(2024));
        assert_eq!(year("سنة ٢٠٢٤"), Some(2024));
        assert_eq!(year("2024年度"), Some(2024));
        assert_eq!(year("FY24"), Some(2024));
        assert_eq!(year("Account 6024"), None);
    }
}
