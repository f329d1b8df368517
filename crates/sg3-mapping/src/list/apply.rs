//! Lists of theirs as values of a layer.

use super::members::Roll;
use super::place::{Refused, stars, tell};
use super::spot::Sheet;
use super::{members, value};
use crate::entry::{Entry, Mapping};
use crate::foreign::{Foreign, Says};
use crate::taken;
use crate::taken::{Taken, TakenCell};
use sg3_calc::{Datum, Layer, MemberEntry, Value};
use sg3_form::read::matcher::Matchers;
use sg3_form::read::value::Complaint;
use sg3_lang::model::{DimensionId, Members, Quantity, QuantityId};
use sg3_lang::{Diagnostics, Model};
use std::collections::HashMap;
use std::sync::Arc;

/// What lists are read with.
pub struct Lists<'a> {
    pub model: &'a Model,
    pub files: &'a [Foreign],
    pub roll: Roll,
    pub matchers: Matchers,
}

/// A line, the input that it fills, and where it stands.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub entry: &'a Entry,
    pub quantity: &'a Quantity,
    pub id: QuantityId,
    pub at: Sheet,
    pub share: f64,
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
    let id = crate::apply::known(model, entry, diagnostics)?;
    let stars = stars(model.quantity(id), entry);
    let is_of_rows = matches!(stars[..], [(_, axis)] if matches!(model.dimension(axis).members, Members::FromRows));
    if is_of_rows || stars.len() == entry.keys.len() {
        return Some(id);
    }
    let message = format!("`{}` needs {} of keys", entry.figure, if stars.len() == 1 { "a column" } else { "two" });
    let help = "enter under “Keys in” the column that identifies the member of each value: A; for a table with keys on two sides A, 6";
    diagnostics.add(taken::wrong(entry, message, help));
    None
}

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
                    format!("{} is given twice with different values; first in {}", line.quantity.label, first.origin);
                let help = Some("combine them into one row, or exclude one in the mapping".to_owned());
                self.refuse(line, cell, Complaint { slug: "duplicate-value", message, help }, refused);
            }
        }
    }
}
