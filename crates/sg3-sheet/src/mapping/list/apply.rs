//! Lists of theirs as values of a layer.

use super::members::{self, Roll};
use super::spot::{Sheet, spots};
use super::{Keys, value};
use crate::mapping::entry::{EACH, Entry, Mapping};
use crate::mapping::foreign::{Foreign, Says};
use crate::mapping::taken::{self, Taken, TakenCell};
use crate::read::matcher::Matchers;
use crate::read::value::Complaint;
use sg3_calc::{Datum, Layer, MemberEntry, Value};
use sg3_lang::model::{DimensionId, Members, Quantity, QuantityId};
use sg3_lang::{Diagnostic, Diagnostics, Model, Severity};
use std::collections::HashMap;
use std::sync::Arc;

/// What lists are read with.
struct Lists<'a> {
    model: &'a Model,
    files: &'a [Foreign],
    roll: Roll,
    matchers: Matchers,
}

/// A line, the input that it fills, and where it stands.
#[derive(Clone, Copy)]
struct Line<'a> {
    entry: &'a Entry,
    quantity: &'a Quantity,
    id: QuantityId,
    at: Sheet,
    share: f64,
}

/// Reads every line for a list: members first, then values. Amounts taken are added to `lines`.
pub fn apply(
    mapping: &Mapping,
    files: &[Foreign],
    model: &Model,
    layer: &mut Layer,
    lines: &mut Vec<(usize, Taken)>,
    diagnostics: &mut Diagnostics,
) {
    let counts = |entry: &Entry| !entry.is_open() && super::is_read_by_cell(entry, model);
    let all: Vec<(usize, &Entry)> = mapping.entries.iter().enumerate().filter(|(_, entry)| counts(entry)).collect();
    if all.is_empty() {
        return;
    }
    let only = mapping.files.len() <= 1;
    let mut lists = Lists { model, files, roll: Roll::default(), matchers: Matchers::of_model(model, &[]) };
    let mut made: HashMap<DimensionId, usize> = HashMap::new();
    for (_, entry) in &all {
        let Some(dimension) = members::dimension(model, entry) else { continue };
        let Some(at) = stands(entry, files, only, diagnostics) else { continue };
        let number = made.entry(dimension).or_default();
        lists.roll.add(model, dimension, (entry, *number), files, at);
        *number += 1;
    }
    lists.understand(mapping);
    for (number, entry) in all.iter().filter(|(_, entry)| members::dimension(model, entry).is_none()) {
        let Some(id) = input(model, entry, diagnostics) else { continue };
        let Some(at) = stands(entry, files, only, diagnostics) else { continue };
        let mut complaints = Vec::new();
        let share = taken::share(entry, &files[at.file], at.sheet, &mut complaints).unwrap_or(0.0);
        complaints.into_iter().for_each(|complaint| diagnostics.add(complaint));
        let line = Line { entry, quantity: model.quantity(id), id, at, share };
        let cells = lists.read(line, layer, diagnostics);
        if !cells.is_empty() {
            lines.push((*number, Taken { file: at.file, sheet: at.sheet, cells, share }));
        }
    }
    layer.members.splice(0..0, lists.roll.entries);
}

fn stands(entry: &Entry, files: &[Foreign], only: bool, diagnostics: &mut Diagnostics) -> Option<Sheet> {
    let mut complaints = Vec::new();
    let stands = taken::stands(entry, files, only, &mut complaints);
    complaints.into_iter().for_each(|complaint| diagnostics.add(complaint));
    stands.map(|(file, sheet)| Sheet { file, sheet })
}

/// The input that a line fills, if each star has its keys.
fn input(model: &Model, entry: &Entry, diagnostics: &mut Diagnostics) -> Option<QuantityId> {
    let id = crate::mapping::apply::known(model, entry, diagnostics)?;
    let stars = stars(model.quantity(id), entry);
    let is_of_rows = matches!(stars[..], [(_, axis)] if matches!(model.dimension(axis).members, Members::FromRows));
    if is_of_rows || stars.len() == entry.keys.len() {
        return Some(id);
    }
    let message = format!("`{}` needs {} of keys", entry.figure, if stars.len() == 1 { "a column" } else { "two" });
    let help = "write under “Keys in” the column that says of which member each value is: A; for a table with keys on two sides A, 6";
    diagnostics.add(taken::wrong(entry, message, help));
    None
}

