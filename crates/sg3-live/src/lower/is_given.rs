//! `price is given`: 1 where there is a value, 0 where there is none, an error where what cannot be read may be why.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::blank::BLANK;
use crate::book::formula::{Aggregation, Arithmetic, Call, Coordinate, Fold, FoldRange, Formula};
use crate::book::{BASE, Block, BlockId, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{Expression, Kind, Node, QuantityId};

/// Of the figure in use, the cell as delivered and that for another figure. What is withheld is an error among the cells delivered.
const CELL_IS_GIVEN: &str = "IF(ISNUMBER({0}),1,IF(ISBLANK({2}),IF(ISBLANK({1}),0,IF(ISERROR({1}),0,NA())),NA()))";
/// Of the same cells.
const CELL_IS_UNREADABLE: &str = "IF(ISNUMBER({0}),0,IF(ISBLANK({2}),IF(ISBLANK({1}),0,IF(ISERROR({1}),0,1)),1))";
/// Of a value, and the number of cells beneath it that cannot be read.
const VALUE_IS_GIVEN: &str = "IF(ISNUMBER({0}),1,IF({1}>0,NA(),0))";

impl<'a> Lowering<'a> {
    /// Of an input that no counterfactual replaces it is known cell by cell what cannot be read.
    pub(super) fn is_given(&mut self, cell: &'a Expression, context: &Context<'a>) -> Formula {
        let Node::Read(read) = &cell.node else { unreachable!("the checker asks of readings only") };
        if self.model().is_given_by_cell(read.quantity) {
            let in_use = self.block(read.quantity, BASE);
            return self.of_input(in_use, CELL_IS_GIVEN, |x| if x[0].is_nan() { 0.0 } else { 1.0 });
        }
        let value = self.read(read, context);
        let unreadable = Formula::reference(self.unreadable_beneath(read.quantity, context), Vec::new());
        let kernel = |x: &[f64]| match (x[0].is_nan(), x[1] > 0.0) {
            (false, _) => 1.0,
            (true, true) => f64::NAN,
            (true, false) => 0.0,
        };
        Formula::Call(Call { text: VALUE_IS_GIVEN, kernel, arguments: vec![value, unreadable] })
    }

    /// A formula of the three cells of an input, in a block of its shape.
    fn of_input(&self, in_use: BlockId, text: &'static str, kernel: fn(&[f64]) -> f64) -> Formula {
        let axes = self.book.block(in_use).axes.len();
        let cells = [Some(in_use), self.part_of(in_use, Role::Delivered), self.part_of(in_use, Role::Override)];
        let here: Vec<Coordinate> = (0..axes).map(Coordinate::Along).collect();
        let arguments = cells.into_iter().flatten().map(|block| Formula::reference(block, here.clone()));
        Formula::Call(Call { text, kernel, arguments: arguments.collect() })
    }

    pub(super) fn part_of(&self, in_use: BlockId, role: Role) -> Option<BlockId> {
        let parts = self.book.blocks.iter();
        let place = parts.enumerate().find(|(_, block)| block.part_of == Some(in_use) && block.role == role);
        place.map(|(number, _)| BlockId(number as u32))
    }

    /// One cell: how many cells of the data beneath a quantity cannot be read.
    pub(super) fn unreadable_beneath(&mut self, id: QuantityId, context: &Context<'a>) -> BlockId {
        let key = format!("unreadable beneath {id:?}");
        if let Some(known) = self.parts.get(&key) {
            return *known;
        }
        let cut = self.counterfactual(BASE).cut.clone();
        let data: Vec<QuantityId> = self.model().beneath(id).into_iter().filter(|id| cut[id.0 as usize]).collect();
        let counts: Vec<(Formula, f64)> = data.into_iter().filter_map(|id| self.unreadable_of(id, context)).collect();
        let total = counts.iter().map(|(_, count)| count).sum();
        let add = |sum, count| Formula::binary(Arithmetic::Add, sum, count);
        let formula = counts.into_iter().map(|(formula, _)| formula).reduce(add).unwrap_or(Formula::Number(0.0));
        let title = format!("{}: cells beneath that cannot be read", self.model().quantity(id).label);
        let block =
            self.block_of_counts(Block::new(Role::Part, Vec::new(), Vec::new(), pure(), title), formula, context);
        self.book.block_mut(block).values = vec![total];
        self.parts.insert(key, block);
        block
    }

    /// How many cells of an input cannot be read; nothing if it has none.
    fn unreadable_of(&mut self, id: QuantityId, context: &Context<'a>) -> Option<(Formula, f64)> {
        let block = self.unreadable_cells(id, context);
        let (shape, values) = (&self.book.block(block).shape, &self.book.block(block).values);
        let total = values.iter().sum();
        if values.is_empty() {
            return None;
        }
        let ranges: Vec<FoldRange> =
            shape.iter().map(|count| FoldRange { from: 0, count: *count, limit: None }).collect();
        let cells = Formula::reference(block, (0..shape.len()).map(Coordinate::Bound).collect());
        let counted = match ranges.len() {
            0 => cells,
            _ => Formula::Fold(Fold { aggregation: Aggregation::Sum, ranges, factors: vec![cells] }),
        };
        Some((counted, total))
    }

    /// A block of an input's shape: 1 for what cannot be read.
    fn unreadable_cells(&mut self, id: QuantityId, context: &Context<'a>) -> BlockId {
        let key = format!("unreadable {id:?}");
        if let Some(known) = self.parts.get(&key) {
            return *known;
        }
        let in_use = self.block(id, BASE);
        let formula = self.of_input(in_use, CELL_IS_UNREADABLE, |x| if x[1] == BLANK { 0.0 } else { f64::NAN });
        let cells = self.book.block(in_use).cells();
        let unreadable = &self.material.inputs.unreadable;
        let values = (0..cells).map(|cell| f64::from(u8::from(unreadable.contains_key(&(id, cell))))).collect();
        let title = format!("{}: cannot be read", self.model().quantity(id).label);
        let like = self.empty_block(id, BASE);
        let block = Block { across: like.across, ..Block::new(Role::Part, like.axes, like.shape, pure(), title) };
        let block = self.block_of_counts(block, formula, context);
        self.book.block_mut(block).values = values;
        self.parts.insert(key, block);
        block
    }

    fn block_of_counts(&mut self, block: Block, formula: Formula, context: &Context<'a>) -> BlockId {
        let quantity = self.book.block(context.block).quantity;
        self.push(Block { quantity, content: Content::Formula(formula), part_of: Some(context.block), ..block })
    }
}

fn pure() -> Kind {
    Kind::Number(Unit::pure())
}
