//! The results of a run, for people.

use super::evidence::draw_evidence;
use super::table::{draw_grid, width};
use sg3_report::grid::{Part, parts};
use sg3_report::{Report, checks_summary, incomplete_line, option_line, review_note};

/// Title, headline results with the checks, options in force, other outputs by section. To a terminal, tables adapt to its width.
pub(crate) fn draw_report(report: &Report, to_terminal: bool) -> String {
    let mut text = incomplete_line(report).map_or_else(String::new, |line| line + "\n\n");
    text += &format!("{}  ({})\n", report.title, report.named);
    let options = in_force(report);
    let (headlines, others): (Vec<Part>, Vec<Part>) =
        parts(report, width(to_terminal)).into_iter().partition(|part| part.is_headline);
    let summary = checks_summary(report).map_or_else(String::new, |summary| format!("\n{summary}\n"));
    // what the decision is about and whether it can be trusted come before everything else
    let (first, last) = if headlines.is_empty() { ("", &*summary) } else { (&*summary, "") };
    text += if headlines.is_empty() { &options } else { "" };
    headlines.iter().for_each(|part| text += &draw_part(report, part, to_terminal));
    text += first;
    text += if headlines.is_empty() { "" } else { &options };
    others.iter().for_each(|part| text += &draw_part(report, part, to_terminal));
    report.evidence.iter().for_each(|shares| text += &draw_evidence(shares, &report.language));
    text + last + &review_note(report).map_or_else(String::new, |note| format!("\n{note}\n"))
}

fn draw_part(report: &Report, part: &Part, to_terminal: bool) -> String {
    let heading = part.heading(&report.title).map_or_else(|| "\n".to_owned(), |section| format!("\n{section}\n"));
    part.grids.iter().fold(heading, |text, grid| text + &draw_grid(grid, &report.language, to_terminal))
}

fn in_force(report: &Report) -> String {
    let lines = report.options.iter().map(|choice| format!("  {}\n", option_line(choice, &report.language)));
    let lines: String = lines.collect();
    let title = report.language.translate("Options in force");
    if lines.is_empty() { lines } else { format!("\n{title}\n{lines}") }
}
