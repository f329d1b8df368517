//! Tables for people, as wide as the terminal.

use super::grid::{Grid, parts};
use super::{Choice, Report, checks};
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table};

/// Width where there is no terminal.
const PAGE: u16 = 100;
/// Rows of one table that a person still reads.
const MOST_ROWS: usize = 60;

/// Title, options in force, outputs by section, checks.
pub fn write(report: &Report, to_terminal: bool) -> String {
    let mut text = format!("{}  ({})\n", report.title, report.model);
    text += &options(&report.options);
    for part in parts(report) {
        text += &format!("\n{}\n", part.section);
        part.grids.iter().for_each(|grid| text += &drawn(grid, to_terminal));
    }
    checks::summary(report).into_iter().for_each(|summary| text += &format!("\n{summary}\n"));
    text
}

/// A simple table; `numbers` are the columns that are aligned to the right.
pub fn plain_table(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    let aligned = |(at, words): (usize, String)| match numbers.contains(&at) {
        true => Cell::new(words).set_alignment(CellAlignment::Right),
        false => Cell::new(words),
    };
    let mut table = empty(true);
    table.set_header(head);
    table.add_rows(rows.into_iter().map(|row| row.into_iter().enumerate().map(aligned).collect::<Vec<_>>()));
    format!("{table}\n")
}

fn options(options: &[Choice]) -> String {
    let line = |choice: &Choice| {
        let origin = if choice.origin.is_empty() { String::new() } else { format!("  ({})", choice.origin) };
        format!("  {} = {}: {}{origin}\n", choice.name, choice.chosen, choice.label)
    };
    match options.is_empty() {
        true => String::new(),
        false => format!("\nOptions in force\n{}", options.iter().map(line).collect::<String>()),
    }
}

fn drawn(grid: &Grid, to_terminal: bool) -> String {
    let title = if grid.title.is_empty() { String::new() } else { format!("{}\n", grid.title) };
    let mut table = empty(to_terminal);
    let align = |at: usize| if at < grid.words { CellAlignment::Left } else { CellAlignment::Right };
    let head = grid.head.iter().enumerate().map(|(at, lines)| Cell::new(lines.join("\n")).set_alignment(align(at)));
    table.set_header(head.collect::<Vec<_>>());
    for row in grid.rows.iter().take(MOST_ROWS) {
        let cells = row.iter().enumerate().map(|(at, words)| Cell::new(words).set_alignment(align(at)));
        table.add_row(cells.collect::<Vec<_>>());
    }
    format!("{title}{table}\n{}", rest(grid))
}

/// What a long table leaves out.
fn rest(grid: &Grid) -> String {
    match grid.rows.len().saturating_sub(MOST_ROWS) {
        0 => String::new(),
        more => format!("… {more} more rows; `--format csv` or `-o FILE.csv` gives all\n"),
    }
}

fn empty(to_terminal: bool) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    if !to_terminal || !table.is_tty() {
        table.force_no_tty().set_width(PAGE);
    }
    table
}
