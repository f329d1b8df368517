//! What every formula comes to: the values that a workbook shows before anything has recalculated it.
//!
//! Quantities of the base world have the engine's values; parts of formulas and other worlds are worked out here from
//! those, with the engine's own kernels and guard.

pub(crate) mod fold;

use crate::book::block::{Block, Content};
use crate::book::{BLANK, BlockId, Book};
use crate::formula::{Arithmetic, Comparison, Formula, Reading, Where};
use crate::lower::Lowering;
use fold::{first_yes, greatest, nth};
use sg3_calc::guard;
use sg3_lang::model::DimensionId;
use std::cell::RefCell;

/// Values worked out so far.
pub struct Values<'b> {
    book: &'b Book,
    numbers: &'b dyn Fn(DimensionId) -> Vec<f64>,
    known: RefCell<Vec<Vec<Option<f64>>>>,
}

/// A place in a block, and in the fold that is gone along.
#[derive(Clone, Copy)]
pub(crate) struct At<'p> {
    block: &'p Block,
    place: &'p [usize],
    bound: &'p [usize],
}

/// Fills in the values of every block that has none.
pub fn fill(lowering: &mut Lowering) {
    let numbers = |dimension| lowering.numbers_of(dimension);
    let values = Values::new(&lowering.book, &numbers);
    let placed: Vec<BlockId> =
        lowering.book.block_ids().filter(|id| lowering.book.block(*id).place.is_some()).collect();
    let all: Vec<(Vec<f64>, Vec<f64>)> = placed.iter().map(|id| (values.block(*id), values.opening(*id))).collect();
    for (id, (values, opening)) in placed.into_iter().zip(all) {
        let block = &mut lowering.book.blocks[id.0 as usize];
        (block.values, block.opening_values) = (values, opening);
    }
}

