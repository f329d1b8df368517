//! Blocks in which cells are replaced: `minutes[service = termination] = 0` makes a block of all minutes, one cell of which
//! is 0 and all others as in the counterfactual around.

use super::context::Context;
use super::counterfactual::Replacement;
use super::lowering::Lowering;
use crate::book::formula::{Coordinate, Formula};
use crate::book::{Block, BlockId, Content, CounterfactualId};
use sg3_calc::place_in;
use sg3_lang::model::{Index, IndexBase, QuantityId};

/// When a cell is replaced.
enum Replaced {
    Always,
    /// Under a condition on the axes that tell counterfactuals apart: `minutes[service = s] = 0` replaces the cell of voice
    /// in the counterfactual of voice only.
    If(Formula),
}

impl<'a> Lowering<'a> {
    /// Fills the block of a quantity that is replaced in this counterfactual.
    pub(super) fn replace(&mut self, id: QuantityId, counterfactual: CounterfactualId, block: BlockId) {
        let parent = self.counterfactual(counterfactual).parent.expect("nothing is replaced in the base case");
        let replacements = self.counterfactual(counterfactual).replacements.clone();
        let own = self.book.block(block).clone();
        let mut formulas = vec![self.as_around(id, parent, own.keys); own.cells()];
        let mut description = Vec::new();
        for replacement in replacements.iter().filter(|replacement| replacement.substitution.target == id) {
            description.push(self.material.sources.slice(replacement.substitution.value.span).to_owned());
            self.replace_cells(&mut formulas, replacement, parent, block, &own);
        }
        let owners = (0..formulas.len()).collect();
        let block = self.book.block_mut(block);
        block.description = description;
        block.content = Content::ByCell(formulas.into_iter().map(Some).collect(), owners);
    }

    /// Puts the value of a replacement in the cells that it names.
    fn replace_cells(
        &mut self,
        formulas: &mut [Formula],
        replacement: &Replacement<'a>,
        parent: CounterfactualId,
        block: BlockId,
        own: &Block,
    ) {
        let substitution = replacement.substitution;
        let context = self.context_of_replacement(replacement, parent, block, own);
        let value = self.cell_formula(&substitution.value, &context);
        let places: Vec<Option<&'a Index>> = substitution
            .places
            .iter()
            .zip(&substitution.axes)
            .map(|(place, open)| open.is_none().then_some(place))
            .collect();
        for (cell, formula) in formulas.iter_mut().enumerate() {
            let place = place_in(&own.shape, cell);
            match self.when_replaced(&places, &place[own.keys..], own, &context) {
                None => {}
                Some(Replaced::Always) => *formula = value.clone(),
                Some(Replaced::If(condition)) => {
                    *formula = Formula::choice(condition, value.clone(), formula.clone());
                }
            }
        }
    }

    /// The value of a replacement is read in the counterfactual around; its open axes are those of the quantity, and its keys
    /// the last of those that tell counterfactuals apart.
    fn context_of_replacement(
        &self,
        replacement: &Replacement<'a>,
        parent: CounterfactualId,
        block: BlockId,
        own: &Block,
    ) -> Context<'a> {
        let outside = self.counterfactual(parent).keys.len();
        let mut context = Context::of(own, block, replacement.scope);
        context.places = vec![None; replacement.scope.len()];
        for (number, key) in replacement.keys.iter().enumerate() {
            context.places[*key] = Some(Coordinate::Along(outside + number));
        }
        for (axis, open) in replacement.substitution.axes.iter().enumerate() {
            if let Some(open) = open {
                context.places[open.0 as usize] = Some(Coordinate::Along(own.keys + axis));
            }
        }
        context.counterfactual = parent;
        context.keys.truncate(outside);
        context
    }

    /// The quantity as it is in the counterfactual around.
    fn as_around(&mut self, id: QuantityId, parent: CounterfactualId, keys: usize) -> Formula {
        let nearest = self.nearest_difference(id, parent);
        let outer = self.counterfactual(nearest).keys.len();
        let block = self.block(id, nearest);
        let axes = self.model().quantity(id).axes.len();
        Formula::reference(block, (0..outer).chain(keys..keys + axes).map(Coordinate::Along).collect())
    }

    /// Nothing where a cell is never replaced.
    fn when_replaced(
        &mut self,
        places: &[Option<&'a Index>],
        place: &[usize],
        own: &Block,
        context: &Context<'a>,
    ) -> Option<Replaced> {
        let mut conditions = Vec::new();
        for (axis, index) in places.iter().enumerate() {
            let Some(index) = index else { continue };
            let members = self.members(own.axes[own.keys + axis].dimension);
            let fixed = match (&index.base, &index.shift) {
                (IndexBase::Member(member), None) => Some(members.locate(member)?),
                (IndexBase::First, None) => Some(0),
                (IndexBase::Last, None) => Some(members.len() - 1),
                _ => None,
            };
            match fixed {
                Some(fixed) if fixed == place[axis] => {}
                Some(_) => return None,
                None => conditions.extend(self.conditions_of_index(own.keys + axis, index, context)?),
            }
        }
        Some(match conditions.len() {
            0 => Replaced::Always,
            1 => Replaced::If(conditions.remove(0)),
            _ => Replaced::If(Formula::And(conditions)),
        })
    }
}
