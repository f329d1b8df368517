//! Amounts as text, as locales and programs write them.

use super::layout::{Negative, Numbers};

/// An amount with its sign, brackets or letter; `letters` are those of debit and credit.
pub(super) fn written(amount: i64, decimals: u32, numbers: &Numbers, letters: &[String]) -> String {
    let size = digits(amount.unsigned_abs(), decimals, numbers);
    let size = numbers.nought.map_or_else(|| size.clone(), |nought| other_digits(&size, nought));
    match numbers.negative {
        Negative::Letter if amount != 0 => {
            letters.get(usize::from(amount < 0)).map_or(size.clone(), |letter| format!("{size} {letter}"))
        }
        Negative::Minus if amount < 0 => format!("-{size}"),
        Negative::Trailing if amount < 0 => format!("{size}-"),
        Negative::Brackets if amount < 0 => format!("({size})"),
        _ => size,
    }
}

fn digits(size: u64, decimals: u32, numbers: &Numbers) -> String {
    let unit = 10_u64.pow(decimals);
    let whole = (size / unit).to_string();
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && is_parted(whole.len() - position, numbers.lakhs) {
            grouped += &numbers.thousands;
        }
        grouped.push(digit);
    }
    if decimals == 0 {
        return grouped;
    }
    format!("{grouped}{}{:0width$}", numbers.point, size % unit, width = decimals as usize)
}

/// Groups of three digits; in South Asia of two above the first.
fn is_parted(digits_left: usize, lakhs: bool) -> bool {
    if lakhs { digits_left > 2 && (digits_left - 3).is_multiple_of(2) } else { digits_left.is_multiple_of(3) }
}

fn other_digits(text: &str, nought: char) -> String {
    let other = |digit: u32| char::from_u32(nought as u32 + digit).unwrap_or(nought);
    text.chars().map(|letter| letter.to_digit(10).map_or(letter, other)).collect()
}
