//! Figures as people of a language write them.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;
use std::ops::Range;

/// How figures are written where people read them; where programs read them they are as they were. It holds the name of the language
/// alone, since a formatter cannot be shared by threads.
#[derive(Debug, Clone)]
pub(crate) struct Numbers(Locale);

impl Numbers {
    /// By the code of a language, and of a country if one is named: `fr`, `ar-EG`. Nothing for English.
    pub(crate) fn of(code: &str) -> Option<Numbers> {
        let locale: Locale = code.parse().ok().filter(|_| code != "en")?;
        let numbers = Numbers(locale);
        numbers.formatter(GroupingStrategy::Auto).is_some().then_some(numbers)
    }

    /// The figure of a text as English writes it, `(1,234.50)`, with the separators and the digits of the language; its thousands are
    /// set apart if they were. A text without a figure is as it was.
    pub(crate) fn write(&self, text: &str) -> String {
        let Some(figure) = find_figure(text) else { return text.to_owned() };
        let digits: String = text[figure.clone()].chars().filter(|sign| *sign != ',').collect();
        let Ok(number) = digits.parse::<Decimal>() else { return text.to_owned() };
        let is_grouped = digits.len() < figure.len();
        let strategy = if is_grouped { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        let Some(formatter) = self.formatter(strategy) else { return text.to_owned() };
        let written = formatter.format(&number);
        format!("{}{written}{}", &text[..figure.start], &text[figure.end..])
    }

    /// What stands between whole digits and decimals.
    pub(crate) fn decimal_mark(&self) -> Option<char> {
        self.write("1.5").chars().nth(1)
    }

    fn formatter(&self, strategy: GroupingStrategy) -> Option<DecimalFormatter> {
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(strategy);
        DecimalFormatter::try_new((&self.0).into(), options).ok()
    }
}

/// Whether a text is a figure as English writes it and nothing else: `-1,234.50`, `8.5%`. Days, ranges and versions are not, nor what the
/// data may mean otherwise: `1,5`.
pub(crate) fn is_figure(text: &str) -> bool {
    let text = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = whole.contains(',');
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_digits(first)
        && is_digits(decimals)
        && (!is_grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// From the first digit to the last that belongs to the same figure.
fn find_figure(text: &str) -> Option<Range<usize>> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let length = text[start..]
        .find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ','))
        .unwrap_or(text.len() - start);
    let figure = text[start..start + length].trim_end_matches(['.', ',']);
    Some(start..start + figure.len())
}
