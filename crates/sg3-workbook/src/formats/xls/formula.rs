//! How long the text of a formula can get. The tokens are two or three bytes; the names and spaces that they stand for are not.

/// More bytes than the text of these tokens can have. Every byte is taken for the longest token that might begin there, which
/// counts too much, yet needs no knowledge of where tokens begin.
pub(crate) fn bound_text(tokens: &[u8], longest_name: u64) -> u64 {
    let lengths = tokens.iter().enumerate().map(|(at, token)| {
        let fourth = tokens.get(at + 3).copied().unwrap_or(0);
        bound_token(*token, fourth, longest_name)
    });
    lengths.sum::<u64>().max(REMARK)
}

/// The reader's remark where it cannot read a formula is this long.
const REMARK: u64 = 100;

fn bound_token(token: u8, fourth: u8, longest_name: u64) -> u64 {
    match token {
        // Operators and brackets.
        0x03..=0x16 => 3,
        // A run of spaces or line ends, with its length in the fourth byte of the token.
        0x19 => 5 + u64::from(fourth),
        // A number, written out in full.
        0x1F => 350,
        // A name, or a reference to another sheet.
        0x23 | 0x43 | 0x63 | 0x3A..=0x3D | 0x5A..=0x5D | 0x7A..=0x7D => longest_name + 30,
        // References.
        0x24 | 0x44 | 0x64 => 12,
        // Functions, areas, errors, arrays.
        0x1C..=0x1E
        | 0x20..=0x22
        | 0x25
        | 0x2A
        | 0x2B
        | 0x39
        | 0x40..=0x42
        | 0x45
        | 0x4A
        | 0x4B
        | 0x59
        | 0x60..=0x62
        | 0x65..=0x6B => 30,
        // Letters.
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_names_weigh_what_they_can_become() {
        assert!(bound_text(&[0x19, 0x40, 0, 255].repeat(100), 0) >= 25_500);
        assert!(bound_text(&[0x23, 1, 0, 0, 0].repeat(100), 300) >= 30_000);
        assert_eq!(bound_text(&[0x1E, 1, 0, 0x1E, 2, 0, 3], 300), REMARK);
    }
}
