//! Words for nothing, in the languages of forms: those that say that there is no value, and those that may mean zero as
//! well.

use crate::values::text::fold_case;

/// Words that say there is no value: it is not available, or the question does not apply.
const NO_VALUE: [&str; 47] = [
    // English
    "n/a",
    "na",
    "n.a.",
    "n. a.",
    "not available",
    "not applicable",
    "no data",
    // French
    "n/d",
    "nd",
    "n.d.",
    "n. d.",
    "non disponible",
    "s/o",
    "s.o.",
    "s. o.",
    "sans objet",
    "non applicable",
    "sans données",
    // Spanish
    "no disponible",
    "no aplicable",
    "no aplica",
    "s/d",
    "s.d.",
    "sin datos",
    // Portuguese
    "não disponível",
    "não aplicável",
    "não se aplica",
    "sem dados",
    // Russian
    "н/д",
    "н.д.",
    "н. д.",
    "нд",
    "нет данных",
    "не имеется",
    "неприменимо",
    "не применимо",
    "не применяется",
    // Chinese
    "不详",
    "无数据",
    "不可得",
    "不适用",
    // Arabic
    "غير متوفر",
    "غير متاح",
    "لا ينطبق",
    "غير منطبق",
    "لا توجد بيانات",
    "لا تتوفر بيانات",
];

/// Words that may say that, or zero.
const UNCLEAR: [&str; 29] = [
    "-",
    "–",
    "—",
    "--",
    "−",
    "nil",
    "none",
    "null",
    "nul",
    "nulle",
    "néant",
    "neant",
    "нет",
    "ноль",
    "нуль",
    "无",
    "没有",
    "零",
    "ninguno",
    "ninguna",
    "nada",
    "cero",
    "nenhum",
    "nenhuma",
    "zero",
    "لا يوجد",
    "لا شيء",
    "x",
    "?",
];

/// Whether a text says that there is no value, in any case and with any spaces.
///
/// ```
/// use sg3_form::values::no_value::says_no_value;
/// assert!(["N/A", "s.o.", "sin  datos", "н/д", "不适用", "لا ينطبق"].into_iter().all(says_no_value));
/// assert!(!["néant", "0", "12"].into_iter().any(says_no_value));
/// ```
pub fn says_no_value(text: &str) -> bool {
    NO_VALUE.contains(&&*fold_case(text))
}

/// Whether a text may say that, or zero.
pub(crate) fn may_mean_zero(text: &str) -> bool {
    UNCLEAR.contains(&&*fold_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::number::{ParsedNumber, parse_number};

    #[test]
    fn words_for_nothing_are_no_figures_and_say_one_thing() {
        for words in NO_VALUE.iter().chain(&UNCLEAR) {
            assert_eq!(parse_number(words), ParsedNumber::None, "{words}");
            assert_eq!(fold_case(words), **words, "as it is compared");
        }
        assert!(NO_VALUE.iter().all(|words| !UNCLEAR.contains(words)));
        assert!(!says_no_value("7") && !may_mean_zero("7"));
    }
}
