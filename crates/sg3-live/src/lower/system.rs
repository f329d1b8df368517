//! Simultaneous systems: passes, each from the one before, and what is left after the last.
//!
//! `total = own + sum(share * total over from)` starts from nothing. The first pass is `own`, the second adds what members
//! receive of that, and so on: each pass is the definition, read with the pass before in place of the unknown.

use super::context::{Context, TermSelection, Unknown};
use super::lowering::Lowering;
use super::orientation::AcrossRule;
use super::solution_method::SolutionMethod;
use crate::book::formula::{Aggregation, Call, Coordinate, Fold, FoldRange, Formula};
use crate::book::{Block, BlockId, Content, Role};
use sg3_calc::tolerance::TOLERANCE;
use sg3_lang::model::{Body, Definition, QuantityId};

impl<'a> Lowering<'a> {
    /// The quantity is the pass after the last, unless that still moves.
    pub(super) fn system(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>) {
        let method = self.method(id, definition);
        let before = match method {
            SolutionMethod::Iterations(passes) => self.iterate(id, definition, context, passes),
            SolutionMethod::Squarings(times) => self.square(id, definition, context, times),
        };
        let last = self.pass_block("last pass", context);
        self.pass(id, definition, context, before, last);
        let solved = self.settled(id, context, before, last);
        let description = self.describe(&definition.body, &self.model().quantity(id).axes);
        let block = self.book.block_mut(context.block);
        (block.content, block.description) = (Content::Formula(solved), description);
    }

    /// The last of so many passes from nothing.
    fn iterate(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>, passes: usize) -> BlockId {
        let mut before = self.pass_block("start", context);
        let start = self.book.block_mut(before);
        (start.content, start.values) = (Content::Constants, vec![0.0; start.cells()]);
        for pass in 1..=passes {
            let block = self.pass_block(&format!("pass {pass}"), context);
            self.pass(id, definition, context, before, block);
            before = block;
        }
        before
    }

    /// A block like that of the quantity, with nothing in it yet.
    fn pass_block(&mut self, title: &str, context: &Context<'a>) -> BlockId {
        let own = self.book.block(context.block).clone();
        let title = format!("{}, {title}", own.title);
        self.push(Block { role: Role::Iteration, title, part_of: Some(context.block), values: Vec::new(), ..own })
    }

    /// Fills a block with the definition, read with another block in place of the unknown.
    pub(super) fn pass(
        &mut self,
        id: QuantityId,
        definition: &'a Definition,
        context: &Context<'a>,
        before: BlockId,
        block: BlockId,
    ) {
        let mut context = context.clone();
        context.block = block;
        context.unknown = Some(Unknown { quantity: id, block: before, terms: TermSelection::All });
        let content = self.content(definition, &context);
        self.book.block_mut(block).content = content;
    }

    pub(super) fn content(&mut self, definition: &'a Definition, context: &Context<'a>) -> Content {
        match &definition.body {
            Body::Formula(formula) => Content::Formula(self.cell_formula(formula, context)),
            Body::Table(table) => self.table(table, context),
        }
    }

    /// The last pass, unless it still moves by more than the tolerance: then there is no solution.
    fn settled(&mut self, id: QuantityId, context: &Context<'a>, before: BlockId, last: BlockId) -> Formula {
        let axes = self.book.block(last).axes.len();
        let [before, last_pass] =
            [before, last].map(|block| Formula::reference(block, (0..axes).map(Coordinate::Along).collect()));
        // right sides that are not known leave the others alone
        let change = self.like_quantity(
            "Change in the last pass",
            "IFERROR(ABS({0}-{1}),0)",
            |x| if x[0].is_nan() || x[1].is_nan() { 0.0 } else { (x[0] - x[1]).abs() },
            vec![last_pass.clone(), before],
            context,
        );
        let size = self.like_quantity(
            "Absolute amounts",
            "IFERROR(ABS({0}),0)",
            |x| if x[0].is_nan() { 0.0 } else { x[0].abs() },
            vec![last_pass.clone()],
            context,
        );
        let along = self.axes_of_one_matrix(id, last);
        let shape = &self.book.block(last).shape;
        let arguments = vec![largest(&change, &along, shape), largest(&size, &along, shape), last_pass];
        let text = "IF({0}<={guard}*{1},{2},NA())";
        Formula::Call(Call { text, kernel: |x| if x[0] <= TOLERANCE * x[1] { x[2] } else { f64::NAN }, arguments })
    }

    /// One matrix, one answer: where one right side does not settle, none has a solution. The axes along which the matrix is
    /// the same, that of the unknowns among them.
    fn axes_of_one_matrix(&self, id: QuantityId, block: BlockId) -> Vec<usize> {
        let block = self.book.block(block);
        let steady = self.model().axes_of_system(id);
        let along: Vec<usize> =
            (block.keys..block.axes.len()).filter(|axis| !steady.contains(&(axis - block.keys))).collect();
        debug_assert!(self.axis_of_unknowns(id).is_some_and(|axis| along.contains(&(block.keys + axis))));
        along
    }

    /// A block along the axes of the quantity.
    fn like_quantity(
        &mut self,
        title: &str,
        text: &'static str,
        kernel: fn(&[f64]) -> f64,
        arguments: Vec<Formula>,
        context: &Context<'a>,
    ) -> Formula {
        let formula = Formula::Call(Call { text, kernel, arguments });
        self.part_along(formula, AcrossRule::Down, title, context)
    }
}

/// The largest of the cells along some axes.
fn largest(cell: &Formula, along: &[usize], shape: &[usize]) -> Formula {
    let mut cells = cell.clone();
    if let Formula::Reference(reference) = &mut cells {
        for (number, axis) in along.iter().enumerate() {
            reference.places[*axis] = Coordinate::Bound(number);
        }
    }
    let ranges = along.iter().map(|axis| FoldRange { from: 0, count: shape[*axis], limit: None }).collect();
    Formula::Fold(Fold { aggregation: Aggregation::Max, ranges, factors: vec![cells] })
}
