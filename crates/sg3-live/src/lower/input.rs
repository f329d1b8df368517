//! Inputs: the figures as delivered, cells for other figures, and the figures in use.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::blank::BLANK;
use crate::book::formula::{Call, Coordinate, Formula, InputInUse};
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{BASE, Block, BlockId, Content, Role};
use sg3_calc::CellState;
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
        let hint = hint::hint(self.model(), quantity);
        let hint =
            hint.iter().map(|piece| self.material.language.translate_sentences(piece)).collect::<Vec<_>>().join(" ");
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
        let values = values.iter().enumerate().map(|(cell, value)| self.delivered_value(id, cell, *value)).collect();
        let content = Content::Constants;
        let block = self.empty_block(id, BASE);
        self.push(Block { role: Role::Delivered, content, values, part_of: Some(in_use), ..block })
    }

    /// The value of a cell as delivered: blank if the data leave it blank, missing if it was withheld or cannot be read.
    fn delivered_value(&self, id: QuantityId, cell: usize, value: f64) -> f64 {
        match (self.material.version, self.material.inputs.state(id, cell)) {
            (WorkbookVersion::First, _) if value.is_nan() => BLANK,
            (version, CellState::Blank) if version > WorkbookVersion::First => BLANK,
            _ => value,
        }
    }

    fn replacement(&mut self, id: QuantityId, in_use: BlockId, cells: usize) -> BlockId {
        let values = vec![BLANK; cells];
        let block = self.empty_block(id, BASE);
        self.push(Block { role: Role::Override, values, part_of: Some(in_use), ..block })
    }

    fn in_use(&mut self, id: QuantityId, in_use: BlockId, delivered: BlockId, replacement: BlockId) -> Formula {
        let quantity = self.model().quantity(id);
        let stand_in = self.stand_in(id, in_use);
        match quantity.kind {
            // nobody has listed a member to choose
            Kind::Member(dimension) if self.members(dimension).is_empty() => Formula::Missing,
            Kind::Member(dimension) => {
                self.listed.insert(dimension);
                let selected = Formula::SelectedMember(dimension, delivered, replacement);
                match (self.material.version, &stand_in) {
                    (WorkbookVersion::First, _) | (_, Formula::Missing) => selected,
                    _ => unless_blank([delivered, replacement], quantity.axes.len(), stand_in, selected),
                }
            }
            _ => {
                let yes_or_no = quantity.kind == Kind::YesNo;
                let for_blank_only = self.material.version != WorkbookVersion::First;
                Formula::InUse(InputInUse {
                    delivered,
                    replacement,
                    yes_or_no,
                    blank: Box::new(stand_in),
                    for_blank_only,
                })
            }
        }
    }

    /// What stands in for a blank cell.
    fn stand_in(&mut self, id: QuantityId, in_use: BlockId) -> Formula {
        let quantity = self.model().quantity(id);
        let Some(blank) = quantity.input().and_then(|input| input.blank) else { return Formula::Missing };
        if let Kind::Member(dimension) = quantity.kind {
            return Formula::Number(self.numbers.number(dimension, blank as usize));
        }
        let context = Context::of(self.book.block(in_use), in_use, &[]);
        self.literal(blank, &Type::Of(quantity.kind.clone()), &context)
    }
}

/// What stands in where neither the figure delivered nor the one for it is there; else the formula of what is.
fn unless_blank(cells: [BlockId; 2], axes: usize, stand_in: Formula, otherwise: Formula) -> Formula {
    let here: Vec<Coordinate> = (0..axes).map(Coordinate::Along).collect();
    let [delivered, replacement] = cells.map(|block| Formula::reference(block, here.clone()));
    let text = "IF(AND(ISBLANK({0}),ISBLANK({1})),{2},{3})";
    let arguments = vec![delivered, replacement, stand_in, otherwise];
    Formula::Call(Call { text, kernel: |x| if x[0] == BLANK && x[1] == BLANK { x[2] } else { x[3] }, arguments })
}
