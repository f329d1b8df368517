//! The results that matter, in the year, currency and scale that the user has chosen.

use super::{LABEL, LIST, SCALES, VALUE};
use crate::book::block::Block;
use crate::draw::block::values_of;
use crate::draw::pen::{Comes, Pen};
use crate::draw::results::table::Table;
use crate::draw::style::Look;
use crate::draw::{Canvas, address, heading};
use rust_xlsxwriter::XlsxError;
use sg3_calc::present::unit;
use sg3_lang::Base;
use sg3_lang::model::{DimensionId, Kind};

/// More rows of a result than this are left to the sheet of results.
const MOST_ROWS: usize = 8;

/// More rows in all are no headlines.
const MOST_IN_ALL: usize = 30;

/// How results are shown, and from which row on it is said so.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub time: Option<DimensionId>,
    pub row: u32,
}

/// The dimension of time along which results go, with how many members it has.
pub fn time(canvas: &Canvas, tables: &[Table]) -> Option<(DimensionId, usize)> {
    tables.iter().find_map(|table| {
        let block = canvas.book.block(table.block);
        let across = block.across?;
        let dimension = block.axes[across].dimension;
        canvas.material.model.dimension(dimension).step.is_some().then_some((dimension, block.shape[across]))
    })
}

/// Draws them from a row on, and gives the row after.
pub fn draw(pen: &mut Pen, top: u32, tables: &[Table], shown: &Shown) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    pen.words(top, LABEL, "Results", &canvas.styles.subtitle)?;
    pen.heading(top + 1, LABEL, &["Result", "Unit", "Now", "As delivered", "Change, %"])?;
    let mut row = top + 2;
    let is_tariff = |table: &&Table| is_tariff(canvas.book.block(table.block));
    let (tariffs, others): (Vec<&Table>, Vec<&Table>) = tables.iter().partition(is_tariff);
    for table in tariffs.into_iter().chain(others) {
        let block = canvas.book.block(table.block);
        let in_time = block.across.map(|axis| block.axes[axis].dimension) == shown.time;
        let is_number = matches!(block.kind, Kind::Number(_));
        let is_short = is_number && block.rows() <= MOST_ROWS && (block.across.is_none() || in_time);
        if !is_short || row + block.rows() as u32 > top + 2 + MOST_IN_ALL as u32 {
            continue;
        }
        for line in 0..block.rows() {
            result(pen, row, table, line, shown)?;
            row += 1;
        }
    }
    pen.link(row, LABEL, "Results!A1", "→ all results")?;
    Ok(row + 1)
}

fn result(pen: &mut Pen, row: u32, table: &Table, line: usize, shown: &Shown) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(table.block);
    let at = block.place_of(line, 0);
    let member = canvas.row_label(block, &at);
    let label = if member.is_empty() { block.title.clone() } else { format!("{} · {member}", block.title) };
    pen.mark(row, Look::Result)?;
    pen.label(row, LABEL, &label, super::LABEL_WIDTH)?;
    let unit = heading::unit_of(canvas, block, &at);
    let is_amount = is_amount(canvas, block);
    unit_shown(pen, row, &unit, is_amount, shown)?;
    let value = block.values[block.cell_of(&at)];
    let values = values_of(block, line);
    let format = canvas.styles.cell(canvas.material.model, block, Look::Result, &values);
    let plain = canvas.styles.cell(canvas.material.model, block, Look::Calculation, &values);
    let places = [
        (table.now(line, 0), table.now(line, block.columns() - 1)),
        (table.delivered(line, 0), table.delivered(line, block.columns() - 1)),
    ];
    for (column, ((first, last), format)) in (VALUE + 1..).zip(places.into_iter().zip([&format, &plain])) {
        let text = picked(first, last, is_amount, shown);
        let comes = match value.is_nan() && column > VALUE + 1 {
            true if is_amount => Comes::Number(value),
            true => Comes::Words(crate::book::NOT_COUNTED.to_owned()),
            false => Comes::Number(value),
        };
        pen.formula((row, column), &text, comes, format)?;
    }
    let last = block.columns() - 1;
    let change = picked(table.change(line, 0), table.change(line, last), false, shown);
    let was = picked(table.delivered(line, 0), table.delivered(line, last), false, shown);
    let share = format!("IF({change}=0,0,IF({was}=0,\"from 0\",{change}/ABS({was})))");
    let text = format!("IF(ISNUMBER({change}),{share},{change})");
    pen.formula((row, VALUE + 3), &text, Comes::Number(0.0), &canvas.styles.change_share)?;
    canvas.styles.show_change(pen.page, (row, VALUE + 3))
}

/// The figure of the chosen year, in the chosen money.
fn picked(first: (u32, u16), last: (u32, u16), is_money: bool, shown: &Shown) -> String {
    let cell = format!("Results!{}", address::fixed(first.0, first.1));
    let figure = match first == last {
        true => cell,
        false => format!("INDEX({cell}:{},{})", address::fixed(last.0, last.1), address::fixed(shown.row, VALUE + 1)),
    };
    match is_money {
        true => format!("{figure}/{}/{}", address::fixed(shown.row + 2, VALUE), scale(shown)),
        false => figure,
    }
}

/// How many units of money are shown as one.
fn scale(shown: &Shown) -> String {
    let last = shown.row + SCALES.len() as u32 - 1;
    let list = |column| format!("{}:{}", address::fixed(shown.row, column), address::fixed(last, column));
    format!("INDEX({},MATCH({},{},0))", list(LIST + 1), address::fixed(shown.row + 3, VALUE), list(LIST))
}

fn unit_shown(pen: &mut Pen, row: u32, unit: &str, is_money: bool, shown: &Shown) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    if !is_money {
        return pen.words(row, VALUE, unit, &canvas.styles.unit);
    }
    let (scale, currency) = (address::fixed(shown.row + 3, VALUE), address::fixed(shown.row + 1, VALUE));
    let plain = address::fixed(shown.row, LIST);
    let text = format!("IF({scale}={plain},\"\",{scale}&\" \")&SUBSTITUTE(\"{unit}\",\"money\",{currency})");
    pen.formula((row, VALUE), &text, Comes::Words(unit.to_owned()), &canvas.styles.unit)
}

/// Whether it is what something costs: money for something other than a time.
fn is_tariff(block: &Block) -> bool {
    let is_thing = |(base, exponent): (&Base, i32)| match base {
        Base::Named(name) => exponent < 0 && !["year", "month", "day"].contains(&&**name),
        _ => exponent < 0,
    };
    let money =
        |(base, exponent): (&Base, i32)| matches!(base, Base::Named(name) if name.ends_with("money")) && exponent == 1;
    matches!(&block.kind, Kind::Number(unit) if unit.factors().any(money) && unit.factors().any(is_thing))
}

/// Whether it is an amount of money, which may be shown in thousands.
fn is_amount(canvas: &Canvas, block: &Block) -> bool {
    block.quantity.is_some_and(|id| unit::is_amount(canvas.material.model.quantity(id)))
}
