//! Reductions: their own loops, and along which axis their rows go.

use super::compiler::Compiler;
use crate::evaluate::kernel::{Kernel, LimitKernel, ReduceKernel, Work};
use sg3_lang::model::Reduction;

impl Compiler<'_, '_> {
    pub(super) fn reduction(&mut self, reduction: &Reduction) -> Kernel {
        let axes: Vec<(usize, usize)> =
            reduction.axes.iter().map(|axis| (axis.0 as usize, self.sizes[axis.0 as usize])).collect();
        let varies = self.inner.is_some_and(|inner| reduction.free_axes().contains(&inner));
        let at = reduction.at.as_ref().map(|at| self.compile(at));
        let limit = reduction.limit.map(|(how, outer)| {
            let outer = outer.0 as usize;
            LimitKernel { how, outer, varies: self.inner == Some(outer) }
        });
        let outside = (self.inner, self.context.loops.len(), self.context.fixed.clone());
        if !varies {
            self.inner = axes.last().map(|(axis, _)| *axis);
        }
        for (axis, _) in &axes {
            self.context.fixed.remove(axis);
        }
        self.context.loops.extend(axes.iter().map(|(axis, _)| *axis));
        let body = self.compile(&reduction.arguments[0]);
        let key = reduction.order.as_ref().map(|order| &order.key);
        let second = reduction.arguments.get(1).or(reduction.from.as_ref()).or(key).map(|second| self.compile(second));
        let filter = reduction.filter.as_ref().map(|filter| self.compile(filter));
        self.inner = outside.0;
        self.context.loops.truncate(outside.1);
        self.context.fixed = outside.2;
        let order = reduction.order.as_ref().map(|order| self.context.engine.member_order(order));
        let kernel =
            ReduceKernel { how: reduction.how, axes, limit, body, second, filter, at, order, own_row: !varies };
        Kernel { varies, work: Work::Reduce(Box::new(kernel)) }
    }
}
