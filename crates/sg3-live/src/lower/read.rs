//! Reading a quantity: a cell of a block, with what stands beyond its first and last members.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::BlockId;
use crate::book::formula::{Arithmetic, Comparison, Coordinate, Formula, Reference};
use sg3_lang::model::{DimensionId, Expression, Index, IndexBase, Kind, Node, QuantityId, Read, Type, UnaryOperator};

/// An index, and the conditions under which it stays within the dimension.
struct PlacedIndex {
    place: Coordinate,
    inside: Vec<Formula>,
}

impl<'a> Lowering<'a> {
    pub(super) fn read(&mut self, read: &'a Read, context: &Context<'a>) -> Formula {
        let (block, keys) = self.block_read(read.quantity, context);
        let axes = &self.model().quantity(read.quantity).axes;
        let mut places = keys;
        let mut inside = Vec::new();
        for (axis, index) in axes.iter().zip(&read.places) {
            let Some(placed) = self.place_index(index, axis.dimension, context) else {
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
        let reference = Reference { block, places };
        match &read.beyond {
            Some(beyond) if !inside.is_empty() => self.read_or_beyond(reference, inside, beyond, context),
            _ if inside.is_empty() => Formula::Reference(reference),
            _ => Formula::choice(Formula::And(inside), Formula::Reference(reference), Formula::Missing),
        }
    }

    /// The block that holds a quantity here, and where the axes are that tell its counterfactuals apart.
    fn block_read(&mut self, quantity: QuantityId, context: &Context<'a>) -> (BlockId, Vec<Coordinate>) {
        let counterfactual = self.nearest_difference(quantity, context.counterfactual);
        let keys = self.counterfactual(counterfactual).keys.len();
        let block = match context.unknown {
            Some(unknown) if unknown.quantity == quantity => unknown.block,
            _ => self.block(quantity, counterfactual),
        };
        (block, context.keys[..keys].to_vec())
    }

    /// Nothing for a member that is not there, and for a step that leaves the dimension whatever the data.
    fn place_index(&mut self, index: &'a Index, dimension: DimensionId, context: &Context<'a>) -> Option<PlacedIndex> {
        let base = self.place_base(&index.base, dimension, context)?;
        let Some(shift) = &index.shift else { return Some(self.place_number(base, index, dimension, context)) };
        let count = self.members(dimension).len();
        match (base, whole_number(shift)) {
            (Coordinate::At(position), Some(steps)) => {
                let position = usize::try_from(position as i64 + steps).ok().filter(|position| *position < count)?;
                Some(PlacedIndex { place: Coordinate::At(position), inside: Vec::new() })
            }
            (Coordinate::Along(axis), Some(steps)) => {
                let inside = vec![self.still_inside(axis, steps, context)];
                Some(PlacedIndex { place: Coordinate::Shifted(axis, steps), inside })
            }
            (base, _) => {
                let steps = self.expression(shift, context);
                Some(self.step(base, steps, dimension, context))
            }
        }
    }

    /// A computed number may lie before the first member or after the last; a computed member cannot.
    fn place_number(
        &mut self,
        place: Coordinate,
        index: &Index,
        dimension: DimensionId,
        context: &Context<'a>,
    ) -> PlacedIndex {
        let is_number = matches!(&index.base, IndexBase::Value(value) if matches!(value.of, Type::Of(Kind::Number(_))));
        let Coordinate::Number(_, number) = &place else { return PlacedIndex { place, inside: Vec::new() } };
        if !is_number {
            return PlacedIndex { place, inside: Vec::new() };
        }
        let number = self.short((**number).clone(), context);
        let numbers = self.numbers.all(dimension);
        let [first, last] = [numbers[0], numbers[numbers.len() - 1]];
        let [first, last] = [first, last].map(|bound| self.literal(bound, &Type::pure(), context));
        let inside = vec![
            Formula::compare(Comparison::GreaterOrEqual, number.clone(), first),
            Formula::compare(Comparison::LessOrEqual, number.clone(), last),
        ];
        PlacedIndex { place: Coordinate::Number(dimension, Box::new(number)), inside }
    }

    /// Where an index is before it is shifted.
    fn place_base(&mut self, base: &'a IndexBase, dimension: DimensionId, context: &Context<'a>) -> Option<Coordinate> {
        let members = self.members(dimension);
        if members.is_empty() {
            return None;
        }
        Some(match base {
            IndexBase::Axis(axis) => context.place(*axis),
            IndexBase::Member(member) => Coordinate::At(members.locate(member)?),
            IndexBase::First | IndexBase::All => Coordinate::At(0),
            IndexBase::Last => Coordinate::At(members.len() - 1),
            IndexBase::Value(value) => match self.expression(value, context) {
                Formula::Member(_, position) => Coordinate::At(position),
                Formula::Axis(place @ Coordinate::Along(_)) => place,
                number => Coordinate::Number(dimension, Box::new(number)),
            },
        })
    }

    /// Whether so many steps from where an axis is there still is a member.
    fn still_inside(&mut self, axis: usize, steps: i64, context: &Context<'a>) -> Formula {
        let number = self.number_of_steps(steps.unsigned_abs() as f64, context);
        if steps < 0 {
            return Formula::compare(Comparison::Greater, Formula::Position(axis), number);
        }
        let position = Formula::binary(Arithmetic::Add, Formula::Position(axis), number);
        Formula::compare(Comparison::GreaterOrEqual, Formula::Count(axis), position)
    }

    fn number_of_steps(&mut self, steps: f64, context: &Context<'a>) -> Formula {
        self.literal(steps, &Type::pure(), context)
    }

    /// A step that the data decide.
    fn step(&mut self, base: Coordinate, steps: Formula, dimension: DimensionId, context: &Context<'a>) -> PlacedIndex {
        let from = self.position(base, dimension, context);
        let at = self.short(Formula::binary(Arithmetic::Add, from, steps), context);
        let last = self.number_of_steps(self.members(dimension).len() as f64, context);
        let inside = vec![
            Formula::compare(Comparison::GreaterOrEqual, at.clone(), Formula::Number(1.0)),
            Formula::compare(Comparison::LessOrEqual, at.clone(), last),
        ];
        PlacedIndex { place: Coordinate::Nth(Box::new(at)), inside }
    }

    /// How many members it is from the first to a place, both counted.
    fn position(&mut self, place: Coordinate, dimension: DimensionId, context: &Context<'a>) -> Formula {
        match place {
            Coordinate::Along(axis) => Formula::Position(axis),
            Coordinate::Shifted(axis, steps) => {
                let number = self.number_of_steps(steps.unsigned_abs() as f64, context);
                let way = if steps < 0 { Arithmetic::Subtract } else { Arithmetic::Add };
                Formula::binary(way, Formula::Position(axis), number)
            }
            Coordinate::At(position) => self.number_of_steps(position as f64 + 1.0, context),
            Coordinate::Nth(number) => *number,
            Coordinate::Number(_, number) if !self.model().dimension(dimension).is_numbered() => *number,
            Coordinate::Number(_, number) => {
                let first = self.member(dimension, 0);
                let before = Formula::binary(Arithmetic::Subtract, *number, first);
                Formula::binary(Arithmetic::Add, before, Formula::Number(1.0))
            }
            Coordinate::Bound(_) => self.refuse(context, "a step along an axis that is reduced"),
        }
    }

    /// Under which conditions an axis of the block is where an index points; nothing where it never is.
    pub(super) fn conditions_of_index(
        &mut self,
        axis: usize,
        index: &'a Index,
        context: &Context<'a>,
    ) -> Option<Vec<Formula>> {
        let dimension = self.book.block(context.block).axes[axis].dimension;
        let (here, wanted, mut conditions) = match (&index.base, &index.shift) {
            (IndexBase::Axis(key), None) => {
                (Formula::Axis(Coordinate::Along(axis)), self.axis(context.place(*key), dimension), Vec::new())
            }
            (IndexBase::Value(value), None) => {
                (Formula::Axis(Coordinate::Along(axis)), self.expression(value, context), Vec::new())
            }
            _ => {
                let placed = self.place_index(index, dimension, context)?;
                (Formula::Position(axis), self.position(placed.place, dimension, context), placed.inside)
            }
        };
        conditions.push(Formula::compare(Comparison::Equal, here, wanted));
        Some(conditions)
    }
}

/// The whole number that a shift says, if it says one.
fn whole_number(shift: &Expression) -> Option<i64> {
    match &shift.node {
        Node::Literal(value) => sg3_calc::tolerance::whole(*value),
        Node::Unary(UnaryOperator::Negate, operand) => whole_number(operand).map(|steps| -steps),
        _ => None,
    }
}
