//! The results that matter, in the year, currency and scale that the user has chosen.

use super::columns::{
    CURRENCY_ROW, LABEL, LABEL_WIDTH, LAST_SCALE_ROW, LIST, RATE_ROW, SCALE_ROW, SCALES, VALUE, YEAR_ROW,
};
use super::display::opening_scale;
use crate::book::Block;
use crate::book::blank::NOT_COUNTED;
use crate::book::stored_layout::WorkbookVersion;
use crate::draw::address::fixed;
use crate::draw::cached_value::CachedValue;
use crate::draw::canvas::Canvas;
use crate::draw::cell_style::CellStyle;
use crate::draw::display::unscaled;
use crate::draw::pen::Pen;
use crate::draw::results::result_table::ResultTable;
use crate::draw::row_units::{row_unit, unit_in_money};
use crate::draw::writer::XlsxError;
use sg3_calc::present::unit;
use sg3_lang::Base;
use sg3_lang::model::{DimensionId, Kind};

/// More rows of a result than this are left to the sheet of results.
const MOST_ROWS: usize = 8;
/// More rows in all are no headlines.
const MOST_IN_ALL: usize = 30;

/// Draws them from a row on, and gives the row after.
pub(super) fn draw_headlines(
    pen: &mut Pen,
    top: u32,
    tables: &[ResultTable],
    time: Option<DimensionId>,
) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(top, LABEL, "Results", &canvas.styles.subtitle)?;
    pen.write_heading(top + 1, LABEL, &["Result", "Unit", "Now", "As delivered", "Change, %"])?;
    let first = top + 2;
    let mut row = first;
    for table in choose(canvas, tables, time) {
        let block = canvas.book.block(table.block);
        for line in 0..block.rows() {
            draw_headline(pen, row, table, line)?;
            row += 1;
        }
    }
    pen.write_link(row, LABEL, "Results!A1", "→ all results")?;
    Ok(row + 1)
}

/// What the model calls headlines, all of it; of a model that names none, tariffs and then other results of a few numbers.
fn choose<'t>(canvas: &Canvas, tables: &'t [ResultTable], time: Option<DimensionId>) -> Vec<&'t ResultTable> {
    let block = |table: &ResultTable| canvas.book.block(table.block);
    let named = tables.iter().filter(|table| is_named(canvas, block(table)) && fits(block(table), time));
    let named: Vec<&ResultTable> = named.collect();
    if !named.is_empty() {
        return named;
    }
    let (tariffs, others): (Vec<&ResultTable>, Vec<&ResultTable>) =
        tables.iter().partition(|table| is_tariff(block(table)));
    let mut rows = 0;
    let few = tariffs.into_iter().chain(others).filter(|table| {
        let more = block(table).rows();
        let is_chosen = is_headline(block(table), time) && rows + more <= MOST_IN_ALL;
        rows += if is_chosen { more } else { 0 };
        is_chosen
    });
    few.collect()
}

/// Whether the model names the result as one that the decision is about; workbooks of the first version knew none.
fn is_named(canvas: &Canvas, block: &Block) -> bool {
    let is_headline = block.quantity.is_some_and(|id| canvas.material.model.quantity(id).headline);
    is_headline && canvas.material.version != WorkbookVersion::First
}

/// Whether each row is one number, or one in each year.
fn fits(block: &Block, time: Option<DimensionId>) -> bool {
    let in_time = block.across.map(|axis| block.axes[axis].dimension) == time;
    matches!(block.kind, Kind::Number(_)) && (block.across.is_none() || in_time)
}

/// Whether a result is a few numbers, or a few in each year.
fn is_headline(block: &Block, time: Option<DimensionId>) -> bool {
    fits(block, time) && block.rows() <= MOST_ROWS
}

fn draw_headline(pen: &mut Pen, row: u32, table: &ResultTable, line: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(table.block);
    let member = canvas.row_label(block, &block.place_of(line, 0));
    let label = if member.is_empty() { block.title.clone() } else { format!("{} · {member}", block.title) };
    pen.write_mark(row, CellStyle::Result)?;
    pen.write_label(row, LABEL, &label, LABEL_WIDTH)?;
    draw_unit(pen, row, block, line)?;
    draw_figures(pen, row, table, line)?;
    draw_change(pen, row, table, line)
}

/// Of money in the name and the scale of the currency that the user has chosen.
fn draw_unit(pen: &mut Pen, row: u32, block: &Block, line: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let place = block.place_of(line, 0);
    if !is_amount(canvas, block) {
        return pen.write_words(row, VALUE, &row_unit(canvas, block, &place), &canvas.styles.unit);
    }
    let unit = unit_in_money(canvas, block, &place, unscaled(canvas.display(block)));
    let unit = if canvas.currency().is_some() { unit.replace("real_money", "real money") } else { unit };
    let unit = canvas.translate_unit(&unit);
    let words = shown_amount(canvas, &unit);
    let (scale, currency) = (fixed(SCALE_ROW, VALUE), fixed(CURRENCY_ROW, VALUE));
    let plain = fixed(YEAR_ROW, LIST);
    let text = format!("IF({scale}={plain},\"\",{scale}&\" \")&SUBSTITUTE(\"{unit}\",\"money\",{currency})");
    pen.write_formula((row, VALUE), &text, CachedValue::Text(words), &canvas.styles.unit)
}

