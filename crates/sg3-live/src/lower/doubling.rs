//! Systems whose members pass on nearly all they receive: so many passes that each block stands for twice those before.
//!
//! With A what each member passes to each, and b what they have of their own, 2^k passes come to
//!
//! ```text
//! x(0) = b     x(k+1) = x(k) + A^(2^k) x(k)     A^(2^(k+1)) = A^(2^k) A^(2^k)
//! ```
//!
//! which comes to the inverse of 1 - A times b, in plain sums of products that every program recalculates. An inverse
//! of the program's own would find an answer where members pass everything to each other; this does not settle then.

use super::Lowering;
use super::context::{Context, Terms, Unknown};
use crate::book::BlockId;
use crate::book::block::{Block, Content, Role};
use crate::formula::{Arithmetic, Bound, Comparison, Fold, Formula, How, Where};
use sg3_lang::Unit;
use sg3_lang::model::{Axis, Definition, Kind, QuantityId};

/// Where the axes of the head are in the blocks of a doubling.
struct Axes {
    /// How many tell worlds apart.
    keys: usize,
    /// Those along which the matrix changes, by position in the head.
    steady: Vec<usize>,
    /// All but that of the unknowns.
    others: Vec<usize>,
    /// That of the unknowns.
    unknown: usize,
}

impl<'a> Lowering<'a> {
    /// The block of the solution, in the shape of the quantity.
    pub(crate) fn doubled(
        &mut self,
        id: QuantityId,
        definition: &'a Definition,
        context: &Context<'a>,
        times: usize,
    ) -> BlockId {
        let axes = self.axes_of_doubling(id, context);
        let mut factors = self.factors(id, definition, context, &axes);
        let mut amounts = self.own_amounts(id, definition, context, &axes);
        for time in 1..=times {
            let passes = 1_u64 << time;
            let turned = self.transposed(factors, context, &axes);
            amounts = self.doubled_amounts(turned, amounts, context, &axes, passes);
            if time < times {
                factors = self.squared(turned, factors, context, passes);
            }
        }
        self.as_quantity(amounts, context, &axes)
    }

    fn axes_of_doubling(&self, id: QuantityId, context: &Context<'a>) -> Axes {
        let own = self.book.block(context.block);
        let unknown = self.downward(id).expect("a system has an axis of unknowns");
        let others = (0..own.axes.len() - own.keys).filter(|axis| *axis != unknown).collect();
        let steady = sg3_calc::reads::axes_of_system(self.model(), id).into_iter().collect();
        Axes { keys: own.keys, steady, others, unknown }
    }

    /// A step towards the solution: along the keys, axes of the head, and perhaps once more that of the unknowns.
    fn step(&mut self, title: String, heads: &[usize], again: bool, context: &Context<'a>, axes: &Axes) -> BlockId {
        let own = self.book.block(context.block).clone();
        let head = |axis: &usize| own.axes[axes.keys + axis].clone();
        let once_more = again.then_some(&axes.unknown);
        let step: Vec<Axis> =
            own.axes[..axes.keys].iter().cloned().chain(heads.iter().chain(once_more).map(head)).collect();
        let goes_across = |axis: &usize| Some(axes.keys + axis) == own.across && !axes.steady.contains(axis);
        let across = match again {
            true => Some(step.len() - 1),
            false => heads.iter().position(goes_across).map(|position| axes.keys + position),
        };
        self.push(Block {
            role: Role::Pass,
            title,
            shape: self.sizes(&step),
            axes: step,
            across,
            kind: if again { Kind::Number(Unit::pure()) } else { own.kind.clone() },
            values: Vec::new(),
            helps: Some(context.block),
            ..own
        })
    }

    fn set(&mut self, block: BlockId, formula: Formula) {
        self.book.blocks[block.0 as usize].content = Content::Formula(formula);
    }

    /// What each member (down) receives of each (across).
    fn factors(&mut self, id: QuantityId, definition: &'a Definition, context: &Context<'a>, axes: &Axes) -> BlockId {
        let ones = self.ones(context, axes);
        let heads: Vec<usize> = axes.steady.iter().copied().chain([axes.unknown]).collect();
        let block = self.step("Share received from each".to_owned(), &heads, true, context, axes);
        let last = axes.keys + heads.len();
        let unknown = Unknown { quantity: id, block: ones, terms: Terms::Factors(last) };
        self.fill_step(block, &heads, definition, context, unknown);
        block
    }

    /// 1 for a member and itself, 0 for others.
    fn ones(&mut self, context: &Context<'a>, axes: &Axes) -> BlockId {
        let axis = self.book.block(context.block).axes[axes.keys + axes.unknown].clone();
        let both = vec![axis.clone(), axis];
        let block = self.step("Identity matrix".to_owned(), &[axes.unknown], true, context, axes);
        let shape = self.sizes(&both);
        let place = &mut self.book.blocks[block.0 as usize];
        (place.keys, place.axes, place.shape, place.across) = (0, both, shape, Some(1));
        let [down, across] = [0, 1].map(|axis| Box::new(Formula::Axis(Where::Along(axis))));
        self.set(block, Formula::Compare(Comparison::Equal, down, across, true));
        block
    }

