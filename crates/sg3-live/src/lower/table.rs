//! Definitions by member: a formula for each cell.

use super::context::Context;
use super::lowering::Lowering;
use crate::book::Content;
use crate::book::blank::BLANK;
use crate::book::formula::{Coordinate, Formula};
use sg3_calc::place_in;
use sg3_lang::model::{Entry, Expression, Node, Table, UnaryOperator};

/// For each axis of a table the member that an entry is for.
enum EntryMember {
    Any,
    At(usize),
    /// A member that the data do not have: no cell is of it.
    Absent,
}

impl<'a> Lowering<'a> {
    pub(super) fn table(&mut self, table: &'a Table, context: &Context<'a>) -> Content {
        let owners = self.owners(table, context);
        if let Some(values) = self.constants(table, &owners, context).filter(|_| context.unknown.is_none()) {
            self.book.block_mut(context.block).values = values;
            return Content::Constants;
        }
        let mut formulas: Vec<Option<Formula>> = vec![Some(Formula::Missing); table.entries.len() + 1];
        for (number, entry) in table.entries.iter().enumerate().filter(|(number, _)| owners.contains(number)) {
            formulas[number] = Some(match &entry.value {
                Some(value) => self.cell_formula(value, context),
                None => Formula::Missing,
            });
        }
        Content::ByCell(formulas, owners)
    }

    /// The entry that each cell belongs to; one past the last where none fits.
    fn owners(&self, table: &Table, context: &Context<'a>) -> Vec<usize> {
        let block = self.book.block(context.block);
        let entries: Vec<Vec<EntryMember>> =
            table.entries.iter().map(|entry| self.members_of_entry(entry, context)).collect();
        (0..block.cells())
            .map(|cell| {
                let place = place_in(&block.shape, cell);
                let owner = entries.iter().position(|members| is_for(members, &place, context));
                owner.unwrap_or(entries.len())
            })
            .collect()
    }

    fn members_of_entry(&self, entry: &Entry, context: &Context<'a>) -> Vec<EntryMember> {
        let axes = context.scope.iter().zip(&entry.place);
        axes.map(|(axis, member)| match member {
            None => EntryMember::Any,
            Some(member) => self.members(axis.dimension).locate(member).map_or(EntryMember::Absent, EntryMember::At),
        })
        .collect()
    }

    /// Constants, if all cells are.
    fn constants(&self, table: &Table, owners: &[usize], context: &Context<'a>) -> Option<Vec<f64>> {
        let kind = &self.book.block(context.block).kind;
        let constants: Vec<Option<f64>> =
            table.entries.iter().map(|entry| self.constant(entry.value.as_ref()?)).collect();
        owners
            .iter()
            .map(|owner| match constants.get(*owner) {
                Some(constant) => constant.map(|value| self.numbers.cell_value(kind, value)),
                None => Some(BLANK),
            })
            .collect()
    }

    /// The value of a literal.
    pub(super) fn constant(&self, expression: &Expression) -> Option<f64> {
        match &expression.node {
            Node::Literal(value) => Some(*value),
            Node::Member(dimension, member) => self.members(*dimension).locate(member).map(|position| position as f64),
            Node::Unary(UnaryOperator::Negate, operand) => match operand.node {
                Node::Literal(value) => Some(-value),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether an entry is for the cell at a place of the block.
fn is_for(members: &[EntryMember], place: &[usize], context: &Context) -> bool {
    members.iter().enumerate().all(|(head, member)| match member {
        EntryMember::Any => true,
        EntryMember::Absent => false,
        // an axis that the block has not is where it makes no difference
        EntryMember::At(position) => match context.places[head] {
            Some(Coordinate::Along(axis)) => place[axis] == *position,
            _ => *position == 0,
        },
    })
}
