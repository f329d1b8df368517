//! Systems whose members pass on nearly all they receive: so many passes that each block stands for twice those before.
//!
//! With A what each member passes to each, and b what they have of their own, 2^k passes evaluate to
//!
//! ```text
//! x(0) = b     x(k+1) = x(k) + A^(2^k) x(k)     A^(2^(k+1)) = A^(2^k) A^(2^k)
//! ```
//!
//! which approaches the inverse of 1 - A times b, in plain sums of products that every program recalculates. An inverse
//! of the program's own would find an answer where members pass everything to each other; this does not settle then.
//!
//! Two departments that keep a thousandth of what they receive and pass the rest to each other need some 30,000 passes, or
//! 15 squarings.

use super::context::{Context, TermSelection, Unknown};
use super::lowering::Lowering;
use super::squaring_axes::SquaringAxes;
use crate::book::formula::{Aggregation, Arithmetic, Comparison, Coordinate, Fold, FoldRange, Formula};
use crate::book::{Block, BlockId, Content, Role};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, Definition, Kind, QuantityId};

/// What the blocks of one squaring share.
struct Squaring<'c, 'a> {
    id: QuantityId,
    definition: &'a Definition,
    context: &'c Context<'a>,
    axes: SquaringAxes,
}

impl<'a> Lowering<'a> {
    /// The block of the solution, in the shape of the quantity.
    pub(super) fn square(
        &mut self,
        id: QuantityId,
        definition: &'a Definition,
        context: &Context<'a>,
        times: usize,
    ) -> BlockId {
        let axes = self.squaring_axes(id, context);
        let system = Squaring { id, definition, context, axes };
        let mut factors = self.factors(&system);
        let mut amounts = self.own_amounts(&system);
        for time in 1..=times {
            let passes = 1_u64 << time;
            let transposed = self.transposed_factors(factors, &system);
            amounts = self.doubled_amounts(transposed, amounts, &system, passes);
            // no amounts need the last square
            if time < times {
                factors = self.squared_factors(transposed, factors, &system, passes);
            }
        }
        self.as_quantity(amounts, &system)
    }

    fn squaring_axes(&self, id: QuantityId, context: &Context<'a>) -> SquaringAxes {
        let own = self.book.block(context.block);
        let unknown = self.axis_of_unknowns(id).expect("a system has an axis of unknowns");
        let others = (0..own.axes.len() - own.keys).filter(|axis| *axis != unknown).collect();
        let steady = self.model().axes_of_system(id).into_iter().collect();
        SquaringAxes { keys: own.keys, steady, others, unknown }
    }

    /// What each member (down) receives of each (across).
    fn factors(&mut self, system: &Squaring<'_, 'a>) -> BlockId {
        let axes = &system.axes;
        let ones = self.ones(system);
        let heads = axes.of_matrix();
        let block = self.matrix_block("Share received from each".to_owned(), &heads, system);
        let last = axes.keys + heads.len();
        self.fill_step(
            block,
            &heads,
            system,
            Unknown { quantity: system.id, block: ones, terms: TermSelection::Factors(last) },
        );
        block
    }

    /// 1 for a member and itself, 0 for others.
    fn ones(&mut self, system: &Squaring<'_, 'a>) -> BlockId {
        let axes = &system.axes;
        let axis = self.book.block(system.context.block).axes[axes.keys + axes.unknown].clone();
        let both = vec![axis.clone(), axis];
        let shape = self.sizes(&both);
        let block = self.matrix_block("Identity matrix".to_owned(), &[axes.unknown], system);
        let matrix = self.book.block_mut(block);
        (matrix.keys, matrix.axes, matrix.shape, matrix.across) = (0, both, shape, Some(1));
        let [down, across] = [0, 1].map(|axis| Formula::Axis(Coordinate::Along(axis)));
        matrix.content = Content::Formula(Formula::compare(Comparison::Equal, down, across));
        block
    }

    /// What the members have before anything is passed on.
    fn own_amounts(&mut self, system: &Squaring<'_, 'a>) -> BlockId {
        let heads = system.axes.of_amounts();
        let block = self.amounts_block("Direct amounts".to_owned(), &heads, system);
        self.fill_step(block, &heads, system, Unknown { quantity: system.id, block, terms: TermSelection::Constant });
        block
    }

    /// A step towards the solution: along the keys, axes of the quantity, and once more that of the unknowns, across.
    fn matrix_block(&mut self, title: String, heads: &[usize], system: &Squaring<'_, 'a>) -> BlockId {
        let axes = self.axes_of_step(heads.iter().chain([&system.axes.unknown]), system);
        let across = Some(axes.len() - 1);
        self.step_block(title, axes, across, Kind::Number(Unit::pure()), system)
    }

    /// A step towards the solution: along the keys and axes of the quantity.
    fn amounts_block(&mut self, title: String, heads: &[usize], system: &Squaring<'_, 'a>) -> BlockId {
        let (keys, steady) = (system.axes.keys, &system.axes.steady);
        let own = self.book.block(system.context.block);
        let kind = own.kind.clone();
        let across = heads.iter().position(|axis| Some(keys + axis) == own.across && !steady.contains(axis));
        let axes = self.axes_of_step(heads.iter(), system);
        self.step_block(title, axes, across.map(|position| keys + position), kind, system)
    }

