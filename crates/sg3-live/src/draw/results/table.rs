//! One result: now, as delivered, change. Where several members go across, three bands below each other; else three columns.

use super::{LABEL, UNIT, VALUES, chart, parts};
use crate::book::block::Block;
use crate::book::{BlockId, NOT_COUNTED};
use crate::draw::block::{has_units_by_row, values_of};
use crate::draw::page::{LABEL_WIDTH, VALUE_WIDTH};
use crate::draw::pen::{Comes, Pen};
use crate::draw::style::Look;
use crate::draw::{Canvas, address, figure, heading, word};
use crate::print::GUARD;
use rust_xlsxwriter::{Format, XlsxError};
use sg3_lang::model::Kind;
use sg3_workbook::write::cells;

const WAS_MISSING: &str = "was missing";

const IS_MISSING: &str = "is missing";

/// The column, beside the title, of the size from which on changes are shown.
const NOISE: u16 = VALUES + 2;

/// More results than this are not looked at for the largest in a unit.
const MOST_ALIKE: usize = 50;

/// Where a result is shown.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub block: BlockId,
    top: u32,
    pub rows: u32,
    goes_across: bool,
    pub chart: Option<chart::Kind>,
}

impl Table {
    pub fn at(canvas: &Canvas, id: BlockId, top: u32, may_have_chart: bool) -> Table {
        let block = canvas.book.block(id);
        let chart = chart::of(canvas, block).filter(|_| may_have_chart);
        let rows = block.rows() as u32;
        Table { block: id, top, rows, goes_across: block.columns() > 1, chart }
    }

    /// Its first row.
    pub fn first(&self) -> u32 {
        self.top
    }

    /// The row with the members across, or the heads of columns.
    pub fn heading(&self) -> u32 {
        self.top + 2
    }

    /// Where the figure stands as it is now.
    pub fn now(&self, row: usize, column: usize) -> (u32, u16) {
        (self.heading() + 1 + row as u32, VALUES + column as u16)
    }

    /// Where the figure stands as it was delivered.
    pub fn delivered(&self, row: usize, column: usize) -> (u32, u16) {
        let (at, column) = self.now(row, column);
        if self.goes_across { (at + self.rows + 1, column) } else { (at, column + 1) }
    }

    /// Where its change stands.
    pub fn change(&self, row: usize, column: usize) -> (u32, u16) {
        let (at, column) = self.now(row, column);
        if self.goes_across { (at + 2 * (self.rows + 1), column) } else { (at, column + 2) }
    }

    /// The row where its picture begins.
    pub fn picture(&self) -> u32 {
        self.heading() + self.bands() * (self.rows + 1)
    }

    /// One past its last row, and past the blank one below.
    pub fn end(&self) -> u32 {
        self.picture() + self.chart.map_or(0, |kind| chart::rows(kind, self.rows)) + 1
    }

