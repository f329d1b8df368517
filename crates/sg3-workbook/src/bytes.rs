//! Bytes that several readers share.

use std::sync::Arc;

/// Bytes that several readers share without copying.
#[derive(Clone, Default)]
pub(crate) struct Bytes(Arc<Vec<u8>>);

impl Bytes {
    pub fn new(bytes: Vec<u8>) -> Bytes {
        Bytes(Arc::new(bytes))
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