    fn axes_of_step<'h>(&self, heads: impl Iterator<Item = &'h usize>, system: &Squaring<'_, 'a>) -> Vec<Axis> {
        let own = self.book.block(system.context.block);
        let keys = own.axes[..system.axes.keys].iter();
        keys.chain(heads.map(|axis| &own.axes[system.axes.keys + axis])).cloned().collect()
    }

    fn step_block(
        &mut self,
        title: String,
        axes: Vec<Axis>,
        across: Option<usize>,
        kind: Kind,
        system: &Squaring<'_, 'a>,
    ) -> BlockId {
        let part_of = Some(system.context.block);
        let own = self.book.block(system.context.block).clone();
        let shape = self.sizes(&axes);
        let role = Role::Iteration;
        self.push(Block { role, title, shape, axes, across, kind, values: Vec::new(), part_of, ..own })
    }

    /// The definition, in a block of other axes than the quantity's.
    fn fill_step(&mut self, block: BlockId, heads: &[usize], system: &Squaring<'_, 'a>, unknown: Unknown) {
        let step = self.book.block(block);
        let (keys, axes, across) = (step.keys, step.axes.clone(), step.across);
        let mut context = Context { block, axes, across, unknown: Some(unknown), ..system.context.clone() };
        for (axis, place) in context.places.iter_mut().enumerate().filter(|(_, place)| place.is_some()) {
            let position = heads.iter().position(|head| *head == axis);
            // along the others the matrix is the same
            *place = Some(position.map_or(Coordinate::At(0), |position| Coordinate::Along(keys + position)));
        }
        let content = self.content(system.definition, &context);
        self.book.block_mut(block).content = content;
    }

    /// The same matrix with rows for columns, so that a row of it stands like a column: `SUMPRODUCT` multiplies columns.
    fn transposed_factors(&mut self, factors: BlockId, system: &Squaring<'_, 'a>) -> BlockId {
        let like = self.book.block(factors).clone();
        let steady = system.axes.keys + system.axes.steady.len();
        let places = (0..steady).chain([steady + 1, steady]).map(Coordinate::Along).collect();
        let content = Content::Formula(Formula::reference(factors, places));
        let title = format!("{} (transposed)", like.title);
        self.push(Block { title, content, part_of: Some(system.context.block), ..like })
    }

    fn squared_factors(
        &mut self,
        transposed: BlockId,
        factors: BlockId,
        system: &Squaring<'_, 'a>,
        passes: u64,
    ) -> BlockId {
        let like = self.book.block(factors).clone();
        let last = like.axes.len() - 1;
        let title = format!("Share received from each after {passes} passes");
        let columns = [(transposed, last - 1), (factors, last)].map(|(block, column)| {
            let steady = (0..last - 1).map(Coordinate::Along);
            Formula::reference(block, steady.chain([Coordinate::Bound(0), Coordinate::Along(column)]).collect())
        });
        let content = Content::Formula(sum_of_products(like.shape[last], columns));
        self.push(Block { title, content, part_of: Some(system.context.block), ..like })
    }

    fn doubled_amounts(
        &mut self,
        transposed: BlockId,
        amounts: BlockId,
        system: &Squaring<'_, 'a>,
        passes: u64,
    ) -> BlockId {
        let axes = &system.axes;
        let heads = axes.of_amounts();
        let block = self.amounts_block(format!("Amounts of {passes} passes"), &heads, system);
        let unknown = axes.keys + axes.others.len();
        let steady = axes.steady.iter().map(|axis| axes.keys + axes.position_in_amounts(*axis));
        let row = (0..axes.keys).chain(steady).map(Coordinate::Along);
        let row = row.chain([Coordinate::Bound(0), Coordinate::Along(unknown)]).collect();
        let column = (0..unknown).map(Coordinate::Along).chain([Coordinate::Bound(0)]).collect();
        let columns = [Formula::reference(transposed, row), Formula::reference(amounts, column)];
        let before = Formula::reference(amounts, (0..=unknown).map(Coordinate::Along).collect());
        let more = sum_of_products(self.book.block(block).shape[unknown], columns);
        self.book.block_mut(block).content = Content::Formula(Formula::binary(Arithmetic::Add, before, more));
        block
    }

    fn as_quantity(&mut self, amounts: BlockId, system: &Squaring<'_, 'a>) -> BlockId {
        let own = self.book.block(system.context.block).clone();
        let title = format!("{}, after all passes", own.title);
        let heads = system.axes.of_amounts().into_iter().map(|head| system.axes.keys + head);
        let places = (0..system.axes.keys).chain(heads).map(Coordinate::Along).collect();
        let content = Content::Formula(Formula::reference(amounts, places));
        let part_of = Some(system.context.block);
        self.push(Block { role: Role::Iteration, title, content, values: Vec::new(), part_of, ..own })
    }
}

/// The sum of products of two columns along the unknowns.
fn sum_of_products(count: usize, columns: [Formula; 2]) -> Formula {
    let ranges = vec![FoldRange { from: 0, count, limit: None }];
    Formula::Fold(Fold { aggregation: Aggregation::Sum, ranges, factors: columns.into() })
}
