//! Readings: a cell of a block, with what stands beyond its first and last members.

use super::Lowering;
use super::context::Context;
use crate::book::BlockId;
use crate::formula::{Arithmetic, Comparison, Formula, Reading, Where};
use sg3_lang::model::{DimensionId, Expression, Index, IndexBase, Model, Node, QuantityId, Read, UnaryOperator};
use std::collections::BTreeSet;

/// An index, and the conditions under which it stays within the dimension.
struct Placed {
    place: Where,
    inside: Vec<Formula>,
}

impl<'a> Lowering<'a> {
    pub(crate) fn read(&mut self, read: &'a Read, context: &Context<'a>) -> Formula {
        let (block, keys) = self.target(read.quantity, context);
        let axes = &self.model().quantity(read.quantity).axes;
        let mut places = keys;
        let mut inside = Vec::new();
        for (axis, index) in axes.iter().zip(&read.places) {
            let Some(placed) = self.placed(index, axis.dimension, context) else {
                // a member that is not there, or a step that always leaves the dimension
                return match &read.beyond {
                    Some(beyond) if index.shift.is_some() => self.expression(beyond, context),
                    _ => Formula::Missing,
                };
            };
            places.push(placed.place);
            inside.extend(placed.inside);
        }
        let places = self.places_of_unknown(read.quantity, places, context);
        let reading = Reading { block, places };
        match &read.beyond {
            Some(beyond) if !inside.is_empty() => self.or_beyond(reading, inside, beyond, context),
            _ if inside.is_empty() => Formula::Read(reading),
            _ => Formula::choice(Formula::And(inside), Formula::Read(reading), Formula::Missing),
        }
    }

    /// The block that holds a quantity here, and where the axes are that tell worlds apart.
    pub(crate) fn target(&mut self, quantity: QuantityId, context: &Context<'a>) -> (BlockId, Vec<Where>) {
        let world = self.home(quantity, context.world);
        let keys = self.worlds[world.0 as usize].keys.len();
        let block = match context.unknown {
            Some(unknown) if unknown.quantity == quantity => unknown.block,
            _ => self.block(quantity, world),
        };
        (block, context.keys[..keys].to_vec())
    }

    fn placed(&mut self, index: &'a Index, dimension: DimensionId, context: &Context<'a>) -> Option<Placed> {
        let members = self.members(dimension);
        let count = members.len();
        if count == 0 {
            return None;
        }
        let base = match &index.base {
            IndexBase::Axis(axis) => context.place(*axis),
            IndexBase::Member(member) => Where::At(members.locate(member)?),
            IndexBase::First | IndexBase::All => Where::At(0),
            IndexBase::Last => Where::At(count - 1),
            IndexBase::Value(value) => match self.expression(value, context) {
                Formula::Member(_, position) => Where::At(position),
                Formula::Axis(place @ Where::Along(_)) => place,
                number => Where::Number(dimension, Box::new(number)),
            },
        };
        let Some(shift) = &index.shift else { return Some(Placed { place: base, inside: Vec::new() }) };
        match (base, whole(shift)) {
            (Where::At(position), Some(steps)) => {
                let position = usize::try_from(position as i64 + steps).ok().filter(|position| *position < count)?;
                Some(Placed { place: Where::At(position), inside: Vec::new() })
            }
            (Where::Along(axis), Some(steps)) => {
                let inside = vec![self.still_inside(axis, steps, context)];
                Some(Placed { place: Where::Shifted(axis, steps), inside })
            }
            (base, _) => {
                let steps = self.expression(shift, context);
                Some(self.shifted(base, steps, dimension, count, context))
            }
        }
    }

    /// Whether so many steps from where an axis is there still is a member.
    fn still_inside(&mut self, axis: usize, steps: i64, context: &Context<'a>) -> Formula {
        let number = self.steps(steps.unsigned_abs() as f64, context);
        let (left, right) = match steps < 0 {
            true => (Formula::Position(axis), number),
            false => (Formula::Count(axis), Formula::binary(Arithmetic::Add, Formula::Position(axis), number)),
        };
        let comparison = if steps < 0 { Comparison::Greater } else { Comparison::GreaterOrEqual };
        Formula::Compare(comparison, Box::new(left), Box::new(right), true)
    }

    fn steps(&mut self, steps: f64, context: &Context<'a>) -> Formula {
        self.literal(steps, &sg3_lang::model::Type::pure(), context)
    }

    /// A step that the data decide.
    fn shifted(
        &mut self,
        base: Where,
        steps: Formula,
        dimension: DimensionId,
        count: usize,
        context: &Context<'a>,
    ) -> Placed {
        let from = self.position(base, dimension, context);
        let at = self.light(Formula::binary(Arithmetic::Add, from, steps), context);
        let last = self.steps(count as f64, context);
        let compare =
            |comparison, left: Formula, right| Formula::Compare(comparison, Box::new(left), Box::new(right), true);
        let inside = vec![
            compare(Comparison::GreaterOrEqual, at.clone(), Formula::Number(1.0)),
            compare(Comparison::LessOrEqual, at.clone(), last),
        ];
        Placed { place: Where::Nth(Box::new(at)), inside }
    }

