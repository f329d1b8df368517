//! Which cells of theirs a line of a mapping takes, and what is wrong with it, if anything.

use crate::entry::Entry;
use crate::foreign::{Foreign, Says};
use crate::share::{KeyCell, Share};
use crate::words::folded;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::address;

/// What is less than this part of the amounts that are added is nothing.
const RESIDUE: f64 = 1e-12;

/// A cell of theirs that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TakenCell {
    /// Row, from zero.
    pub row: u32,
    /// Column, from zero.
    pub column: u32,
    /// What it says.
    pub number: f64,
}

/// What a line takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Number of the file.
    pub file: usize,
    /// Number of the sheet.
    pub sheet: usize,
    /// Cells, from top to bottom.
    pub cells: Vec<TakenCell>,
    /// The part of them that goes to the figure.
    pub share: f64,
}

impl Taken {
    /// What the line adds to its figure.
    pub fn value(&self, entry: &Entry) -> f64 {
        total(self.cells.iter().map(|cell| cell.number)) * entry.multiplier() * self.share
    }
}

/// The file that a line names, or the same of another year; the only one, if there is but one and the mapping knows but one.
pub fn file(name: &str, files: &[Foreign], only: bool) -> Option<usize> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let named = files.iter().position(|file| file.name() == name);
    let of_other_year = || {
        let mut alike = files.iter().enumerate().filter(|(_, file)| is_same_but_for_year(file.name(), name));
        alike.next().filter(|_| alike.next().is_none()).map(|(number, _)| number)
    };
    named.or_else(of_other_year).or((only && files.len() == 1).then_some(0))
}

/// `ledger-2024.xlsx` and `ledger-2025.xlsx`.
pub fn is_same_but_for_year(one: &str, other: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    letters(one) == letters(other)
}

/// File and sheet of a line, by number, if its label still stands there.
pub fn stands(
    entry: &Entry,
    files: &[Foreign],
    only: bool,
    complaints: &mut Vec<Diagnostic>,
) -> Option<(usize, usize)> {
    let Some(number) = file(&entry.file, files, only) else {
        complaints.push(not_given(entry));
        return None;
    };
    let theirs = &files[number];
    let Some(sheet) = theirs.find(&entry.sheet) else {
        let message = format!("`{}` has no sheet `{}`", theirs.name(), entry.sheet);
        let near = sg3_lang::diagnostic::near_miss(&entry.sheet, theirs.sheets.iter().map(|sheet| &*sheet.name));
        complaints.push(wrong(entry, message, &near.unwrap_or_else(|| "correct the sheet in the mapping".to_owned())));
        return None;
    };
    let moved = moved(entry, theirs, sheet);
    let stands = moved.is_none();
    complaints.extend(moved);
    stands.then_some((number, sheet))
}

/// The cells of a line, with every complaint about them.
pub fn take(entry: &Entry, files: &[Foreign], only: bool, complaints: &mut Vec<Diagnostic>) -> Option<Taken> {
    let (number, sheet) = stands(entry, files, only, complaints)?;
    let theirs = &files[number];
    let share = share(entry, theirs, sheet, complaints)?;
    let cells = numbers(entry, theirs, sheet, complaints);
    if cells.is_empty() {
        let message = format!("the cells of the line for `{}` contain no number", entry.figure);
        complaints.push(
            wrong(entry, message, "correct the cells or the rule for rows")
                .note_at(place_of(entry, theirs, sheet), "expected here"),
        );
        return None;
    }
    Some(Taken { file: number, sheet, cells, share })
}

/// Said once for all lines of a file.
fn not_given(entry: &Entry) -> Diagnostic {
    let (sg3_calc::Origin::Cell { file, .. } | sg3_calc::Origin::Line { file, .. }) = &entry.origin else {
        return wrong(entry, format!("the file `{}` is not given", entry.file), "name it on the command line");
    };
    let place = Place::Data(DataPlace { file: file.to_string(), at: "About".to_owned() });
    let message = format!("the mapping needs the file `{}`, which is not given", entry.file);
    Diagnostic::new("wrong-mapping", Severity::Error, place, message)
        .help("name the file on the command line, or correct its name in the mapping")
}

/// A complaint about the line itself.
pub fn wrong(entry: &Entry, message: String, help: &str) -> Diagnostic {
    Diagnostic::new("wrong-mapping", Severity::Error, place(&entry.origin), message).help(help)
}

/// Where a line of the mapping stands.
pub fn place(origin: &sg3_calc::Origin) -> Place {
    let data = |file: &str, at: String| Place::Data(DataPlace { file: file.to_owned(), at });
    match origin {
        sg3_calc::Origin::Cell { file, sheet, row, column } => {
            data(file, format!("{sheet}!{}", address(*row, *column)))
        }
        sg3_calc::Origin::Line { file, line } => data(file, format!("line {line}")),
        _ => Place::Nowhere,
    }
}

fn place_of(entry: &Entry, theirs: &Foreign, sheet: usize) -> Place {
    let first = entry.cells.first();
    theirs.place(sheet, first.map_or(0, |area| area.top), first.map_or(0, |area| area.left))
}

