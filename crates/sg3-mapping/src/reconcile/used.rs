//! Which cells are taken, by which lines, and how often.

use super::{Place, ROUNDING, Twice};
use crate::entry::Mapping;
use crate::foreign::Foreign;
use crate::list::keys::Keys;
use crate::taken;
use crate::taken::Taken;
use sg3_lang::Model;
use sg3_lang::model::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Every cell taken, with the line and the share.
#[derive(Default)]
pub struct Used {
    /// The first line that takes a cell, and how much of it all lines together take.
    pub cells: BTreeMap<Place, (usize, f64)>,
    /// Columns of which anything is taken.
    pub columns: BTreeSet<(usize, usize, u32)>,
    /// Columns of lists that say which member a row is, or what it is: their numbers are no amounts.
    pub spoken: BTreeSet<(usize, usize, u32)>,
    /// Cells that count more than once.
    pub twice: Vec<Twice>,
}

impl Used {
    /// Of all lines.
    pub fn of(mapping: &Mapping, model: &Model, files: &[Foreign], lines: &[(usize, Taken)]) -> Used {
        let mut used = Used { spoken: spoken(mapping, model, files), ..Used::default() };
        for (line, taken) in lines {
            for cell in &taken.cells {
                let at = Place { file: taken.file, sheet: taken.sheet, row: cell.row, column: cell.column };
                used.columns.insert((at.file, at.sheet, at.column));
                let (first, share) = used.cells.entry(at).or_insert((*line, 0.0));
                let same = mapping.entries[*first].figure.input == mapping.entries[*line].figure.input;
                *share += taken.share;
                if *share > 1.0 + ROUNDING && same && first != line {
                    used.twice.push(Twice { at, lines: (*first, *line), is_total: false });
                }
            }
        }
        used
    }
}

fn spoken(mapping: &Mapping, model: &Model, files: &[Foreign]) -> BTreeSet<(usize, usize, u32)> {
    let mut columns = BTreeSet::new();
    for entry in mapping.entries.iter().filter(|entry| entry.is_list()) {
        let only = mapping.files.len() <= 1;
        let Some(file) = taken::file(&entry.file, files, only) else { continue };
        let Some(sheet) = files[file].find(&entry.sheet) else { continue };
        let of_keys = entry.keys.iter().filter_map(|keys| match keys {
            Keys::Column(column) => Some(*column),
            Keys::Row(_) => None,
        });
        columns.extend(of_keys.map(|column| (file, sheet, column)));
        let quantity = model.find_quantity(&entry.figure.input).map(|id| model.quantity(id));
        let is_amount = quantity.is_some_and(|quantity| matches!(quantity.kind, Kind::Number(_)));
        let of_words = entry.cells.iter().filter(|area| !is_amount && area.left == area.right);
        columns.extend(of_words.map(|area| (file, sheet, area.left)));
    }
    columns
}
