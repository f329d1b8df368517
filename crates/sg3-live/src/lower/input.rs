//! Inputs: what the data say, room for another figure, and what is used.

use super::Lowering;
use super::context::Context;
use crate::book::block::{Block, Content, Role};
use crate::book::{BASE, BLANK, BlockId};
use crate::formula::{Formula, Input};
use sg3_lang::model::{Kind, QuantityId, Type};

impl<'a> Lowering<'a> {
    pub(crate) fn input(&mut self, id: QuantityId) -> BlockId {
        let quantity = self.model().quantity(id);
        let values = self.given(id);
        let live = self.push(Block { role: Role::Live, ..self.plain(id, BASE) });
        let beside = |role, content, values| Block { role, content, values, helps: Some(live), ..self.plain(id, BASE) };
        let base = beside(
            Role::Base,
            Content::Figures,
            values.iter().map(|value| if value.is_nan() { BLANK } else { *value }).collect(),
        );
        let other = beside(Role::Override, Content::Room, vec![BLANK; values.len()]);
        let (base, other) = (self.push(base), self.push(other));
        let content = match quantity.kind {
            // nobody has listed a member to choose
            Kind::Member(dimension) if self.members(dimension).is_empty() => Formula::Missing,
            Kind::Member(dimension) => {
                self.listed.insert(dimension);
                Formula::Chosen(dimension, base, other)
            }
            _ => {
                let context = Context::of(self, live, &[]);
                let stands_in = quantity.input().and_then(|input| input.blank);
                let blank = stands_in
                    .map_or(Formula::Missing, |blank| self.literal(blank, &Type::Of(quantity.kind.clone()), &context));
                let yes_or_no = quantity.kind == Kind::YesNo;
                Formula::Input(Input { base, other, yes_or_no, blank: Box::new(blank) })
            }
        };
        let hint = sg3_calc::present::hint::hint(self.model(), quantity).join(" ");
        let block = &mut self.book.blocks[live.0 as usize];
        (block.content, block.values) = (Content::Formula(content), values);
        if !quantity.axes.is_empty() {
            block.words = Some(hint).filter(|hint| !hint.is_empty()).into_iter().collect();
        }
        live
    }

    fn given(&self, id: QuantityId) -> Vec<f64> {
        let kind = &self.model().quantity(id).kind;
        let array = self.material.inputs.array(id).expect("what is given has values");
        array.cells.iter().map(|value| self.as_written(kind, *value)).collect()
    }
}
