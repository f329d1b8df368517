//! Simultaneous systems: passes, each from the one before, and what is left after the last.

use super::Lowering;
use super::context::{Context, Terms, Unknown};
use super::part::Across;
use crate::book::block::{Block, Content, Role};
use crate::book::{BASE, BlockId};
use crate::formula::{Bound, Call, Fold, Formula, How, Where};
use crate::value::Values;
use sg3_lang::model::{Body, Definition, QuantityId, Role as QuantityRole};

/// More passes than this are too many to read and to recalculate.
const MOST_PASSES: usize = 300;

/// Even where the data need fewer: other data may need more.
const FEWEST_PASSES: usize = 60;

/// More doublings than this are not made: members that pass on everything would come to look settled.
const MOST_DOUBLINGS: usize = 20;

/// For other data, which may need more.
const SPARE_DOUBLINGS: usize = 4;

/// How near the last pass comes to the one before, as a part of the largest amount.
const NEAR: f64 = 1e-14;

/// How a system is solved in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By so many passes.
    Passes(usize),
    /// By doubling the number of passes so many times.
    Doublings(usize),
}

impl<'a> Lowering<'a> {
    /// The quantity is the pass after the last; every pass is the definition read with the pass before in its place.
    pub(crate) fn system(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>) {
        let way = match self.ways.get(&id) {
            Some(way) => *way,
            None => self.way(id, definition),
        };
        self.ways.insert(id, way);
        let before = match way {
            Way::Passes(passes) => self.passes(id, definition, context, passes),
            Way::Doublings(times) => self.doubled(id, definition, context, times),
        };
        let last = self.pass("last pass", context);
        self.once_more(id, definition, context, before, last);
        let solved = self.settled(id, context, before, last);
        let words = self.words(&definition.body, &self.model().quantity(id).axes);
        let block = &mut self.book.blocks[context.block.0 as usize];
        (block.content, block.words) = (Content::Formula(solved), words);
    }

    /// The last of so many passes from nothing.
    fn passes(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>, passes: usize) -> BlockId {
        let mut before = self.pass("start", context);
        let start = &mut self.book.blocks[before.0 as usize];
        (start.content, start.values) = (Content::Figures, vec![0.0; start.cells()]);
        for pass in 1..=passes {
            let block = self.pass(&format!("pass {pass}"), context);
            self.once_more(id, definition, context, before, block);
            before = block;
        }
        before
    }

    /// A block like that of the quantity, with nothing in it yet.
    fn pass(&mut self, title: &str, context: &Context<'a>) -> BlockId {
        let own = self.book.block(context.block).clone();
        let title = format!("{}, {title}", own.title);
        self.push(Block { role: Role::Pass, title, helps: Some(context.block), values: Vec::new(), ..own })
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
            "Absolute amounts",
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
        let bound: Vec<Bound> = along.iter().map(|axis| Bound { from: 0, count: shape[*axis], limit: None }).collect();
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
        context.unknown = Some(Unknown { quantity: id, block: before, terms: Terms::All });
        let content = self.content(definition, &context);
        self.book.blocks[block.0 as usize].content = content;
    }

    pub(crate) fn content(&mut self, definition: &'a Definition, context: &Context<'a>) -> Content {
        match &definition.body {
            Body::Formula(formula) => Content::Formula(self.cell(formula, context)),
            Body::Table(table) => self.table(table, context),
        }
    }

    /// By passes, or by doubling their number where the data of the base world need too many; with a margin for other data.
    fn way(&mut self, id: QuantityId, definition: &'a Definition) -> Way {
        let passes = self.values_of_passes(id, definition);
        let count = passes.len() - 1;
        if count <= MOST_PASSES {
            return Way::Passes((count + count / 4 + 3).clamp(FEWEST_PASSES, MOST_PASSES));
        }
        let solution = self.material.results.array(id).map(|array| &*array.cells);
        let Some(solution) = solution.filter(|cells| cells.iter().all(|cell| !cell.is_nan())) else {
            // what has no solution does not come nearer in any number of passes
            return Way::Passes(FEWEST_PASSES);
        };
        let doublings = libm::ceil(libm::log2(passes_needed(&passes, solution)));
        if doublings <= MOST_DOUBLINGS as f64 {
            return Way::Doublings((doublings as usize + SPARE_DOUBLINGS).min(MOST_DOUBLINGS));
        }
        let context = Context::of(self, self.of[&(id, BASE)], &definition.scope);
        self.refuse(&context, "its members pass on almost all of what they receive");
        Way::Passes(FEWEST_PASSES)
    }

    /// What each pass comes to, from nothing until one is near the one before.
    fn values_of_passes(&mut self, id: QuantityId, definition: &'a Definition) -> Vec<Vec<f64>> {
        let made = self.book.blocks.len();
        let own = self.plain(id, BASE);
        let before = self.push(Block { content: Content::Figures, ..own.clone() });
        let block = self.push(Block { values: Vec::new(), ..own.clone() });
        let context = Context::of(self, block, &definition.scope);
        self.once_more(id, definition, &context, before, block);
        let mut passes = vec![vec![0.0; own.cells()]];
        while passes.len() <= MOST_PASSES + 1 && !has_settled(&passes) {
            self.book.blocks[before.0 as usize].values = passes[passes.len() - 1].clone();
            let numbers = |dimension| self.numbers_of(dimension);
            let next = Values::new(&self.book, &numbers).block(block);
            passes.push(next);
        }
        self.forget(made);
        passes
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

fn has_settled(passes: &[Vec<f64>]) -> bool {
    match passes {
        [.., before, last] => apart(last, before) <= NEAR,
        _ => false,
    }
}

/// How far amounts are from others, as a part of the largest of them.
fn apart(amounts: &[f64], others: &[f64]) -> f64 {
    let largest = amounts.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    let apart = amounts.iter().zip(others).fold(0.0, |apart: f64, (value, other)| apart.max((value - other).abs()));
    if apart == 0.0 { 0.0 } else { apart / largest }
}

/// How many passes it takes to the solution at the rate of the later half of some.
///
/// The rate is of the distance to the solution: near a closed loop each pass adds nearly the same, and says nothing of the rest.
fn passes_needed(passes: &[Vec<f64>], solution: &[f64]) -> f64 {
    let (half, all) = (passes.len() / 2, passes.len() - 1);
    let [earlier, now] = [half, all].map(|pass| apart(solution, &passes[pass]));
    let nearer = libm::log(earlier / now) / (all - half) as f64;
    let left = libm::log(now / NEAR) / nearer;
    if nearer > 0.0 { all as f64 + left } else { f64::INFINITY }
}
