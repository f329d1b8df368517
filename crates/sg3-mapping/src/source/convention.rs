//! Whether a sheet writes decimals after a comma or a point: seen in the numbers that leave no doubt.

use super::cell::{SourceCell, SourceValue};
use sg3_form::values::number;
use sg3_form::values::number::ParsedNumber;

/// What separates decimals in the texts of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DecimalConvention {
    /// `1 234,5`.
    Comma,
    /// `1,234.5`.
    Point,
    /// Nothing shows it.
    Unknown,
}

impl DecimalConvention {
    /// Of the cells of a sheet.
    pub(crate) fn of<'a>(cells: impl Iterator<Item = &'a SourceCell>) -> DecimalConvention {
        let (mut comma, mut point) = (0, 0);
        for cell in cells {
            let SourceValue::Words(text) = &cell.value else { continue };
            match clear_separator(text) {
                Some(',') => comma += 1,
                Some('.') => point += 1,
                _ => {}
            }
        }
        match (comma, point) {
            (comma, point) if comma > 3 * point => DecimalConvention::Comma,
            (comma, point) if point > 3 * comma => DecimalConvention::Point,
            _ => DecimalConvention::Unknown,
        }
    }

    /// Text becomes the number that it is.
    pub(crate) fn understand(self, value: &mut SourceValue) {
        let SourceValue::Words(text) = value else { return };
        if !text.chars().any(char::is_numeric) {
            return;
        }
        let text = std::mem::take(text);
        *value = match (number::parse_number(&text), self) {
            (ParsedNumber::Number(value) | ParsedNumber::Percent(value), _) => SourceValue::Typed(text, value),
            (ParsedNumber::Either(one, other), DecimalConvention::Unknown) => SourceValue::Either(text, one, other),
            (ParsedNumber::Either(one, other), _) => {
                SourceValue::Typed(text.clone(), if self.splits(&text) { other } else { one })
            }
            (ParsedNumber::None, _) => SourceValue::Words(text),
        };
    }

    /// Whether the one separator of a doubtful number is that of decimals.
    fn splits(self, text: &str) -> bool {
        (self == DecimalConvention::Comma) == text.contains([',', '٫'])
    }
}

/// The decimal separator that a text leaves no doubt about.
fn clear_separator(text: &str) -> Option<char> {
    let last = text.chars().rev().find(|letter| matches!(letter, ',' | '.' | '٫'))?;
    let decimal = if last == '٫' { ',' } else { last };
    let is_clear = matches!(number::parse_number(text), ParsedNumber::Number(_) | ParsedNumber::Percent(_));
    let tail = text.rsplit(last).next().map_or(0, |tail| tail.chars().filter(|letter| letter.is_numeric()).count());
    let times = text.matches(last).count();
    match (is_clear, times, tail) {
        (false, ..) => None,
        (true, 1, _) => Some(decimal),
        (true, ..) => Some(if decimal == ',' { '.' } else { ',' }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Vec<Option<f64>> {
        let mut cells: Vec<SourceCell> =
            texts.iter().map(|text| SourceCell { column: 0, value: SourceValue::Words((*text).to_owned()) }).collect();
        let convention = DecimalConvention::of(cells.iter());
        cells.iter_mut().for_each(|cell| convention.understand(&mut cell.value));
        cells.iter().map(|cell| cell.value.number()).collect()
    }

    #[test]
    fn a_doubtful_number_is_read_as_its_neighbours_are() {
        assert_eq!(read(&["12,5", "1,234"]), [Some(12.5), Some(1.234)]);
        assert_eq!(read(&["12.5", "1,234"]), [Some(12.5), Some(1234.0)]);
        assert_eq!(read(&["1.234.567", "1.234"]), [Some(1_234_567.0), Some(1234.0)]);
        assert_eq!(read(&["1,234"]), [None]);
        assert_eq!(read(&["٣٫٥", "١٬٢٣٤٬٥٦٧"]), [Some(3.5), Some(1_234_567.0)]);
    }
}
