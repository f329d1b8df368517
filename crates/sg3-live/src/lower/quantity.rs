//! Quantities: the block of one, and what stands in it.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::formula::Formula;
use crate::book::{BASE, Block, BlockId, Content, CounterfactualId, Role};
use sg3_lang::model::{Axis, Body, Expression, QuantityId, Role as QuantityRole};

impl<'a> Lowering<'a> {
    /// The block that holds a quantity in a counterfactual, or in the nearest around it in which the quantity is the same.
    pub(super) fn block(&mut self, id: QuantityId, counterfactual: CounterfactualId) -> BlockId {
        let counterfactual = self.nearest_difference(id, counterfactual);
        if let Some(block) = self.quantity_blocks.get(&(id, counterfactual)) {
            return *block;
        }
        let is_given = counterfactual == BASE && self.counterfactual(BASE).cut[id.0 as usize];
        let block = if is_given { self.input(id) } else { self.calculation(id, counterfactual) };
        self.quantity_blocks.insert((id, counterfactual), block);
        block
    }

    /// A block of a calculation, to be defined later.
    fn calculation(&mut self, id: QuantityId, counterfactual: CounterfactualId) -> BlockId {
        let mut block = self.empty_block(id, counterfactual);
        if let Some(array) = self.material.results.array(id).filter(|_| counterfactual == BASE) {
            block.values = array.cells.iter().map(|value| self.numbers.cell_value(&block.kind, *value)).collect();
        }
        let block = self.push(block);
        self.undefined.push((id, counterfactual, block));
        block
    }

    /// The nearest counterfactual around in which a quantity differs from the one around that.
    pub(super) fn nearest_difference(&self, id: QuantityId, mut counterfactual: CounterfactualId) -> CounterfactualId {
        while !self.counterfactual(counterfactual).affected[id.0 as usize] {
            match self.counterfactual(counterfactual).parent {
                Some(parent) => counterfactual = parent,
                None => return BASE,
            }
        }
        counterfactual
    }

    /// A block of a quantity's shape, with nothing in it.
    pub(super) fn empty_block(&self, id: QuantityId, counterfactual: CounterfactualId) -> Block {
        let quantity = self.model().quantity(id);
        let mut axes: Vec<Axis> = self.counterfactual(counterfactual).keys.clone();
        let keys = axes.len();
        axes.extend(quantity.axes.iter().cloned());
        let shape = self.sizes(&axes);
        let down = self.axis_of_unknowns(id).map(|axis| axis + keys);
        let years = self.time_axis(&axes, &shape, down).filter(|_| self.in_rows_of_years.contains(&id));
        let across = years.or_else(|| self.across(&axes, &shape, down));
        let block = Block::new(Role::Quantity, axes, shape, quantity.kind.clone(), quantity.label.clone());
        Block { quantity: Some(id), counterfactual, keys, across, ..block }
    }

    /// The axis of the unknowns of a system, which must go down.
    pub(super) fn axis_of_unknowns(&self, id: QuantityId) -> Option<usize> {
        match &self.model().quantity(id).role {
            QuantityRole::Simultaneous(_, system) => Some(system.axis),
            _ => None,
        }
    }

    /// Defines every block that has been referred to, and those that they refer to.
    pub(super) fn define_all(&mut self) {
        while let Some((id, counterfactual, block)) = self.undefined.pop() {
            self.define(id, counterfactual, block);
        }
    }

    fn define(&mut self, id: QuantityId, counterfactual: CounterfactualId, block: BlockId) {
        if self.counterfactual(counterfactual).replaces(id) {
            return self.replace(id, counterfactual, block);
        }
        let quantity = self.model().quantity(id);
        let definition = quantity.definition().expect("inputs that nobody replaces are cut");
        let context = Context::of(self.book.block(block), block, &definition.scope);
        if let QuantityRole::Simultaneous(definition, _) = &quantity.role {
            return self.system(id, definition, &context);
        }
        let content = match &definition.body {
            Body::Formula(formula) => match self.total_with_others(id, formula, &context) {
                Some(total) => Content::Formula(total),
                None => self.formula_or_constants(formula, &context),
            },
            Body::Table(table) => self.table(table, &context),
        };
        let description = match content {
            Content::Constants => Vec::new(),
            _ => self.describe(&definition.body, &quantity.axes),
        };
        let block = self.book.block_mut(block);
        (block.content, block.description) = (content, description);
    }

    /// A literal is a constant, not a formula.
    fn formula_or_constants(&mut self, formula: &'a Expression, context: &Context<'a>) -> Content {
        let Some(constant) = self.constant(formula) else {
            return Content::Formula(self.cell_formula(formula, context));
        };
        let block = self.book.block_mut(context.block);
        let constant = self.numbers.cell_value(&block.kind, constant);
        block.values = vec![constant; block.cells()];
        Content::Constants
    }

    /// The formula of a cell: a number, whatever the expression is, and not too long.
    pub(super) fn cell_formula(&mut self, expression: &'a Expression, context: &Context<'a>) -> Formula {
        let formula = self.addend(expression, context);
        self.shorten(formula, context)
    }
}
