//! Text to a value, by the kind of the input; text that fits no kind stays text.

use sg3_calc::Value;
use sg3_form::values::no_value::says_no_value;
use sg3_lang::model::Kind;

/// What says that there is no value where a member may be called by any other short word.
const NOT_AVAILABLE: [&str; 3] = ["n/a", "na", "not available"];

/// A text as a value of an input.
pub(crate) fn parse_value(kind: &Kind, text: &str) -> Value {
    let text = text.trim();
    if is_no_value(kind, text) {
        return Value::NotAvailable(text.to_owned());
    }
    let understood = match kind {
        Kind::Number(_) => number(text).map(Value::Number),
        Kind::YesNo => yes_no(text).map(Value::YesNo),
        Kind::Date => date(text).map(Value::Date),
        Kind::Member(_) => None,
    };
    understood.unwrap_or_else(|| Value::Text(text.to_owned()))
}

fn is_no_value(kind: &Kind, text: &str) -> bool {
    match kind {
        Kind::Member(_) => NOT_AVAILABLE.contains(&text.to_lowercase().as_str()),
        _ => says_no_value(text),
    }
}

/// `0.11`, `11%`, `150e6`, `1_000`: as the language writes numbers.
fn number(text: &str) -> Option<f64> {
    let (digits, percent) = text.strip_suffix('%').map_or((text, false), |digits| (digits.trim_end(), true));
    let plain = digits.bytes().all(|letter| letter.is_ascii_digit() || b"+-.eE_".contains(&letter));
    let digits = digits.replace('_', "");
    let number = if percent { format!("{digits}e-2") } else { digits };
    number.parse().ok().filter(|number: &f64| plain && number.is_finite())
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

/// `2024-02-29`, as a spreadsheet counts days.
fn date(text: &str) -> Option<f64> {
    let parts: Vec<f64> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    Some(sg3_calc::functions::date(year, month, day)).filter(|serial| serial.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sg3_lang::Unit;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let read = |text| parse_value(&Kind::Number(Unit::pure()), text);
        assert_eq!(read("12%"), Value::Number(0.12));
        assert_eq!(read("150e6"), Value::Number(150e6));
        assert_eq!(read("inf"), Value::Text("inf".into()));
        assert_eq!(read("1,5"), Value::Text("1,5".into()));
        assert_eq!(read("n/a"), Value::NotAvailable("n/a".into()));
    }

    #[test]
    fn dates_are_days_of_a_spreadsheet() {
        assert_eq!(parse_value(&Kind::Date, "2019-02-01"), Value::Date(43497.0));
        assert_eq!(parse_value(&Kind::Date, "2019-13-01"), Value::Text("2019-13-01".into()));
    }
}
