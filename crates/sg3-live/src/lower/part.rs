//! Parts of formulas in blocks of their own: what a fold goes over, what would be written twice, what would be too long.

use super::context::Context;
use super::lowering::Lowering;
use super::orientation::{AcrossRule, axes_used};
use crate::book::formula::{Coordinate, Formula, Reference};
use crate::book::{Block, BlockId, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, AxisId, Kind};

impl<'a> Lowering<'a> {
    /// A block of a formula over the axes that it uses and the bound ones; what refers to it goes along the bound ones.
    ///
    /// Which axis goes across depends on what the formula uses, and what can be read as a range depends on which axis
    /// goes across: where the first guess was wrong the formula is built again.
    pub(super) fn part(
        &mut self,
        context: &Context<'a>,
        bound: &[AxisId],
        rule: AcrossRule,
        title: &str,
        build: impl Fn(&mut Self, &Context<'a>) -> Formula,
    ) -> Reference {
        let mut inner = context.with_axes(bound);
        let mut formula = build(self, &inner);
        let across = self.across_of_part(&mut formula, &inner, bound.len(), rule);
        if across != inner.across {
            inner.across = across;
            formula = build(self, &inner);
        }
        let formula = self.shorten(formula, &inner);
        self.find_or_add_part(context, bound.len(), title, formula, &inner)
    }

    /// A reference to a block of its own that holds the formula, along axes of the block around.
    pub(super) fn titled_part(&mut self, formula: Formula, title: &str, context: &Context<'a>) -> Formula {
        self.part_along(formula, AcrossRule::Natural, title, context)
    }

    /// The same with a rule for what goes across.
    pub(super) fn part_along(
        &mut self,
        formula: Formula,
        rule: AcrossRule,
        title: &str,
        context: &Context<'a>,
    ) -> Formula {
        Formula::Reference(self.part(context, &[], rule, title, |_, _| formula.clone()))
    }

    /// A reference to a block that holds the formula as it is.
    pub(super) fn set_apart(&mut self, formula: Formula, context: &Context<'a>) -> Formula {
        Formula::Reference(self.find_or_add_part(context, 0, "Part of the formula", formula, context))
    }

    /// The block has the axes that the formula uses: those of the formula are renumbered.
    fn find_or_add_part(
        &mut self,
        context: &Context<'a>,
        bound: usize,
        title: &str,
        mut formula: Formula,
        inner: &Context<'a>,
    ) -> Reference {
        let own = inner.axes.len() - bound;
        // of a formula over services and years that uses the years alone only the years are kept: one row instead of many
        let kept = axes_used(&mut formula, inner.axes.len(), bound);
        formula.for_each_axis(&mut |axis| *axis = position(&kept, *axis).expect("it is used"));
        let axes: Vec<Axis> = kept.iter().map(|axis| inner.axes[*axis].clone()).collect();
        let across = inner.across.and_then(|axis| position(&kept, axis));
        let block = self.shared_block(context, axes, across, title, formula);
        let places = kept
            .into_iter()
            .map(|axis| if axis < own { Coordinate::Along(axis) } else { Coordinate::Bound(axis - own) });
        Reference { block, places: places.collect() }
    }

    /// The block of this formula: one that is there already, if it is the same.
    fn shared_block(
        &mut self,
        context: &Context<'a>,
        axes: Vec<Axis>,
        across: Option<usize>,
        title: &str,
        formula: Formula,
    ) -> BlockId {
        let dimensions: Vec<u32> = axes.iter().map(|axis| axis.dimension.0).collect();
        let key = format!("{dimensions:?} {across:?} {:?} {formula:?}", context.counterfactual);
        if let Some(block) = self.parts.get(&key) {
            return *block;
        }
        let around = self.book.block(context.block);
        let (quantity, counterfactual) = (around.quantity, around.counterfactual);
        let shape = self.sizes(&axes);
        let block = self.push(Block {
            quantity,
            counterfactual,
            across,
            content: Content::Formula(formula),
            part_of: Some(context.block),
            ..Block::new(Role::Part, axes, shape, Kind::Number(Unit::pure()), title.to_owned())
        });
        self.parts.insert(key, block);
        block
    }
}

fn position(axes: &[usize], axis: usize) -> Option<usize> {
    axes.iter().position(|other| *other == axis)
}
