//! Parts of formulas in blocks of their own: what a fold goes over, what would be written twice, what would be too long.

use super::Lowering;
use super::context::Context;
use crate::book::BlockId;
use crate::book::block::{Block, Content, Role};
use crate::formula::{Comparison, Formula, Reading, Where};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, AxisId, Kind};

/// Formulas of more parts than this are divided.
const MOST_PARTS: usize = 100;

/// More conditions than this are not joined in one formula: each is another level of brackets.
const MOST_JOINED: usize = 8;

/// What is written twice or more has at most so many parts.
const LIGHT: usize = 5;

/// More members than this do not go across, unless they are years.
const MOST_ACROSS: usize = 60;

/// Which axis of a part goes across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// As in the block around; else the last, if there are several.
    Natural,
    /// This one of the bound axes.
    Bound(usize),
    /// As in the block around, or none.
    Down,
}

impl<'a> Lowering<'a> {
    /// A block of a formula over the axes that it uses and the bound ones; what reads it goes along the bound ones.
    ///
    /// Which axis goes across depends on what the formula uses, and what can be read as a range depends on which axis
    /// goes across: where the first guess was wrong the formula is built again.
    pub(crate) fn part(
        &mut self,
        context: &Context<'a>,
        bound: &[AxisId],
        across: Across,
        title: &str,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Reading {
        let mut inner = context.with_axes(bound);
        let mut formula = build(self, &inner);
        let goes_across = self.goes_across(&mut formula, &inner, bound.len(), across);
        if goes_across != inner.across {
            inner.across = goes_across;
            formula = build(self, &inner);
        }
        let formula = self.shorten(formula, &inner);
        self.settle(context, bound.len(), title, formula, &inner)
    }

    /// The formula itself if it is short, else a reading of a block that holds it.
    pub(crate) fn light(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        if formula.weight() <= LIGHT { formula } else { self.apart(formula, context) }
    }

    /// A reading of a block that holds the formula.
    pub(crate) fn apart(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        Formula::Read(self.settle(context, 0, "Part of the formula", formula, context))
    }

    /// The formula with its largest parts in blocks of their own until it is short enough.
    pub(crate) fn shorten(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        if formula.weight() <= MOST_PARTS && depth(&formula) <= 24 {
            return formula;
        }
        match formula {
            Formula::If(condition, yes, no) => {
                let [condition, yes, no] = [*condition, *yes, *no].map(|part| self.shorter(part, context));
                Formula::choice(condition, yes, no)
            }
            Formula::Binary(operator, left, right) => {
                let (left, right) = (self.shorter(*left, context), self.shorter(*right, context));
                Formula::binary(operator, left, right)
            }
            Formula::Compare(operator, left, right, whole) => {
                let (left, right) = (self.shorter(*left, context), self.shorter(*right, context));
                Formula::Compare(operator, Box::new(left), Box::new(right), whole)
            }
            Formula::And(parts) => Formula::And(self.fewer(parts, Formula::And, context)),
            Formula::Or(parts) => Formula::Or(self.fewer(parts, Formula::Or, context)),
            Formula::Not(part) => Formula::Not(Box::new(self.shorter(*part, context))),
            Formula::Negative(part) => Formula::Negative(Box::new(self.shorter(*part, context))),
            Formula::Call(mut call) => {
                call.arguments = call.arguments.into_iter().map(|part| self.shorter(part, context)).collect();
                Formula::Call(call)
            }
            whole => whole,
        }
    }

    /// No more conditions than can be joined, each short.
    fn fewer(&mut self, parts: Vec<Formula>, join: fn(Vec<Formula>) -> Formula, context: &Context<'a>) -> Vec<Formula> {
        let parts: Vec<Formula> = parts.into_iter().map(|part| self.shorter(part, context)).collect();
        if parts.len() <= MOST_JOINED {
            return parts;
        }
        let joined: Vec<Formula> = parts
            .chunks(MOST_JOINED)
            .map(|some| {
                let apart = self.apart(join(some.to_vec()), context);
                Formula::Compare(Comparison::Equal, Box::new(apart), Box::new(Formula::Number(1.0)), true)
            })
            .collect();
        self.fewer(joined, join, context)
    }

    fn shorter(&mut self, part: Formula, context: &Context<'a>) -> Formula {
        if part.weight() <= MOST_PARTS / 3 {
            return part;
        }
        let is_truth = part.is_truth();
        let part = self.shorten(part, context);
        let apart = self.apart(part, context);
        let yes = |apart| Formula::Compare(Comparison::Equal, Box::new(apart), Box::new(Formula::Number(1.0)), true);
        if is_truth { yes(apart) } else { apart }
    }

    /// Which axis goes across in a block of the formula.
    fn goes_across(&self, formula: &mut Formula, inner: &Context<'a>, bound: usize, across: Across) -> Option<usize> {
        let kept = kept(formula, inner.axes.len(), bound);
        let outside = inner.across.filter(|across| kept.contains(across));
        match across {
            Across::Bound(number) => Some(inner.axes.len() - bound + number),
            Across::Down => outside,
            Across::Natural if outside.is_some() => outside,
            Across::Natural => {
                let axes: Vec<Axis> = kept.iter().map(|axis| inner.axes[*axis].clone()).collect();
                self.across(&axes, &self.sizes(&axes), None).map(|axis| kept[axis])
            }
        }
    }

    fn settle(
        &mut self,
        context: &Context<'a>,
        bound: usize,
        title: &str,
        mut formula: Formula,
        inner: &Context<'a>,
    ) -> Reading {
        let own = inner.axes.len() - bound;
        let kept = kept(&mut formula, inner.axes.len(), bound);
        let now = |axis: usize| kept.iter().position(|kept| *kept == axis);
        formula.for_each_axis(&mut |axis| *axis = now(*axis).expect("it is used"));
        let axes: Vec<Axis> = kept.iter().map(|axis| inner.axes[*axis].clone()).collect();
        let block = self.shared(context, axes, inner.across.and_then(now), title, formula);
        let place = |axis: &usize| if *axis < own { Where::Along(*axis) } else { Where::Bound(*axis - own) };
        Reading { block, places: kept.iter().map(place).collect() }
    }

    /// The block of these formulas: one that is there already, if it is the same.
    fn shared(
        &mut self,
        context: &Context<'a>,
        axes: Vec<Axis>,
        across: Option<usize>,
        title: &str,
        formula: Formula,
    ) -> BlockId {
        let dimensions: Vec<u32> = axes.iter().map(|axis| axis.dimension.0).collect();
        let name = format!("{dimensions:?} {across:?} {:?} {formula:?}", context.world);
        if let Some(block) = self.parts.get(&name) {
            return *block;
        }
        let around = self.book.block(context.block);
        let block = Block {
            role: Role::Part,
            quantity: around.quantity,
            world: around.world,
            keys: 0,
            shape: self.sizes(&axes),
            across,
            axes,
            kind: Kind::Number(Unit::pure()),
            title: title.to_owned(),
            words: Vec::new(),
            content: Content::Formula(formula),
            opening: None,
            opening_values: Vec::new(),
            values: Vec::new(),
            place: None,
            helps: Some(context.block),
        };
        let block = self.push(block);
        self.parts.insert(name, block);
        block
    }

    /// Which axis of a block goes across: years, else the last of several. What has one year alone has its parts across instead, if that
    /// gives both rows and columns: a statement of lines and businesses.
    pub(crate) fn across(&self, axes: &[Axis], shape: &[usize], not: Option<usize>) -> Option<usize> {
        let may = |axis: &usize| Some(*axis) != not;
        let is_time = |axis: &usize| self.model().dimension(axes[*axis].dimension).step.is_some();
        let fits = |axis: &usize| shape[*axis] <= MOST_ACROSS;
        let cells: usize = shape.iter().product();
        let both_ways = |axis: &usize| shape[*axis] > 1 && cells > shape[*axis];
        let last = || (0..axes.len()).rev().filter(may);
        let time = last().find(|axis| is_time(axis) && shape[*axis] <= 2 * MOST_ACROSS);
        let several = || last().find(fits).filter(|_| axes.len() > 1);
        time.filter(|axis| shape[*axis] > 1)
            .or_else(|| time.and_then(|_| last().filter(fits).find(both_ways)))
            .or(time)
            .or_else(several)
    }
}

/// The axes that a formula uses, and the bound ones at the end.
fn kept(formula: &mut Formula, axes: usize, bound: usize) -> Vec<usize> {
    let mut used = vec![false; axes];
    formula.for_each_axis(&mut |axis| used[*axis] = true);
    (0..axes).filter(|axis| used[*axis] || *axis >= axes - bound).collect()
}

fn depth(formula: &Formula) -> usize {
    let mut deepest = 0;
    formula.for_each_part(&mut |part| deepest = deepest.max(depth(part)));
    match formula {
        Formula::And(parts) | Formula::Or(parts) => deepest + parts.len(),
        _ => deepest + 1,
    }
}
