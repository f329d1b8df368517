//! A sheet as delivered, and the same sheet as it comes back.

use super::change::{Change, ChangeKind};
use super::describe::{describe_cell, describe_column, describe_difference, describe_row};
use super::former;
use super::line_map::LineMap;
use super::normalized_formula::normalize_formula;
use super::sheet_cells::SheetCells;
use crate::book::stored_layout::TITLE;
use crate::book::stored_layout::control::is_display_setting;
use sg3_calc::tolerance::TOLERANCE;
use sg3_workbook::{Cell, Content, format_address, format_column};
use std::collections::BTreeMap;

/// Programs write fifteen digits.
const SAME: f64 = 1e-12;

/// A cell as delivered, and as it comes back.
type WasAndIs<'p> = (Option<&'p Cell>, Option<&'p Cell>);

/// Two sheets, and which line of one is which of the other.
pub(super) struct SheetPair<'p> {
    pub(super) fresh: &'p SheetCells,
    pub(super) returned: &'p SheetCells,
    rows: LineMap,
    columns: LineMap,
    /// How near figures are the same, as a share of the larger.
    near: f64,
}

/// Sheets of the same name, then those of the same title; what is gone, new or renamed.
pub(super) fn pair_sheets<'p>(
    fresh: &'p [SheetCells],
    returned: &'p [SheetCells],
    evaluated_alone: bool,
) -> (Vec<SheetPair<'p>>, Vec<Change>) {
    let mut partners: Vec<Option<&SheetCells>> =
        fresh.iter().map(|sheet| returned.iter().find(|other| other.name == sheet.name)).collect();
    let mut changes = Vec::new();
    for (sheet, partner) in fresh.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
        *partner = find_renamed(sheet, fresh, returned);
        let kind = if partner.is_some() { ChangeKind::SheetRenamed } else { ChangeKind::SheetGone };
        let now = partner.map(|other| other.name.clone()).unwrap_or_default();
        changes.push(Change::of_sheet(kind, sheet.name.clone(), sheet.name.clone(), now));
    }
    for sheet in returned {
        if !partners.iter().flatten().any(|partner| std::ptr::eq(*partner, sheet)) {
            let name = sheet.name.clone();
            changes.push(Change::of_sheet(ChangeKind::SheetAdded, name.clone(), String::new(), name));
        }
    }
    let near = if evaluated_alone { TOLERANCE } else { SAME };
    let pairs = fresh.iter().zip(partners).filter_map(|(sheet, partner)| Some(SheetPair::of(sheet, partner?, near)));
    (pairs.collect(), changes)
}

/// A sheet of the same title, whose name is new.
fn find_renamed<'p>(sheet: &SheetCells, fresh: &[SheetCells], returned: &'p [SheetCells]) -> Option<&'p SheetCells> {
    let title = sheet.title()?;
    let mut new = returned.iter().filter(|other| fresh.iter().all(|sheet| sheet.name != other.name));
    new.find(|other| other.title() == Some(title))
}

