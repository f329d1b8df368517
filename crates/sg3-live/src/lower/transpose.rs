//! The last pass over all blocks: what is read at a place that only the cell itself knows must stand in one row or one
//! column, since `INDEX` takes one number.
//!
//! A formula with years across that reads `price[service, year]` of a block with years down reads `INDEX(column, year)`.
//! If services go down below each year there, the cells of one service are not a range: a copy with the years innermost is
//! made, in which they are.

use super::lowering::Lowering;
use crate::book::formula::{Coordinate, Formula, Reference};
use crate::book::{Block, BlockId, Content, Role};

/// The block whose formula reads.
#[derive(Clone, Copy)]
struct Reader {
    block: BlockId,
    across: Option<usize>,
}

impl Lowering<'_> {
    /// Copies what stands otherwise into blocks that stand so; also of the blocks that this adds.
    pub(super) fn transpose(&mut self) {
        let mut number = 0;
        while number < self.book.blocks.len() {
            let block = BlockId(number as u32);
            let reader = Reader { block, across: self.book.block(block).across };
            // taken out while its references are changed, which adds blocks to the book
            let mut content = std::mem::replace(&mut self.book.block_mut(block).content, Content::Entry);
            match &mut content {
                Content::Constants | Content::Entry => {}
                Content::Formula(formula) => self.transpose_references(formula, reader),
                Content::ByCell(formulas, _) => {
                    formulas.iter_mut().flatten().for_each(|formula| self.transpose_references(formula, reader));
                }
            }
            self.book.block_mut(block).content = content;
            number += 1;
        }
    }

    fn transpose_references(&mut self, formula: &mut Formula, reader: Reader) {
        formula.for_each_reference(&mut |reference| self.transpose_reference(reference, reader));
    }

    fn transpose_reference(&mut self, reference: &mut Reference, reader: Reader) {
        let block = self.book.block(reference.block);
        let down: Vec<usize> = block.down().collect();
        let (moving, mut order): (Vec<usize>, Vec<usize>) =
            down.iter().copied().partition(|axis| is_known_by_cell(&reference.places[*axis], reader));
        match moving[..] {
            [] => {}
            [only] if is_innermost(only, &down, &block.shape) => {}
            [only] => {
                let across = block.across;
                order.push(only);
                order.extend(across);
                let copy = self.reordered_copy(reference.block, &order, across, reader);
                reference.places = order.iter().map(|axis| reference.places[*axis].clone()).collect();
                reference.block = copy;
            }
            _ => self.split_reference(reference, &moving, reader),
        }
    }

    /// Of several such axes one is settled in a block of its own, which leaves one fewer.
    fn split_reference(&mut self, reference: &mut Reference, moving: &[usize], reader: Reader) {
        let by_number =
            moving.iter().find(|axis| matches!(reference.places[**axis], Coordinate::Number(..) | Coordinate::Nth(_)));
        match by_number {
            Some(axis) => self.read_at_number(reference, *axis, reader.block),
            None => self.read_diagonal(reference, moving, reader.block),
        }
        self.transpose_reference(reference, reader);
    }

    /// Reads a block of what stands where several axes are at the reader's own place: `(margin with price = wanted)[year]` is read where the
    /// year of the price that is replaced and the year of the margin are one. The block has that axis once, and goes down along it.
    fn read_diagonal(&mut self, reference: &mut Reference, moving: &[usize], reader: BlockId) {
        let (around, block) = (self.book.block(reader).clone(), self.book.block(reference.block).clone());
        let own = around.across.expect("only a place across is known by the cell alone");
        let others: Vec<usize> = (0..block.axes.len()).filter(|axis| !moving.contains(axis)).collect();
        let places = (0..block.axes.len()).map(|axis| match others.iter().position(|other| *other == axis) {
            Some(place) => Coordinate::Along(place + 1),
            None => along_axes_used(&reference.places[axis]).1,
        });
        let formula = Formula::reference(reference.block, places.collect());
        let of_block = others.iter().map(|other| (block.axes[*other].clone(), block.shape[*other]));
        let (axes, shape) = std::iter::once((around.axes[own].clone(), around.shape[own])).chain(of_block).unzip();
        let title = format!("{}, at the selected member", block.title);
        let part = self.push(Block {
            quantity: around.quantity,
            counterfactual: around.counterfactual,
            content: Content::Formula(formula),
            part_of: Some(reader),
            ..Block::new(Role::Part, axes, shape, block.kind, title)
        });
        let rest = others.iter().map(|other| reference.places[*other].clone());
        reference.places = std::iter::once(Coordinate::Along(own)).chain(rest).collect();
        reference.block = part;
    }

    /// Reads a block of what stands at the number of one axis, which leaves that axis out.
    fn read_at_number(&mut self, reference: &mut Reference, axis: usize, reader: BlockId) {
        let (around, block) = (self.book.block(reader).clone(), self.book.block(reference.block).clone());
        let (used, number) = along_axes_used(&reference.places[axis]);
        let others: Vec<usize> = (0..block.axes.len()).filter(|other| *other != axis).collect();
        let position = |other: usize| others.iter().position(|there| *there == other).map(|place| used.len() + place);
        let places =
            (0..block.axes.len()).map(|other| position(other).map_or_else(|| number.clone(), Coordinate::Along));
        let formula = Formula::reference(reference.block, places.collect());
        let of_reader = used.iter().map(|own| (around.axes[*own].clone(), around.shape[*own]));
        let of_block = others.iter().map(|other| (block.axes[*other].clone(), block.shape[*other]));
        let (axes, shape) = of_reader.chain(of_block).unzip();
        let title = format!("{}, at the selected member", block.title);
        let part = self.push(Block {
            quantity: around.quantity,
            counterfactual: around.counterfactual,
            across: block.across.and_then(position),
            content: Content::Formula(formula),
            part_of: Some(reader),
            ..Block::new(Role::Part, axes, shape, block.kind, title)
        });
        let rest = others.iter().map(|other| reference.places[*other].clone());
        reference.places = used.into_iter().map(Coordinate::Along).chain(rest).collect();
        reference.block = part;
    }

    /// A copy of a block with its axes in another order; one for all that read it so.
    fn reordered_copy(&mut self, original: BlockId, order: &[usize], across: Option<usize>, reader: Reader) -> BlockId {
        let key = format!("transposed {original:?} {order:?} {across:?}");
        if let Some(block) = self.parts.get(&key) {
            return *block;
        }
        let (around, block) = (self.book.block(reader.block), self.book.block(original));
        let places = (0..order.len())
            .map(|axis| Coordinate::Along(order.iter().position(|own| *own == axis).expect("the order has all axes")));
        let axes = order.iter().map(|axis| block.axes[*axis].clone()).collect();
        let shape = order.iter().map(|axis| block.shape[*axis]).collect();
        let title = format!("{} (transposed)", block.title);
        let copy = Block {
            quantity: around.quantity,
            counterfactual: around.counterfactual,
            across: across.map(|_| order.len() - 1),
            content: Content::Formula(Formula::reference(original, places.collect())),
            part_of: Some(reader.block),
            ..Block::new(Role::Part, axes, shape, block.kind.clone(), title)
        };
        let copy = self.push(copy);
        self.parts.insert(key, copy);
        copy
    }
}

/// Whether only the cell knows where along an axis that goes down it reads: by a number, or by its own place across.
fn is_known_by_cell(place: &Coordinate, reader: Reader) -> bool {
    match place {
        Coordinate::Number(..) | Coordinate::Nth(_) => true,
        Coordinate::Along(own) | Coordinate::Shifted(own, _) => Some(*own) == reader.across,
        Coordinate::At(_) | Coordinate::Bound(_) => false,
    }
}

/// Whether the members of an axis stand directly below each other: no axis below it has several members.
fn is_innermost(axis: usize, down: &[usize], shape: &[usize]) -> bool {
    down.iter().skip_while(|other| **other != axis).skip(1).all(|other| shape[*other] <= 1)
}

/// The axes of the reader that a place depends on, and the place along those axes alone.
fn along_axes_used(place: &Coordinate) -> (Vec<usize>, Coordinate) {
    let mut place = place.clone();
    let mut used = Vec::new();
    place.for_each_axis(&mut |axis| used.push(*axis));
    used.sort_unstable();
    used.dedup();
    place.for_each_axis(&mut |axis| *axis = used.iter().position(|used| used == axis).expect("it is used"));
    (used, place)
}
