//! Tables for people, as wide as the terminal.

use super::alignment::aligned_at_point;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};
use sg3_language::Language;
use sg3_report::grid::Grid;

/// Width where there is no terminal.
const PAGE: u16 = 100;
/// Rows of one table that a person still reads.
const MOST_ROWS: usize = 60;

/// A simple table; `numbers` are the columns that are aligned to the right.
pub(crate) fn plain_table(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    format!("{}\n", table(head, rows, numbers))
}

fn table(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> Table {
    let mut table = empty(true);
    table.set_header(head);
    table.add_rows(rows.into_iter().map(|row| {
        row.into_iter().enumerate().map(|(at, text)| cell(text, numbers.contains(&at))).collect::<Vec<_>>()
    }));
    table
}

fn cell(text: String, is_number: bool) -> Cell {
    let cell = Cell::new(text);
    if is_number { cell.set_alignment(CellAlignment::Right) } else { cell }
}

/// The same with the first column never broken: names that people type.
pub(crate) fn table_of_names(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    const MOST: usize = 44;
    let widest = rows.iter().map(|row| row[0].chars().count()).max().unwrap_or(0).min(MOST);
    let mut table = table(head, rows, numbers);
    if let Some(column) = table.column_mut(0) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(widest as u16 + 2)));
    }
    format!("{table}\n")
}

/// A grid; of a long one, the first rows and how many there are more.
pub(crate) fn draw_grid(grid: &Grid, language: &Language, to_terminal: bool) -> String {
    let title = if grid.title.is_empty() { String::new() } else { format!("{}\n", grid.title) };
    let grid = &aligned_at_point(grid);
    let mut table = empty(to_terminal);
    let head = grid.head.iter().enumerate();
    let head = head.map(|(at, lines)| Cell::new(lines.join("\n")).set_alignment(alignment(grid, at)));
    table.set_header(head.collect::<Vec<_>>());
    for row in grid.rows.iter().take(MOST_ROWS) {
        let cells = row.iter().enumerate().map(|(at, text)| Cell::new(text).set_alignment(alignment(grid, at)));
        table.add_row(cells.collect::<Vec<_>>());
    }
    keep_names_whole(&mut table, grid);
    format!("{title}{table}\n{}", rest(grid, language))
}

fn alignment(grid: &Grid, column: usize) -> CellAlignment {
    if grid.is_label(column) { CellAlignment::Left } else { CellAlignment::Right }
}

/// Keys, names and values are never broken; labels give way.
fn keep_names_whole(table: &mut Table, grid: &Grid) {
    for at in (0..grid.head.len()).filter(|at| *at == 0 || *at >= grid.labels) {
        let names = grid.head[at].iter().skip(1).chain(grid.rows.iter().map(|row| &row[at]));
        let width = names.map(|name| name.chars().count()).max().unwrap_or(0);
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width as u16 + 2)));
        }
    }
}

/// What a long table leaves out.
fn rest(grid: &Grid, language: &Language) -> String {
    match grid.rows.len().saturating_sub(MOST_ROWS) {
        0 => String::new(),
        more => language.translate(&format!("… {more} more rows; `--format csv` or `-o FILE.csv` writes all")) + "\n",
    }
}

/// Characters on a line.
pub(crate) fn width(to_terminal: bool) -> usize {
    empty(to_terminal).width().unwrap_or(PAGE).into()
}

fn empty(to_terminal: bool) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    if !to_terminal || !table.is_tty() {
        table.force_no_tty().set_width(PAGE);
    }
    table
}