/// Whether their label is no longer where it was when the line was confirmed.
fn moved(entry: &Entry, theirs: &Foreign, sheet: usize) -> Option<Diagnostic> {
    let (row, column) = entry.label_at?;
    let label = entry.first_label();
    let wanted = folded(label);
    let now = theirs.sheets[sheet].cell(row, column).map(Says::text).unwrap_or_default();
    let found = folded(&now);
    if !found.is_empty() && (found.contains(&wanted) || wanted.contains(&found)) {
        return None;
    }
    let said = if now.is_empty() { "nothing".to_owned() } else { format!("`{now}`") };
    let message = format!("`{label}` was confirmed here for `{}`, but the cell now contains {said}", entry.figure);
    let elsewhere = theirs.sheets[sheet].rows.iter().find_map(|row| {
        let cell = row.cells.iter().find(|cell| folded(&cell.says.text()) == wanted)?;
        Some((row.row, cell.column))
    });
    let help = match elsewhere {
        Some((row, column)) => {
            format!("the label is now at {}: update the mapping with `sg3 map ... --map`", address(row, column))
        }
        None => "update the mapping with `sg3 map ... --map`, and review the line".to_owned(),
    };
    let diagnostic = Diagnostic::new("label-moved", Severity::Error, theirs.place(sheet, row, column), message);
    Some(diagnostic.note_at(place(&entry.origin), "the line of the mapping").help(help))
}

/// The part that goes to the figure.
pub fn share(entry: &Entry, theirs: &Foreign, sheet: usize, complaints: &mut Vec<Diagnostic>) -> Option<f64> {
    let cell = |key: &KeyCell| {
        let sheet = key.sheet.as_ref().map_or(Some(sheet), |name| theirs.find(name))?;
        theirs.number(sheet, key.at.0, key.at.1)
    };
    let share = match &entry.share {
        Share::All => Some(1.0),
        Share::Fixed(share) => Some(*share),
        Share::Key(one, None) => cell(one),
        Share::Key(one, Some(all)) => cell(one).zip(cell(all).filter(|all| *all != 0.0)).map(|(one, all)| one / all),
    };
    if share.is_none() {
        let message = format!("the share `{}` of the line for `{}` is not a number", entry.share, entry.figure);
        complaints.push(wrong(
            entry,
            message,
            "enter a share such as 35 %, or cells that contain numbers: `Keys!D5/D12`",
        ));
    }
    share
}

fn numbers(entry: &Entry, theirs: &Foreign, sheet: usize, complaints: &mut Vec<Diagnostic>) -> Vec<TakenCell> {
    let mut cells: Vec<TakenCell> = Vec::new();
    for area in &entry.cells {
        for row in theirs.sheets[sheet].between(area.top, area.bottom).iter().filter(|row| entry.rows.holds(row)) {
            for cell in row.cells.iter().filter(|cell| (area.left..=area.right).contains(&cell.column)) {
                let is_left_out = entry.left_out.iter().any(|area| area.contains(row.row, cell.column));
                let is_known =
                    cells.iter().rev().take(4).any(|known| (known.row, known.column) == (row.row, cell.column));
                if is_left_out || is_known {
                    continue;
                }
                match cell.says.number() {
                    Some(number) => cells.push(TakenCell { row: row.row, column: cell.column, number }),
                    None => complaints.extend(unusable(entry, theirs, (sheet, row.row, cell.column), &cell.says)),
                }
            }
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    cells
}

/// What is wrong with a cell that holds no number; words in whole columns are headings.
fn unusable(
    entry: &Entry,
    theirs: &Foreign,
    (sheet, row, column): (usize, u32, u32),
    says: &Says,
) -> Option<Diagnostic> {
    let place = theirs.place(sheet, row, column);
    let error = |message: String, help: &str| {
        let diagnostic = Diagnostic::new("wrong-value", Severity::Error, place.clone(), message);
        Some(diagnostic.note_at(self::place(&entry.origin), "the line of the mapping").help(help))
    };
    let is_column = entry.cells.iter().any(|area| area.bottom == sg3_workbook::ROWS - 1);
    match says {
        Says::Error(text) => error(
            format!("the cell contains the error `{text}`"),
            "have the formula in the source file corrected, or exclude the cell in the mapping",
        ),
        Says::Either(text, one, other) => {
            error(format!("`{text}` is text, and could be {one} or {other}"), "make it a number in the source file")
        }
        Says::Words(text) if !is_column && says.words().is_some() => error(
            format!("`{text}` is given where the mapping expects a number"),
            "correct the cells of the line, or exclude this cell",
        ),
        _ => None,
    }
}

/// A sum; nothing where amounts cancel but for their last digits, as a ledger that balances.
fn total(amounts: impl Iterator<Item = f64>) -> f64 {
    let (sum, size) = amounts.fold((0.0, 0.0), |(sum, size), amount: f64| (sum + amount, size + amount.abs()));
    if f64::abs(sum) < RESIDUE * size { 0.0 } else { sum }
}
