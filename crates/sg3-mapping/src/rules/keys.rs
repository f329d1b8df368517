//! Where the members stand that a list of the source is of.

use sg3_workbook::{ROWS, format_column, parse_address};

/// A column beside the values, or a row above them, that says of which member each is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberKeys {
    /// Beside, from zero.
    Column(u32),
    /// Above, from zero.
    Row(u32),
}

impl MemberKeys {
    /// Reads `A` or `A, 6`; what is wrong with it, if it is neither columns nor rows.
    pub fn parse(text: &str) -> Result<Vec<MemberKeys>, String> {
        let parts = text.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| parse_key(&part.replace('$', "")).ok_or_else(|| wrong_key(part))).collect()
    }

    /// `A, 6`.
    pub fn written(keys: &[MemberKeys]) -> String {
        keys.iter().map(MemberKeys::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The cell that says of which member another is.
    pub fn beside(self, row: u32, column: u32) -> (u32, u32) {
        match self {
            MemberKeys::Column(keys) => (row, keys),
            MemberKeys::Row(keys) => (keys, column),
        }
    }
}

fn wrong_key(part: &str) -> String {
    format!("`{part}` is neither a column nor a row of keys: enter A, or A, 6 for a table with keys on two sides")
}

fn parse_key(part: &str) -> Option<MemberKeys> {
    if part.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return parse_address(&format!("{part}1")).map(|(_, column)| MemberKeys::Column(column));
    }
    part.parse::<u32>().ok().filter(|row| (1..=ROWS).contains(row)).map(|row| MemberKeys::Row(row - 1))
}

impl std::fmt::Display for MemberKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            MemberKeys::Column(column) => f.write_str(&format_column(*column)),
            MemberKeys::Row(row) => write!(f, "{}", row + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MemberKeys;

    #[test]
    fn keys_are_written_as_they_are_read() {
        assert_eq!(MemberKeys::parse("$A, 6"), Ok(vec![MemberKeys::Column(0), MemberKeys::Row(5)]));
        for text in ["A", "AB, 12", "6, B"] {
            assert_eq!(MemberKeys::written(&MemberKeys::parse(text).unwrap()), text);
        }
        assert!(MemberKeys::parse("A1").is_err() && MemberKeys::parse("0").is_err());
    }
}