impl<'p> SheetPair<'p> {
    fn of(fresh: &'p SheetCells, returned: &'p SheetCells, near: f64) -> SheetPair<'p> {
        let columns = LineMap::of(&texts_of_columns(fresh), &texts_of_columns(returned));
        let fresh_rows = texts_of_rows(fresh, |column| columns.to(column).map(|_| column));
        let returned_rows = texts_of_rows(returned, |column| columns.from(column));
        let rows = LineMap::of(&fresh_rows, &returned_rows);
        SheetPair { fresh, returned, rows, columns, near }
    }

    /// Cells of either sheet by where they were delivered. Lines that are new are reported as such, not cell by cell.
    pub(super) fn cells(&self) -> BTreeMap<(u32, u32), WasAndIs<'p>> {
        let mut cells: BTreeMap<(u32, u32), WasAndIs> = BTreeMap::new();
        for (place, cell) in &self.fresh.cells {
            if self.rows.to(place.0).is_some() && self.columns.to(place.1).is_some() {
                cells.insert(*place, (Some(cell), None));
            }
        }
        for ((row, column), cell) in &self.returned.cells {
            if let (Some(row), Some(column)) = (self.rows.from(*row), self.columns.from(*column)) {
                cells.entry((row, column)).or_default().1 = Some(cell);
            }
        }
        cells
    }

    /// Where a cell as delivered stands now.
    pub(super) fn address(&self, row: u32, column: u32) -> String {
        format_address(self.rows.to(row).unwrap_or(row), self.columns.to(column).unwrap_or(column))
    }

    /// Rows and columns that are gone or new. Of those that held nothing nothing is lost.
    pub(super) fn add_changed_lines(&self, changes: &mut Vec<Change>) {
        for row in self.rows.gone() {
            changes.extend(self.line_gone(ChangeKind::RowGone, row_name(row), describe_row(self.fresh, row)));
        }
        for row in self.rows.added() {
            changes.push(self.line_added(ChangeKind::RowAdded, row_name(row), describe_row(self.returned, row)));
        }
        for column in self.columns.gone() {
            let was = describe_column(self.fresh, column);
            changes.extend(self.line_gone(ChangeKind::ColumnGone, format_column(column), was));
        }
        for column in self.columns.added() {
            let is = describe_column(self.returned, column);
            changes.push(self.line_added(ChangeKind::ColumnAdded, format_column(column), is));
        }
    }

    fn line_gone(&self, kind: ChangeKind, at: String, was: String) -> Option<Change> {
        let change = Change { at, ..Change::of_sheet(kind, self.returned.name.clone(), was, String::new()) };
        (!change.was.is_empty()).then_some(change)
    }

    fn line_added(&self, kind: ChangeKind, at: String, is: String) -> Change {
        Change { at, ..Change::of_sheet(kind, self.returned.name.clone(), String::new(), is) }
    }

    /// What is different in one cell.
    pub(super) fn change(
        &self,
        pairs: &[SheetPair],
        place: (u32, u32),
        was: Option<&Cell>,
        is: Option<&Cell>,
    ) -> Option<Change> {
        let kind = self.kind(pairs, was, is)?;
        let kind = if is_display_setting(&self.fresh.name, place) { ChangeKind::Setting } else { kind };
        let [was, is] = [was, is].map(|cell| cell.map(describe_cell).unwrap_or_default());
        let (was, is) = describe_difference(&was, &is);
        Some(Change {
            kind,
            sheet: self.returned.name.clone(),
            at: self.address(place.0, place.1),
            what: self.fresh.text(place.0, TITLE.1).unwrap_or_default().to_owned(),
            was,
            is,
        })
    }

    fn kind(&self, pairs: &[SheetPair], was: Option<&Cell>, is: Option<&Cell>) -> Option<ChangeKind> {
        let (was, is) = match (was, is) {
            (None, _) => return Some(ChangeKind::Added),
            (Some(was), None) if was.formula.is_some() => return Some(ChangeKind::FormulaReplaced),
            (Some(was), None) => return Some(kind_of_constant(was)),
            (Some(was), Some(is)) => (was, is),
        };
        match (&was.formula, &is.formula) {
            (None, None) => (!is_same(&was.content, &is.content, self.near)).then(|| kind_of_constant(was)),
            (Some(_), None) => Some(ChangeKind::FormulaReplaced),
            (None, Some(_)) => Some(ChangeKind::Formula),
            (Some(old), Some(new)) => {
                let new = new.text.as_deref().unwrap_or_default();
                let is_other = self.is_other_formula(pairs, old.text.as_deref()?, new);
                is_other.then_some(ChangeKind::Formula)
            }
        }
    }

    /// Whether formulas differ, other than by where rows, columns and sheets have moved.
    fn is_other_formula(&self, pairs: &[SheetPair], old: &str, new: &str) -> bool {
        let old = normalize_formula(old, &self.fresh.name, &|sheet, row, column| Some((sheet.to_owned(), row, column)));
        let new = normalize_formula(new, &self.returned.name, &|sheet, row, column| {
            let pair = pairs.iter().find(|pair| pair.returned.name == sheet)?;
            Some((pair.fresh.name.clone(), pair.rows.from(row)?, pair.columns.from(column)?))
        });
        old != new
    }
}

fn row_name(row: u32) -> String {
    (row + 1).to_string()
}

fn kind_of_constant(cell: &Cell) -> ChangeKind {
    if matches!(cell.content, Content::Text(_)) { ChangeKind::Label } else { ChangeKind::Figure }
}

fn is_same(was: &Content, is: &Content, near: f64) -> bool {
    match (was, is) {
        (Content::Number(was) | Content::Date(was), Content::Number(is) | Content::Date(is)) => {
            (was - is).abs() <= near * was.abs().max(is.abs())
        }
        (Content::Text(was), Content::Text(is)) => former::current(was.trim()) == former::current(is.trim()),
        // some programs make a number of words that look like one, such as a year
        (Content::Text(was), Content::Number(is)) => was.trim() == is.to_string(),
        _ => was == is,
    }
}

/// What tells columns from each other: their texts and figures.
fn texts_of_columns(sheet: &SheetCells) -> Vec<Vec<String>> {
    let count = sheet.cells.keys().map(|(_, column)| *column as usize + 1).max().unwrap_or(0);
    let mut columns = vec![Vec::new(); count];
    sheet.constants().for_each(|((_, column), text)| columns[column as usize].push(text));
    columns.iter_mut().for_each(|texts| texts.sort_unstable());
    columns
}

/// What tells rows from each other: their texts and figures, each with the column in which it was delivered. What stands in
/// columns that are gone or new does not count.
fn texts_of_rows(sheet: &SheetCells, delivered: impl Fn(u32) -> Option<u32>) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new(); sheet.last_row() as usize + 1];
    for ((row, column), text) in sheet.constants() {
        rows[row as usize].extend(delivered(column).map(|column| format!("{column} {text}")));
    }
    rows.iter_mut().for_each(|texts| texts.sort_unstable());
    rows
}
