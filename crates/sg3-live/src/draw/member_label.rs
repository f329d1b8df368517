//! Members by their words, where formulas know them by number.

use super::address::member_list;
use super::cached_value::CachedValue;
use super::canvas::Canvas;
use crate::book::Block;
use crate::book::stored_layout::members;
use sg3_lang::model::{DimensionId, Kind};

/// A formula for what people see of a cell, and what it evaluates to: the word of a member, else the figure itself.
pub(super) fn displayed(canvas: &Canvas, block: &Block, cell: &str, value: f64) -> (String, CachedValue) {
    if let Kind::Member(dimension) = block.kind
        && let Some(list) = canvas.book.list(dimension)
    {
        let (words, numbers) = (member_list(list, members::WORD), member_list(list, members::NUMBER));
        return (format!("INDEX({words},MATCH({cell},{numbers},0))"), word_of(canvas, dimension, value));
    }
    (cell.to_owned(), CachedValue::Number(value))
}

/// The word of the member of a number.
fn word_of(canvas: &Canvas, dimension: DimensionId, number: f64) -> CachedValue {
    match canvas.numbers.position(dimension, number) {
        Some(position) => CachedValue::Text(canvas.choice_label(dimension, position).to_owned()),
        None => CachedValue::Number(f64::NAN),
    }
}
