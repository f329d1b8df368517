//! A sheet as delivered, and the same sheet as it comes back.

use super::align::align;
use super::former;
use super::formula::comparable;
use super::page::Page;
use super::said::{apart, text, words_of_column, words_of_row};
use super::{Change, ChangeKind};
use crate::draw::control::is_setting;
use sg3_workbook::{Cell, Content, address, column_letters};
use std::collections::BTreeMap;

/// Programs write fifteen digits.
const SAME: f64 = 1e-12;

/// A cell as delivered, and as it comes back.
type WasAndIs<'p> = (Option<&'p Cell>, Option<&'p Cell>);

/// Two sheets, and which line of one is which of the other.
pub struct Pair<'p> {
    pub fresh: &'p Page,
    pub returned: &'p Page,
    rows: Lines,
    columns: Lines,
}

/// Where lines went, and where they came from.
struct Lines {
    to: Vec<Option<usize>>,
    from: Vec<Option<usize>>,
}

/// Sheets of the same name, then those of the same title; what is gone, new or renamed.
pub fn pairs<'p>(fresh: &'p [Page], returned: &'p [Page]) -> (Vec<Pair<'p>>, Vec<Change>) {
    let mut partners: Vec<Option<&Page>> =
        fresh.iter().map(|page| returned.iter().find(|other| other.name == page.name)).collect();
    let mut changes = Vec::new();
    let title = |page: &Page| page.words(0, 1).map(str::to_owned);
    for (page, partner) in fresh.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
        let is_new = |other: &&Page| fresh.iter().all(|page| page.name != other.name);
        *partner = returned.iter().filter(is_new).find(|other| title(other).is_some() && title(other) == title(page));
        let kind = if partner.is_some() { ChangeKind::SheetRenamed } else { ChangeKind::SheetGone };
        let now = partner.map(|page| page.name.clone()).unwrap_or_default();
        changes.push(of_sheet(kind, page.name.clone(), page.name.clone(), now));
    }
    for page in returned {
        if !partners.iter().flatten().any(|partner| std::ptr::eq(*partner, page)) {
            changes.push(of_sheet(ChangeKind::SheetAdded, page.name.clone(), String::new(), page.name.clone()));
        }
    }
    let pairs = fresh.iter().zip(partners).filter_map(|(page, partner)| Some(Pair::of(page, partner?))).collect();
    (pairs, changes)
}

fn of_sheet(kind: ChangeKind, sheet: String, was: String, is: String) -> Change {
    Change { kind, sheet, at: String::new(), what: String::new(), was, is }
}

