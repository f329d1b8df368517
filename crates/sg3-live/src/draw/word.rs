//! Members by their words, where formulas know them by number.

use super::pen::Comes;
use super::{Canvas, address};
use crate::book::block::Block;
use crate::print::{LIST_NUMBER, LIST_WORD, LISTS};
use sg3_lang::model::{DimensionId, Kind};

/// A formula for what people see of a cell, and what it comes to: the word of a member, else the figure itself.
pub fn shown(canvas: &Canvas, block: &Block, cell: &str, value: f64) -> (String, Comes) {
    let Kind::Member(dimension) = block.kind else { return (cell.to_owned(), Comes::Number(value)) };
    let Some((words, numbers)) = lists(canvas, dimension) else { return (cell.to_owned(), Comes::Number(value)) };
    (format!("INDEX({words},MATCH({cell},{numbers},0))"), comes(canvas, dimension, value))
}

/// The word of the member of a number.
fn comes(canvas: &Canvas, dimension: DimensionId, value: f64) -> Comes {
    let count = canvas.material.inputs.members_of(dimension).len();
    let position = (0..count).find(|position| canvas.number(dimension, *position) == value);
    position.map_or(Comes::Number(f64::NAN), |position| Comes::Words(canvas.word(dimension, position).to_owned()))
}

/// Where the words of members stand, and their numbers.
fn lists(canvas: &Canvas, dimension: DimensionId) -> Option<(String, String)> {
    let list = canvas.book.lists.iter().find(|list| list.dimension == dimension)?;
    let range = |column| {
        let last = list.first_row + list.count - 1;
        format!("{LISTS}!{}:{}", address::fixed(list.first_row, column), address::fixed(last, column))
    };
    Some((range(LIST_WORD), range(LIST_NUMBER)))
}