    /// Draws it.
    pub fn draw(&self, pen: &mut Pen, tables: &[Table]) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let block = canvas.book.block(self.block);
        pen.words(self.top, LABEL, &self.title(canvas, block), &canvas.styles.subtitle)?;
        parts::draw(pen, self.top + 1, block)?;
        self.headings(pen, block)?;
        let mut looks = Looks::of(canvas, block, &block.values);
        let by_row = has_units_by_row(canvas, block);
        if !matches!(block.kind, Kind::Member(_)) {
            self.noise(pen, block, tables)?;
        }
        for row in 0..block.rows() {
            if by_row {
                looks = Looks::of(canvas, block, &values_of(block, row));
            }
            self.labels(pen, block, row)?;
            for column in 0..block.columns() {
                self.figures(pen, block, &looks, row, column)?;
            }
        }
        let (first, last) = (self.change(0, 0), self.change(block.rows() - 1, block.columns() - 1));
        let beside = u16::from(!self.goes_across && !matches!(block.kind, Kind::Member(_)));
        canvas.styles.show_changes(pen.page, first, (last.0, last.1 + beside))
    }

    /// The title, with the members that all figures have in common: the one year of a statement.
    fn title(&self, canvas: &Canvas, block: &Block) -> String {
        let common = (0..block.axes.len()).filter(|axis| block.shape[*axis] == 1);
        let common = common.map(|axis| canvas.label(block.axes[axis].dimension, 0));
        [&*block.title].into_iter().chain(common).collect::<Vec<_>>().join(" · ")
    }

    /// One above another or beside it.
    pub fn bands(&self) -> u32 {
        if self.goes_across { 3 } else { 1 }
    }

    fn headings(&self, pen: &mut Pen, block: &Block) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let labels: Vec<&str> =
            told(block).map(|axis| &*canvas.material.model.dimension(block.axes[axis].dimension).label).collect();
        let labels = labels.join(" · ");
        let Some(across) = block.across.filter(|_| self.goes_across) else {
            return pen.heading(
                self.heading(),
                LABEL,
                &[&labels, "Unit", "Now", "As delivered", "Change", "Change, %"],
            );
        };
        for (band, word) in (0..).zip(["Now", "As delivered", "Change"]) {
            let row = self.heading() + band * (self.rows + 1);
            let label = if labels.is_empty() { word.to_owned() } else { format!("{word} · {labels}") };
            pen.words(row, LABEL, &label, &canvas.styles.heading_of_words)?;
            pen.words(row, UNIT, "Unit", &canvas.styles.heading_of_words)?;
            let members = (0..block.columns()).map(|at| canvas.label(block.axes[across].dimension, at));
            let lines = members.map(|label| cells::lines(label, VALUE_WIDTH - 1.0)).max().unwrap_or(1);
            let lines = lines.max(cells::lines(&label, LABEL_WIDTH - 4.0));
            pen.page.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
            for position in 0..block.columns() {
                let member = canvas.label(block.axes[across].dimension, position);
                pen.words(row, VALUES + position as u16, member, &canvas.styles.heading)?;
            }
        }
        Ok(())
    }

    fn labels(&self, pen: &mut Pen, block: &Block, row: usize) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let at = block.place_of(row, 0);
        let label = row_label(canvas, block, &at);
        let unit = heading::unit_of(canvas, block, &at);
        let mut rows = vec![self.now(row, 0).0, self.delivered(row, 0).0, self.change(row, 0).0];
        rows.dedup();
        for line in rows {
            pen.mark(line, Look::Result)?;
            pen.label(line, LABEL, &label, LABEL_WIDTH)?;
            pen.words(line, UNIT, &unit, &canvas.styles.unit)?;
        }
        Ok(())
    }

    fn figures(&self, pen: &mut Pen, block: &Block, looks: &Looks, row: usize, column: usize) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let value = block.values[block.cell_of(&block.place_of(row, column))];
        let (now, was) = (self.now(row, column), self.delivered(row, column));
        let (text, comes) = word::shown(canvas, block, &canvas.cell(block, row, column), value);
        pen.formula(now, &text, comes.clone(), &looks.now)?;
        match comes {
            Comes::Words(words) => pen.words(was.0, was.1, &words, &looks.was)?,
            Comes::Number(value) => figure::delivered(pen.page, was, value, &looks.was)?,
        }
        self.change_of(pen, block, &looks.change, row, column)
    }

    /// From which size on changes are shown, beside the title: less, measured by the largest result in the same unit, is what engines
    /// differ by in the last digits, however small what is left of large amounts may be.
    fn noise(&self, pen: &mut Pen, block: &Block, tables: &[Table]) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let is_alike = |table: &&Table| table.block != self.block && canvas.book.block(table.block).kind == block.kind;
        let alike: Vec<&Table> = [self].into_iter().chain(tables.iter().filter(is_alike).take(MOST_ALIKE)).collect();
        let range = |table: &&Table| {
            let last = canvas.book.block(table.block);
            let corners =
                [(0, 0), (last.rows() - 1, last.columns() - 1)].map(|(row, column)| table.delivered(row, column));
            corners.map(|(row, column)| address::moving(row, column)).join(":")
        };
        let ranges = alike.iter().map(range).map(|all| format!("MAX({all}),-MIN({all})")).collect::<Vec<_>>().join(",");
        let values = alike.iter().flat_map(|table| &canvas.book.block(table.block).values);
        let largest = values.filter(|value| value.is_finite()).fold(0.0, |most, value| value.abs().max(most));
        let comes = Comes::Number(sg3_calc::guard::GUARD * largest);
        pen.formula((self.top, NOISE), &format!("{GUARD}*MAX(0,{ranges})"), comes, &canvas.styles.noise)
    }

    /// What has changed; nothing where engines differ in the last digits.
    fn change_of(
        &self,
        pen: &mut Pen,
        block: &Block,
        look: &Format,
        row: usize,
        column: usize,
    ) -> Result<(), XlsxError> {
        let canvas = pen.canvas;
        let at = |(row, column): (u32, u16)| address::moving(row, column);
        let (now, was) = (at(self.now(row, column)), at(self.delivered(row, column)));
        let (change, is_word) = (self.change(row, column), matches!(block.kind, Kind::Member(_)));
        let apart = match is_word {
            true => format!("IF({now}={was},0,\"changed\")"),
            false => format!("IF(ABS({now}-{was})<={},0,{now}-{was})", address::fixed(self.top, NOISE)),
        };
        let known = if is_word { format!("{was}<>\"{NOT_COUNTED}\"") } else { format!("ISNUMBER({was})") };
        let text = format!("IF(ISERROR({now}),IF({known},\"{IS_MISSING}\",0),IF({known},{apart},\"{WAS_MISSING}\"))");
        pen.formula(change, &text, Comes::Number(0.0), look)?;
        if self.goes_across || is_word {
            return Ok(());
        }
        let cell = at(change);
        let share = format!("IF(ISNUMBER({cell}),IF({cell}=0,0,IF({was}=0,\"from 0\",{cell}/ABS({was}))),{cell})");
        let beside = (change.0, change.1 + 1);
        pen.formula(beside, &share, Comes::Number(0.0), &canvas.styles.change_share)
    }
}

/// Axes down the rows whose members the title does not say.
fn told(block: &Block) -> impl Iterator<Item = usize> {
    block.down().filter(|axis| block.shape[*axis] > 1)
}

/// The members of a row, outermost axis first; what it is where the title says all of them.
pub fn row_label(canvas: &Canvas, block: &Block, place: &[usize]) -> String {
    let labels: Vec<&str> = told(block).map(|axis| canvas.label(block.axes[axis].dimension, place[axis])).collect();
    if labels.is_empty() { block.title.clone() } else { labels.join(" · ") }
}

/// How figures of a table look: all of them alike, or those of a row where each has a unit of its own.
struct Looks {
    now: Format,
    was: Format,
    change: Format,
}

impl Looks {
    fn of(canvas: &Canvas, block: &Block, values: &[f64]) -> Looks {
        let (model, styles) = (canvas.material.model, &canvas.styles);
        Looks {
            now: styles.cell(model, block, Look::Result, values),
            was: styles.cell(model, block, Look::Calculation, values),
            change: styles.change(model, block, values),
        }
    }
}
