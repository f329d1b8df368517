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
use crate::draw::row_units::{cell_unit, unit_in_money};
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
        for figure in list_figures(canvas.book.block(table.block), time) {
            draw_headline(pen, row, table, figure)?;
            row += 1;
        }
    }
    pen.write_link(row, LABEL, "Results!A1", "→ all results")?;
    Ok(row + 1)
}

/// How many formulas they have.
pub(super) fn count_formulas(canvas: &Canvas, tables: &[ResultTable], time: Option<DimensionId>) -> usize {
    let blocks = choose(canvas, tables, time).into_iter().map(|table| canvas.book.block(table.block));
    blocks.map(|block| list_figures(block, time).len() * (3 + usize::from(is_amount(canvas, block)))).sum()
}

/// A figure of a table of results: its row, and the column, or the columns of the years of which one is chosen.
#[derive(Debug, Clone, Copy)]
struct ShownFigure {
    line: usize,
    first: usize,
    last: usize,
}

/// One figure for each row in years, else one for each cell.
fn list_figures(block: &Block, time: Option<DimensionId>) -> Vec<ShownFigure> {
    let columns = block.columns();
    let in_years = goes_in_years(block, time);
    let of_line = |line: usize| {
        let each = (0..columns).map(move |column| ShownFigure { line, first: column, last: column });
        let whole = [ShownFigure { line, first: 0, last: columns - 1 }];
        if in_years { whole.to_vec() } else { each.collect() }
    };
    (0..block.rows()).flat_map(of_line).collect()
}

/// Whether its columns are the years of the model.
fn goes_in_years(block: &Block, time: Option<DimensionId>) -> bool {
    block.across.is_some_and(|axis| Some(block.axes[axis].dimension) == time)
}

/// What the model calls headlines, all of it; of a model that names none, tariffs and then other results of a few numbers.
fn choose<'t>(canvas: &Canvas, tables: &'t [ResultTable], time: Option<DimensionId>) -> Vec<&'t ResultTable> {
    let block = |table: &ResultTable| canvas.book.block(table.block);
    let is_shown = |block: &Block| fits(block, time) || has_few_numbers(block);
    let named = tables.iter().filter(|table| is_named(canvas, block(table)) && is_shown(block(table)));
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
    matches!(block.kind, Kind::Number(_)) && (block.across.is_none() || goes_in_years(block, time))
}

/// Whether each of its numbers can have a row of its own.
fn has_few_numbers(block: &Block) -> bool {
    matches!(block.kind, Kind::Number(_)) && block.rows() * block.columns() <= MOST_IN_ALL
}

/// Whether a result is a few numbers, or a few in each year.
fn is_headline(block: &Block, time: Option<DimensionId>) -> bool {
    fits(block, time) && block.rows() <= MOST_ROWS
}

fn draw_headline(pen: &mut Pen, row: u32, table: &ResultTable, figure: ShownFigure) -> Result<(), XlsxError> {
    let block = pen.canvas.book.block(table.block);
    pen.write_mark(row, CellStyle::Result)?;
    pen.write_label(row, LABEL, &name_figure(pen.canvas, block, figure), LABEL_WIDTH)?;
    draw_unit(pen, row, block, figure)?;
    draw_figures(pen, row, table, figure)?;
    draw_change(pen, row, table, figure)
}

/// The result with the members of the row, and of the column where each has a row of its own here.
fn name_figure(canvas: &Canvas, block: &Block, figure: ShownFigure) -> String {
    let place = block.place_of(figure.line, figure.first);
    let row = canvas.row_label(block, &place);
    let is_one = figure.first == figure.last && block.columns() > 1;
    let column = block.across.filter(|_| is_one).map(|axis| canvas.label(block.axes[axis].dimension, place[axis]));
    let parts = [&*block.title, &*row, column.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Of money in the name and the scale of the currency that the user has chosen.
fn draw_unit(pen: &mut Pen, row: u32, block: &Block, figure: ShownFigure) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let place = block.place_of(figure.line, figure.first);
    if !is_amount(canvas, block) {
        return pen.write_words(row, VALUE, &cell_unit(canvas, block, &place), &canvas.styles.unit);
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
fn draw_figures(pen: &mut Pen, row: u32, table: &ResultTable, figure: ShownFigure) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(table.block);
    let ShownFigure { line, first, last } = figure;
    let is_amount = is_amount(canvas, block);
    let values = block.row_values(line)[first..=last].to_vec();
    let now = chosen((table.now(line, first), table.now(line, last)), is_amount);
    let was = chosen((table.delivered(line, first), table.delivered(line, last)), is_amount);
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

fn draw_change(pen: &mut Pen, row: u32, table: &ResultTable, figure: ShownFigure) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let ShownFigure { line, first, last } = figure;
    let change = chosen((table.change(line, first), table.change(line, last)), false);
    let was = chosen((table.delivered(line, first), table.delivered(line, last)), false);
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
