//! What a number format makes of a number on the screen: a percentage, a time, thousands for units or units called millions.

pub(crate) mod words;

/// What the screen shows of a number, where that is another number than the cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// The number itself.
    #[default]
    Itself,
    /// A hundred times the number, with a sign of per cent.
    Percent,
    /// The number of days as hours and minutes.
    Time,
    /// The number times this power of ten: 6 for 4218 shown as "4,218 million", -3 for 4218000 shown as "4,218".
    TimesTenTo(i8),
}

impl Shown {
    /// What a format code shows, by its section for positive numbers.
    ///
    /// ```
    /// use sg3_workbook::Shown;
    /// assert_eq!(Shown::of_code("#,##0\" million\""), Shown::TimesTenTo(6));
    /// assert_eq!(Shown::of_code("#,##0,,"), Shown::TimesTenTo(-6));
    /// assert_eq!(Shown::of_code("#,##0.0,,\" M€\""), Shown::Itself, "the number in millions, and the word says so");
    /// assert_eq!(Shown::of_code("0.0%"), Shown::Percent);
    /// ```
    pub fn of_code(code: &str) -> Shown {
        let mut parts = CodeParts::default();
        parts.take(code);
        match () {
            () if parts.is_time => Shown::Time,
            () if parts.is_percent => Shown::Percent,
            () => Shown::of_scale(words::find_scale(&parts.words) - 3 * parts.count_trailing_commas()),
        }
    }

    /// What the format that every workbook has under a number shows.
    pub(crate) fn of_built_in(number: u32) -> Shown {
        match number {
            9 | 10 => Shown::Percent,
            45..=47 => Shown::Time,
            _ => Shown::Itself,
        }
    }

    pub(crate) fn of_scale(power: i8) -> Shown {
        if power == 0 { Shown::Itself } else { Shown::TimesTenTo(power) }
    }
}

/// The first section of a format code, taken apart.
#[derive(Default)]
struct CodeParts {
    /// Places of digits with the points and commas between and behind them.
    digits: String,
    /// What stands beside the number.
    words: String,
    is_percent: bool,
    is_time: bool,
}

impl CodeParts {
    fn take(&mut self, code: &str) {
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => self.words.extend(letters.by_ref().take_while(|letter| *letter != '"')),
                '\\' => self.words.extend(letters.next()),
                // As wide as the next letter, or filled up with it.
                '_' | '*' => drop(letters.next()),
                '[' => self.take_brackets(&letters.by_ref().take_while(|letter| *letter != ']').collect::<String>()),
                '0' | '#' | '?' | '.' | ',' => self.digits.push(letter),
                '%' => self.is_percent = true,
                other => self.words.push(other),
            }
        }
    }

    /// A currency, `[$€-407]`, or elapsed hours, `[h]`; colours and conditions say nothing.
    fn take_brackets(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            self.words += currency.split('-').next().unwrap_or_default();
        }
        self.is_time |= !inside.is_empty() && inside.chars().all(|letter| "hHmMsS".contains(letter));
    }

    /// Commas behind the last place of the whole number, or of the decimals: each takes three digits off.
    fn count_trailing_commas(&self) -> i8 {
        let parts = self.digits.split('.').filter(|part| part.contains(['0', '#', '?']));
        parts.map(|part| part.len() - part.trim_end_matches(',').len()).sum::<usize>().min(6) as i8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_those_of_words_and_commas_together() {
        for (code, power) in [
            ("#,##0\" million\"", 6),
            ("# ##0,00\\ \\m\\l\\n", 6),
            ("0.0\"k\"", 3),
            ("#,##0 \"тыс.\"", 3),
            ("#,##0\" lakh\"", 5),
            ("[$€-407]#,##0\"m\"", 6),
            ("#,##0.0,", -3),
            ("0.00,,;[Red]-0.00,,", -6),
            ("#,##0,\" million\"", 3),
            ("\"bn \"0.0", 9),
        ] {
            assert_eq!(Shown::of_code(code), Shown::TimesTenTo(power), "{code}");
        }
    }

    #[test]
    fn other_formats_show_the_number_itself() {
        for code in [
            "General",
            "#,##0.00",
            "0.0,,\"M\"",
            "#,##0,\" thousand\"",
            "#,##0\" m\"",
            "0\" km\"",
            "0.0E+00",
            "_-* #,##0.00 [$€-407]_-",
            "[>=1000]#,##0,\"k\";0",
            "0\" minutes\"",
            "#,##0;(#,##0);\"million\"",
            "\"SMS \"0",
        ] {
            assert_eq!(Shown::of_code(code), Shown::Itself, "{code}");
        }
        assert_eq!([Shown::of_code("[h]:mm"), Shown::of_code("0%")], [Shown::Time, Shown::Percent]);
    }
}
