//! Labels as sets of words that can be compared: whatever the script, the case, the accents, the endings.

use crate::weights::words::{LIKE_ABBREVIATION, LIKE_ANOTHER_ENDING, LIKE_ONE_LETTER_MORE, LIKE_SLIP, LONG_WORD};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Arabic beginnings that are not part of the word: articles, alone or after a conjunction or preposition.
const ARTICLES: [&str; 5] = ["وال", "بال", "كال", "ال", "لل"];

/// Small letters without accents, one space between words; letters of other forms (full width, presentation) are the usual ones.
pub(crate) fn normalize(text: &str) -> String {
    if text.is_ascii() {
        return single_spaced(text).to_ascii_lowercase();
    }
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).map(plain);
    single_spaced(&letters.collect::<String>())
}

fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// The words of a text: runs of letters, runs of digits; Chinese and Japanese by pairs of characters.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    split_normalized(&normalize(text))
}

/// The words of a text that is normalized already.
pub(crate) fn split_normalized(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut run = String::new();
    let mut kind = Script::Other;
    for letter in folded.chars() {
        let next = Script::of(letter);
        if next != kind {
            push(&mut words, kind, std::mem::take(&mut run));
            kind = next;
        }
        run.push(letter);
    }
    push(&mut words, kind, run);
    words
}

/// What letters belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Letters,
    Digits,
    Characters,
    Other,
}

impl Script {
    fn of(letter: char) -> Script {
        match letter {
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Script::Characters,
            letter if letter.is_ascii_digit() => Script::Digits,
            letter if letter.is_alphanumeric() => Script::Letters,
            _ => Script::Other,
        }
    }
}

fn push(words: &mut Vec<String>, kind: Script, run: String) {
    match kind {
        Script::Letters => words.push(without_article(&run).to_owned()),
        Script::Digits => words.push(run),
        Script::Characters => pairs(words, &run),
        Script::Other => {}
    }
}

fn pairs(words: &mut Vec<String>, run: &str) {
    let letters: Vec<char> = run.chars().collect();
    match letters.len() {
        1 => words.push(run.to_owned()),
        _ => words.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>())),
    }
}

fn without_article(word: &str) -> &str {
    let rest = ARTICLES.iter().find_map(|article| word.strip_prefix(article)).filter(|rest| rest.chars().count() >= 3);
    rest.unwrap_or(word)
}

/// Digits of any script as European ones; Arabic letters that are written for one another as one of them.
fn plain(letter: char) -> char {
    match letter {
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ـ' => ' ',
        letter => sg3_form::values::number::normalise_digit(letter),
    }
}

/// How much two words are the same word, from 0 to 1: an ending, an abbreviation or a slip may tell them apart.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short < LONG_WORD - 1 || !a[0].is_alphabetic() || Script::of(a[0]) == Script::Characters {
        return 0.0;
    }
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    if common == short {
        if long == short + 1 { LIKE_ONE_LETTER_MORE } else { LIKE_ABBREVIATION }
    } else if common >= LONG_WORD && common * 3 >= long * 2 {
        LIKE_ANOTHER_ENDING
    } else if short > LONG_WORD && long - short <= 1 && strsim::osa_distance(one, other) == 1 {
        LIKE_SLIP
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_in_any_script() {
        assert_eq!(tokens("Réseau d'ACCÈS"), ["reseau", "d", "acces"]);
        assert_eq!(tokens("الدقائق الصادرة ٢٠٢٤"), ["دقايق", "صادره", "2024"]);
        assert_eq!(tokens("国际长途 2024年"), ["国际", "际长", "长途", "2024", "年"]);
        assert_eq!(tokens("Ｔｏｔａｌ"), ["total"]);
    }

    #[test]
    fn endings_and_slips_are_forgiven_and_other_words_are_not() {
        assert!(likeness("depreciation", "depreciacion") > 0.8);
        assert!(likeness("interurbain", "interurbaine") > 0.8);
        assert!(likeness("swiching", "switching") > 0.7);
        assert!(likeness("amort", "amortissement") > 0.8);
        assert_eq!(likeness("incoming", "outgoing"), 0.0);
        assert_eq!(likeness("urban", "interurban"), 0.0);
        assert_eq!(likeness("2023", "2024"), 0.0);
    }
}
