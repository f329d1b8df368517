//! Tables for documents.

use crate::data::Report;
use crate::grid::{Grid, parts};
use crate::{checks, incomplete_line, options};

/// Title, options in force, outputs by section, checks.
pub fn write_markdown(report: &Report) -> String {
    let mut text = format!("# {}\n", report.title);
    incomplete_line(report).into_iter().for_each(|line| text += &format!("\n**{line}**\n"));
    for choice in &report.options {
        text += &format!("\n* {}", options::option_line(choice));
    }
    text += if report.options.is_empty() { "" } else { "\n" };
    for part in parts(report, usize::MAX) {
        text += &part.heading(&report.title).map_or_else(String::new, |section| format!("\n## {section}\n"));
        part.grids.iter().for_each(|grid| text += &drawn(grid));
    }
    checks::checks_summary(report).into_iter().for_each(|summary| text += &format!("\n{summary}\n"));
    text
}

fn drawn(grid: &Grid) -> String {
    let title = if grid.title.is_empty() { String::new() } else { format!("\n{}\n", grid.title) };
    let head = grid.head.iter().map(|lines| escaped(&lines.join("\n")));
    let rule = (0..grid.head.len()).map(|at| if grid.is_label(at) { "---" } else { "---:" }.to_owned());
    let rows = grid.rows.iter().map(|row| line(row.iter().map(|text| escaped(text))));
    format!("{title}\n{}{}{}", line(head), line(rule), rows.collect::<String>())
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', "<br>")
}
