//! Numbers and labels within a sentence.

use super::display::display_number;
use super::shown::{display_of, is_percent};
use super::unit::scaled;
use sg3_lang::model::{Quantity, Range};

/// A number as people write it here: shares and rates in per cent, without what their display would round off.
pub fn number(quantity: &Quantity, value: f64) -> String {
    if is_percent(quantity) { format!("{} %", (value * 1e14).round() / 1e12) } else { value.to_string() }
}

/// A figure as it is asked for, with the digits that people read: shares and rates in per cent, amounts in the unit itself.
pub fn figure(quantity: &Quantity, value: f64) -> String {
    if is_percent(quantity) { format!("{} %", display_number(value * 100.0)) } else { display_number(value) }
}

/// A range with its unit: `2..30 %/year`, `>= 0 money`.
pub(crate) fn range(quantity: &Quantity, range: &Range) -> String {
    if !is_percent(quantity) {
        return format!("{range} {}", quantity.unit());
    }
    let in_percent = |(bound, itself): (f64, bool)| ((bound * 1e14).round() / 1e12, itself);
    let shown = Range { least: range.least.map(in_percent), greatest: range.greatest.map(in_percent) };
    format!("{shown} {}", scaled(&quantity.unit(), display_of(quantity)))
}

/// A label within a sentence: its first letter small, unless it begins with an abbreviation.
pub fn within(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// A text with the point that ends it.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '。', '؟']) { text.to_owned() } else { format!("{text}.") }
}
