//! Labels as sets of words that can be compared: whatever the script, the case, the accents, the endings.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Arabic beginnings that are not part of the word: articles, alone or after a conjunction or preposition.
const ARTICLES: [&str; 5] = ["وال", "بال", "كال", "ال", "لل"];

/// Two words of at least this many letters may differ by an ending or a slip.
const LONG: usize = 5;

/// Small letters without accents, one space between words; letters of other forms (full width, presentation) are the usual ones.
pub fn folded(text: &str) -> String {
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).map(plain);
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text: runs of letters, runs of digits; Chinese and Japanese by pairs of characters.
pub fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let mut words = Vec::new();
    let mut run = String::new();
    let mut kind = Kind::Other;
    for letter in folded.chars() {
        let next = Kind::of(letter);
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
enum Kind {
    Letters,
    Digits,
    Characters,
    Other,
}

impl Kind {
    fn of(letter: char) -> Kind {
        match letter {
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Kind::Characters,
            letter if letter.is_ascii_digit() => Kind::Digits,
            letter if letter.is_alphanumeric() => Kind::Letters,
            _ => Kind::Other,
        }
    }
}

fn push(words: &mut Vec<String>, kind: Kind, run: String) {
    match kind {
        Kind::Letters => words.push(without_article(&run).to_owned()),
        Kind::Digits => words.push(run),
        Kind::Characters => pairs(words, &run),
        Kind::Other => {}
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
        letter => sg3_form::read::number::plain_digit(letter),
    }
}

/// How much two words are the same word, from 0 to 1: an ending, an abbreviation or a slip may tell them apart.
pub fn likeness(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short < LONG - 1 || !a[0].is_alphabetic() || Kind::of(a[0]) == Kind::Characters {
        return 0.0;
    }
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    match () {
        () if common == short && long == short + 1 => 0.95,
        () if common == short => 0.85,
        () if common >= LONG && common * 3 >= long * 2 => 0.88,
        () if short > LONG && strsim::osa_distance(one, other) == 1 => 0.8,
        () => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_in_any_script() {
        assert_eq!(words("Réseau d'ACCÈS"), ["reseau", "d", "acces"]);
        assert_eq!(words("الدقائق الصادرة ٢٠٢٤"), ["دقايق", "صادره", "2024"]);
        assert_eq!(words("国际长途 2024年"), ["国际", "际长", "长途", "2024", "年"]);
        assert_eq!(words("Ｔｏｔａｌ"), ["total"]);
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
