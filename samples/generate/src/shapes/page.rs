//! The main sheet of a file: titles, heads and lines in the columns of the layout.

use super::days;
use super::grid::{Cell, Grid, Look, Row, text};
use super::layout::{Column, Layout, Negative};
use super::lines::{self, Line};
use super::numbers;
use super::record::Record;
use super::words::{Words, fill};
use std::error::Error;

/// Draws the records on a sheet of this name.
pub(super) fn draw(name: &str, layout: &Layout, words: &Words, records: &[Record]) -> Result<Grid, Box<dyn Error>> {
    let mut grid = Grid::new(name);
    for title in &layout.titles {
        let title = if title.is_empty() { String::new() } else { words.told(title, layout, 0)? };
        if layout.structure.merged_titles && !title.is_empty() {
            grid.merged.push((grid.rows.len(), 0, grid.rows.len(), layout.columns.len() - 1));
        }
        grid.texts(Look::Title, [&*title]);
    }
    add_heads(&mut grid, layout, words)?;
    for line in lines::lines(records, &layout.structure) {
        add_line(&mut grid, &line, layout, words)?;
    }
    for words_of in &layout.structure.closing_lines {
        grid.texts(Look::Plain, []);
        grid.texts(Look::Plain, [&*words.told(words_of, layout, 0)?]);
    }
    Ok(grid)
}

/// One row of heads, or two if some columns share one.
fn add_heads(grid: &mut Grid, layout: &Layout, words: &Words) -> Result<(), Box<dyn Error>> {
    if layout.structure.no_heads {
        return Ok(());
    }
    let heads = layout.columns.iter().map(|column| told(&column.head, column, layout, words));
    let heads: Vec<String> = heads.collect::<Result<_, _>>()?;
    if layout.columns.iter().all(|column| column.band.is_empty()) {
        grid.texts(Look::Head, heads.iter().map(String::as_str));
        return Ok(());
    }
    add_bands(grid, &heads, layout, words)
}

fn told(which: &str, column: &Column, layout: &Layout, words: &Words) -> Result<String, Box<dyn Error>> {
    if which.is_empty() { Ok(String::new()) } else { words.told(which, layout, column.back) }
}

/// Heads that neighbours share above their own; a head that stands alone takes both rows.
fn add_bands(grid: &mut Grid, heads: &[String], layout: &Layout, words: &Words) -> Result<(), Box<dyn Error>> {
    let (row, mut column) = (grid.rows.len(), 0);
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for banded in layout.columns.chunk_by(|one, other| !one.band.is_empty() && one.band == other.band) {
        let last = column + banded.len() - 1;
        if banded[0].band.is_empty() {
            above.push(text(&heads[column]));
            below.push(Cell::Nothing);
            grid.merged.push((row, column, row + 1, column));
        } else {
            above.push(text(&told(&banded[0].band, &banded[0], layout, words)?));
            above.extend(banded[1..].iter().map(|_| Cell::Nothing));
            below.extend(heads[column..=last].iter().map(|head| text(head)));
            grid.merged.extend((last > column).then_some((row, column, row, last)));
        }
        column = last + 1;
    }
    grid.add(Look::Head, above);
    grid.add(Look::Head, below);
    Ok(())
}

fn add_line(grid: &mut Grid, line: &Line, layout: &Layout, words: &Words) -> Result<(), Box<dyn Error>> {
    let depth = |level: usize| if layout.structure.indented { level as u8 } else { 0 };
    match line {
        Line::Entry(record) => {
            let level = record.groups.len().min(layout.structure.levels);
            add_record(grid, record, (Look::Plain, depth(level)), layout, words)
        }
        Line::Group(level, group, sum) => {
            let mut record = sum.clone().unwrap_or_default();
            record.texts.extend([("code", group.0.clone()), ("name", group.1.clone())]);
            add_record(grid, &record, (Look::Strong, depth(*level)), layout, words)
        }
        Line::Sum(which, group, sum) => {
            let mut record = sum.clone();
            record.texts.insert("name", fill(&told_sum(which, layout, words)?, &[("group", group)]));
            add_record(grid, &record, (Look::Strong, 0), layout, words)
        }
        Line::Blank => {
            grid.texts(Look::Plain, []);
            Ok(())
        }
        Line::Page(number) => {
            grid.texts(Look::Plain, []);
            grid.texts(Look::Plain, [&*fill(words.get("page")?, &[("page", &number.to_string())])]);
            add_heads(grid, layout, words)
        }
    }
}

