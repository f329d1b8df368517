//! Which axis of a block goes across.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::Formula;
use sg3_lang::model::Axis;

/// More members than this do not go across, unless they are years.
const MOST_ACROSS: usize = 60;

/// Which axis of a part goes across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AcrossRule {
    /// As in the block around; else the last, if there are several.
    Natural,
    /// This one of the bound axes.
    Bound(usize),
    /// As in the block around, or none.
    Down,
}

impl<'a> Lowering<'a> {
    /// Which axis goes across in a block of the formula.
    pub(super) fn across_of_part(
        &self,
        formula: &mut Formula,
        inner: &Context<'a>,
        bound: usize,
        rule: AcrossRule,
    ) -> Option<usize> {
        let kept = axes_used(formula, inner.axes.len(), bound);
        let around = inner.across.filter(|across| kept.contains(across));
        match rule {
            AcrossRule::Bound(number) => Some(inner.axes.len() - bound + number),
            AcrossRule::Down => around,
            AcrossRule::Natural if around.is_some() => around,
            AcrossRule::Natural => {
                let axes: Vec<Axis> = kept.iter().map(|axis| inner.axes[*axis].clone()).collect();
                self.across(&axes, &self.sizes(&axes), None).map(|axis| kept[axis])
            }
        }
    }

    /// Which axis of a block goes across: years, else the last of several; never the one that must go down.
    ///
    /// Where there is one year alone another axis goes across, if that gives both rows and columns: the businesses of a
    /// statement of lines and businesses.
    pub(super) fn across(&self, axes: &[Axis], shape: &[usize], down: Option<usize>) -> Option<usize> {
        let last = (0..axes.len()).rev().filter(|axis| Some(*axis) != down);
        let time = self.time_axis(axes, shape, down);
        let mut fitting = last.filter(|axis| shape[*axis] <= MOST_ACROSS);
        let Some(time) = time else { return fitting.next().filter(|_| axes.len() > 1) };
        if shape[time] > 1 {
            return Some(time);
        }
        // with one member across there would be a single column; with no other axis of several members a single row
        let cells: usize = shape.iter().product();
        fitting.find(|axis| shape[*axis] > 1 && cells > shape[*axis]).or(Some(time))
    }

    /// The years of a block, if they are no more than can go across.
    pub(super) fn time_axis(&self, axes: &[Axis], shape: &[usize], down: Option<usize>) -> Option<usize> {
        let mut last = (0..axes.len()).rev().filter(|axis| Some(*axis) != down);
        last.find(|axis| {
            self.model().dimension(axes[*axis].dimension).step.is_some() && shape[*axis] <= 2 * MOST_ACROSS
        })
    }
}

/// The axes that a formula uses, and the bound ones at the end.
pub(super) fn axes_used(formula: &mut Formula, axes: usize, bound: usize) -> Vec<usize> {
    let mut used = vec![false; axes];
    formula.for_each_axis(&mut |axis| used[*axis] = true);
    (0..axes).filter(|axis| used[*axis] || *axis >= axes - bound).collect()
}