    /// How many members it is from the first to a place, both counted.
    fn position(&mut self, place: Where, dimension: DimensionId, context: &Context<'a>) -> Formula {
        match place {
            Where::Along(axis) => Formula::Position(axis),
            Where::Shifted(axis, steps) => {
                let number = self.steps(steps.unsigned_abs() as f64, context);
                let way = if steps < 0 { Arithmetic::Subtract } else { Arithmetic::Add };
                Formula::binary(way, Formula::Position(axis), number)
            }
            Where::At(position) => self.steps(position as f64 + 1.0, context),
            Where::Nth(number) => *number,
            Where::Number(_, number) if !self.model().dimension(dimension).is_numbered() => *number,
            Where::Number(_, number) => {
                let first = self.member(dimension, 0);
                let before = Formula::binary(Arithmetic::Subtract, *number, first);
                Formula::binary(Arithmetic::Add, before, Formula::Number(1.0))
            }
            Where::Bound(_) => self.refuse(context, "a step along an axis that is reduced"),
        }
    }

    /// Under which conditions an axis of the block is where an index points; nothing where it never is.
    pub(crate) fn is_at(&mut self, axis: usize, index: &'a Index, context: &Context<'a>) -> Option<Vec<Formula>> {
        let dimension = self.book.block(context.block).axes[axis].dimension;
        let (here, wanted, inside) = match (&index.base, &index.shift) {
            (IndexBase::Axis(key), None) => {
                (Formula::Axis(Where::Along(axis)), self.axis(context.place(*key), dimension), Vec::new())
            }
            (IndexBase::Value(value), None) => {
                (Formula::Axis(Where::Along(axis)), self.expression(value, context), Vec::new())
            }
            _ => {
                let placed = self.placed(index, dimension, context)?;
                (Formula::Position(axis), self.position(placed.place, dimension, context), placed.inside)
            }
        };
        let same = Formula::Compare(Comparison::Equal, Box::new(here), Box::new(wanted), true);
        Some(inside.into_iter().chain([same]).collect())
    }

    /// One step back may stand in the opening column of what is read; else the condition is written.
    fn or_beyond(
        &mut self,
        reading: Reading,
        inside: Vec<Formula>,
        beyond: &'a Expression,
        context: &Context<'a>,
    ) -> Formula {
        let beyond = self.expression(beyond, context);
        if self.opens(&reading, inside.len(), &beyond, context) {
            return Formula::Read(reading);
        }
        let inside = if inside.len() == 1 { inside.into_iter().next().expect("one") } else { Formula::And(inside) };
        Formula::choice(inside, Formula::Read(reading), beyond)
    }

    /// Whether the opening column of the block can hold, and now holds, what stands beyond the first member.
    fn opens(&mut self, reading: &Reading, conditions: usize, beyond: &Formula, context: &Context<'a>) -> bool {
        let block = self.book.block(reading.block);
        let Some(across) = block.across else { return false };
        let steps_back = matches!(reading.places[across], Where::Shifted(axis, -1) if Some(axis) == context.across);
        let summed = block.quantity.is_some_and(|quantity| self.summed_before.contains(&quantity));
        if conditions != 1 || !steps_back || summed {
            return false;
        }
        let mut opening = beyond.clone();
        let mut possible = true;
        opening.for_each_axis(&mut |axis| {
            let same = |place: &Where| matches!(place, Where::Along(along) if along == axis);
            match reading.places.iter().position(same) {
                Some(own) => *axis = own,
                None => possible = false,
            }
        });
        let fits = |there: &Formula| format!("{there:?}") == format!("{opening:?}");
        possible &= block.opening.as_ref().is_none_or(fits);
        if possible {
            self.book.blocks[reading.block.0 as usize].opening = Some(opening);
        }
        possible
    }
}

/// Quantities whose earlier members are summed somewhere.
pub(crate) fn summed_before(model: &Model) -> BTreeSet<QuantityId> {
    let mut found = BTreeSet::new();
    let definitions = model.quantities.iter().filter_map(|quantity| quantity.definition());
    for expression in definitions.flat_map(|definition| definition.body.expressions()) {
        expression.walk(&mut |inner| match &inner.node {
            Node::Reduce(reduction) if reduction.limit.is_some() => {
                sg3_calc::reads::for_each_read(inner, &mut |id| found.extend([id]));
            }
            _ => {}
        });
    }
    found
}

/// The whole number that a shift says, if it says one.
fn whole(shift: &Expression) -> Option<i64> {
    match &shift.node {
        Node::Literal(value) => sg3_calc::guard::whole(*value),
        Node::Unary(UnaryOperator::Negate, operand) => whole(operand).map(|steps| -steps),
        _ => None,
    }
}
