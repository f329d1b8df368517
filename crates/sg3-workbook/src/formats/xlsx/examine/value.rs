//! What the text of a cell's value is, by the kind that the cell has.

use super::rich_text::unescape_numbers;
use crate::formats::xlsx::sheet_cells::{ExtractedValue, NO_FORMAT, SheetCells};
use crate::refusal::Refusal;

/// What kind of value a cell says it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ValueKind {
    /// It has no mark: a number, if it is one.
    #[default]
    Unmarked,
    Number,
    Shared,
    YesNo,
    Error,
    /// The text of a formula.
    Text,
    IsoDate,
    /// A text of its own, which does not stand in the value.
    Inline,
    /// One that no program writes.
    Other,
}

impl ValueKind {
    /// By the mark in the file.
    pub(crate) fn of(mark: Option<&str>) -> ValueKind {
        match mark {
            None => ValueKind::Unmarked,
            Some("n") => ValueKind::Number,
            Some("s") => ValueKind::Shared,
            Some("b") => ValueKind::YesNo,
            Some("e") => ValueKind::Error,
            Some("str") => ValueKind::Text,
            Some("d") => ValueKind::IsoDate,
            Some("inlineStr" | "is") => ValueKind::Inline,
            Some(_) => ValueKind::Other,
        }
    }
}

/// The number of a format as the file writes it; what is no number is taken for the first.
pub(crate) fn parse_format(text: Option<&str>) -> u32 {
    let Some(text) = text else { return NO_FORMAT };
    text.parse::<u64>().map_or(0, |number| number.min(u64::from(NO_FORMAT)) as u32)
}

impl SheetCells {
    /// Makes a value of its text, by its kind.
    pub(crate) fn parse_value(&mut self, kind: ValueKind, format: u32, text: &str) -> Result<ExtractedValue, Refusal> {
        if text.is_empty() && kind != ValueKind::Text {
            return Ok(ExtractedValue::Nothing);
        }
        match kind {
            ValueKind::Unmarked => {
                Ok(parse_number(text, format).unwrap_or_else(|| ExtractedValue::Text(self.keep_text(text))))
            }
            ValueKind::Number => {
                parse_number(text, format).ok_or_else(|| Refusal::damaged("a number cell does not contain a number"))
            }
            ValueKind::Shared => {
                parse_shared(text).ok_or_else(|| Refusal::damaged("a text cell does not contain the number of a text"))
            }
            ValueKind::YesNo => parse_yes_no(text.trim()),
            ValueKind::Error => Ok(ExtractedValue::Error(self.keep_text(text))),
            ValueKind::Text => Ok(ExtractedValue::Text(self.keep_text(&unescape_numbers(text)))),
            ValueKind::IsoDate => Ok(ExtractedValue::IsoDate(self.keep_text(text))),
            ValueKind::Inline => Ok(ExtractedValue::Nothing),
            ValueKind::Other => Err(Refusal::damaged("a cell has an unknown type")),
        }
    }

    /// Keeps a text and says its number; a part has fewer bytes than there are numbers.
    pub(crate) fn keep_text(&mut self, text: &str) -> u32 {
        self.texts.add(text) as u32
    }
}

/// Whole numbers of up to fifteen digits are exact as they are.
fn parse_number(text: &str, format: u32) -> Option<ExtractedValue> {
    let is_short = text.len() <= 15 && text.bytes().all(|letter| letter.is_ascii_digit());
    let value = if is_short {
        text.bytes().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0')) as f64
    } else {
        text.parse().ok()?
    };
    Some(ExtractedValue::Number { value, format })
}

fn parse_shared(text: &str) -> Option<ExtractedValue> {
    text.parse().ok().map(ExtractedValue::Shared)
}

fn parse_yes_no(text: &str) -> Result<ExtractedValue, Refusal> {
    match text {
        "" => Ok(ExtractedValue::Nothing),
        "0" => Ok(ExtractedValue::YesNo(false)),
        "1" => Ok(ExtractedValue::YesNo(true)),
        _ if text.eq_ignore_ascii_case("false") => Ok(ExtractedValue::YesNo(false)),
        _ if text.eq_ignore_ascii_case("true") => Ok(ExtractedValue::YesNo(true)),
        _ => Err(Refusal::damaged("a yes/no value is neither true nor false")),
    }
}
