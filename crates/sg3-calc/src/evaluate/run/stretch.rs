//! Stretches of an array that a row goes through.

use crate::evaluate::kernel::ReadKernel;

/// The cell at which a row starts.
pub(super) fn start(read: &ReadKernel, frame: &[usize]) -> usize {
    read.start + read.outer.iter().map(|(axis, stride)| frame[*axis] * stride).sum::<usize>()
}

/// Copies cells at equal distances.
pub(super) fn copy(cells: &[f64], start: usize, stride: usize, out: &mut [f64]) {
    match stride {
        _ if out.len() == 1 => out[0] = cells[start],
        1 => out.copy_from_slice(&cells[start..start + out.len()]),
        _ => out.iter_mut().enumerate().for_each(|(cell, out)| *out = cells[start + cell * stride]),
    }
}
