//! One result: its title, what it is made of, and its figures now, as delivered, and their change.

use super::columns::{LABEL, UNIT, VALUES};
use super::components::draw_components;
use super::result_table::ResultTable;
use super::row_label::{axes_of_rows, row_label};
use crate::book::Block;
use crate::book::blank::NOT_COUNTED;
use crate::book::stored_layout::about::TOLERANCE;
use crate::draw::address;
use crate::draw::cached_value::CachedValue;
use crate::draw::canvas::Canvas;
use crate::draw::cell::write_delivered;
use crate::draw::cell_style::CellStyle;
use crate::draw::member_label::displayed;
use crate::draw::pen::Pen;
use crate::draw::row_units::{has_units_by_row, row_unit};
use crate::draw::widths::{LABEL_WIDTH, VALUE_WIDTH};
use crate::draw::writer::{Format, XlsxError};
use sg3_calc::tolerance;
use sg3_lang::model::Kind;
use sg3_workbook::write::text;

const WAS_MISSING: &str = "was missing";
const IS_MISSING: &str = "is missing";
/// The column, beside the title, of the size from which on changes are shown.
const NOISE: u16 = VALUES + 2;
/// More results than this are not looked at for the largest in a unit.
const MOST_ALIKE: usize = 50;

/// How figures are formatted: all of them alike, or those of a row where each has a unit of its own.
struct FigureFormats {
    now: Format,
    delivered: Format,
    change: Format,
}

impl FigureFormats {
    fn of(canvas: &Canvas, block: &Block, values: &[f64]) -> FigureFormats {
        FigureFormats {
            now: canvas.cell_format(block, CellStyle::Result, values),
            delivered: canvas.cell_format(block, CellStyle::Calculation, values),
            change: canvas.change_format(block, values),
        }
    }
}

/// Draws a result; `tables` are all results, against which its changes are measured.
pub(super) fn draw_table(pen: &mut Pen, table: &ResultTable, tables: &[ResultTable]) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let block = canvas.book.block(table.block);
    pen.write_words(table.top(), LABEL, &title(canvas, block), &canvas.styles.subtitle)?;
    draw_components(pen, table.top() + 1, block)?;
    draw_headings(pen, table, block)?;
    let mut formats = FigureFormats::of(canvas, block, &block.values);
    let by_row = has_units_by_row(canvas, block);
    let is_word = matches!(block.kind, Kind::Member(_));
    if !is_word {
        draw_noise(pen, table, tables)?;
    }
    for row in 0..block.rows() {
        if by_row {
            formats = FigureFormats::of(canvas, block, &block.row_values(row));
        }
        draw_labels(pen, table, block, row)?;
        for column in 0..block.columns() {
            draw_figures(pen, table, block, &formats, row, column)?;
        }
    }
    let (first, last) = (table.change(0, 0), table.change(block.rows() - 1, block.columns() - 1));
    let beside = u16::from(!table.goes_across && !is_word);
    canvas.styles.show_changes(pen.page, first, (last.0, last.1 + beside))
}

/// The title, with the members that all figures have in common: the one year of a statement.
fn title(canvas: &Canvas, block: &Block) -> String {
    let common = (0..block.axes.len()).filter(|axis| block.shape[*axis] == 1);
    let common = common.map(|axis| canvas.label(block.axes[axis].dimension, 0));
    [&*block.title].into_iter().chain(common).collect::<Vec<_>>().join(" · ")
}

fn draw_headings(pen: &mut Pen, table: &ResultTable, block: &Block) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let labels: Vec<&str> =
        axes_of_rows(block).map(|axis| &*canvas.material.model.dimension(block.axes[axis].dimension).label).collect();
    let labels = labels.join(" · ");
    let Some(across) = block.across.filter(|_| table.goes_across) else {
        let headings = [&*labels, "Unit", "Now", "As delivered", "Change", "Change, %"];
        return pen.write_heading(table.heading(), LABEL, &headings);
    };
    for (band, word) in (0..).zip(["Now", "As delivered", "Change"]) {
        let row = table.heading() + band * (table.rows + 1);
        let word = canvas.translate(word);
        let label = if labels.is_empty() { word } else { format!("{word} · {labels}") };
        pen.write_verbatim(row, LABEL, &label, &canvas.styles.heading_of_words)?;
        pen.write_words(row, UNIT, "Unit", &canvas.styles.heading_of_words)?;
        draw_members_across(pen, row, block, across, text::count_lines(&label, LABEL_WIDTH - 4.0))?;
    }
    Ok(())
}

/// The row is as high as the longest member, and has at least so many lines.
fn draw_members_across(
    pen: &mut Pen,
    row: u32,
    block: &Block,
    across: usize,
    least_lines: usize,
) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let dimension = block.axes[across].dimension;
    let members = (0..block.columns()).map(|at| canvas.label(dimension, at));
    let lines = members.map(|label| text::count_lines(label, VALUE_WIDTH - 1.0)).max().unwrap_or(1).max(least_lines);
    pen.page.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    for position in 0..block.columns() {
        let member = canvas.label(dimension, position);
        pen.write_verbatim(row, VALUES + position as u16, member, &canvas.styles.heading)?;
    }
    Ok(())
}

