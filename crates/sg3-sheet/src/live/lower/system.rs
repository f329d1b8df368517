//! Simultaneous systems: passes, each from the one before, and what is left after the last.

use super::Lowering;
use super::context::Context;
use super::part::Across;
use crate::live::book::{BASE, Block, BlockId, Content, Role};
use crate::live::formula::{Bound, Call, Fold, Formula, How, Where};
use crate::live::value::Values;
use sg3_lang::model::{Body, Definition, QuantityId, Role as QuantityRole};

/// More passes than this are too many to read and to recalculate.
const MOST_PASSES: usize = 300;
/// Even where the data need fewer: other data may need more.
const FEWEST_PASSES: usize = 60;
/// How near the last pass comes to the one before, as a part of the largest amount.
const NEAR: f64 = 1e-14;

impl<'a> Lowering<'a> {
    /// The quantity is the pass after the last; every pass is the definition read with the pass before in its place.
    pub(super) fn system(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>) {
        let passes = match self.passes.get(&id) {
            Some(passes) => *passes,
            None => self.count_passes(id, definition),
        };
        self.passes.insert(id, passes);
        let own = self.book.block(context.block).clone();
        let mut before = self.push(Block {
            role: Role::Pass,
            title: format!("{}, start", own.title),
            content: Content::Figures,
            values: vec![0.0; own.cells()],
            helps: Some(context.block),
            ..own.clone()
        });
        for pass in 1..=passes {
            let block = self.push(Block {
                role: Role::Pass,
                title: format!("{}, pass {pass}", own.title),
                helps: Some(context.block),
                values: Vec::new(),
                ..own.clone()
            });
            self.once_more(id, definition, context, before, block);
            before = block;
        }
        let last = Block {
            role: Role::Pass,
            title: format!("{}, once more", own.title),
            helps: Some(context.block),
            values: Vec::new(),
            ..own.clone()
        };
        let last = self.push(last);
        self.once_more(id, definition, context, before, last);
        let solved = self.settled(id, context, before, last);
        self.book.blocks[context.block.0 as usize].content = Content::Formula(solved);
        let words = self.words(&definition.body, &self.model().quantity(id).axes);
        self.book.blocks[context.block.0 as usize].words = words;
    }

    /// The last pass, unless it still moves by more than the guard: then there is no solution.
    fn settled(&mut self, id: QuantityId, context: &Context<'a>, before: BlockId, last: BlockId) -> Formula {
        let keys = self.book.block(last).keys;
        let axes = self.book.block(last).axes.len();
        let QuantityRole::Simultaneous(_, system) = &self.model().quantity(id).role else { return Formula::Missing };
        let unknown = keys + system.axis;
        let here: Vec<Where> = (0..axes).map(Where::Along).collect();
        let read = |block: BlockId| Formula::read(block, here.clone());
        // right sides that are not known leave the others alone
        let apart = self.beside(
            "Change in the last pass",
            "IFERROR(ABS({0}-{1}),0)",
            |x| if x[0].is_nan() || x[1].is_nan() { 0.0 } else { (x[0] - x[1]).abs() },
            vec![read(last), read(before)],
            context,
        );
        let size = self.beside(
            "Amounts without sign",
            "IFERROR(ABS({0}),0)",
            |x| if x[0].is_nan() { 0.0 } else { x[0].abs() },
            vec![read(last)],
            context,
        );
        // one matrix, one answer: where one right side does not settle, none has a solution
        let steady = sg3_calc::reads::axes_of_system(self.model(), id);
        let along: Vec<usize> = (keys..axes).filter(|axis| !steady.contains(&(axis - keys))).collect();
        debug_assert!(along.contains(&unknown));
        let shape = self.book.block(last).shape.clone();
        let bound: Vec<Bound> = along.iter().map(|axis| Bound { count: shape[*axis], limit: None }).collect();
        let largest = |cells: &Formula| {
            let mut cells = cells.clone();
            if let Formula::Read(reading) = &mut cells {
                for (number, axis) in along.iter().enumerate() {
                    reading.places[*axis] = Where::Bound(number);
                }
            }
            Formula::Fold(Fold { how: How::Max, bound: bound.clone(), factors: vec![cells] })
        };
        let kernel = |x: &[f64]| if x[0] <= sg3_calc::guard::GUARD * x[1] { x[2] } else { f64::NAN };
        let arguments = vec![largest(&apart), largest(&size), read(last)];
        Formula::Call(Call { text: "IF({0}<={guard}*{1},{2},NA())", kernel, arguments, is_distribution: false })
    }

