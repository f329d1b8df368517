//! Changes in the column for other figures, and the same changes for the engine.

use crate::catalogue::Example;
use crate::written::Written;
use crate::{book, named, returned, written};
use ironcalc::base::cell::CellValue;
use ironcalc::base::expressions::types::Area;
use sg3_calc::{Array, Inputs, evaluate, plan};
use sg3_lang::model::{Kind, QuantityId};
use sg3_live::Book;
use sg3_live::book::{BlockId, Role};
use std::cell::LazyCell;
use std::collections::HashMap;
use std::sync::Arc;

/// How near the sheet must come to the engine, as a share of the largest magnitude that a cell reads.
const NEAR: f64 = 1e-9;

/// Another figure for one cell of an input; a text that is none if it is `NaN`.
#[derive(Clone)]
struct Change {
    quantity: QuantityId,
    cell: usize,
    value: f64,
}

/// What the sheet and the engine say differently after changes: of all numbers together, and of each option alone.
pub(crate) fn differences(example: &Example) -> Vec<String> {
    let (book, bytes) = book::with_book(example);
    let (numbers, options) = changes(example);
    let mut all: Vec<Vec<Change>> = options.into_iter().map(|option| vec![option]).collect();
    if !numbers.is_empty() {
        all.push(numbers);
    }
    let mut model = written::open(bytes);
    all.iter().flat_map(|changes| named(example, after(example, book, &mut model, changes))).collect()
}

/// What they say differently after other figures for some cells of an input.
pub(crate) fn differences_after(example: &Example, input: &str, figures: &[(usize, f64)]) -> Vec<String> {
    let (book, bytes) = book::with_book(example);
    let changes = changes_of(example, input, figures);
    named(example, after(example, book, &mut written::open(bytes), &changes))
}

/// The workbook as IronCalc saves it after other figures for some cells of an input.
pub(crate) fn saved_after(example: &Example, input: &str, figures: &[(usize, f64)]) -> Vec<u8> {
    let (book, bytes) = book::with_book(example);
    let mut model = written::open(bytes);
    for change in changes_of(example, input, figures) {
        let key = room(book, &change);
        model.set_user_input(key.0, key.1, key.2, word(example, &change)).expect("a cell to write to");
    }
    model.evaluate();
    returned::saved(&model)
}

fn changes_of(example: &Example, input: &str, figures: &[(usize, f64)]) -> Vec<Change> {
    let quantity = example.model.find_quantity(input).expect("an input");
    figures.iter().map(|(cell, value)| Change { quantity, cell: *cell, value: *value }).collect()
}

/// Numbers a little larger, one of each input, and the next member or the other answer of each option.
fn changes(example: &Example) -> (Vec<Change>, Vec<Change>) {
    let (mut numbers, mut options) = (Vec::new(), Vec::new());
    for (quantity, own, input) in example.model.inputs() {
        let Some(array) = example.inputs.array(quantity) else { continue };
        let Some(cell) = array.cells.iter().rposition(|value| !value.is_nan()) else { continue };
        let now = array.cells[cell];
        match &own.kind {
            Kind::Number(_) => {
                let value = now * 1.0625;
                let fits = input.range.is_none_or(|range| range.contains(value));
                numbers.extend(fits.then_some(Change { quantity, cell, value }));
            }
            Kind::YesNo => options.push(Change { quantity, cell, value: 1.0 - now }),
            Kind::Member(dimension) => {
                let count = example.inputs.members_of(*dimension).len();
                options.push(Change { quantity, cell, value: (now + 1.0) % count as f64 });
            }
            Kind::Date => {}
        }
    }
    (numbers, options)
}

