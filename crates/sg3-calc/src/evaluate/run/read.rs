//! Reading a row of an array.

use super::rows::Rows;
use super::stretch::{copy, start};
use crate::evaluate::doubt::Doubt;
use crate::evaluate::kernel::{Computed, Kernel, ReadKernel};

impl Rows<'_> {
    pub(super) fn read(&self, read: &ReadKernel, frame: &mut [usize], out: &mut [f64]) {
        let Some(array) = self.environment.array(read.quantity) else { return out.fill(f64::NAN) };
        if read.computed.is_empty() {
            if array.cells.is_empty() {
                out.fill(f64::NAN);
            } else {
                copy(&array.cells, start(read, frame), read.inner, out);
            }
            return;
        }
        self.offsets(read, frame, out);
        if let (Some(beyond), true) = (&read.beyond, out.iter().any(|offset| offset.is_infinite())) {
            return self.gather_with_beyond(&array.cells, beyond, frame, out);
        }
        out.iter_mut().for_each(|cell| *cell = cell_at(&array.cells, *cell));
    }

    /// Yes where there is a value; where there is none it is no, unless what cannot be read may be the reason.
    pub(super) fn is_given(&self, read: &ReadKernel, doubt: &Doubt, frame: &mut [usize], out: &mut [f64]) {
        self.read(read, frame, out);
        let start = start(read, frame);
        for (cell, value) in out.iter_mut().enumerate() {
            let is_missing = value.is_nan();
            let nobody_knows = is_missing && doubt.is_in(start + cell * read.inner);
            *value = if nobody_knows { f64::NAN } else { f64::from(u8::from(!is_missing)) };
        }
    }

    /// The number of each cell that is read: infinite beyond the dimension, `NaN` if unknown.
    fn offsets(&self, read: &ReadKernel, frame: &mut [usize], out: &mut [f64]) {
        let start = start(read, frame);
        out.iter_mut().enumerate().for_each(|(cell, offset)| *offset = (start + cell * read.inner) as f64);
        for computed in &read.computed {
            self.add_offsets(computed, frame, out);
        }
    }

    fn add_offsets(&self, computed: &Computed, frame: &mut [usize], out: &mut [f64]) {
        let count = if computed.varies { out.len() } else { 1 };
        self.with_buffer(count, |positions| {
            self.positions(computed, frame, positions);
            let stride = computed.stride as f64;
            match positions {
                [position] => out.iter_mut().for_each(|offset| *offset += *position * stride),
                _ => out.iter_mut().zip(positions).for_each(|(offset, position)| *offset += *position * stride),
            }
        });
    }

    fn gather_with_beyond(&self, cells: &[f64], beyond: &Kernel, frame: &mut [usize], out: &mut [f64]) {
        self.with_buffer(out.len(), |values| {
            self.filled(beyond, frame, values);
            for (cell, beyond) in out.iter_mut().zip(values) {
                *cell = if cell.is_infinite() { *beyond } else { cell_at(cells, *cell) };
            }
        });
    }
}

fn cell_at(cells: &[f64], offset: f64) -> f64 {
    if offset.is_finite() { cells[offset as usize] } else { f64::NAN }
}
