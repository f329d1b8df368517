//! What a place of the data holds, before anybody knows whether it fits the input.

/// What a place of the data holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number, in the unit of the input.
    Number(f64),
    /// Yes or no, as a spreadsheet has them.
    YesNo(bool),
    /// A day, as a spreadsheet counts days.
    Date(f64),
    /// Words: a key, or something that should have been a number.
    Text(String),
    /// Words that say there is no value (`n/a`).
    NotAvailable(String),
    /// What stands there could not be read, and its reader has said why: the text of the cell, such as `#REF!`.
    Unreadable(String),
}

impl std::fmt::Display for Value {
    /// As it would be typed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Number(number) => write!(f, "{number}"),
            Value::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Value::Date(day) => f.write_str(&sg3_lang::day::write(*day)),
            Value::Text(text) | Value::NotAvailable(text) | Value::Unreadable(text) => f.write_str(text),
        }
    }
}
