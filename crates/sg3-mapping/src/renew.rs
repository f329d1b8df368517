//! A mapping for next year's files: what stands where it stood, or can be found again, stays confirmed; the rest is new.

pub(crate) mod list;

use crate::dictionary::Dictionary;
use crate::entry::{Entry, Figure, Mapping};
use crate::foreign::{Foreign, Says};
use crate::found::Found;
use crate::lexicon::Lexicon;
use crate::list::Meaning;
use crate::propose::{Wishes, propose};
use crate::target::Members;
use crate::words::folded;
use crate::{found, period, taken};
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_workbook::{Area, ROWS};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A mapping brought up to date.
#[derive(Debug, Clone)]
pub struct Renewed {
    /// Lines that somebody must look at come first.
    pub mapping: Mapping,
    /// Lines that are as they were.
    pub kept: usize,
    /// Lines whose cells have moved and were found again.
    pub moved: usize,
    /// Lines that are proposed anew, or lost.
    pub new: usize,
    /// Words of theirs that nobody has given a meaning yet.
    pub words: usize,
}

/// Brings a confirmed mapping up to date with files of theirs.
pub fn renew(
    last: &Mapping,
    model: &Model,
    respondent: Respondent,
    files: &[Foreign],
    dictionary: &Dictionary,
    wishes: Wishes,
) -> Renewed {
    let fresh = propose(model, respondent, files, dictionary, wishes);
    let lexicon = Lexicon::of(model, dictionary, &Members::of_model(model, respondent));
    let found = found::find(files, &lexicon);
    let shift = fresh.year.zip(last.year).map_or(0, |(now, then)| now - then);
    let search = Search { files, found: &found, shift, only: last.files.len() <= 1 };
    let (mut kept, mut moved) = (Vec::new(), Vec::new());
    for entry in last.entries.iter().filter(|entry| !entry.is_open()) {
        let entry = &Entry { figure: later_figure(model, &entry.figure, shift), ..entry.clone() };
        let again = if entry.is_list() { search.list_again(entry, &fresh.entries) } else { search.again(entry) };
        match again {
            Some(again) if again.cells == entry.cells && again.sheet == entry.sheet => kept.push(again),
            Some(again) => moved.push(again),
            None => {}
        }
    }
    let known: BTreeSet<_> = kept.iter().chain(&moved).map(|entry| entry.figure.clone()).collect();
    let new: Vec<Entry> = fresh
        .entries
        .into_iter()
        .filter(|entry| !known.contains(&entry.figure))
        .map(|entry| remembered(entry, last))
        .collect();
    let (counts, count_new) = ((kept.len(), moved.len()), new.iter().filter(|entry| !entry.is_open()).count());
    let entries = new.into_iter().chain(moved).chain(kept).collect();
    let (meanings, words) = meanings(fresh.meanings, last);
    let mapping =
        Mapping { entries, meanings, year: fresh.year, files: fresh.files, signed: Vec::new(), ..last.clone() };
    Renewed { mapping, kept: counts.0, moved: counts.1, new: count_new, words }
}

/// Words that are new come first, then those of last year.
fn meanings(fresh: Vec<Meaning>, last: &Mapping) -> (Vec<Meaning>, usize) {
    let is_known = |new: &Meaning| last.meanings.iter().any(|old| old.of == new.of && old.word == new.word);
    let new: Vec<Meaning> = fresh.into_iter().filter(|meaning| !is_known(meaning)).collect();
    let count = new.len();
    (new.into_iter().chain(last.meanings.clone()).collect(), count)
}

/// The figure of the same column a year later, where years are an axis.
fn later_figure(model: &Model, figure: &Figure, by: i32) -> Figure {
    let Some(id) = model.find_quantity(&figure.input) else { return figure.clone() };
    let axes = &model.quantity(id).axes;
    let key = |(position, key): (usize, &Arc<str>)| {
        let is_time = axes.get(position).is_some_and(|axis| model.dimension(axis.dimension).step.is_some());
        if is_time { Arc::from(later(key, by)) } else { key.clone() }
    };
    Figure { input: figure.input.clone(), place: figure.place.iter().enumerate().map(key).collect() }
}

/// A new line says what the figure was last year.
fn remembered(entry: Entry, last: &Mapping) -> Entry {
    let was = last.entries.iter().find(|was| was.figure == entry.figure && !was.is_open());
    let Some(was) = was else { return entry };
    let then = format!("was “{}”, {} {}", was.label, was.sheet, crate::column::read::areas(&was.cells));
    let why = if entry.why.is_empty() { then } else { format!("{then}; now {}", entry.why) };
    Entry { why, ..entry }
}

pub(crate) struct Search<'a> {
    files: &'a [Foreign],
    found: &'a [Found],
    /// Years between the two.
    shift: i32,
    only: bool,
}

