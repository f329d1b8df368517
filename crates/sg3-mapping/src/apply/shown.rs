//! Cells of the source of which the screen shows another number than they hold, and the mapping does not say which is meant.

use super::selection::Selection;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use sg3_form::values::shown::show_on_screen;
use sg3_lang::{Diagnostic, Diagnostics, Severity};
use sg3_workbook::Shown;

/// Asks once for each line of the mapping without a comment.
pub(crate) fn question_formats(
    mapping: &Mapping,
    files: &[SourceFile],
    lines: &[(usize, Selection)],
    diagnostics: &mut Diagnostics,
) {
    let rules = lines.iter().map(|(number, selection)| (&mapping.rules[*number], selection));
    let silent = rules.filter(|(rule, _)| rule.comment.trim().is_empty());
    let doubts = silent.filter_map(|(rule, selection)| ask(rule, selection, files));
    doubts.for_each(|doubt| diagnostics.add(doubt));
}

fn ask(rule: &MappingRule, selection: &Selection, files: &[SourceFile]) -> Option<Diagnostic> {
    let source = &files[selection.file];
    let mut odd = selection.cells.iter().filter_map(|cell| {
        let shown = source.sheets[selection.sheet].find_shown(cell.row, cell.column);
        let on_screen = show_on_screen(cell.number, shown).filter(|_| !agrees(shown, rule.factor))?;
        Some((cell, on_screen))
    });
    let (cell, on_screen) = odd.next()?;
    let likewise = match odd.count() {
        0 => String::new(),
        1 => "; likewise in 1 more cell of the line".to_owned(),
        others => format!("; likewise in {others} more cells of the line"),
    };
    let held = cell.number;
    let message = format!("the screen shows {on_screen} for {held}, by its number format; {held} was read{likewise}");
    let place = source.place(selection.sheet, cell.row, cell.column);
    let help = "enter the factor by which the figure is meant, or confirm it in the comment of the line";
    Some(Diagnostic::new("shown-otherwise", Severity::Warning, place, message).help(help))
}

/// Whether the factor of the line takes the format into account: millions are multiplied, and amounts that are only shown in
/// thousands are not.
fn agrees(shown: Shown, factor: f64) -> bool {
    match shown {
        Shown::Itself | Shown::Percent => true,
        Shown::TimesTenTo(power) if power > 0 => format!("1e{power}").parse() == Ok(factor),
        Shown::TimesTenTo(_) => factor == 1.0,
        Shown::Time => false,
    }
}