impl<'b> Values<'b> {
    /// Nothing is known yet but what blocks hold.
    pub fn new(book: &'b Book, numbers: &'b dyn Fn(DimensionId) -> Vec<f64>) -> Values<'b> {
        Values { book, numbers, known: RefCell::new(vec![Vec::new(); book.blocks.len()]) }
    }

    /// The values of all cells of a block.
    pub fn block(&self, id: BlockId) -> Vec<f64> {
        (0..self.book.block(id).cells()).map(|cell| self.cell(id, cell)).collect()
    }

    /// What stands before the first member, row by row.
    fn opening(&self, id: BlockId) -> Vec<f64> {
        let block = self.book.block(id);
        let value = |formula: &Formula, row: usize| {
            self.formula(formula, At { block, place: &block.place_of(row, 0), bound: &[] })
        };
        block.opening.iter().flat_map(|formula| (0..block.rows()).map(move |row| value(formula, row))).collect()
    }

    fn cell(&self, id: BlockId, cell: usize) -> f64 {
        let block = self.book.block(id);
        if let Some(value) = block.values.get(cell) {
            return *value;
        }
        let number = id.0 as usize;
        if let Some(Some(value)) = self.known.borrow()[number].get(cell) {
            return *value;
        }
        let value = match (&block.content, block.formula(cell)) {
            (Content::Figures | Content::Room, _) => BLANK,
            (_, None) => f64::NAN,
            (_, Some(formula)) => {
                let place = crate::lower::table::place_in(&block.shape, cell);
                self.formula(formula, At { block, place: &place, bound: &[] })
            }
        };
        let mut known = self.known.borrow_mut();
        known[number].resize(block.cells(), None);
        known[number][cell] = Some(value);
        value
    }

    fn formula(&self, formula: &Formula, at: At) -> f64 {
        match formula {
            Formula::Number(number) => *number,
            Formula::Missing => f64::NAN,
            Formula::Blank => BLANK,
            Formula::Axis(place) => self.number_at(place, at),
            Formula::Position(axis) => at.place[*axis] as f64 + 1.0,
            Formula::Member(dimension, position) => (self.numbers)(*dimension)[*position],
            Formula::Count(axis) => at.block.shape[*axis] as f64,
            Formula::Read(reading) => self.read(reading, at),
            Formula::Negative(part) => -self.formula(part, at),
            Formula::Binary(operator, left, right) => {
                arithmetic(*operator, self.formula(left, at), self.formula(right, at))
            }
            Formula::Compare(comparison, left, right, _) => {
                compare(*comparison, self.formula(left, at), self.formula(right, at))
            }
            Formula::And(parts) => {
                let and = |all: f64, part: f64| if all == 0.0 || part == 0.0 { 0.0 } else { all * part };
                parts.iter().map(|part| self.formula(part, at)).fold(1.0, and)
            }
            Formula::Or(parts) => {
                let or = |any: f64, part: f64| if any == 1.0 || part == 1.0 { 1.0 } else { any + part };
                parts.iter().map(|part| self.formula(part, at)).fold(0.0, or)
            }
            Formula::Not(part) => 1.0 - self.formula(part, at),
            Formula::If(condition, yes, no) => match self.formula(condition, at) {
                condition if condition.is_nan() => f64::NAN,
                0.0 => self.formula(no, at),
                _ => self.formula(yes, at),
            },
            Formula::Call(call) => {
                let arguments: Vec<f64> = call.arguments.iter().map(|argument| self.formula(argument, at)).collect();
                (call.kernel)(&arguments)
            }
            Formula::Fold(fold) => self.fold(fold, at),
            Formula::Chosen(..) | Formula::Input(_) => unreachable!("inputs have values"),
            Formula::Band(lower, place) => self.band(&self.cells(lower, at), self.formula(place, at)),
            Formula::FirstYes(flags) => first_yes(&self.cells(flags, at)),
            Formula::LastYes(places) => {
                let greatest = greatest(&self.cells(places, at), |a, b| a > b);
                if greatest > 0.0 { greatest } else { f64::NAN }
            }
            Formula::Nth(cells, number) => nth(&self.cells(cells, at), self.formula(number, at)),
        }
    }

    fn number_at(&self, place: &Where, at: At) -> f64 {
        let number = |axis: usize, position: usize| (self.numbers)(at.block.axes[axis].dimension)[position];
        match place {
            Where::Along(axis) => number(*axis, at.place[*axis]),
            Where::Bound(bound) => {
                let across = at.block.across.expect("a fold along a row is in a row");
                number(across, at.bound[*bound])
            }
            _ => f64::NAN,
        }
    }

    fn read(&self, reading: &Reading, at: At) -> f64 {
        let block = self.book.block(reading.block);
        let mut place = Vec::with_capacity(reading.places.len());
        let mut opening = false;
        for (axis, wanted) in reading.places.iter().enumerate() {
            let count = block.shape[axis];
            let position = match wanted {
                Where::Along(along) => at.place[*along] as i64,
                Where::Shifted(along, steps) => at.place[*along] as i64 + steps,
                Where::At(position) => *position as i64,
                Where::Bound(bound) => at.bound[*bound] as i64,
                Where::Nth(number) => whole(self.formula(number, at)) - 1,
                Where::Number(dimension, number) => {
                    let number = self.formula(number, at);
                    let numbers = (self.numbers)(*dimension);
                    numbers.iter().position(|other| *other == number).map_or(-1, |position| position as i64)
                }
            };
            opening |= position == -1 && Some(axis) == block.across && matches!(wanted, Where::Shifted(..));
            match usize::try_from(position).ok().filter(|position| *position < count) {
                Some(position) => place.push(position),
                None if opening => place.push(0),
                None => return f64::NAN,
            }
        }
        match (&block.opening, opening) {
            (_, false) => self.cell(reading.block, block.cell_of(&place)),
            (Some(formula), true) => self.formula(formula, At { block, place: &place, bound: &[] }),
            (None, true) => f64::NAN,
        }
    }
}

fn arithmetic(operator: Arithmetic, left: f64, right: f64) -> f64 {
    if left.is_nan() || right.is_nan() {
        return f64::NAN;
    }
    guard::finite(match operator {
        Arithmetic::Add => left + right,
        Arithmetic::Subtract => left - right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Divide => left / right,
        Arithmetic::Power => libm::pow(left, right),
    })
}

fn compare(comparison: Comparison, left: f64, right: f64) -> f64 {
    let exactly = |yes: bool| if left.is_nan() || right.is_nan() { f64::NAN } else { f64::from(u8::from(yes)) };
    match comparison {
        Comparison::Equal => exactly(left == right),
        Comparison::Unequal => exactly(left != right),
        Comparison::Less => guard::less(left, right),
        Comparison::LessOrEqual => guard::less_or_equal(left, right),
        Comparison::Greater => guard::greater(left, right),
        Comparison::GreaterOrEqual => guard::greater_or_equal(left, right),
    }
}

/// The whole part, or nothing that could be a place.
pub(crate) fn whole(number: f64) -> i64 {
    if number.is_nan() { -1 } else { number as i64 }
}
