//! Inputs: the figures as delivered, cells for other figures, and the figures in use.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::blank::BLANK;
use crate::book::formula::{Formula, InputInUse};
use crate::book::{BASE, Block, BlockId, Content, Role};
use sg3_calc::present::hint;
use sg3_lang::model::{Kind, QuantityId, Type};

impl Lowering<'_> {
    /// The block of the figures in use, which formulas read.
    pub(super) fn input(&mut self, id: QuantityId) -> BlockId {
        let quantity = self.model().quantity(id);
        let values = self.given_values(id);
        let in_use = self.push(Block { role: Role::InUse, ..self.empty_block(id, BASE) });
        let delivered = self.delivered(id, in_use, &values);
        let replacement = self.replacement(id, in_use, values.len());
        let formula = self.in_use(id, in_use, delivered, replacement);
        let hint = hint::hint(self.model(), quantity).join(" ");
        let block = self.book.block_mut(in_use);
        (block.content, block.values) = (Content::Formula(formula), values);
        if !quantity.axes.is_empty() && !hint.is_empty() {
            block.description = vec![hint];
        }
        in_use
    }

    fn given_values(&self, id: QuantityId) -> Vec<f64> {
        let kind = &self.model().quantity(id).kind;
        let array = self.material.inputs.array(id).expect("what is given has values");
        array.cells.iter().map(|value| self.numbers.cell_value(kind, *value)).collect()
    }

    fn delivered(&mut self, id: QuantityId, in_use: BlockId, values: &[f64]) -> BlockId {
        let values = values.iter().map(|value| if value.is_nan() { BLANK } else { *value }).collect();
        let content = Content::Constants;
        let block = self.empty_block(id, BASE);
        self.push(Block { role: Role::Delivered, content, values, part_of: Some(in_use), ..block })
    }

    fn replacement(&mut self, id: QuantityId, in_use: BlockId, cells: usize) -> BlockId {
        let values = vec![BLANK; cells];
        let block = self.empty_block(id, BASE);
        self.push(Block { role: Role::Override, values, part_of: Some(in_use), ..block })
    }

    fn in_use(&mut self, id: QuantityId, in_use: BlockId, delivered: BlockId, replacement: BlockId) -> Formula {
        let quantity = self.model().quantity(id);
        match quantity.kind {
            // nobody has listed a member to choose
            Kind::Member(dimension) if self.members(dimension).is_empty() => Formula::Missing,
            Kind::Member(dimension) => {
                self.listed.insert(dimension);
                Formula::SelectedMember(dimension, delivered, replacement)
            }
            _ => {
                let context = Context::of(self.book.block(in_use), in_use, &[]);
                let stands_in = quantity.input().and_then(|input| input.blank);
                let blank = stands_in
                    .map_or(Formula::Missing, |blank| self.literal(blank, &Type::Of(quantity.kind.clone()), &context));
                let yes_or_no = quantity.kind == Kind::YesNo;
                Formula::InUse(InputInUse { delivered, replacement, yes_or_no, blank: Box::new(blank) })
            }
        }
    }
}
