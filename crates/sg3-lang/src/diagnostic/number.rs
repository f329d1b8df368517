//! Numbers that people can say over the telephone: `K7Q-2MD`.

use crate::fnv::Fnv1a;

/// Letters and digits that nobody takes for one another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A number that follows from the words: thirty bits of FNV-1a.
pub(super) fn number_of(words: &[&str]) -> String {
    let mut hash = Fnv1a::default();
    for word in words {
        hash.add(word.as_bytes());
        hash.add(&[0]);
    }
    let hash = hash.value();
    // FNV leaves the last letters in the low bits: they are mixed into all of them.
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    let letters: String = (0..6).map(|place| char::from(LETTERS[(hash >> (5 * place + 17) & 31) as usize])).collect();
    format!("{}-{}", &letters[..3], &letters[3..])
}

#[cfg(test)]
mod tests {
    #[test]
    fn ten_thousand_places_have_ten_thousand_numbers() {
        let mut numbers: Vec<String> =
            (0..10_000).map(|n| super::number_of(&["jump", &format!("minutes[{n}]")])).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 10_000);
    }
}
