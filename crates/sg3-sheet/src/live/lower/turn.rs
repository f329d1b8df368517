//! The last look: what is read at a place that only the cell itself knows must stand in one row or one column.

use super::Lowering;
use crate::live::book::{Block, BlockId, Content, Role};
use crate::live::formula::{Formula, Reading, Where};

impl Lowering<'_> {
    /// Copies what stands otherwise into blocks that stand so.
    pub(super) fn turn(&mut self) {
        for number in 0..self.book.blocks.len() {
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
        let is_moving_across = block.across.is_some_and(moves);
        let mut order: Vec<usize> = down.into_iter().filter(|axis| !moving.contains(axis)).collect();
        let goes_across = match (moving.len(), block.across) {
            (1, across) => across,
            (2, across) if !is_moving_across => {
                order.extend(across);
                Some(moving[1])
            }
            _ => {
                let obstacle = super::Obstacle {
                    quantity: block.title.clone(),
                    reason: "three members that only the data know at once".to_owned(),
                };
                return self.obstacles.push(obstacle);
            }
        };
        order.push(moving[0]);
        order.extend(goes_across);
        let copy = self.copy(reading.block, &order, goes_across, reader);
        reading.places = order.iter().map(|axis| reading.places[*axis].clone()).collect();
        reading.block = copy;
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
            title: format!("{}, turned", block.title),
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
