//! Members that lists of theirs make.

use super::spot::{Sheet, says_something, spots};
use crate::entry::Entry;
use crate::foreign::{Foreign, Says};
use crate::listing;
use sg3_calc::MemberEntry;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Members};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A row of theirs, or a cell, that is a member.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
    /// Its key.
    pub key: Arc<str>,
}

/// All members that lists make.
#[derive(Debug, Default)]
pub struct Roll {
    /// In order, as a layer lists them.
    pub entries: Vec<MemberEntry>,
    /// Rows that are members, by dimension and sheet.
    rows: HashMap<(DimensionId, Sheet), Vec<Made>>,
    known: HashSet<(DimensionId, Arc<str>)>,
}

/// The dimension whose members a line lists, if it lists any.
pub fn dimension(model: &Model, entry: &Entry) -> Option<DimensionId> {
    let is_input = model.find_quantity(&entry.figure.input).is_some();
    let named = model.dimensions.iter().position(|dimension| *dimension.name == *entry.figure.input);
    named.filter(|_| !is_input && entry.figure.place.len() == 1).map(|position| DimensionId(position as u32))
}

impl Roll {
    /// Adds what a line lists.
    pub fn add(
        &mut self,
        model: &Model,
        dimension: DimensionId,
        (entry, number): (&Entry, usize),
        files: &[Foreign],
        at: Sheet,
    ) {
        match model.dimension(dimension).members {
            Members::FromRows => self.rows(dimension, (entry, number), files, at),
            _ => self.named(dimension, entry, files, at),
        }
    }

    /// Every row of theirs is a member, or every filled cell of a table with keys on two sides.
    fn rows(&mut self, dimension: DimensionId, (entry, number): (&Entry, usize), files: &[Foreign], at: Sheet) {
        let is_wide = entry.cells.iter().any(|area| area.left != area.right);
        let before = if number == 0 { String::new() } else { format!("{}_", number + 1) };
        let is_nought = |says: &Says| is_wide && says.number() == Some(0.0);
        for (row, column, _) in spots(entry, files, at).into_iter().filter(|(.., says)| !is_nought(says)) {
            let own = if is_wide { sg3_workbook::address(row, column) } else { (row + 1).to_string() };
            let key: Arc<str> = format!("{before}{own}").into();
            self.rows.entry((dimension, at)).or_default().push(Made { row, column, key: key.clone() });
            self.member(dimension, key.clone(), key.to_string(), files, (at, row, column));
        }
    }

    fn named(&mut self, dimension: DimensionId, entry: &Entry, files: &[Foreign], at: Sheet) {
        let sheet = &files[at.file].sheets[at.sheet];
        for (row, column, says) in spots(entry, files, at) {
            let label = says.text();
            let key = match entry.keys.first().map(|keys| keys.beside(row, column)) {
                None => Some(listing::key(&label)),
                Some((row, column)) => sheet.cell(row, column).filter(|says| says_something(says)).map(Says::text),
            };
            if let Some(key) = key {
                self.member(dimension, key.into(), label, files, (at, row, column));
            }
        }
    }

    fn member(
        &mut self,
        dimension: DimensionId,
        key: Arc<str>,
        label: String,
        files: &[Foreign],
        (at, row, column): (Sheet, u32, u32),
    ) {
        if self.known.insert((dimension, key.clone())) {
            let origin = files[at.file].origin(at.sheet, row, column);
            self.entries.push(MemberEntry { dimension, key, label, unit: None, origin });
        }
    }

    /// The rows of a sheet that are members.
    pub fn of_sheet(&self, dimension: DimensionId, at: Sheet) -> &[Made] {
        self.rows.get(&(dimension, at)).map_or(&[], |made| made)
    }

    /// Whether any list has members of a dimension.
    pub fn lists(&self, dimension: DimensionId) -> bool {
        self.entries.iter().any(|entry| entry.dimension == dimension)
    }
}
