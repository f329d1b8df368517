//! Every check with both sides, how far they are apart, how far they may be, and one word on all of them.

use super::pen::{Comes, Pen};
use super::style::Look;
use super::{Canvas, address, frame};
use crate::book::block::Block;
use crate::book::{BLANK, CheckBlocks};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_lang::model::Question;
use sg3_workbook::write::cells;

/// Where the word on all checks stands.
pub const WORD: &str = "Checks!$C$4";

/// Where a model has no checks, and where the data leave none of them to be asked.
const NONE: &str = "The model has no checks";

const NONE_ASKED: &str = "No check is applicable";

const HEADINGS: [&str; 10] =
    ["Check", "Outcome", "Total", "Pass", "Fail", "No data", "Left side", "Right side", "Difference", "Tolerance"];

const FIRST: u32 = 10;

/// A check of more answers than this shows them only where it is worked out.
const MOST_LINES: usize = 60;

/// Columns of a line.
const LABEL: u16 = 1;

const LABEL_WIDTH: f64 = 46.0;

const ANSWER: u16 = 2;

const HOLD: u16 = 4;

const SIDES: u16 = 7;

/// How many answers are of each kind.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    hold: usize,
    fail: usize,
    wait: usize,
}

/// Draws the sheet.
pub fn draw(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let shape = frame::Frame { name: "Checks", title: "Checks", colour: 0x7A_3E_7A, panes: (2, 2), pages: 0 };
    frame::draw(canvas, page, shape)?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(ANSWER, 14)?;
    page.set_column_range_width(3, 6, 7)?
        .set_column_range_width(SIDES, 9, 14)?
        .set_column_width(10, 24)?
        .set_column_width(11, 24)?;
    let mut pen = Pen { canvas, page };
    let last = table(&mut pen)?;
    totals(&mut pen, last)
}

fn totals(pen: &mut Pen, last: u32) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let counts: Vec<Count> = canvas.book.checks.iter().map(|check| count(canvas.book.block(check.holds))).collect();
    let of = |kind: &dyn Fn(&Count) -> bool| counts.iter().filter(|count| kind(count)).count() as f64;
    // with the blank row below: not every program counts in a range of one cell
    let answers = format!("{}:{}", address::fixed(FIRST, ANSWER), address::fixed(last.max(FIRST) + 1, ANSWER));
    let rows = [
        ("Checks passed", "passes", of(&|count| count.answer() == "passes")),
        ("Checks failed", "FAILS", of(&|count| count.answer() == "FAILS")),
        ("Checks not evaluated: data missing", "not evaluated", of(&|count| count.answer() == "not evaluated")),
        ("Checks not applicable", "not applicable", of(&|count| count.answer() == "not applicable")),
    ];
    pen.words(3, LABEL, "All checks", &canvas.styles.strong_label)?;
    let holding = format!("IF(C5>0,\"All checks pass: \"&C5,IF(C8>0,\"{NONE_ASKED}\",\"{NONE}\"))");
    let text = format!("IF(C6>0,\"CHECKS FAIL: \"&C6,IF(C7>0,\"Checks not evaluated: \"&C7,{holding}))");
    pen.formula((3, ANSWER), &text, word(canvas), &canvas.styles.flag)?;
    for (row, (label, answer, comes)) in (4..).zip(rows) {
        pen.words(row, LABEL, label, &canvas.styles.label)?;
        let text = format!("COUNTIF({answers},\"{answer}\")");
        pen.formula((row, ANSWER), &text, Comes::Number(comes), &canvas.styles.count)?;
    }
    Ok(())
}

/// What the word on all checks is.
pub fn word(canvas: &Canvas) -> Comes {
    let answers: Vec<&str> =
        canvas.book.checks.iter().map(|check| count(canvas.book.block(check.holds)).answer()).collect();
    let of = |wanted: &str| answers.iter().filter(|answer| **answer == wanted).count();
    Comes::Words(match (of("FAILS"), of("not evaluated"), of("passes")) {
        (0, 0, 0) if answers.is_empty() => NONE.to_owned(),
        (0, 0, 0) => NONE_ASKED.to_owned(),
        (0, 0, holding) => format!("All checks pass: {holding}"),
        (0, waits, _) => format!("Checks not evaluated: {waits}"),
        (fails, ..) => format!("CHECKS FAIL: {fails}"),
    })
}

fn table(pen: &mut Pen) -> Result<u32, XlsxError> {
    pen.heading(FIRST - 1, LABEL, &HEADINGS)?;
    pen.words(FIRST - 1, 11, "Where it is computed", &pen.canvas.styles.heading)?;
    let mut row = FIRST;
    for check in &pen.canvas.book.checks {
        summary(pen, row, check)?;
        row = lines(pen, row + 1, check)?;
    }
    Ok(row.saturating_sub(1))
}

