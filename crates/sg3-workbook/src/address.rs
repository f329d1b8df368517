//! Addresses: `(3, 2)` is `C4`. Rows and columns count from zero everywhere but in this text.

/// Rows of a sheet, as in Excel since 2007.
pub const ROWS: u32 = 1_048_576;
/// Columns of a sheet: the last one is `XFD`.
pub const COLUMNS: u32 = 16_384;

/// The address of a cell as people write it.
///
/// ```
/// assert_eq!(sg3_workbook::format_address(3, 2), "C4");
/// assert_eq!(sg3_workbook::format_address(1_048_575, 16_383), "XFD1048576");
/// ```
pub fn format_address(row: u32, column: u32) -> String {
    format!("{}{}", format_column(column), u64::from(row) + 1)
}

/// Row and column of an address, or nothing if it is malformed or off the grid.
///
/// ```
/// assert_eq!(sg3_workbook::parse_address("C4"), Some((3, 2)));
/// assert_eq!(sg3_workbook::parse_address("XFE1"), None);
/// assert_eq!(sg3_workbook::parse_address("C0"), None);
/// ```
pub fn parse_address(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, number) = text.split_at(digits);
    Some((parse_row(number)?, parse_column(letters)?))
}

/// The letters of a column: `A`, `Z`, `AA`.
///
/// ```
/// assert_eq!(sg3_workbook::format_column(27), "AB");
/// ```
pub fn format_column(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A row as a file writes it, counted from one.
pub(crate) fn parse_row(text: &str) -> Option<u32> {
    // Ten digits hold any row; `+7` and a hundred zeros before a 7 are what no program writes.
    let is_plain = !text.is_empty() && text.len() <= 10 && text.bytes().all(|digit| digit.is_ascii_digit());
    let row = text.parse::<u64>().ok().filter(|_| is_plain)?;
    (1..=u64::from(ROWS)).contains(&row).then(|| row as u32 - 1)
}

fn parse_column(letters: &str) -> Option<u32> {
    if letters.len() > 3 || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    (1..=COLUMNS).contains(&column).then(|| column - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_and_the_corner_rows_come_back() {
        for column in 0..COLUMNS {
            for row in [0, 8, ROWS - 1] {
                assert_eq!(parse_address(&format_address(row, column)), Some((row, column)));
            }
        }
    }

    #[test]
    fn what_is_off_the_grid_or_malformed_is_none() {
        for text in
            ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZ1", "A99999999999", "A1B", "A-1", "A+1", "É1", "$A$1"]
        {
            assert_eq!(parse_address(text), None, "{text}");
        }
    }
}