    /// What the members have before anything is passed on.
    fn own_amounts(
        &mut self,
        id: QuantityId,
        definition: &'a Definition,
        context: &Context<'a>,
        axes: &Axes,
    ) -> BlockId {
        let heads = axes.of_amounts();
        let block = self.step("Direct amounts".to_owned(), &heads, false, context, axes);
        self.fill_step(block, &heads, definition, context, Unknown { quantity: id, block, terms: Terms::Own });
        block
    }

    /// The definition, in a block of other axes than the head's.
    fn fill_step(
        &mut self,
        block: BlockId,
        heads: &[usize],
        definition: &'a Definition,
        context: &Context<'a>,
        unknown: Unknown,
    ) {
        let step = self.book.block(block);
        let (keys, axes, across) = (step.keys, step.axes.clone(), step.across);
        let mut context = Context { block, axes, across, unknown: Some(unknown), ..context.clone() };
        let place = |axis: usize| match heads.iter().position(|head| *head == axis) {
            Some(position) => Where::Along(keys + position),
            // along the others the matrix is the same
            None => Where::At(0),
        };
        for (axis, there) in context.places.iter_mut().enumerate().filter(|(_, there)| there.is_some()) {
            *there = Some(place(axis));
        }
        let content = self.content(definition, &context);
        self.book.blocks[block.0 as usize].content = content;
    }

    /// The same matrix with rows for columns, so that a row of it stands like a column.
    fn transposed(&mut self, factors: BlockId, context: &Context<'a>, axes: &Axes) -> BlockId {
        let like = self.book.block(factors).clone();
        let turned =
            self.push(Block { title: format!("{} (transposed)", like.title), helps: Some(context.block), ..like });
        let steady = axes.keys + axes.steady.len();
        let places = (0..steady).chain([steady + 1, steady]).map(Where::Along).collect();
        self.set(turned, Formula::read(factors, places));
        turned
    }

    fn squared(&mut self, turned: BlockId, factors: BlockId, context: &Context<'a>, passes: u64) -> BlockId {
        let like = self.book.block(factors).clone();
        let last = like.axes.len() - 1;
        let title = format!("Share received from each after {passes} passes");
        let block = self.push(Block { title, helps: Some(context.block), ..like });
        let cells = |block: BlockId, column: usize| {
            let steady = (0..last - 1).map(Where::Along);
            Formula::read(block, steady.chain([Where::Bound(0), Where::Along(column)]).collect())
        };
        let product = self.product(block, last, vec![cells(turned, last - 1), cells(factors, last)]);
        self.set(block, product);
        block
    }

    fn doubled_amounts(
        &mut self,
        turned: BlockId,
        amounts: BlockId,
        context: &Context<'a>,
        axes: &Axes,
        passes: u64,
    ) -> BlockId {
        let heads = axes.of_amounts();
        let block = self.step(format!("Amounts of {passes} passes"), &heads, false, context, axes);
        let unknown = axes.keys + axes.others.len();
        let along = |head: &usize| Where::Along(axes.keys + heads.iter().position(|other| other == head).expect("all"));
        let outside = || (0..axes.keys).map(Where::Along);
        let row = outside().chain(axes.steady.iter().map(along)).chain([Where::Bound(0), Where::Along(unknown)]);
        let column = (0..unknown).map(Where::Along).chain([Where::Bound(0)]);
        let factors = vec![Formula::read(turned, row.collect()), Formula::read(amounts, column.collect())];
        let before = Formula::read(amounts, (0..=unknown).map(Where::Along).collect());
        let more = self.product(block, unknown, factors);
        self.set(block, Formula::binary(Arithmetic::Add, before, more));
        block
    }

    /// The sum of products along the unknowns.
    fn product(&self, block: BlockId, axis: usize, factors: Vec<Formula>) -> Formula {
        let bound = vec![Bound { from: 0, count: self.book.block(block).shape[axis], limit: None }];
        Formula::Fold(Fold { how: How::Sum, bound, factors })
    }

    fn as_quantity(&mut self, amounts: BlockId, context: &Context<'a>, axes: &Axes) -> BlockId {
        let own = self.book.block(context.block).clone();
        let title = format!("{}, after all passes", own.title);
        let heads = axes.of_amounts().into_iter().map(|head| axes.keys + head);
        let places = (0..axes.keys).chain(heads).map(Where::Along).collect();
        let content = Content::Formula(Formula::read(amounts, places));
        self.push(Block { role: Role::Pass, title, content, values: Vec::new(), helps: Some(context.block), ..own })
    }
}

impl Axes {
    /// The axes of the head in blocks of amounts: the unknowns stand below each other.
    fn of_amounts(&self) -> Vec<usize> {
        self.others.iter().copied().chain([self.unknown]).collect()
    }
}
