//! Which cells of the source a rule of a mapping takes, and what is wrong with it, if anything.

use super::cell_range::{SheetRef, cells_of_rule};
use super::complaint;
use super::complaint::{rule_error, rule_place};
use super::locate::find_file;
use crate::rules::rule::MappingRule;
use crate::source::cell::SourceValue;
use crate::source::file::SourceFile;
use crate::source::tokens::normalize;
use crate::weights::reconcile::RESIDUE;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::format_address;

/// A cell of the source that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SelectedCell {
    /// Row, from zero.
    pub(crate) row: u32,
    /// Column, from zero.
    pub(crate) column: u32,
    /// What it says.
    pub(crate) number: f64,
}

/// What a rule takes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Selection {
    /// Number of the file.
    pub(crate) file: usize,
    /// Number of the sheet.
    pub(crate) sheet: usize,
    /// Cells, from top to bottom.
    pub(crate) cells: Vec<SelectedCell>,
    /// The part of them that goes to the figure.
    pub(crate) share: f64,
    /// The first cell that should be a number and cannot be read as one, in words.
    pub(crate) unreadable: Option<String>,
}

impl Selection {
    /// What the rule adds to its figure.
    pub(crate) fn value(&self, rule: &MappingRule) -> f64 {
        sum_amounts(self.cells.iter().map(|cell| cell.number)) * rule.multiplier() * self.share
    }
}

/// File and sheet of a rule, if its label still stands there.
pub(crate) fn locate_rule(
    rule: &MappingRule,
    files: &[SourceFile],
    only: bool,
    diagnostics: &mut Diagnostics,
) -> Option<SheetRef> {
    let Some(file) = find_file(&rule.file, files, only) else {
        diagnostics.add(file_not_given(rule));
        return None;
    };
    let source = &files[file];
    let Some(sheet) = source.find(&rule.sheet) else {
        let message = format!("`{}` has no sheet `{}`", source.name(), rule.sheet);
        let near = sg3_lang::diagnostic::near_miss(&rule.sheet, source.sheets.iter().map(|sheet| &*sheet.name));
        diagnostics.add(rule_error(
            rule,
            message,
            &near.unwrap_or_else(|| "correct the sheet in the mapping".to_owned()),
        ));
        return None;
    };
    match label_moved(rule, source, sheet) {
        Some(moved) => {
            diagnostics.add(moved);
            None
        }
        None => Some(SheetRef { file, sheet }),
    }
}

