//! One row of cells of a compiled expression.

use super::operators::{Operand, binary, unary};
use super::rows::Rows;
use super::stretch::{copy, start};
use crate::evaluate::kernel::{Base, Computed, Kernel, Work};
use crate::tolerance::{equal, finite, less, whole};

impl<'r> Rows<'r> {
    /// Computes the row that starts where the frame is; `out` has one cell if the kernel does not vary.
    pub(super) fn row(&self, kernel: &Kernel, frame: &mut [usize], out: &mut [f64]) {
        match &kernel.work {
            Work::Constant(value) => out.fill(*value),
            Work::Axis(axis, values) => out.copy_from_slice(&values[frame[*axis]..][..out.len()]),
            Work::Read(read) => self.read(read, frame, out),
            Work::IsGiven(read, doubt) => self.is_given(read, doubt, frame, out),
            Work::Stored(stored) => {
                let start: usize = stored.outer.iter().map(|(axis, stride)| frame[*axis] * stride).sum();
                copy(&self.stored[stored.slot], start, stored.inner, out);
            }
            Work::Unary(operator, operand) => {
                self.row(operand, frame, out);
                unary(*operator, out);
            }
            Work::Binary(operator, left, right) => {
                self.filled(left, frame, out);
                self.with_operand(right, frame, out.len(), |right, _| binary(*operator, out, right));
            }
            Work::If(parts) => self.choose(parts, frame, out),
            Work::Call(function, arguments) => self.call(function.kernel, arguments, frame, out),
            Work::Reduce(reduction) => self.reduce(reduction, frame, out),
            Work::Position(computed) => self.positions(computed, frame, out),
        }
    }

    /// Computes a row of full length even if the kernel does not vary.
    pub(super) fn filled(&self, kernel: &Kernel, frame: &mut [usize], out: &mut [f64]) {
        if kernel.varies || out.len() == 1 {
            return self.row(kernel, frame, out);
        }
        let value = self.one(kernel, frame);
        out.fill(value);
    }

    /// The value of a kernel that does not vary.
    pub(super) fn one(&self, kernel: &Kernel, frame: &mut [usize]) -> f64 {
        let mut value = [0.0];
        self.row(kernel, frame, &mut value);
        value[0]
    }

    /// Calls `with` with a row of the kernel, or its one value.
    pub(super) fn with_operand<T>(
        &self,
        kernel: &Kernel,
        frame: &mut [usize],
        count: usize,
        with: impl FnOnce(Operand, &mut [usize]) -> T,
    ) -> T {
        if !kernel.varies {
            let value = self.one(kernel, frame);
            return with(Operand::One(value), frame);
        }
        if let Some(slice) = self.slice(kernel, frame, count) {
            return with(Operand::Row(slice), frame);
        }
        self.with_buffer(count, |buffer| {
            self.row(kernel, frame, buffer);
            with(Operand::Row(buffer), frame)
        })
    }

    /// The cells themselves, where a row is a stretch of an array.
    fn slice(&self, kernel: &Kernel, frame: &[usize], count: usize) -> Option<&'r [f64]> {
        let (cells, start, inner) = match &kernel.work {
            Work::Read(read) if read.computed.is_empty() => {
                (&self.environment.array(read.quantity)?.cells, start(read, frame), read.inner)
            }
            Work::Stored(stored) => {
                let start = stored.outer.iter().map(|(axis, stride)| frame[*axis] * stride).sum();
                (&self.stored[stored.slot], start, stored.inner)
            }
            _ => return None,
        };
        (inner == 1).then(|| &cells[start..start + count])
    }

    fn choose(&self, [condition, yes, no]: &[Kernel; 3], frame: &mut [usize], out: &mut [f64]) {
        if !condition.varies {
            return match self.one(condition, frame) {
                1.0 => self.filled(yes, frame, out),
                0.0 => self.filled(no, frame, out),
                _ => out.fill(f64::NAN),
            };
        }
        self.with_buffer(out.len(), |conditions| {
            self.row(condition, frame, conditions);
            match conditions {
                _ if conditions.iter().all(|condition| *condition == 1.0) => self.filled(yes, frame, out),
                _ if conditions.iter().all(|condition| *condition == 0.0) => self.filled(no, frame, out),
                _ => self.blend(conditions, yes, no, frame, out),
            }
        });
    }

    fn blend(&self, conditions: &[f64], yes: &Kernel, no: &Kernel, frame: &mut [usize], out: &mut [f64]) {
        self.filled(no, frame, out);
        self.with_buffer(out.len(), |taken| {
            self.filled(yes, frame, taken);
            for ((cell, yes), condition) in out.iter_mut().zip(taken).zip(conditions) {
                *cell = match *condition {
                    1.0 => *yes,
                    0.0 => *cell,
                    _ => f64::NAN,
                };
            }
        });
    }

    fn call(&self, function: fn(&[f64]) -> f64, arguments: &[Kernel], frame: &mut [usize], out: &mut [f64]) {
        let count = out.len();
        self.with_buffer(count * arguments.len(), |columns| {
            for (argument, column) in arguments.iter().zip(columns.chunks_mut(count)) {
                self.filled(argument, frame, column);
            }
            self.with_buffer(arguments.len(), |values| {
                for (cell, result) in out.iter_mut().enumerate() {
                    (0..arguments.len()).for_each(|argument| values[argument] = columns[argument * count + cell]);
                    *result = finite(function(values));
                }
            });
        });
    }

    /// Where an index points: a position, infinite outside the dimension, `NaN` if unknown.
    pub(super) fn positions(&self, computed: &Computed, frame: &mut [usize], out: &mut [f64]) {
        match &computed.base {
            Base::Outer(axis) => out.fill(frame[*axis] as f64),
            Base::Inner(axis) => out.iter_mut().enumerate().for_each(|(cell, out)| *out = (frame[*axis] + cell) as f64),
            Base::At(position) => out.fill(*position as f64),
            Base::Value(value) => self.filled(value, frame, out),
            Base::Number(number, members) => {
                self.filled(number, frame, out);
                out.iter_mut().for_each(|number| *number = position_of_number(*number, members));
            }
        }
        if let Some(shift) = &computed.shift {
            self.with_operand(shift, frame, out.len(), |shift, _| add_shift(out, shift));
        }
        let may_be_beyond = computed.shift.is_some() || matches!(computed.base, Base::Number(..));
        for position in out.iter_mut() {
            let inside = *position >= 0.0 && *position < computed.count as f64;
            if !inside && !position.is_nan() {
                *position = if may_be_beyond { f64::INFINITY } else { f64::NAN };
            }
        }
    }
}

/// Where the member of a number is: infinite before the first and after the last, `NaN` where there is none between them.
fn position_of_number(number: f64, members: &[f64]) -> f64 {
    let (Some(first), Some(last)) = (members.first(), members.last()) else { return f64::NAN };
    if less(number, *first) == 1.0 || less(*last, number) == 1.0 {
        return f64::INFINITY;
    }
    let position = members.iter().position(|member| equal(*member, number) == 1.0);
    position.map_or(f64::NAN, |position| position as f64)
}

fn add_shift(positions: &mut [f64], shift: Operand) {
    match shift {
        Operand::One(shift) => positions.iter_mut().for_each(|position| *position = shifted(*position, shift)),
        Operand::Row(shifts) => {
            positions.iter_mut().zip(shifts).for_each(|(position, shift)| *position = shifted(*position, *shift));
        }
    }
}

fn shifted(position: f64, shift: f64) -> f64 {
    whole(shift).map_or(f64::NAN, |steps| position + steps as f64)
}
