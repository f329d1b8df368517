//! XML parts in UTF-16, which a package may contain although hardly a program writes them: made UTF-8 before anything looks at them.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The encoding of a part in UTF-16, by its mark or by its first sign.
pub(crate) fn detect_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, _, 0, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', 0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The same part in UTF-8, and saying so.
pub(crate) fn decode_utf16(bytes: &[u8], encoding: &'static Encoding) -> Vec<u8> {
    const DECLARED: usize = 200;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let Some(end) = text.find("?>").filter(|end| *end < DECLARED && text.starts_with("<?xml")) else {
        return text.into_owned().into_bytes();
    };
    [b"<?xml version=\"1.0\" encoding=\"UTF-8\"", &text.as_bytes()[end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_either_order_become_the_same_text() {
        let text = "<?xml version='1.0' encoding='UTF-16'?><a>é</a>";
        let units = || text.encode_utf16();
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
        for bytes in [&little[..], &little[2..], &big, &big[2..]] {
            let decoded = decode_utf16(bytes, detect_utf16(bytes).unwrap());
            assert_eq!(decoded, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>".as_bytes());
        }
        assert_eq!(detect_utf16(text.as_bytes()), None);
    }
}