/// The cells of a rule, with every complaint about them.
pub(crate) fn select_cells(
    rule: &MappingRule,
    files: &[SourceFile],
    only: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Selection> {
    let at = locate_rule(rule, files, only, diagnostics)?;
    select_at(rule, files, at, diagnostics)
}

/// The cells of a rule whose sheet is found.
pub(crate) fn select_at(
    rule: &MappingRule,
    files: &[SourceFile],
    at: SheetRef,
    diagnostics: &mut Diagnostics,
) -> Option<Selection> {
    let source = &files[at.file];
    let share = rule_share(rule, source, at.sheet, diagnostics)?;
    let (cells, unreadable) = select_numbers(rule, source, at.sheet, diagnostics);
    if cells.is_empty() {
        let message = format!("the cells of the line for `{}` contain no number", rule.figure);
        diagnostics.add(
            rule_error(rule, message, "correct the cells or the rule for rows")
                .note_at(first_cell(rule, source, at.sheet), "expected here"),
        );
        return None;
    }
    Some(Selection { file: at.file, sheet: at.sheet, cells, share, unreadable })
}

/// Said once for all rules of a file.
fn file_not_given(rule: &MappingRule) -> Diagnostic {
    let (sg3_calc::Origin::Cell { file, .. } | sg3_calc::Origin::Line { file, .. }) = &rule.origin else {
        return rule_error(rule, format!("the file `{}` is not given", rule.file), "name it on the command line");
    };
    let place = Place::Data(DataPlace { file: file.to_string(), at: "About".to_owned() });
    let message = format!("the mapping needs the file `{}`, which is not given", rule.file);
    Diagnostic::new("wrong-mapping", Severity::Error, place, message)
        .help("name the file on the command line, or correct its name in the mapping")
}

fn first_cell(rule: &MappingRule, source: &SourceFile, sheet: usize) -> Place {
    let first = rule.cells.first();
    source.place(sheet, first.map_or(0, |area| area.top), first.map_or(0, |area| area.left))
}

/// Whether the label is no longer where it was when the rule was confirmed.
fn label_moved(rule: &MappingRule, source: &SourceFile, sheet: usize) -> Option<Diagnostic> {
    let (row, column) = rule.label_at?;
    let label = rule.first_label();
    let wanted = normalize(label);
    let now = source.sheets[sheet].cell(row, column).map(SourceValue::text).unwrap_or_default();
    let found = normalize(&now);
    if !found.is_empty() && (found.contains(&wanted) || wanted.contains(&found)) {
        return None;
    }
    let said = if now.is_empty() { "nothing".to_owned() } else { format!("`{now}`") };
    let message = format!("`{label}` was confirmed here for `{}`, but the cell now contains {said}", rule.figure);
    let elsewhere = source.sheets[sheet].rows.iter().find_map(|row| {
        let cell = row.cells.iter().find(|cell| normalize(&cell.value.shown()) == wanted)?;
        Some((row.row, cell.column))
    });
    let help = match elsewhere {
        Some((row, column)) => {
            format!("the label is now at {}: update the mapping with `sg3 map ... --map`", format_address(row, column))
        }
        None => "update the mapping with `sg3 map ... --map`, and review the line".to_owned(),
    };
    let diagnostic = Diagnostic::new("label-moved", Severity::Error, source.place(sheet, row, column), message);
    Some(diagnostic.note_at(rule_place(&rule.origin), "the line of the mapping").help(help))
}

/// The part that goes to the figure.
pub(crate) fn rule_share(
    rule: &MappingRule,
    source: &SourceFile,
    sheet: usize,
    diagnostics: &mut Diagnostics,
) -> Option<f64> {
    let share = rule.share.amount(source, sheet);
    if share.is_none() {
        let message = format!("the share `{}` of the line for `{}` is not a number", rule.share, rule.figure);
        diagnostics.add(rule_error(
            rule,
            message,
            "enter a share such as 35 %, or cells that contain numbers: `Keys!D5/D12`",
        ));
    }
    share
}

fn select_numbers(
    rule: &MappingRule,
    source: &SourceFile,
    sheet: usize,
    diagnostics: &mut Diagnostics,
) -> (Vec<SelectedCell>, Option<String>) {
    let (mut cells, mut unreadable): (Vec<SelectedCell>, Option<String>) = (Vec::new(), None);
    for (row, cell) in cells_of_rule(rule, &source.sheets[sheet]) {
        // Areas may overlap.
        if cells.iter().rev().take(4).any(|known| (known.row, known.column) == (row, cell.column)) {
            continue;
        }
        if let Some(number) = cell.value.number() {
            cells.push(SelectedCell { row, column: cell.column, number });
        } else if let Some(complaint) = unusable_cell(rule, source, (sheet, row, cell.column), &cell.value) {
            unreadable.get_or_insert_with(|| cell.value.text());
            diagnostics.add(complaint);
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    (cells, unreadable)
}

/// What is wrong with a cell that holds no number; words in whole columns are headings.
fn unusable_cell(
    rule: &MappingRule,
    source: &SourceFile,
    (sheet, row, column): (usize, u32, u32),
    value: &SourceValue,
) -> Option<Diagnostic> {
    let place = source.place(sheet, row, column);
    let error = |message: String, help: &str| {
        let diagnostic = Diagnostic::new("wrong-value", Severity::Error, place.clone(), message);
        Some(diagnostic.note_at(complaint::rule_place(&rule.origin), "the line of the mapping").help(help))
    };
    let is_column = rule.cells.iter().any(|area| area.bottom == sg3_workbook::ROWS - 1);
    match value {
        SourceValue::Error(text) => error(
            format!("the cell contains the error `{text}`"),
            "have the formula in the source file corrected, or exclude the cell in the mapping",
        ),
        SourceValue::Uncalculated => error(
            "the cell contains a formula that was never calculated".to_owned(),
            "open the source file in a spreadsheet program, recalculate and save it",
        ),
        SourceValue::Either(text, one, other) => {
            error(format!("`{text}` is text, and could be {one} or {other}"), "make it a number in the source file")
        }
        SourceValue::Day(day) if !is_column => error(
            format!("the date {} is given where the mapping expects a number", sg3_lang::day::write(*day)),
            "correct the cells of the line, or exclude this cell",
        ),
        SourceValue::Words(text) if !is_column && value.label().is_some() => error(
            format!("`{text}` is given where the mapping expects a number"),
            "correct the cells of the line, or exclude this cell",
        ),
        _ => None,
    }
}

/// A sum; nothing where amounts cancel but for their last digits, as a ledger that balances.
fn sum_amounts(amounts: impl Iterator<Item = f64>) -> f64 {
    let (sum, size) = amounts.fold((0.0, 0.0), |(sum, size), amount: f64| (sum + amount, size + amount.abs()));
    if f64::abs(sum) < RESIDUE * size { 0.0 } else { sum }
}
