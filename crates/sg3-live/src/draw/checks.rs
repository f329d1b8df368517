//! Every check with both sides, how far they are apart, how far they may be, and one text on all of them.

use super::address;
use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::cell_style::CellStyle;
use super::check_summary::{AnswerCounts, NONE, NONE_ASKED, answers, check_summary};
use super::frame::{SheetFrame, draw_frame};
use super::pen::Pen;
use super::writer::{Worksheet, XlsxError};
use crate::book::blank::{BLANK, NOT_COUNTED};
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{Block, CheckBlocks};
use sg3_lang::model::{Magnitude, Question};
use sg3_workbook::write::palette::TAB_CHECKS;
use sg3_workbook::write::text;

const HEADINGS: [&str; 10] =
    ["Check", "Outcome", "Total", "Pass", "Fail", "No data", "Left side", "Right side", "Difference", "Tolerance"];

const FIRST_ROW: u32 = 10;
/// A check of more answers than this shows them only where they are computed.
const MOST_LINES: usize = 60;
/// Columns of a line.
const LABEL: u16 = 1;
const LABEL_WIDTH: f64 = 46.0;
const ANSWER: u16 = 2;
const HOLD: u16 = 4;
const SIDES: u16 = 7;

/// Draws the sheet Checks: the summary, then each check with its sides.
pub(super) fn draw_checks(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (name, title) = ("Checks", "Checks");
    draw_frame(canvas, page, SheetFrame { name, title, colour: TAB_CHECKS, panes: (2, 2), pages: 0 })?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(ANSWER, 14)?;
    page.set_column_range_width(3, 6, 7)?
        .set_column_range_width(SIDES, 9, 14)?
        .set_column_width(10, 24)?
        .set_column_width(11, 24)?;
    let mut pen = Pen { canvas, page };
    let last = draw_table(&mut pen)?;
    draw_totals(&mut pen, last)
}

fn draw_totals(pen: &mut Pen, last: u32) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    // with the blank row below: not every program counts in a range of one cell
    let range = format!("{}:{}", address::fixed(FIRST_ROW, ANSWER), address::fixed(last.max(FIRST_ROW) + 1, ANSWER));
    let rows = [
        ("Checks passed", "passes"),
        ("Checks failed", "FAILS"),
        ("Checks not evaluated: data missing", "not evaluated"),
        ("Checks not applicable", "not applicable"),
    ];
    pen.write_words(3, LABEL, "All checks", &canvas.styles.strong_label)?;
    let holding = format!("IF(C5>0,\"All checks pass: \"&C5,IF(C8>0,\"{NONE_ASKED}\",\"{NONE}\"))");
    let text = format!("IF(C6>0,\"CHECKS FAIL: \"&C6,IF(C7>0,\"Checks not evaluated: \"&C7,{holding}))");
    pen.write_formula((3, ANSWER), &text, check_summary(canvas), &canvas.styles.flag)?;
    let answers = answers(canvas);
    for (row, (label, answer)) in (4..).zip(rows) {
        pen.write_words(row, LABEL, label, &canvas.styles.label)?;
        let count = answers.iter().filter(|other| **other == answer).count();
        let text = format!("COUNTIF({range},\"{answer}\")");
        pen.write_formula((row, ANSWER), &text, CachedValue::Number(count as f64), &canvas.styles.count)?;
    }
    Ok(())
}

fn draw_table(pen: &mut Pen) -> Result<u32, XlsxError> {
    pen.write_heading(FIRST_ROW - 1, LABEL, &HEADINGS)?;
    pen.write_words(FIRST_ROW - 1, 11, "Where it is computed", &pen.canvas.styles.heading)?;
    let mut row = FIRST_ROW;
    for check in &pen.canvas.book.checks {
        draw_check(pen, row, check)?;
        row = draw_lines(pen, row + 1, check)?;
    }
    Ok(row.saturating_sub(1))
}

fn draw_check(pen: &mut Pen, row: u32, check: &CheckBlocks) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let holds = canvas.book.block(check.holds);
    let found = AnswerCounts::of(holds);
    pen.write_mark(row, CellStyle::Check)?;
    let label = &canvas.material.model.checks[check.check].label;
    pen.write_words(row, LABEL, label, &canvas.styles.strong_label)?;
    // bold letters are wider
    let height = 13.0 * text::count_lines(label, LABEL_WIDTH * 0.85) as f64 + 2.0;
    pen.page.set_row_height(row, height)?;
    let [asked, hold, fail, wait] = [3, 4, 5, 6].map(|column| address::moving(row, column));
    let text =
        format!("IF({fail}>0,\"FAILS\",IF({wait}>0,\"not evaluated\",IF({asked}=0,\"not applicable\",\"passes\")))");
    pen.write_formula(
        (row, ANSWER),
        &text,
        CachedValue::Text(canvas.translate_briefly(found.answer())),
        &canvas.styles.flag,
    )?;
    let asked = (found.hold + found.fail + found.wait) as f64;
    pen.write_formula((row, 3), &format!("{hold}+{fail}+{wait}"), CachedValue::Number(asked), &canvas.styles.count)?;
    if holds.cells() > 0 {
        draw_counts(pen, row, holds, found)?;
        pen.write_link(row, 11, &canvas.top(holds), &place_name(canvas, holds))?;
    }
    if holds.axes.is_empty() {
        draw_sides(pen, row, check, 0, 0)?;
    }
    draw_tolerance(pen, row, check)
}