fn draw_labels(pen: &mut Pen, table: &ResultTable, block: &Block, row: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let at = block.place_of(row, 0);
    let label = row_label(canvas, block, &at);
    let unit = row_unit(canvas, block, &at);
    let mut rows = vec![table.now(row, 0).0, table.delivered(row, 0).0, table.change(row, 0).0];
    rows.dedup();
    for line in rows {
        pen.write_mark(line, CellStyle::Result)?;
        pen.write_label(line, LABEL, &label, LABEL_WIDTH)?;
        pen.write_verbatim(line, UNIT, &unit, &canvas.styles.unit)?;
    }
    Ok(())
}

fn draw_figures(
    pen: &mut Pen,
    table: &ResultTable,
    block: &Block,
    formats: &FigureFormats,
    row: usize,
    column: usize,
) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let was = table.delivered(row, column);
    let (text, cached) = displayed(canvas, block, &canvas.cell(block, row, column), block.value_at(row, column));
    pen.write_formula(table.now(row, column), &text, cached.clone(), &formats.now)?;
    match cached {
        CachedValue::Text(words) => pen.write_verbatim(was.0, was.1, &words, &formats.delivered)?,
        CachedValue::Number(value) => write_delivered(pen.page, was, value, &formats.delivered)?,
    }
    draw_change(pen, table, block, &formats.change, row, column)
}

/// From which size on changes are shown, beside the title: less, measured by the largest result in the same unit, is what engines
/// differ by in the last digits, however small what is left of large amounts may be.
fn draw_noise(pen: &mut Pen, table: &ResultTable, tables: &[ResultTable]) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let kind = &canvas.book.block(table.block).kind;
    let others =
        tables.iter().filter(|other| other.block != table.block && canvas.book.block(other.block).kind == *kind);
    let alike: Vec<&ResultTable> = [table].into_iter().chain(others.take(MOST_ALIKE)).collect();
    let ranges = alike.iter().map(|table| delivered_range(canvas, table));
    let ranges = ranges.map(|all| format!("MAX({all}),-MIN({all})")).collect::<Vec<_>>().join(",");
    let values = alike.iter().flat_map(|table| &canvas.book.block(table.block).values);
    let largest = values.filter(|value| value.is_finite()).fold(0.0, |most, value| value.abs().max(most));
    let cached = CachedValue::Number(tolerance::TOLERANCE * largest);
    pen.write_formula((table.top(), NOISE), &format!("{TOLERANCE}*MAX(0,{ranges})"), cached, &canvas.styles.noise)
}

/// The cells of a result as it was delivered.
fn delivered_range(canvas: &Canvas, table: &ResultTable) -> String {
    let block = canvas.book.block(table.block);
    let (first, last) = (table.delivered(0, 0), table.delivered(block.rows() - 1, block.columns() - 1));
    format!("{}:{}", address::moving(first.0, first.1), address::moving(last.0, last.1))
}

/// What has changed; zero where engines differ in the last digits.
fn draw_change(
    pen: &mut Pen,
    table: &ResultTable,
    block: &Block,
    format: &Format,
    row: usize,
    column: usize,
) -> Result<(), XlsxError> {
    let [now, was, change] = [table.now(row, column), table.delivered(row, column), table.change(row, column)];
    let [now_cell, was_cell, change_cell] = [now, was, change].map(|(row, column)| address::moving(row, column));
    let is_word = matches!(block.kind, Kind::Member(_));
    let (difference, is_known) = if is_word {
        (format!("IF({now_cell}={was_cell},0,\"changed\")"), format!("{was_cell}<>\"{NOT_COUNTED}\""))
    } else {
        let noise = address::fixed(table.top(), NOISE);
        let difference = format!("IF(ABS({now_cell}-{was_cell})<={noise},0,{now_cell}-{was_cell})");
        (difference, format!("ISNUMBER({was_cell})"))
    };
    let missing = format!("IF({is_known},\"{IS_MISSING}\",0)");
    let there = format!("IF({is_known},{difference},\"{WAS_MISSING}\")");
    pen.write_formula(change, &format!("IF(ISERROR({now_cell}),{missing},{there})"), CachedValue::Number(0.0), format)?;
    if table.goes_across || is_word {
        return Ok(());
    }
    draw_share_of_change(pen, change, &change_cell, &was_cell)
}

/// Beside a change, as a share of what was delivered.
fn draw_share_of_change(pen: &mut Pen, change: (u32, u16), cell: &str, was: &str) -> Result<(), XlsxError> {
    let share = format!("IF(ISNUMBER({cell}),IF({cell}=0,0,IF({was}=0,\"from 0\",{cell}/ABS({was}))),{cell})");
    pen.write_formula((change.0, change.1 + 1), &share, CachedValue::Number(0.0), &pen.canvas.styles.change_share)
}
