//! What the text of a cell's value is, by the kind that the cell has.

use super::held::{Holds, NO_FORMAT, SheetCells};
use crate::refusal::Refusal;

/// What kind of value a cell says it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// It says nothing: a number, if it is one.
    #[default]
    Unsaid,
    Number,
    Shared,
    YesNo,
    Error,
    /// The text of a formula.
    Text,
    Day,
    /// A text of its own, which does not stand in the value.
    Inline,
    /// One that no program writes.
    Other,
}

impl Kind {
    /// By the word of the file.
    pub fn of(word: Option<&str>) -> Kind {
        match word {
            None => Kind::Unsaid,
            Some("n") => Kind::Number,
            Some("s") => Kind::Shared,
            Some("b") => Kind::YesNo,
            Some("e") => Kind::Error,
            Some("str") => Kind::Text,
            Some("d") => Kind::Day,
            Some("inlineStr" | "is") => Kind::Inline,
            Some(_) => Kind::Other,
        }
    }
}

/// The number of a format as the file writes it; what is no number is taken for the first.
pub(crate) fn format(word: Option<&str>) -> u32 {
    let number = |word: &str| word.parse::<u64>().map_or(0, |number| number.min(u64::from(NO_FORMAT)) as u32);
    word.map_or(NO_FORMAT, number)
}

impl SheetCells {
    /// The value of a text.
    pub(crate) fn holds(&mut self, kind: Kind, format: u32, text: &str) -> Result<Holds, Refusal> {
        if text.is_empty() && kind != Kind::Text {
            return Ok(Holds::Nothing);
        }
        match kind {
            Kind::Unsaid => Ok(number(text, format).unwrap_or_else(|| Holds::Text(self.text(text)))),
            Kind::Number => {
                number(text, format).ok_or_else(|| Refusal::damaged("a number cell does not contain a number"))
            }
            Kind::Shared => {
                shared(text).ok_or_else(|| Refusal::damaged("a text cell does not contain the number of a text"))
            }
            Kind::YesNo => yes_no(text.trim()),
            Kind::Error => Ok(Holds::Error(self.text(text))),
            Kind::Text => Ok(Holds::Text(self.text(&super::rich_text::unescaped(text)))),
            Kind::Day => Ok(Holds::Day(self.text(text))),
            Kind::Inline => Ok(Holds::Nothing),
            Kind::Other => Err(Refusal::damaged("a cell has an unknown type")),
        }
    }

    /// Keeps a text; a part has fewer bytes than there are numbers.
    pub(crate) fn text(&mut self, text: &str) -> u32 {
        self.texts.add(text) as u32
    }
}

/// Whole numbers of up to fifteen digits are exact as they are.
fn number(text: &str, format: u32) -> Option<Holds> {
    let is_short = text.len() <= 15 && text.bytes().all(|letter| letter.is_ascii_digit());
    let whole = || text.bytes().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0')) as f64;
    let value = if is_short { whole() } else { text.parse().ok()? };
    Some(Holds::Number { value, format })
}

fn shared(text: &str) -> Option<Holds> {
    text.parse().ok().map(Holds::Shared)
}

fn yes_no(text: &str) -> Result<Holds, Refusal> {
    match text {
        "" => Ok(Holds::Nothing),
        "0" => Ok(Holds::YesNo(false)),
        "1" => Ok(Holds::YesNo(true)),
        _ if text.eq_ignore_ascii_case("false") => Ok(Holds::YesNo(false)),
        _ if text.eq_ignore_ascii_case("true") => Ok(Holds::YesNo(true)),
        _ => Err(Refusal::damaged("a yes/no value is neither true nor false")),
    }
}
