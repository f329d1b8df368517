//! Figures as people of a language write them.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

/// How figures are written where people read them; where programs read them they are as they were.
#[derive(Debug, Clone)]
pub(crate) struct Numbers(DecimalFormatter);

impl Numbers {
    /// By the code of a language, and of a country if one is named: `fr`, `ar-EG`. Nothing for English.
    pub(crate) fn of(code: &str) -> Option<Numbers> {
        let locale: Locale = code.parse().ok().filter(|_| code != "en")?;
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .ok()
            .map(Numbers)
    }

    /// A figure of English words, `1,234.50`, with the separators and the digits of the language; what is none as it is.
    pub(crate) fn write(&self, figure: &str) -> String {
        let plain: String = figure.chars().filter(|sign| *sign != ',').collect();
        let Ok(number) = plain.parse::<Decimal>() else { return figure.to_owned() };
        self.0.format(&number).to_string()
    }
}