/// Axes that a line leaves to keys.
fn stars(quantity: &Quantity, entry: &Entry) -> Vec<(usize, DimensionId)> {
    let axes = quantity.axes.iter().zip(&entry.figure.place).enumerate();
    axes.filter(|(_, (_, key))| ***key == *EACH).map(|(position, (axis, _))| (position, axis.dimension)).collect()
}

/// Cells that cannot be used, told once for every word.
type Refused = HashMap<String, (Diagnostic, usize)>;

impl Lists<'_> {
    /// Members of lists by code and name, and words that mean members.
    fn understand(&mut self, mapping: &Mapping) {
        let said = mapping.meanings.iter().filter(|meaning| !meaning.key.is_empty());
        let synonyms: Vec<(DimensionId, Arc<str>, String)> = said
            .filter_map(|meaning| {
                Some((super::named(self.model, &meaning.of)?, (&*meaning.key).into(), meaning.word.clone()))
            })
            .collect();
        self.matchers = Matchers::of_model(self.model, &synonyms);
        for dimension in (0..self.model.dimensions.len() as u32).map(DimensionId) {
            let is_keyed = matches!(self.model.dimension(dimension).members, Members::FromInput);
            if is_keyed && self.roll.lists(dimension) {
                let mut known: Vec<MemberEntry> =
                    self.roll.entries.iter().filter(|entry| entry.dimension == dimension).cloned().collect();
                for (_, key, word) in synonyms.iter().filter(|(of, ..)| *of == dimension) {
                    let origin = sg3_calc::Origin::Default;
                    known.push(MemberEntry { dimension, key: key.clone(), label: word.clone(), unit: None, origin });
                }
                self.matchers.add(dimension, &known);
            }
        }
    }

    /// Adds the values of a line to a layer; gives the cells with amounts.
    fn read(&self, line: Line, layer: &mut Layer, diagnostics: &mut Diagnostics) -> Vec<TakenCell> {
        let evidence = line.entry.evidence().map(Arc::new);
        let mut refused = Refused::new();
        let mut known: HashMap<Box<[Arc<str>]>, usize> = HashMap::new();
        let mut cells = Vec::new();
        for (place, (row, column, says)) in self.placed(line, &mut refused) {
            let value = match value::read(line.entry, line.share, line.quantity, &self.matchers, says) {
                Ok(value) => value,
                Err(complaint) => {
                    self.refuse(line, (row, column, says), complaint, &mut refused);
                    continue;
                }
            };
            if let Some(number) = says.number().filter(|_| matches!(value, Value::Number(_))) {
                cells.push(TakenCell { row, column, number });
            }
            let origin = self.files[line.at.file].origin(line.at.sheet, row, column);
            match known.get(&place).map(|at| &mut layer.values[*at]) {
                Some(first) => self.again(line, first, value, (row, column, says), &mut refused),
                None => {
                    known.insert(place.clone(), layer.values.len());
                    let evidence = evidence.clone();
                    layer.values.push(Datum { quantity: line.id, place: Some(place), value, origin, evidence });
                }
            }
        }
        tell(refused, diagnostics);
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        cells
    }

    /// A second value of a place: amounts are added, words must be the same.
    fn again(&self, line: Line, first: &mut Datum, value: Value, cell: (u32, u32, &Says), refused: &mut Refused) {
        match (&mut first.value, value) {
            (Value::Number(sum), Value::Number(more)) => *sum += more,
            (one, other) if *one == other => {}
            _ => {
                let message =
                    format!("{} is said twice, and not alike; first in {}", line.quantity.label, first.origin);
                let help = Some("make it one row, or leave one out in the mapping".to_owned());
                self.refuse(line, cell, Complaint { slug: "duplicate-value", message, help }, refused);
            }
        }
    }

    /// Every cell of a line with the place that it is of.
    fn placed<'f>(&'f self, line: Line, refused: &mut Refused) -> Vec<(Box<[Arc<str>]>, (u32, u32, &'f Says))> {
        let stars = stars(line.quantity, line.entry);
        if let ([(position, dimension)], []) = (&stars[..], &line.entry.keys[..]) {
            return self.by_row(line, *position, *dimension);
        }
        let mut placed = Vec::new();
        for cell in spots(line.entry, self.files, line.at) {
            let mut place: Box<[Arc<str>]> = line.entry.figure.place.clone().into();
            let found = stars.iter().zip(&line.entry.keys).all(|((position, dimension), keys)| {
                match self.key(line, *dimension, *keys, cell, refused) {
                    Some(key) => place[*position] = key,
                    None => return false,
                }
                true
            });
            if found {
                placed.push((place, cell));
            }
        }
        placed
    }

    /// Rows that are members: the cell in the same row, in the same column, or the only one.
    fn by_row<'f>(
        &'f self,
        line: Line,
        position: usize,
        dimension: DimensionId,
    ) -> Vec<(Box<[Arc<str>]>, (u32, u32, &'f Says))> {
        let cells = spots(line.entry, self.files, line.at);
        let (mut at, mut beside, mut above) = (HashMap::new(), HashMap::new(), HashMap::new());
        for cell in &cells {
            at.insert((cell.0, cell.1), *cell);
            beside.insert(cell.0, *cell);
            above.insert(cell.1, *cell);
        }
        let is_column =
            line.entry.cells.iter().all(|area| area.left == area.right && area.left == line.entry.cells[0].left);
        let is_row = line.entry.cells.iter().all(|area| area.top == area.bottom);
        let of = |row: u32, column: u32| match (is_column, is_row) {
            (true, true) => cells.first(),
            (true, false) => beside.get(&row),
            (false, true) => above.get(&column),
            (false, false) => at.get(&(row, column)),
        };
        let made = self.roll.of_sheet(dimension, line.at).iter();
        let placed = made.filter_map(|made| {
            let mut place: Box<[Arc<str>]> = line.entry.figure.place.clone().into();
            place[position] = made.key.clone();
            Some((place, *of(made.row, made.column)?))
        });
        placed.collect()
    }

    /// The member that a cell is of.
    fn key(
        &self,
        line: Line,
        dimension: DimensionId,
        keys: Keys,
        cell: (u32, u32, &Says),
        refused: &mut Refused,
    ) -> Option<Arc<str>> {
        let (row, column) = keys.beside(cell.0, cell.1);
        let label = &self.model.dimension(dimension).label;
        let said = self.files[line.at.file].sheets[line.at.sheet].cell(row, column);
        let Some(words) = said.filter(|says| super::spot::says_something(says)).map(Says::text) else {
            let message = format!("the row says no {}; it was not read", crate::layout::words::within(label));
            let help =
                Some("say which rows count in the mapping, such as `A: *` for those with something in A".to_owned());
            self.refuse(line, cell, Complaint { slug: "unknown-member", message, help }, refused);
            return None;
        };
        let Some(matcher) = self.matchers.get(dimension) else { return Some(words.into()) };
        let found = matcher.find(&words);
        if found.is_none() {
            let message = format!("`{words}` is not in the list for {label}; the row was not read");
            let complaint = Complaint { slug: "unknown-member", message, help: matcher.remedy(&words) };
            self.refuse(line, (row, column, cell.2), complaint, refused);
        }
        found
    }

    fn refuse(&self, line: Line, (row, column, _): (u32, u32, &Says), complaint: Complaint, refused: &mut Refused) {
        let known = refused.entry(complaint.message.clone());
        let first = || {
            let place = self.files[line.at.file].place(line.at.sheet, row, column);
            let remedy = complaint.help.map_or(String::new(), |help| format!("{help}; "));
            let help = format!("{remedy}or write on the page `Words` of the mapping what their word means");
            let diagnostic = Diagnostic::new(complaint.slug, Severity::Error, place, complaint.message);
            (diagnostic.note_at(taken::place(&line.entry.origin), "the line of the mapping").help(help), 0)
        };
        known.or_insert_with(first).1 += 1;
    }
}

/// Each kind of complaint once, with how many cells there are of it, in the order of their cells.
fn tell(refused: Refused, diagnostics: &mut Diagnostics) {
    let mut all: Vec<(Diagnostic, usize)> = refused.into_values().collect();
    all.sort_by(|(a, _), (b, _)| format!("{:?}", a.place).cmp(&format!("{:?}", b.place)));
    for (diagnostic, count) in all {
        let diagnostic =
            if count > 1 { diagnostic.label(format!("and {} more like it", count - 1)) } else { diagnostic };
        diagnostics.add(diagnostic);
    }
}
