//! The options of the model: what is in force, what was delivered, and where to choose otherwise.

use super::{LABEL, VALUE};
use crate::live::book::{Block, BlockId, Role};
use crate::live::draw::pen::{Comes, Pen};
use crate::live::draw::{Canvas, address};
use rust_xlsxwriter::XlsxError;
use sg3_lang::model::{DimensionId, Kind, Members};

/// Draws them from a row on, and gives the row after.
pub fn draw(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let options: Vec<BlockId> = options(canvas).collect();
    if options.is_empty() {
        return Ok(top);
    }
    pen.words(top, LABEL, "Options", &canvas.styles.subtitle)?;
    pen.heading(top + 1, LABEL, &["Option", "In force", "As delivered", "", "To choose"])?;
    let mut row = top + 2;
    for id in options {
        option(pen, row, id)?;
        row += 1;
    }
    Ok(row)
}

/// Inputs without axes that choose.
fn options(canvas: &Canvas) -> impl Iterator<Item = BlockId> {
    let model = canvas.material.model;
    model.inputs().filter(|(_, quantity, _)| quantity.axes.is_empty()).filter_map(move |(id, quantity, _)| {
        let chooses = match quantity.kind {
            Kind::Member(dimension) => matches!(model.dimension(dimension).members, Members::Listed(_)),
            Kind::YesNo => true,
            _ => false,
        };
        canvas.book.of_quantity(id).filter(|block| chooses && canvas.book.block(*block).place.is_some())
    })
}

fn option(pen: &mut Pen, row: u32, id: BlockId) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(id);
    pen.words(row, LABEL, &block.title, &canvas.styles.label)?;
    let (text, words) = in_force(canvas, block);
    pen.formula((row, VALUE), &text, comes(words.clone()), &canvas.styles.answer_words)?;
    pen.words(row, VALUE + 1, &words.unwrap_or_default(), &canvas.styles.label)?;
    let room = canvas.book.block_ids().map(|other| canvas.book.block(other));
    let room = room
        .filter(|other| other.role == Role::Override && other.helps == Some(id))
        .find(|other| other.place.is_some());
    match room {
        Some(room) => {
            let to = canvas.cell(room, 0, 0).replace('$', "");
            pen.link(row, VALUE + 3, &to, "→ choose here")
        }
        None => Ok(()),
    }
}

fn comes(words: Option<String>) -> Comes {
    words.map_or(Comes::Number(f64::NAN), Comes::Words)
}

/// The word of the option in force: a formula, and what it comes to.
fn in_force(canvas: &Canvas, block: &Block) -> (String, Option<String>) {
    let cell = canvas.cell(block, 0, 0);
    match block.kind {
        Kind::Member(dimension) => (word(canvas, dimension, &cell), chosen(canvas, dimension, block.values[0])),
        _ => {
            let said = [(1.0, "yes"), (0.0, "no")].into_iter().find(|(value, _)| *value == block.values[0]);
            (format!("IF({cell}=1,\"yes\",\"no\")"), said.map(|(_, word)| word.to_owned()))
        }
    }
}

fn word(canvas: &Canvas, dimension: DimensionId, cell: &str) -> String {
    let Some(list) = canvas.book.lists.iter().find(|list| list.dimension == dimension) else {
        return "NA()".to_owned();
    };
    let range = |column| {
        format!(
            "Members!{}:{}",
            address::fixed(list.first_row, column),
            address::fixed(list.first_row + list.count - 1, column)
        )
    };
    format!("INDEX({},MATCH({cell},{},0))", range(2), range(1))
}

fn chosen(canvas: &Canvas, dimension: DimensionId, value: f64) -> Option<String> {
    let count = canvas.material.inputs.members_of(dimension).len();
    let position = (0..count).find(|position| canvas.number(dimension, *position) == value)?;
    Some(canvas.word(dimension, position).to_owned())
}