    /// A block like that of the quantity.
    fn beside(
        &mut self,
        title: &str,
        text: &'static str,
        kernel: fn(&[f64]) -> f64,
        arguments: Vec<Formula>,
        context: &Context<'a>,
    ) -> Formula {
        let formula = Formula::Call(Call { text, kernel, arguments, is_distribution: false });
        Formula::Read(self.part(context, &[], Across::Down, title, |_, _| formula.clone()))
    }

    fn once_more(
        &mut self,
        id: QuantityId,
        definition: &'a Definition,
        context: &Context<'a>,
        before: BlockId,
        block: BlockId,
    ) {
        let mut context = context.clone();
        context.block = block;
        context.unknown = Some((id, before));
        let content = match &definition.body {
            Body::Formula(formula) => Content::Formula(self.cell(formula, &context)),
            Body::Table(table) => self.table(table, &context),
        };
        self.book.blocks[block.0 as usize].content = content;
    }

    /// How many passes the data of the base world need, with a margin for other data.
    fn count_passes(&mut self, id: QuantityId, definition: &'a Definition) -> usize {
        let made = self.book.blocks.len();
        let own = Block {
            values: vec![0.0; self.plain(id, BASE).cells()],
            content: Content::Figures,
            ..self.plain(id, BASE)
        };
        let cells = own.cells();
        let before = self.push(own.clone());
        let block = self.push(Block { values: Vec::new(), ..own });
        let context = Context::of(self, block, &definition.scope);
        self.once_more(id, definition, &context, before, block);
        let mut values = vec![0.0; cells];
        let mut passes = 0;
        let solved = self.material.results.array(id).is_some_and(|array| array.cells.iter().all(|cell| !cell.is_nan()));
        while passes <= MOST_PASSES {
            self.book.blocks[before.0 as usize].values = values.clone();
            let numbers = |dimension| self.numbers_of(dimension);
            let next = Values::new(&self.book, &numbers).block(block);
            let largest = next.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
            let apart = next.iter().zip(&values).fold(0.0, |apart: f64, (next, value)| apart.max((next - value).abs()));
            values = next;
            passes += 1;
            if apart <= NEAR * largest {
                break;
            }
        }
        self.forget(made);
        let context = Context { block: self.book.block_ids().next().expect("the quantity has a block"), ..context };
        let wanted = (passes + passes / 4 + 3).max(FEWEST_PASSES);
        match passes > MOST_PASSES && solved {
            true => {
                self.refuse(
                    &context,
                    "its members pass on nearly all they receive: more than 300 passes would be needed",
                );
                FEWEST_PASSES
            }
            // what has no solution does not come nearer in any number of passes
            false if passes > MOST_PASSES => FEWEST_PASSES,
            false => wanted.min(MOST_PASSES),
        }
    }

    /// Takes back what was made for counting.
    fn forget(&mut self, made: usize) {
        self.book.blocks.truncate(made);
        let stays = |block: &BlockId| (block.0 as usize) < made;
        self.parts.retain(|_, block| stays(block));
        self.numbers.retain(|_, block| stays(block));
        self.of.retain(|_, block| stays(block));
        self.todo.retain(|(_, _, block)| stays(block));
    }
}
