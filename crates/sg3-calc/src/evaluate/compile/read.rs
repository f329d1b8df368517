//! Readings: strides where an index is an axis or a fixed member, computed indices elsewhere.

use super::compiler::Compiler;
use crate::array::strides;
use crate::evaluate::kernel::{Base, Computed, Kernel, ReadKernel, Work};
use sg3_lang::model::{DimensionId, Expression, Index, IndexBase, Kind, Node, Read, Type};

impl Compiler<'_, '_> {
    pub(super) fn read(&mut self, read: &Read) -> Kernel {
        let axes = &self.context.engine.model.quantity(read.quantity).axes;
        let strides = strides(&self.context.engine.sizes(axes));
        let mut kernel = ReadKernel {
            quantity: read.quantity,
            start: 0,
            outer: Vec::new(),
            inner: 0,
            computed: Vec::new(),
            beyond: None,
        };
        let mut varies = false;
        for ((axis, stride), index) in axes.iter().zip(strides).zip(&read.places) {
            match (&index.base, &index.shift) {
                (IndexBase::Axis(id), None) => {
                    kernel.outer.push((id.0 as usize, stride));
                    if self.inner == Some(id.0 as usize) {
                        kernel.inner += stride;
                        varies = true;
                    }
                }
                _ => match self.index(index, axis.dimension, stride) {
                    Some(computed) => kernel.computed.push(computed),
                    None => return Kernel::constant(f64::NAN),
                },
            }
        }
        settle_fixed(&mut kernel);
        kernel.beyond = read.beyond.as_ref().map(|beyond| Box::new(self.compile(beyond)));
        varies |= kernel.computed.iter().any(|computed| computed.varies);
        varies |= kernel.beyond.as_ref().is_some_and(|beyond| beyond.varies);
        Kernel { varies, work: Work::Read(kernel) }
    }

    /// Whether there is a value where a reading is, of which every index is an axis.
    pub(super) fn is_given(&mut self, cell: &Expression) -> Kernel {
        let Node::Read(read) = &cell.node else { unreachable!("the checker asks of readings only") };
        let Kernel { varies, work: Work::Read(kernel) } = self.read(read) else {
            unreachable!("a reading whose indices are axes has a kernel")
        };
        let doubt = self.context.engine.doubt(read.quantity);
        Kernel { varies, work: Work::IsGiven(kernel, doubt) }
    }

    /// An index that is not simply an axis; nothing if its member is not there.
    pub(super) fn index(&mut self, index: &Index, dimension: DimensionId, stride: usize) -> Option<Computed> {
        let members = self.context.engine.members_of(dimension);
        let base = match &index.base {
            IndexBase::Axis(id) if self.inner == Some(id.0 as usize) => Base::Inner(id.0 as usize),
            IndexBase::Axis(id) => Base::Outer(id.0 as usize),
            IndexBase::Member(member) => Base::At(members.locate(member)?),
            IndexBase::First | IndexBase::All => Base::At(0),
            IndexBase::Last => Base::At(members.len().checked_sub(1)?),
            IndexBase::Value(value) if matches!(value.of, Type::Of(Kind::Number(_))) => {
                Base::Number(self.compile(value), members.numbers.clone())
            }
            IndexBase::Value(value) => Base::Value(self.compile(value)),
        };
        let shift = index.shift.as_ref().map(|shift| self.compile(shift));
        let varies = matches!(base, Base::Inner(_))
            || matches!(&base, Base::Value(value) | Base::Number(value, _) if value.varies)
            || shift.as_ref().is_some_and(|shift| shift.varies);
        (!members.is_empty()).then_some(Computed { base, shift, count: members.len(), stride, varies })
    }
}

/// Makes fixed members part of the start.
fn settle_fixed(kernel: &mut ReadKernel) {
    let start = &mut kernel.start;
    kernel.computed.retain(|computed| match (&computed.base, &computed.shift) {
        (Base::At(position), None) => {
            *start += position * computed.stride;
            false
        }
        _ => true,
    });
}