/// A row of the record in this look and with this indent.
fn add_record(
    grid: &mut Grid,
    record: &Record,
    (look, indent): (Look, u8),
    layout: &Layout,
    words: &Words,
) -> Result<(), Box<dyn Error>> {
    let cells = layout.columns.iter().map(|column| cell(column, record, layout, words));
    grid.rows.push(Row { cells: cells.collect::<Result<_, _>>()?, look, indent });
    Ok(())
}

/// The wording of a sum goes by that of the accounts.
fn told_sum(which: &str, layout: &Layout, words: &Words) -> Result<String, Box<dyn Error>> {
    let wordings = words.all(which)?;
    Ok(wordings[layout.wording % wordings.len()].clone())
}

fn cell(column: &Column, record: &Record, layout: &Layout, words: &Words) -> Result<Cell, Box<dyn Error>> {
    if let Some(amount) = record.amounts.get(&column.is) {
        return amount_cell(column, *amount, layout, words);
    }
    if let Some(figure) = record.figures.get(&*column.is) {
        return Ok(Cell::Number(*figure));
    }
    if let Some(day) = record.days.get(&*column.is) {
        if layout.days.pattern.is_empty() {
            return Ok(Cell::Day(*day));
        }
        let written = days::written(*day, &layout.days.pattern, words.all("months")?);
        return Ok(written.parse().map_or_else(|_| Cell::Text(written), Cell::Number));
    }
    if let Some(balance) = column.is.strip_suffix(".side") {
        let amount = record.amount(balance);
        let letters = words.all("letters")?;
        return Ok(text(if amount == 0 {
            letters.get(2).map_or("", String::as_str)
        } else {
            &letters[usize::from(amount < 0)]
        }));
    }
    Ok(text_cell(column, record, layout))
}

/// A column for one side needs no letter for it.
fn amount_cell(column: &Column, amount: i64, layout: &Layout, words: &Words) -> Result<Cell, Box<dyn Error>> {
    let amount = if column.negated { -amount } else { amount };
    if let (0, Some(nil)) = (amount, &layout.numbers.nil) {
        return Ok(if nil.is_empty() { Cell::Nothing } else { Cell::Digits(nil.clone()) });
    }
    if layout.numbers.as_text {
        let letters = if column.is.contains('.') { &[][..] } else { words.all("letters")? };
        return Ok(Cell::Digits(numbers::written(amount, layout.decimals, &layout.numbers, letters)));
    }
    let shown = if layout.numbers.negative == Negative::Unsigned { amount.abs() } else { amount };
    Ok(Cell::Amount(shown as f64 / 10_i64.pow(layout.decimals) as f64))
}

/// A code of digits alone is a number where the name of the column says so; a sum has no code.
fn text_cell(column: &Column, record: &Record, layout: &Layout) -> Cell {
    let (code, name) = (record.text("code"), record.text("name"));
    match &*column.is {
        "code.number" => code.parse().map_or_else(|_| text(code), Cell::Number),
        "code.name" if code.is_empty() => text(name),
        "code.name" => Cell::Text(fill(&layout.joined, &[("code", code), ("name", name)])),
        "group" => text(record.groups.first().map_or("", |(_, name)| name)),
        "currency" if !code.is_empty() => text(&layout.currency),
        "entity" if !code.is_empty() => text("1000"),
        is => text(record.text(is)),
    }
}
