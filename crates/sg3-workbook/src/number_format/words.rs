//! Words for thousands and millions in number formats, in the languages of forms and of their neighbours.

/// Words with the power of ten that they stand for.
const WORDS: [(i8, &[&str]); 6] = [
    (
        3,
        &[
            "k",
            "thousand",
            "thousands",
            "ths",
            "tsd",
            "tausend",
            "mille",
            "millier",
            "milliers",
            "mil",
            "miles",
            "milhar",
            "milhares",
            "тыс",
            "тысяча",
            "тысячи",
            "тысяч",
            "千",
            "ألف",
            "آلاف",
        ],
    ),
    (4, &["万", "萬"]),
    (5, &["lakh", "lakhs", "lac", "lacs"]),
    (
        6,
        &[
            "million",
            "millions",
            "mill",
            "mln",
            "mio",
            "mn",
            "millón",
            "millon",
            "millones",
            "milhão",
            "milhao",
            "milhões",
            "milhoes",
            "миллион",
            "миллиона",
            "миллионов",
            "млн",
            "百万",
            "مليون",
            "ملايين",
        ],
    ),
    (7, &["crore", "crores", "cr"]),
    (
        9,
        &[
            "billion",
            "billions",
            "bn",
            "bln",
            "mrd",
            "mds",
            "md",
            "milliard",
            "milliards",
            "миллиард",
            "миллиарда",
            "миллиардов",
            "млрд",
            "十亿",
            "مليار",
        ],
    ),
];
/// Letters that stand for a scale if they are capitals, or beside a currency: a small one may be a metre.
const LETTERS: [(&str, i8); 3] = [("M", 6), ("MM", 6), ("B", 9)];
/// Currencies that are written together with a letter: `kEUR`, `MUSD`.
const CURRENCIES: [&str; 8] = ["EUR", "USD", "GBP", "CHF", "XOF", "XAF", "SDR", "INR"];
const SIGNS: [char; 5] = ['€', '$', '£', '¥', '₹'];

/// The power of ten that words beside a number stand for; 0 if they say nothing of the kind.
pub(crate) fn find_scale(words: &str) -> i8 {
    let has_currency = words.contains(SIGNS) || CURRENCIES.iter().any(|currency| words.contains(currency));
    let each = words.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let found = each.filter_map(|word| {
        let bare = CURRENCIES.iter().find_map(|currency| word.strip_suffix(currency)).unwrap_or(word);
        find_word(bare).or_else(|| find_letter(bare, has_currency))
    });
    found.sum()
}

fn find_word(word: &str) -> Option<i8> {
    let folded = word.to_lowercase();
    WORDS.iter().find(|(_, words)| words.contains(&&*folded)).map(|(power, _)| *power)
}

fn find_letter(word: &str, has_currency: bool) -> Option<i8> {
    let capitals = if has_currency { word.to_uppercase() } else { word.to_owned() };
    LETTERS.iter().find(|(letters, _)| *letters == capitals).map(|(_, power)| *power)
}
