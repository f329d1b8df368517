//! Where the members stand that a list of theirs is of.

use sg3_workbook::{ROWS, column_letters, parse_address};

/// A column beside the values, or a row above them, that says of which member each is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Beside, from zero.
    Column(u32),
    /// Above, from zero.
    Row(u32),
}

impl Keys {
    /// Reads `A` or `A, 6`; what is wrong with it, if it is neither columns nor rows.
    pub fn parse(text: &str) -> Result<Vec<Keys>, String> {
        let parts = text.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| one(&part.replace('$', "")).ok_or_else(|| wrong(part))).collect()
    }

    /// `A, 6`.
    pub fn written(keys: &[Keys]) -> String {
        keys.iter().map(Keys::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The cell that says of which member another is.
    pub fn beside(self, row: u32, column: u32) -> (u32, u32) {
        match self {
            Keys::Column(keys) => (row, keys),
            Keys::Row(keys) => (keys, column),
        }
    }
}

fn wrong(part: &str) -> String {
    format!("`{part}` is neither a column nor a row of keys: enter A, or A, 6 for a table with keys on two sides")
}

fn one(part: &str) -> Option<Keys> {
    if part.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return parse_address(&format!("{part}1")).map(|(_, column)| Keys::Column(column));
    }
    part.parse::<u32>().ok().filter(|row| (1..=ROWS).contains(row)).map(|row| Keys::Row(row - 1))
}

impl std::fmt::Display for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Keys::Column(column) => f.write_str(&column_letters(*column)),
            Keys::Row(row) => write!(f, "{}", row + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn keys_are_written_as_they_are_read() {
        assert_eq!(Keys::parse("$A, 6"), Ok(vec![Keys::Column(0), Keys::Row(5)]));
        for text in ["A", "AB, 12", "6, B"] {
            assert_eq!(Keys::written(&Keys::parse(text).unwrap()), text);
        }
        assert!(Keys::parse("A1").is_err() && Keys::parse("0").is_err());
    }
}
