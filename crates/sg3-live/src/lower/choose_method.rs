//! How a simultaneous system is solved in a sheet.
//!
//! A sheet has no loop that ends when the amounts settle: how many passes it has is decided when it is written, by passing
//! on the data of the base case, with a margin for other data.

use super::context::Context;
use super::lowering::Lowering;
use super::passes::{has_settled, passes_needed};
use super::solution_method::SolutionMethod;
use crate::book::{BASE, Block, Content};
use crate::evaluate::values::Values;
use sg3_lang::model::{Definition, QuantityId};

/// More passes than this are too many to read and to recalculate.
const MOST_PASSES: usize = 300;
/// Even where the data need fewer: other data may need more.
const FEWEST_PASSES: usize = 60;
/// More squarings than this are not made: members that pass on everything would come to look settled.
const MOST_SQUARINGS: usize = 20;
/// For other data, which may need more.
const SPARE_SQUARINGS: usize = 4;

impl<'a> Lowering<'a> {
    /// The same method in all counterfactuals.
    pub(super) fn method(&mut self, id: QuantityId, definition: &'a Definition) -> SolutionMethod {
        if let Some(method) = self.methods.get(&id) {
            return *method;
        }
        let method = self.choose_method(id, definition);
        self.methods.insert(id, method);
        method
    }

    /// By passes, or by squaring where the data of the base case need too many of them.
    fn choose_method(&mut self, id: QuantityId, definition: &'a Definition) -> SolutionMethod {
        let passes = self.values_of_passes(id, definition);
        let count = passes.len() - 1;
        if count <= MOST_PASSES {
            return SolutionMethod::Iterations((count + count / 4 + 3).clamp(FEWEST_PASSES, MOST_PASSES));
        }
        let solution = self.material.results.array(id).map(|array| &*array.cells);
        let Some(solution) = solution.filter(|cells| cells.iter().all(|cell| !cell.is_nan())) else {
            // what has no solution does not come nearer in any number of passes
            return SolutionMethod::Iterations(FEWEST_PASSES);
        };
        let squarings = libm::ceil(libm::log2(passes_needed(&passes, solution)));
        if squarings <= MOST_SQUARINGS as f64 {
            return SolutionMethod::Squarings((squarings as usize + SPARE_SQUARINGS).min(MOST_SQUARINGS));
        }
        let block = self.quantity_blocks[&(id, BASE)];
        let context = Context::of(self.book.block(block), block, &definition.scope);
        self.refuse(&context, "its members pass on almost all of what they receive");
        SolutionMethod::Iterations(FEWEST_PASSES)
    }

    /// What each pass evaluates to, from nothing until one is near the one before.
    fn values_of_passes(&mut self, id: QuantityId, definition: &'a Definition) -> Vec<Vec<f64>> {
        let made = self.book.blocks.len();
        let own = self.empty_block(id, BASE);
        let mut passes = vec![vec![0.0; own.cells()]];
        let before = self.push(Block { content: Content::Constants, ..own.clone() });
        let block = self.push(own);
        let context = Context::of(self.book.block(block), block, &definition.scope);
        self.pass(id, definition, &context, before, block);
        while passes.len() <= MOST_PASSES + 1 && !has_settled(&passes) {
            self.book.block_mut(before).values.clone_from(&passes[passes.len() - 1]);
            passes.push(Values::new(&self.book, &self.numbers).block(block));
        }
        self.truncate(made);
        passes
    }
}