/// How many answers of a check are of each kind.
fn draw_counts(pen: &mut Pen, row: u32, holds: &Block, found: AnswerCounts) -> Result<(), XlsxError> {
    let all = pen.canvas.all_cells(holds);
    let counts = [
        (counted(holds, &all, 1), found.hold),
        (counted(holds, &all, 0), found.fail),
        (waiting(holds, &all), found.wait),
    ];
    for (column, (text, count)) in (HOLD..).zip(counts) {
        pen.write_formula((row, column), &text, CachedValue::Number(count as f64), &pen.canvas.styles.count)?;
    }
    Ok(())
}

/// How many answers are one; not every program counts in a range of one cell.
fn counted(holds: &Block, all: &str, answer: u8) -> String {
    match holds.cells() {
        1 => format!("IF(ISERROR({all}),0,IF({all}={answer},1,0))"),
        _ => format!("COUNTIF({all},{answer})"),
    }
}

/// How many answers are errors: what is neither a number nor a dash.
fn waiting(holds: &Block, all: &str) -> String {
    match holds.cells() {
        1 => format!("IF(ISERROR({all}),1,0)"),
        _ => format!("ROWS({all})*COLUMNS({all})-COUNT({all})-COUNTIF({all},\"{NOT_COUNTED}\")"),
    }
}

/// `Traffic!B12`.
fn place_name(canvas: &Canvas, block: &Block) -> String {
    let place = block.place.expect("what is shown is arranged");
    format!("→ {} {}", canvas.book.sheets[place.sheet].name, place.row + 1)
}

fn draw_tolerance(pen: &mut Pen, row: u32, check: &CheckBlocks) -> Result<(), XlsxError> {
    let knows_terms = pen.canvas.material.version != WorkbookVersion::First;
    let words = match &pen.canvas.material.model.checks[check.check].question {
        Question::Equal { within, of: Magnitude::Unit, .. } => format!("{within}"),
        Question::Equal { within, of: Magnitude::Named(size), .. } => {
            let words = pen.canvas.material.sources.slice(size.span).split_whitespace();
            format!("{within} of {}", words.collect::<Vec<_>>().join(" "))
        }
        Question::Equal { within, of: Magnitude::Terms(_), .. } if knows_terms => format!("{within} of the terms"),
        Question::Equal { within, .. } => format!("{within} of the larger"),
        Question::Holds(_) => String::new(),
    };
    pen.write_verbatim(row, SIDES + 3, &pen.canvas.translate_composed(&words), &pen.canvas.styles.indented)
}

/// Whether each answer has a line of its own.
pub(super) fn has_lines(holds: &Block) -> bool {
    !holds.axes.is_empty() && (1..=MOST_LINES).contains(&holds.cells())
}

/// One line for each answer, in a group.
fn draw_lines(pen: &mut Pen, first: u32, check: &CheckBlocks) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let holds = canvas.book.block(check.holds);
    if !has_lines(holds) {
        return Ok(first);
    }
    let places = (0..holds.rows()).flat_map(|row| (0..holds.columns()).map(move |column| (row, column)));
    for (line, (row, column)) in (first..).zip(places) {
        let at = holds.place_of(row, column);
        let labels: Vec<&str> = (0..at.len()).map(|axis| canvas.label(holds.axes[axis].dimension, at[axis])).collect();
        pen.write_verbatim(line, LABEL, &labels.join(" · "), &canvas.styles.indented)?;
        let text = canvas.cell(holds, row, column);
        let value = holds.values[holds.cell_of(&at)];
        pen.write_formula((line, 3), &text, answer(value), &canvas.styles.answer)?;
        draw_sides(pen, line, check, row, column)?;
    }
    let end = first + holds.cells() as u32;
    pen.page.group_rows_collapsed(first, end - 1)?;
    Ok(end)
}

fn answer(value: f64) -> CachedValue {
    if value == BLANK { CachedValue::Text(NOT_COUNTED.to_owned()) } else { CachedValue::Number(value) }
}

/// Both sides, and how far they are apart.
fn draw_sides(pen: &mut Pen, line: u32, check: &CheckBlocks, row: usize, column: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let (Some(left), Some(right)) = (check.left, check.right) else { return Ok(()) };
    let mut values = Vec::new();
    for (at, side) in (SIDES..).zip([left, right]) {
        let block = canvas.book.block(side);
        let value = block.values[block.cell_of(&block.place_of(row, column))];
        let format = canvas.cell_format(block, CellStyle::Check, &block.values);
        pen.write_formula((line, at), &canvas.cell(block, row, column), answer(value), &format)?;
        values.push(value);
    }
    let apart = format!("ABS({}-{})", address::moving(line, SIDES), address::moving(line, SIDES + 1));
    pen.write_formula(
        (line, SIDES + 2),
        &apart,
        CachedValue::Number((values[0] - values[1]).abs()),
        &canvas.styles.scientific,
    )
}
