//! Tables for documents.

use crate::data::Report;
use crate::grid::{Grid, Part, parts};
use crate::{checks, incomplete_line, options, review_note};

/// Title, model with its libraries, options in force, headline results with the checks, other outputs by section.
pub fn write_markdown(report: &Report) -> String {
    let mut text =
        format!("# {}\n\n{}\n", report.title, report.language.translate(&format!("Model: {}", report.named)));
    incomplete_line(report).into_iter().for_each(|line| text += &format!("\n**{line}**\n"));
    for choice in &report.options {
        text += &format!("\n* {}", options::option_line(choice, &report.language));
    }
    text += if report.options.is_empty() { "" } else { "\n" };
    let (headlines, others): (Vec<Part>, Vec<Part>) =
        parts(report, usize::MAX).into_iter().partition(|part| part.is_headline);
    let summary = checks::checks_summary(report).map_or_else(String::new, |summary| format!("\n{summary}\n"));
    let (first, last) = if headlines.is_empty() { ("", &*summary) } else { (&*summary, "") };
    headlines.iter().for_each(|part| text += &drawn_part(report, part));
    text += first;
    others.iter().for_each(|part| text += &drawn_part(report, part));
    in_direction(text + last + &review_note(report).map_or_else(String::new, |note| format!("\n*{note}*\n")), report)
}

/// Of a language that is written from right to left, the whole document is.
fn in_direction(text: String, report: &Report) -> String {
    if report.language.is_right_to_left() { format!("<div dir=\"rtl\">\n\n{text}\n</div>\n") } else { text }
}

fn drawn_part(report: &Report, part: &Part) -> String {
    let heading = part.heading(&report.title).map_or_else(String::new, |section| format!("\n## {section}\n"));
    part.grids.iter().fold(heading, |text, grid| text + &drawn(grid))
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
