//! What the kernels of one run look at, and the buffers they share.

use crate::evaluate::environment::Environment;
use std::cell::RefCell;

/// Cells of a row that are computed at once: few enough to stay in the nearest cache.
pub(super) const WINDOW: usize = 512;

/// What the kernels of one run look at.
pub(super) struct Rows<'r> {
    pub environment: &'r Environment,
    /// Parts that were computed before.
    pub stored: &'r [Vec<f64>],
    pub spare: RefCell<Vec<Vec<f64>>>,
}

impl<'r> Rows<'r> {
    pub(super) fn new(environment: &'r Environment, stored: &'r [Vec<f64>]) -> Rows<'r> {
        Rows { environment, stored, spare: RefCell::default() }
    }

    /// Calls `with` with a buffer of so many cells.
    pub(super) fn with_buffer<T>(&self, count: usize, with: impl FnOnce(&mut [f64]) -> T) -> T {
        let mut buffer = self.spare.borrow_mut().pop().unwrap_or_default();
        if buffer.len() < count {
            buffer.resize(count, 0.0);
        }
        let result = with(&mut buffer[..count]);
        self.spare.borrow_mut().push(buffer);
        result
    }
}
