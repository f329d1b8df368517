//! The last look: what is read at a place that only the cell itself knows must stand in one row or one column.

use super::Lowering;
use crate::book::BlockId;
use crate::book::block::{Block, Content, Role};
use crate::formula::{Formula, Reading, Where};

impl Lowering<'_> {
    /// Copies what stands otherwise into blocks that stand so.
    pub(crate) fn turn(&mut self) {
        let mut next = 0;
        while next < self.book.blocks.len() {
            let number = next;
            next += 1;
            let across = self.book.blocks[number].across;
            let mut content = std::mem::replace(&mut self.book.blocks[number].content, Content::Room);
            let mut turn = |reading: &mut Reading| self.turned(reading, across, BlockId(number as u32));
            match &mut content {
                Content::Figures | Content::Room => {}
                Content::Formula(formula) => formula.for_each_reading(&mut turn),
                Content::ByCell(formulas, _) => {
                    formulas.iter_mut().flatten().for_each(|formula| formula.for_each_reading(&mut turn));
                }
            }
            self.book.blocks[number].content = content;
        }
    }

    fn turned(&mut self, reading: &mut Reading, across: Option<usize>, reader: BlockId) {
        let block = self.book.block(reading.block);
        let moves = |axis: usize| {
            let down = block.across != Some(axis);
            match &reading.places[axis] {
                Where::Number(..) | Where::Nth(_) => true,
                Where::Along(own) | Where::Shifted(own, _) => Some(*own) == across && down,
                Where::At(_) | Where::Bound(_) => false,
            }
        };
        let down: Vec<usize> = block.down().collect();
        let moving: Vec<usize> = down.iter().copied().filter(|axis| moves(*axis)).collect();
        let varied = |axis: &usize| block.shape[*axis] > 1;
        let stands = match moving[..] {
            [] => true,
            [only] => down.iter().skip_while(|axis| **axis != only).skip(1).all(|axis| !varied(axis)),
            _ => false,
        };
        if stands {
            return;
        }
        if moving.len() > 1 {
            let by_number = |axis: &&usize| matches!(reading.places[**axis], Where::Number(..) | Where::Nth(_));
            let Some(axis) = moving.iter().find(by_number).copied() else {
                let reason = "several members that only the cell knows at once".to_owned();
                return self.obstacles.push(super::Obstacle { quantity: block.title.clone(), reason });
            };
            self.at_number(reading, axis, reader);
            return self.turned(reading, across, reader);
        }
        let mut order: Vec<usize> = down.into_iter().filter(|axis| !moving.contains(axis)).collect();
        let goes_across = block.across;
        order.push(moving[0]);
        order.extend(goes_across);
        let copy = self.copy(reading.block, &order, goes_across, reader);
        reading.places = order.iter().map(|axis| reading.places[*axis].clone()).collect();
        reading.block = copy;
    }

    /// Reads a block of what stands at the number of one axis, which leaves that axis out.
    fn at_number(&mut self, reading: &mut Reading, axis: usize, reader: BlockId) {
        let (around, block) = (self.book.block(reader).clone(), self.book.block(reading.block).clone());
        let mut wanted = Formula::read(reading.block, vec![reading.places[axis].clone()]);
        let mut used = Vec::new();
        wanted.for_each_axis(&mut |own| used.push(*own));
        used.sort_unstable();
        used.dedup();
        wanted.for_each_axis(&mut |own| *own = used.iter().position(|used| used == own).expect("it is used"));
        let Formula::Read(Reading { places: mut number, .. }) = wanted else { unreachable!("a reading was made") };
        let others: Vec<usize> = (0..block.axes.len()).filter(|other| *other != axis).collect();
        let along = |other: usize| others.iter().position(|there| *there == other).map(|place| used.len() + place);
        let place = |other: usize| along(other).map_or_else(|| number.remove(0), Where::Along);
        let formula = Formula::read(reading.block, (0..block.axes.len()).map(place).collect());
        let of_reader = used.iter().map(|own| (around.axes[*own].clone(), around.shape[*own]));
        let of_block = others.iter().map(|other| (block.axes[*other].clone(), block.shape[*other]));
        let (axes, shape) = of_reader.chain(of_block).unzip();
        let part = Block {
            role: Role::Part,
            quantity: around.quantity,
            world: around.world,
            axes,
            keys: 0,
            shape,
            across: block.across.and_then(along),
            title: format!("{}, at the selected member", block.title),
            words: Vec::new(),
            content: Content::Formula(formula),
            opening: None,
            opening_values: Vec::new(),
            values: Vec::new(),
            place: None,
            helps: Some(reader),
            kind: block.kind,
        };
        let part = self.push(part);
        let rest = others.iter().map(|other| reading.places[*other].clone());
        reading.places = used.into_iter().map(Where::Along).chain(rest).collect();
        reading.block = part;
    }

    fn copy(&mut self, of: BlockId, order: &[usize], goes_across: Option<usize>, reader: BlockId) -> BlockId {
        let name = format!("turned {of:?} {order:?} {goes_across:?}");
        if let Some(block) = self.parts.get(&name) {
            return *block;
        }
        let block = self.book.block(of).clone();
        let places = (0..order.len())
            .map(|axis| Where::Along(order.iter().position(|own| *own == axis).expect("all are there")));
        let formula = Formula::read(of, places.collect());
        let copy = Block {
            role: Role::Part,
            quantity: self.book.block(reader).quantity,
            world: self.book.block(reader).world,
            axes: order.iter().map(|axis| block.axes[*axis].clone()).collect(),
            keys: 0,
            shape: order.iter().map(|axis| block.shape[*axis]).collect(),
            across: goes_across.map(|_| order.len() - 1),
            title: format!("{} (transposed)", block.title),
            words: Vec::new(),
            content: Content::Formula(formula),
            opening: None,
            opening_values: Vec::new(),
            values: Vec::new(),
            place: None,
            helps: Some(reader),
            kind: block.kind,
        };
        let copy = self.push(copy);
        self.parts.insert(name, copy);
        copy
    }
}
