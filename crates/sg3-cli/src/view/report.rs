//! The results of a run, for people.

use super::evidence::draw_evidence;
use super::table::{draw_grid, width};
use sg3_report::grid::parts;
use sg3_report::{Choice, Report, checks_summary, incomplete_line, option_line};

/// Title, options in force, outputs by section, checks. To a terminal, tables adapt to its width.
pub(crate) fn draw_report(report: &Report, to_terminal: bool) -> String {
    let mut text = incomplete_line(report).map_or_else(String::new, |line| line + "\n\n");
    text += &format!("{}  ({})\n", report.title, report.model);
    text += &in_force(&report.options);
    for part in parts(report, width(to_terminal)) {
        text += &part.heading(&report.title).map_or_else(|| "\n".to_owned(), |section| format!("\n{section}\n"));
        part.grids.iter().for_each(|grid| text += &draw_grid(grid, to_terminal));
    }
    report.evidence.iter().for_each(|shares| text += &draw_evidence(shares));
    checks_summary(report).into_iter().for_each(|summary| text += &format!("\n{summary}\n"));
    text
}

fn in_force(options: &[Choice]) -> String {
    let lines: String = options.iter().map(|choice| format!("  {}\n", option_line(choice))).collect();
    if lines.is_empty() { lines } else { format!("\nOptions in force\n{lines}") }
}
