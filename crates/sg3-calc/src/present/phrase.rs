//! Numbers and labels within a sentence.

use super::shown::is_percent;
use sg3_lang::model::Quantity;

/// A number as people write it here: shares and rates in per cent, without what their display would round off.
pub fn number(quantity: &Quantity, value: f64) -> String {
    if is_percent(quantity) { format!("{} %", (value * 1e14).round() / 1e12) } else { value.to_string() }
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