impl<'p> Pair<'p> {
    fn of(fresh: &'p Page, returned: &'p Page) -> Pair<'p> {
        let columns = Lines::of(&columns(fresh), &columns(returned));
        let still = |column: u32| columns.to(column).map(|_| column);
        let rows = Lines::of(&rows(fresh, &still), &rows(returned, &|column| columns.from(column)));
        Pair { fresh, returned, rows, columns }
    }

    /// Cells of either sheet by where they were delivered. Lines that are new are told as such, not cell by cell.
    pub fn cells(&self) -> BTreeMap<(u32, u32), WasAndIs<'p>> {
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
    pub fn address(&self, row: u32, column: u32) -> String {
        let (row, column) = (self.rows.to(row).unwrap_or(row), self.columns.to(column).unwrap_or(column));
        address(row, column)
    }

    /// Rows and columns that are gone or new. Of those that held nothing nothing is lost.
    pub fn lines_gone_and_added(&self, changes: &mut Vec<Change>) {
        let (fresh, returned) = (self.fresh, self.returned);
        let change = |kind, at: String, was: String, is: String| Change {
            kind,
            sheet: returned.name.clone(),
            at,
            what: String::new(),
            was,
            is,
        };
        let gone = |kind, at, words: String| (!words.is_empty()).then(|| change(kind, at, words, String::new()));
        let row = |line: u32| (line + 1).to_string();
        let rows = self.rows.gone().filter_map(|line| gone(ChangeKind::RowGone, row(line), words_of_row(fresh, line)));
        changes.extend(rows);
        let rows = self.rows.added();
        changes.extend(
            rows.map(|line| change(ChangeKind::RowAdded, row(line), String::new(), words_of_row(returned, line))),
        );
        let columns = self.columns.gone();
        changes.extend(
            columns.filter_map(|line| gone(ChangeKind::ColumnGone, column_letters(line), words_of_column(fresh, line))),
        );
        let columns = self.columns.added();
        changes.extend(columns.map(|line| {
            change(ChangeKind::ColumnAdded, column_letters(line), String::new(), words_of_column(returned, line))
        }));
    }

    /// What is different in one cell.
    pub fn change(&self, pairs: &[Pair], place: (u32, u32), was: Option<&Cell>, is: Option<&Cell>) -> Option<Change> {
        let kind = self.kind(pairs, was, is)?;
        let kind = if is_setting(&self.fresh.name, place) { ChangeKind::Setting } else { kind };
        let text = |cell: Option<&Cell>| cell.map(text).unwrap_or_default();
        let (was, is) = apart(&text(was), &text(is));
        Some(Change {
            kind,
            sheet: self.returned.name.clone(),
            at: self.address(place.0, place.1),
            what: self.fresh.words(place.0, 1).unwrap_or_default().to_owned(),
            was,
            is,
        })
    }

    fn kind(&self, pairs: &[Pair], was: Option<&Cell>, is: Option<&Cell>) -> Option<ChangeKind> {
        let (Some(was), Some(is)) = (was, is) else {
            let gone = was.map(|was| if was.formula.is_some() { ChangeKind::FormulaReplaced } else { of_content(was) });
            return gone.or(Some(ChangeKind::Added));
        };
        match (&was.formula, &is.formula) {
            (None, None) => (!same(&was.content, &is.content)).then(|| of_content(was)),
            (Some(_), None) => Some(ChangeKind::FormulaReplaced),
            (None, Some(_)) => Some(ChangeKind::Formula),
            (Some(old), Some(new)) => {
                let back = |sheet: &str, row: u32, column: u32| {
                    let pair = pairs.iter().find(|pair| pair.returned.name == sheet)?;
                    Some((pair.fresh.name.clone(), pair.rows.from(row)?, pair.columns.from(column)?))
                };
                let still = |sheet: &str, row: u32, column: u32| Some((sheet.to_owned(), row, column));
                let old = comparable(old.text.as_deref()?, &self.fresh.name, &still);
                let new = comparable(new.text.as_deref().unwrap_or_default(), &self.returned.name, &back);
                (old != new).then_some(ChangeKind::Formula)
            }
        }
    }
}

fn of_content(cell: &Cell) -> ChangeKind {
    if matches!(cell.content, Content::Text(_)) { ChangeKind::Label } else { ChangeKind::Figure }
}

fn same(was: &Content, is: &Content) -> bool {
    match (was, is) {
        (Content::Number(was) | Content::Date(was), Content::Number(is) | Content::Date(is)) => {
            (was - is).abs() <= SAME * was.abs().max(is.abs())
        }
        (Content::Text(was), Content::Text(is)) => former::current(was.trim()) == former::current(is.trim()),
        // some programs make a number of words that look like one, such as a year
        (Content::Text(was), Content::Number(is)) => was.trim() == is.to_string(),
        _ => was == is,
    }
}

/// What tells columns from each other: their words and figures.
fn columns(page: &Page) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new(); page.cells.keys().map(|(_, column)| *column as usize + 1).max().unwrap_or(0)];
    page.said().for_each(|((_, column), words)| found[column as usize].push(words));
    found.iter_mut().for_each(|words| words.sort_unstable());
    found
}

/// What tells rows from each other: their words and figures, each with the column in which it was delivered. What stands in
/// columns that are gone or new does not count.
fn rows(page: &Page, delivered: &dyn Fn(u32) -> Option<u32>) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new(); page.last_row() as usize + 1];
    for ((row, column), words) in page.said() {
        found[row as usize].extend(delivered(column).map(|column| format!("{column} {words}")));
    }
    found.iter_mut().for_each(|words| words.sort_unstable());
    found
}

impl Lines {
    fn of(fresh: &[Vec<String>], returned: &[Vec<String>]) -> Lines {
        let to = align(fresh, returned);
        let mut from = vec![None; returned.len()];
        to.iter().enumerate().for_each(|(line, other)| {
            if let Some(other) = other {
                from[*other] = Some(line);
            }
        });
        Lines { to, from }
    }

    fn to(&self, line: u32) -> Option<u32> {
        self.to.get(line as usize).copied().flatten().map(|line| line as u32)
    }

    /// Lines past the last are where they were.
    fn from(&self, line: u32) -> Option<u32> {
        match self.from.get(line as usize) {
            Some(from) => from.map(|line| line as u32),
            None => Some(line + self.to.len() as u32 - self.from.len() as u32),
        }
    }

    fn gone(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.to.len() as u32).filter(|line| self.to(*line).is_none())
    }

    fn added(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.from.len() as u32).filter(|line| self.from[*line as usize].is_none())
    }
}