/// The changes are taken back in the end.
fn after(example: &Example, book: &Book, model: &mut ironcalc::base::Model, changes: &[Change]) -> Vec<String> {
    let mut inputs = example.inputs.clone();
    for change in changes {
        let key = room(book, change);
        model.set_user_input(key.0, key.1, key.2, word(example, change)).expect("a cell to write to");
        change_inputs(&mut inputs, change);
    }
    model.evaluate();
    let now = LazyCell::new(|| Written::of_model(model));
    let mut sizes = HashMap::new();
    let results = evaluate(&example.model, &plan(&example.model), &inputs);
    let what: Vec<String> =
        changes.iter().map(|change| example.model.quantity(change.quantity).name.to_string()).collect();
    let mut found = Vec::new();
    for id in example.model.quantity_ids() {
        let (Some(array), Some(block)) = (results.array(id), book.of_quantity(id)) else { continue };
        // what is left of amounts that nearly cancel beside those that do not
        let largest =
            array.cells.iter().filter(|value| !value.is_nan()).fold(0.0_f64, |most, value| most.max(value.abs()));
        for (cell, value) in array.cells.iter().enumerate() {
            let key = position(book, block, cell);
            let there = model.get_cell_value_by_index(key.0, key.1, key.2).expect("a cell");
            let wanted = shown(example, id, *value);
            let near = match (&there, wanted.is_nan()) {
                (CellValue::Number(there), false) => {
                    let apart = (there - wanted).abs();
                    apart <= NEAR * largest || apart <= NEAR * now.size(&key, &mut sizes)
                }
                (CellValue::String(text), true) => text.starts_with('#'),
                (CellValue::None, true) => true,
                _ => false,
            };
            if !near {
                let name = &example.model.quantity(id).name;
                found.push(format!("after another {what:?}, {name} cell {cell}: {there:?}, not {wanted}"));
            }
        }
    }
    for change in changes {
        let (sheet, row, column) = room(book, change);
        model.range_clear_contents(&Area { sheet, row, column, width: 1, height: 1 }).expect("a cell to clear");
    }
    found
}

/// Writes another figure of an input.
pub(crate) fn put(example: &Example, model: &mut ironcalc::base::Model, input: &str, value: f64) {
    let quantity = example.model.find_quantity(input).expect("an input");
    let change = Change { quantity, cell: 0, value };
    let (book, _) = book::with_book(example);
    let (sheet, row, column) = room(book, &change);
    model.set_user_input(sheet, row, column, word(example, &change)).expect("a cell to write to");
}

/// The cell for another figure.
fn room(book: &Book, change: &Change) -> written::Key {
    room_of(book, change.quantity, change.cell)
}

/// The same by quantity and cell.
pub(crate) fn room_of(book: &Book, quantity: QuantityId, cell: usize) -> written::Key {
    let is_room = |id: &BlockId| {
        let block = book.block(*id);
        block.role == Role::Override && block.quantity == Some(quantity) && block.place.is_some()
    };
    let block = book.block_ids().find(is_room).expect("there is room for another figure");
    position(book, block, cell)
}

/// What a user would write there.
fn word(example: &Example, change: &Change) -> String {
    match &example.model.quantity(change.quantity).kind {
        _ if change.value.is_nan() => "a lot".to_owned(),
        Kind::YesNo => if change.value == 1.0 { "yes" } else { "no" }.to_owned(),
        Kind::Member(dimension) => example.inputs.members_of(*dimension).labels[change.value as usize].clone(),
        _ => format!("{:?}", change.value),
    }
}

fn change_inputs(inputs: &mut Inputs, change: &Change) {
    let array: &mut Arc<Array> = inputs.arrays[change.quantity.0 as usize].as_mut().expect("it has values");
    Arc::make_mut(array).cells[change.cell] = change.value;
    if change.value.is_nan() {
        inputs.unreadable.insert((change.quantity, change.cell), "a lot".into());
    }
}

pub(crate) fn position(book: &Book, block: BlockId, cell: usize) -> written::Key {
    let own = book.block(block);
    let place = own.place.expect("it is placed");
    let mut rest = cell;
    let mut at = vec![0; own.shape.len()];
    for axis in (0..own.shape.len()).rev() {
        at[axis] = rest % own.shape[axis];
        rest /= own.shape[axis];
    }
    let column = own.across.map_or(0, |across| at[across]);
    (
        (place.sheet + sg3_live::PAGES_BEFORE) as u32,
        (place.row as usize + own.row_of(&at) + 1) as i32,
        (place.column as usize + column + 1) as i32,
    )
}

/// As a cell has it: members by number.
fn shown(example: &Example, id: QuantityId, value: f64) -> f64 {
    match &example.model.quantity(id).kind {
        Kind::Member(dimension) if !value.is_nan() => {
            let numbered = example.model.dimension(*dimension).is_numbered();
            if numbered { example.inputs.members_of(*dimension).numbers[value as usize] } else { value + 1.0 }
        }
        _ => value,
    }
}
