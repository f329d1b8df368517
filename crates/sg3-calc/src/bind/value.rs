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
}
