//! FNV-1a: a short number that follows from bytes, the same on every machine and in every version. No protection against forgery.

/// The 64 bits of FNV-1a over all bytes that were added.
///
/// ```
/// let mut hash = sg3_lang::Fnv1a::default();
/// hash.add(b"foo");
/// hash.add(b"bar");
/// assert_eq!(hash.value(), 0x85944171f73967e8);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Fnv1a(u64);

impl Default for Fnv1a {
    fn default() -> Fnv1a {
        Fnv1a(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv1a {
    /// Adds bytes; the cuts between additions leave no trace.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    }

    /// The number of what was added so far.
    pub fn value(self) -> u64 {
        self.0
    }
}