/// The unit in the currency of the data and the scale that the sheet opens with.
fn shown_amount(canvas: &Canvas, unit: &str) -> String {
    let (scale, _) = opening_scale(canvas);
    let prefix = if scale == SCALES[0].0 { String::new() } else { format!("{} ", canvas.translate_briefly(scale)) };
    let money = canvas.translate_briefly("money");
    prefix + &unit.replace(&money, canvas.currency().unwrap_or(&money))
}

/// The figure as it is now, and as it was delivered.
fn draw_figures(pen: &mut Pen, row: u32, table: &ResultTable, line: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(table.block);
    let (last, is_amount, values) = (block.columns() - 1, is_amount(canvas, block), block.row_values(line));
    let now = chosen((table.now(line, 0), table.now(line, last)), is_amount);
    let was = chosen((table.delivered(line, 0), table.delivered(line, last)), is_amount);
    let [now_format, was_format] = [CellStyle::Result, CellStyle::Calculation].map(|style| {
        if is_amount {
            let scaled: Vec<f64> = values.iter().map(|value| value / opening_scale(canvas).1).collect();
            let display = unscaled(canvas.display(block));
            canvas.styles.cell(canvas.material.model, block, style, (&scaled, display))
        } else {
            canvas.cell_format(block, style, &values)
        }
    });
    let value = CachedValue::Number(if is_amount { values[0] / opening_scale(canvas).1 } else { values[0] });
    // what was missing is a dash, which an amount cannot be divided from
    let is_dash = values[0].is_nan() && !is_amount;
    let was_value = if is_dash { CachedValue::Text(NOT_COUNTED.to_owned()) } else { value.clone() };
    pen.write_formula((row, VALUE + 1), &now, value, &now_format)?;
    pen.write_formula((row, VALUE + 2), &was, was_value, &was_format)
}

fn draw_change(pen: &mut Pen, row: u32, table: &ResultTable, line: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let last = canvas.book.block(table.block).columns() - 1;
    let change = chosen((table.change(line, 0), table.change(line, last)), false);
    let was = chosen((table.delivered(line, 0), table.delivered(line, last)), false);
    let share = format!("IF({change}=0,0,IF({was}=0,\"from 0\",{change}/ABS({was})))");
    let text = format!("IF(ISNUMBER({change}),{share},{change})");
    pen.write_formula((row, VALUE + 3), &text, CachedValue::Number(0.0), &canvas.styles.change_share)?;
    canvas.styles.show_change(pen.page, (row, VALUE + 3))
}

/// The figure of the chosen year, in the chosen money; from the cell of the first year to that of the last.
fn chosen((first, last): ((u32, u16), (u32, u16)), is_amount: bool) -> String {
    let cell = format!("Results!{}", fixed(first.0, first.1));
    let figure = if first == last {
        cell
    } else {
        format!("INDEX({cell}:{},{})", fixed(last.0, last.1), fixed(YEAR_ROW, VALUE + 1))
    };
    if is_amount { format!("{figure}/{}/{}", fixed(RATE_ROW, VALUE), chosen_scale()) } else { figure }
}

/// How many units of money are shown as one.
fn chosen_scale() -> String {
    let [words, units] =
        [LIST, LIST + 1].map(|column| format!("{}:{}", fixed(YEAR_ROW, column), fixed(LAST_SCALE_ROW, column)));
    format!("INDEX({units},MATCH({},{words},0))", fixed(SCALE_ROW, VALUE))
}

/// Whether it is what something costs: money for something other than a time.
fn is_tariff(block: &Block) -> bool {
    let Kind::Number(unit) = &block.kind else { return false };
    unit.factors().any(|(base, exponent)| exponent == 1 && is_money(base))
        && unit.factors().any(|(base, exponent)| exponent < 0 && !is_time(base))
}

fn is_money(base: &Base) -> bool {
    matches!(base, Base::Named(name) if name.ends_with("money"))
}

fn is_time(base: &Base) -> bool {
    matches!(base, Base::Named(name) if ["year", "month", "day"].contains(&&**name))
}

/// Whether it is an amount of money, which may be shown in thousands.
fn is_amount(canvas: &Canvas, block: &Block) -> bool {
    block.quantity.is_some_and(|id| unit::is_amount(canvas.material.model.quantity(id)))
}
