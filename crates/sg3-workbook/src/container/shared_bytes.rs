//! The bytes of a clean copy, which a workbook reader and our own reading share.

use std::sync::Arc;

/// Bytes that several readers have without a copy for each.
#[derive(Clone, Default)]
pub(crate) struct SharedBytes(Arc<Vec<u8>>);

impl SharedBytes {
    pub(crate) fn new(bytes: Vec<u8>) -> SharedBytes {
        SharedBytes(Arc::new(bytes))
    }
}

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
