//! Tables for people, as wide as the terminal.

use super::grid::{Grid, parts};
use super::{Choice, Report, checks, evidence, options};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

/// Width where there is no terminal.
const PAGE: u16 = 100;
/// Rows of one table that a person still reads.
const MOST_ROWS: usize = 60;

/// Title, options in force, outputs by section, checks.
pub fn write(report: &Report, to_terminal: bool) -> String {
    let mut text = format!("{}  ({})\n", report.title, report.model);
    text += &in_force(&report.options);
    for part in parts(report, width(to_terminal)) {
        text += &part.heading(&report.title).map_or_else(|| "\n".to_owned(), |section| format!("\n{section}\n"));
        part.grids.iter().for_each(|grid| text += &drawn(grid, to_terminal));
    }
    report.evidence.iter().for_each(|rests| text += &evidence::table(rests));
    checks::summary(report).into_iter().for_each(|summary| text += &format!("\n{summary}\n"));
    text
}

/// A simple table; `numbers` are the columns that are aligned to the right.
pub fn plain_table(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    format!("{}\n", table(head, rows, numbers))
}

fn table(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> Table {
    let aligned = |(at, words): (usize, String)| match numbers.contains(&at) {
        true => Cell::new(words).set_alignment(CellAlignment::Right),
        false => Cell::new(words),
    };
    let mut table = empty(true);
    table.set_header(head);
    table.add_rows(rows.into_iter().map(|row| row.into_iter().enumerate().map(aligned).collect::<Vec<_>>()));
    table
}

/// The same with the first column never broken: names that people type.
pub fn table_of_names(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    const MOST: usize = 44;
    let widest = rows.iter().map(|row| row[0].chars().count()).max().unwrap_or(0).min(MOST);
    let mut table = table(head, rows, numbers);
    if let Some(column) = table.column_mut(0) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(widest as u16 + 2)));
    }
    format!("{table}\n")
}

fn in_force(options: &[Choice]) -> String {
    let lines: String = options.iter().map(|choice| format!("  {}\n", options::line(choice))).collect();
    if lines.is_empty() { lines } else { format!("\nOptions in force\n{lines}") }
}

fn drawn(grid: &Grid, to_terminal: bool) -> String {
    let title = if grid.title.is_empty() { String::new() } else { format!("{}\n", grid.title) };
    let mut table = empty(to_terminal);
    let align = |at: usize| if grid.is_words(at) { CellAlignment::Left } else { CellAlignment::Right };
    let head = grid.head.iter().enumerate().map(|(at, lines)| Cell::new(lines.join("\n")).set_alignment(align(at)));
    table.set_header(head.collect::<Vec<_>>());
    for row in grid.rows.iter().take(MOST_ROWS) {
        let cells = row.iter().enumerate().map(|(at, words)| Cell::new(words).set_alignment(align(at)));
        table.add_row(cells.collect::<Vec<_>>());
    }
    keep_names_whole(&mut table, grid);
    format!("{title}{table}\n{}", rest(grid))
}

/// Keys, names and values are never broken; words give way.
fn keep_names_whole(table: &mut Table, grid: &Grid) {
    for at in (0..grid.head.len()).filter(|at| *at == 0 || *at >= grid.words) {
        let names = grid.head[at].iter().skip(1).chain(grid.rows.iter().map(|row| &row[at]));
        let width = names.map(|name| name.chars().count()).max().unwrap_or(0);
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width as u16 + 2)));
        }
    }
}

/// What a long table leaves out.
fn rest(grid: &Grid) -> String {
    match grid.rows.len().saturating_sub(MOST_ROWS) {
        0 => String::new(),
        more => format!("… {more} more rows; `--format csv` or `-o FILE.csv` writes all\n"),
    }
}

/// Characters on a line.
fn width(to_terminal: bool) -> usize {
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
