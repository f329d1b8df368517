//! Definitions by member: a formula for each cell.

use super::Lowering;
use super::context::Context;
use crate::book::BLANK;
use crate::book::block::Content;
use crate::formula::{Formula, Where};
use sg3_lang::model::{Expression, MemberRef, Node, Table, UnaryOperator};

impl<'a> Lowering<'a> {
    pub(crate) fn table(&mut self, table: &'a Table, context: &Context<'a>) -> Content {
        let owners = self.owners(table, context);
        if let Some(values) = self.figures(table, &owners, context).filter(|_| context.unknown.is_none()) {
            self.book.blocks[context.block.0 as usize].values = values;
            return Content::Figures;
        }
        let mut formulas: Vec<Option<Formula>> = vec![Some(Formula::Missing); table.entries.len() + 1];
        for (number, entry) in table.entries.iter().enumerate().filter(|(number, _)| owners.contains(number)) {
            formulas[number] = Some(match &entry.value {
                Some(value) => self.cell(value, context),
                None => Formula::Missing,
            });
        }
        Content::ByCell(formulas, owners)
    }

    /// The entry that each cell belongs to; one past the last where none fits.
    fn owners(&self, table: &Table, context: &Context<'a>) -> Vec<usize> {
        let block = self.book.block(context.block);
        // an axis that the block has not is where it makes no difference
        let here = |head: usize, place: &[usize]| match context.places[head] {
            Some(Where::Along(axis)) => place[axis],
            _ => 0,
        };
        let located: Vec<Vec<Option<Option<usize>>>> = table
            .entries
            .iter()
            .map(|entry| {
                let locate = |(axis, member): (&sg3_lang::model::Axis, &Option<MemberRef>)| {
                    member.as_ref().map(|member| self.members(axis.dimension).locate(member))
                };
                context.scope.iter().zip(&entry.place).map(locate).collect()
            })
            .collect();
        let fits = |places: &[Option<Option<usize>>], place: &[usize]| {
            let fits = |(head, wanted): (usize, &Option<Option<usize>>)| {
                wanted.is_none_or(|wanted| wanted == Some(here(head, place)))
            };
            places.iter().enumerate().all(fits)
        };
        let owner = |cell: usize| {
            let place = place_in(&block.shape, cell);
            located.iter().position(|places| fits(places, &place)).unwrap_or(table.entries.len())
        };
        (0..block.cells()).map(owner).collect()
    }

    /// Plain figures, if all cells are.
    fn figures(&self, table: &Table, owners: &[usize], context: &Context<'a>) -> Option<Vec<f64>> {
        let kind = self.book.block(context.block).kind.clone();
        let figures: Vec<Option<f64>> = table.entries.iter().map(|entry| self.figure(entry.value.as_ref()?)).collect();
        let value = |owner: &usize| match figures.get(*owner) {
            Some(figure) => figure.map(|value| self.as_written(&kind, value)),
            None => Some(BLANK),
        };
        owners.iter().map(value).collect()
    }

    /// The value of a literal.
    pub(crate) fn figure(&self, expression: &Expression) -> Option<f64> {
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

/// The place of a cell, last axis fastest.
pub(crate) fn place_in(shape: &[usize], mut cell: usize) -> Vec<usize> {
    let mut place = vec![0; shape.len()];
    for axis in (0..shape.len()).rev() {
        place[axis] = cell % shape[axis].max(1);
        cell /= shape[axis].max(1);
    }
    place
}