fn summary(pen: &mut Pen, row: u32, check: &CheckBlocks) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let holds = canvas.book.block(check.holds);
    let found = count(holds);
    pen.mark(row, Look::Check)?;
    let label = &canvas.material.model.checks[check.check].label;
    pen.words(row, LABEL, label, &canvas.styles.strong_label)?;
    // bold letters are wider
    let height = 13.0 * cells::lines(label, LABEL_WIDTH * 0.85) as f64 + 2.0;
    pen.page.set_row_height(row, height)?;
    let [asked, hold, fail, wait] = [3, 4, 5, 6].map(|column| address::moving(row, column));
    let text =
        format!("IF({fail}>0,\"FAILS\",IF({wait}>0,\"not evaluated\",IF({asked}=0,\"not applicable\",\"passes\")))");
    pen.formula((row, ANSWER), &text, Comes::Words(found.answer().to_owned()), &canvas.styles.flag)?;
    let asked = (found.hold + found.fail + found.wait) as f64;
    let style = &canvas.styles.count;
    pen.formula((row, 3), &format!("{hold}+{fail}+{wait}"), Comes::Number(asked), style)?;
    if holds.cells() > 0 {
        let all = canvas.all(holds);
        let counts = [
            (counted(holds, &all, 1), found.hold),
            (counted(holds, &all, 0), found.fail),
            (waiting(holds, &all), found.wait),
        ];
        for (column, (text, comes)) in (HOLD..).zip(counts) {
            pen.formula((row, column), &text, Comes::Number(comes as f64), style)?;
        }
        pen.link(row, 11, &canvas.top(holds), &place_name(canvas, holds))?;
    }
    if holds.axes.is_empty() {
        sides(pen, row, check, 0, 0)?;
    }
    tolerance(pen, row, check)
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
    let dash = crate::book::NOT_COUNTED;
    match holds.cells() {
        1 => format!("IF(ISERROR({all}),1,0)"),
        _ => format!("ROWS({all})*COLUMNS({all})-COUNT({all})-COUNTIF({all},\"{dash}\")"),
    }
}

/// `Traffic!B12`.
fn place_name(canvas: &Canvas, block: &Block) -> String {
    let place = block.place.expect("what is shown is arranged");
    format!("→ {} {}", canvas.book.sheets[place.sheet].name, place.row + 1)
}

fn tolerance(pen: &mut Pen, row: u32, check: &CheckBlocks) -> Result<(), XlsxError> {
    let words = match &pen.canvas.material.model.checks[check.check].question {
        Question::Equal { within, absolute: true, .. } => format!("{within}"),
        Question::Equal { within, .. } => format!("{within} of the larger"),
        Question::Holds(_) => String::new(),
    };
    pen.words(row, SIDES + 3, &words, &pen.canvas.styles.indented)
}

/// One line for each answer, in a group.
fn lines(pen: &mut Pen, first: u32, check: &CheckBlocks) -> Result<u32, XlsxError> {
    let canvas = pen.canvas;
    let holds = canvas.book.block(check.holds);
    if holds.axes.is_empty() || holds.cells() > MOST_LINES || holds.cells() == 0 {
        return Ok(first);
    }
    let places = (0..holds.rows()).flat_map(|row| (0..holds.columns()).map(move |column| (row, column)));
    for (line, (row, column)) in (first..).zip(places) {
        let at = holds.place_of(row, column);
        let labels: Vec<&str> = (0..at.len()).map(|axis| canvas.label(holds.axes[axis].dimension, at[axis])).collect();
        pen.words(line, LABEL, &labels.join(" · "), &canvas.styles.indented)?;
        let text = canvas.cell(holds, row, column);
        let value = holds.values[holds.cell_of(&at)];
        pen.formula((line, 3), &text, answer(value), &canvas.styles.answer)?;
        sides(pen, line, check, row, column)?;
    }
    let end = first + holds.cells() as u32;
    pen.page.group_rows_collapsed(first, end - 1)?;
    Ok(end)
}

fn answer(value: f64) -> Comes {
    if value == BLANK { Comes::Words(crate::book::NOT_COUNTED.to_owned()) } else { Comes::Number(value) }
}

/// Both sides, and how far they are apart.
fn sides(pen: &mut Pen, line: u32, check: &CheckBlocks, row: usize, column: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let (Some(left), Some(right)) = (check.left, check.right) else { return Ok(()) };
    let mut values = Vec::new();
    for (at, side) in (SIDES..).zip([left, right]) {
        let block = canvas.book.block(side);
        let value = block.values[block.cell_of(&block.place_of(row, column))];
        let format = canvas.styles.cell(canvas.material.model, block, Look::Check, &block.values);
        pen.formula((line, at), &canvas.cell(block, row, column), answer(value), &format)?;
        values.push(value);
    }
    let apart = format!("ABS({}-{})", address::moving(line, SIDES), address::moving(line, SIDES + 1));
    pen.formula((line, SIDES + 2), &apart, Comes::Number((values[0] - values[1]).abs()), &canvas.styles.scientific)
}

fn count(holds: &Block) -> Count {
    let mut count = Count::default();
    for value in &holds.values {
        match *value {
            1.0 => count.hold += 1,
            0.0 => count.fail += 1,
            BLANK => {}
            _ => count.wait += 1,
        }
    }
    count
}

impl Count {
    fn answer(self) -> &'static str {
        match (self.fail, self.wait, self.hold) {
            (1.., ..) => "FAILS",
            (0, 1.., _) => "not evaluated",
            (0, 0, 0) => "not applicable",
            _ => "passes",
        }
    }
}
