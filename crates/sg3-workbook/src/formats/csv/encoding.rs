//! Text files as billing systems write them: UTF-8, UTF-16 with its mark, else the Western code page (windows-1252).

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes a whole file. Any bytes are some text, so nothing is refused here.
///
/// ```
/// use sg3_workbook::csv::encoding::decode;
/// assert_eq!(decode("Köln".as_bytes()), "Köln");
/// assert_eq!(decode(b"K\xf6ln, 5 \x80"), "Köln, 5 €");
/// ```
pub fn decode(bytes: &[u8]) -> String {
    unify_line_ends(match bytes {
        [0xff, 0xfe, rest @ ..] => decode_units(rest, UTF_16LE),
        [0xfe, 0xff, rest @ ..] => decode_units(rest, UTF_16BE),
        _ => decode_unmarked(bytes),
    })
}

/// A text whose lines end as on old Macintoshes, with a carriage return alone, with the line ends of other systems.
///
/// ```
/// use sg3_workbook::csv::encoding::unify_line_ends;
/// assert_eq!(unify_line_ends("a\rb".to_owned()), "a\nb");
/// assert_eq!(unify_line_ends("a\r\nb".to_owned()), "a\r\nb");
/// ```
pub fn unify_line_ends(text: String) -> String {
    if text.contains('\r') && !text.contains("\r\n") { text.replace('\r', "\n") } else { text }
}

/// Half a unit at the end of a file that was cut off is no letter.
fn decode_units(bytes: &[u8], encoding: &'static Encoding) -> String {
    let whole_units = &bytes[..bytes.len() - bytes.len() % 2];
    encoding.decode_without_bom_handling(whole_units).0.into_owned()
}

/// A text in the Western code page with any letter beyond ASCII is hardly ever also valid UTF-8, so what is valid decides.
fn decode_unmarked(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the Western code page has where Latin-1 has control characters; five places are in neither and stay controls.
    const FROM_80_TO_9F: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

    #[test]
    fn every_byte_of_the_western_code_page_is_its_letter() {
        let letters = FROM_80_TO_9F.chars().chain('\u{a0}'..='\u{ff}');
        for (byte, letter) in (0x80..=0xff).zip(letters) {
            // A byte that is alone is no UTF-8, whichever it is.
            assert_eq!(decode(&[byte]), letter.to_string(), "{byte:#x}");
        }
        assert_eq!(decode(b"caf\xe9 \x80"), "café €");
    }

    #[test]
    fn marks_are_no_part_of_the_text() {
        assert_eq!(decode("é".as_bytes()), "é");
        assert_eq!(decode("\u{feff}é".as_bytes()), "é");
        assert_eq!(decode(&[0xff, 0xfe, b'a', 0, 0xac, 0x20]), "a€");
        assert_eq!(decode(&[0xfe, 0xff, 0, b'a', 0x20, 0xac]), "a€");
    }

    #[test]
    fn damaged_units_are_replaced_and_half_a_unit_is_dropped() {
        assert_eq!(decode(&[0xff, 0xfe, 0, 0xd8, b'a', 0, b'b']), "\u{FFFD}a");
    }
}