impl Search<'_> {
    /// The line where its label and heading are now; nothing if they are not to be found.
    fn again(&self, entry: &Entry) -> Option<Entry> {
        let file = taken::file(&entry.file, self.files, self.only).or_else(|| self.file_of(&entry.sheet))?;
        let sheet = self.sheet(file, &entry.sheet)?;
        let (down, label_at) = self.label(entry, file, sheet)?;
        let cells: Option<Vec<Area>> =
            entry.cells.iter().map(|area| self.area(entry, (file, sheet), area, down)).collect();
        let again = Entry {
            file: self.files[file].name().to_owned(),
            sheet: self.files[file].sheets[sheet].name.to_string(),
            cells: cells?,
            left_out: entry.left_out.iter().filter_map(|area| self.area(entry, (file, sheet), area, down)).collect(),
            rows: self.rule(entry),
            heading: later(&entry.heading, self.shift),
            label_at,
            ..entry.clone()
        };
        let stands = taken::take(&again, self.files, self.only, &mut Vec::new()).is_some();
        stands.then_some(again)
    }

    fn file_of(&self, sheet: &str) -> Option<usize> {
        (0..self.files.len()).find(|file| self.sheet(*file, sheet).is_some())
    }

    fn sheet(&self, file: usize, name: &str) -> Option<usize> {
        self.files[file].find(&later(name, self.shift)).or_else(|| self.files[file].find(name))
    }

    fn rule(&self, entry: &Entry) -> crate::rule::Rule {
        crate::rule::Rule::parse(&later(&entry.rows.to_string(), self.shift)).unwrap_or_else(|_| entry.rows.clone())
    }

    /// By how many rows the label has moved, and where it is now. Of a label that is there several times, the same of them.
    fn label(&self, entry: &Entry, file: usize, sheet: usize) -> Option<(i64, Option<(u32, u32)>)> {
        // Without a label nothing says whether cells still hold the same; a rule finds its rows wherever they are.
        let Some((row, column)) = entry.label_at else { return (!entry.rows.is_empty()).then_some((0, None)) };
        let theirs = &self.files[file].sheets[sheet];
        let label = entry.first_label();
        let wanted = [folded(label), folded(&later(label, self.shift))];
        let is_it = |says: &Says| {
            let text = folded(&says.text());
            wanted.iter().any(|wanted| text.starts_with(&**wanted))
                || (!text.is_empty() && wanted[0].ends_with(&text) && says.words().is_some())
        };
        if theirs.cell(row, column).is_some_and(is_it) {
            return Some((0, Some((row, column))));
        }
        let places = theirs.rows.iter().filter(|row| row.cell(column).is_some_and(is_it)).map(|row| row.row);
        let nearest = places.min_by_key(|other| other.abs_diff(row))?;
        Some((i64::from(nearest) - i64::from(row), Some((nearest, column))))
    }

    fn area(&self, entry: &Entry, place: (usize, usize), area: &Area, down: i64) -> Option<Area> {
        if area.bottom == ROWS - 1 {
            return self.column(entry, place, 0, area.left).map(|column| Area { left: column, right: column, ..*area });
        }
        let (top, bottom) = (shifted(area.top, down)?, shifted(area.bottom, down)?);
        let column = self.column(entry, place, top, area.left)?;
        Some(Area { top, bottom, left: column, right: column + (area.right - area.left) })
    }

    /// The column whose heading is the old one, years moved on: where it was, or elsewhere in the table.
    fn column(&self, entry: &Entry, (file, sheet): (usize, usize), row: u32, column: u32) -> Option<u32> {
        let wanted = folded(&later(&entry.heading, self.shift));
        let here = self.found.iter().filter(|found| found.file == file && found.table.sheet == sheet);
        let tables = here.filter(|found| row == 0 || found.table.lines.iter().any(|line| line.row == row));
        let heads: Vec<(u32, String)> = tables
            .flat_map(|found| &found.table.heads)
            .map(|head| (head.column, folded(&head.words.join(" · "))))
            .collect();
        let same = |head: &&(u32, String)| head.1 == wanted;
        let there = heads.iter().filter(same).find(|head| head.0 == column).or_else(|| heads.iter().find(same));
        let is_below = || wanted.is_empty() || self.stands_above(&wanted, (file, sheet), row, column);
        there.map(|head| head.0).or_else(|| is_below().then_some(column))
    }

    /// Whether the words of a heading stand in the column itself, where no head was made out.
    fn stands_above(&self, wanted: &str, (file, sheet): (usize, usize), row: u32, column: u32) -> bool {
        let above = self.files[file].sheets[sheet].between(0, row);
        above.iter().filter_map(|row| row.cell(column)).any(|says| folded(&says.text()) == wanted)
    }
}

fn shifted(row: u32, by: i64) -> Option<u32> {
    u32::try_from(i64::from(row) + by).ok().filter(|row| *row < ROWS)
}

/// A text with the years in it moved on.
pub(crate) fn later(text: &str, by: i32) -> String {
    let Some(year) = period::year(text).filter(|_| by != 0) else { return text.to_owned() };
    let digits = |year: i32, nought: char| -> String {
        year.to_string()
            .chars()
            .map(|digit| char::from_u32(nought as u32 + (digit as u32 - '0' as u32)).unwrap_or(digit))
            .collect()
    };
    let moved = text.replace(&digits(year, '0'), &digits(year + by, '0'));
    moved.replace(&digits(year, '٠'), &digits(year + by, '٠'))
}
