//! A formula, or an index, with the loops around it.

use super::compiler::{Compiler, Context};
use super::rows;
use crate::evaluate::kernel::{Kernel, Work};
use crate::evaluate::program::{Program, RowLayout};
use sg3_lang::model::{DimensionId, Expression, Index};

impl Program {
    /// A formula; axes that are fixed are given in the frame when it runs.
    pub(in crate::evaluate) fn compile(context: Context, expression: &Expression) -> Program {
        let rows = rows::choose(context.engine, context.scope, &context.loops, expression);
        let mut compiler = Compiler::new(context, rows.inner, expression);
        let body = compiler.compile(expression);
        compiler.finish(rows, body)
    }

    /// The positions at which an index of another array points.
    pub(in crate::evaluate) fn of_index(context: Context, index: &Index, dimension: DimensionId) -> Program {
        let rows = RowLayout { inner: context.loops.last().copied(), flat: context.loops.len() };
        let mut compiler = Compiler::new(context, rows.inner, std::ptr::null());
        let body = match compiler.index(index, dimension, 1) {
            Some(computed) => Kernel { varies: computed.varies, work: Work::Position(Box::new(computed)) },
            None => Kernel::constant(f64::NAN),
        };
        compiler.finish(rows, body)
    }
}

impl Compiler<'_, '_> {
    fn finish(self, rows: RowLayout, body: Kernel) -> Program {
        let loops = self.context.loops;
        let shape = loops.iter().map(|axis| self.sizes[*axis]).collect();
        Program { loops, shape, rows, body, temporaries: self.temporaries, scope: self.sizes.len() }
    }
}
