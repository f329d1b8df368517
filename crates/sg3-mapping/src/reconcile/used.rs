//! Which cells are taken, by which lines, and how often.

use super::sums::{CellRef, DoubleCount};
use crate::apply::locate;
use crate::apply::selection::Selection;
use crate::rules::keys::MemberKeys;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use crate::weights::reconcile::ROUNDING;
use sg3_lang::Model;
use sg3_lang::model::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Every cell taken, with the line and the share.
#[derive(Default)]
pub(crate) struct UsedCells {
    /// The first line that takes a cell, and how much of it all lines together take.
    pub(crate) cells: BTreeMap<CellRef, (usize, f64)>,
    /// Columns of which anything is taken.
    pub(crate) columns: BTreeSet<(usize, usize, u32)>,
    /// Columns of lists that say which member a row is, or what it is: their numbers are no amounts.
    pub(crate) spoken: BTreeSet<(usize, usize, u32)>,
    /// Cells that count more than once.
    pub(crate) twice: Vec<DoubleCount>,
}

impl UsedCells {
    /// Of all lines.
    pub(crate) fn of(
        mapping: &Mapping,
        model: &Model,
        files: &[SourceFile],
        lines: &[(usize, Selection)],
    ) -> UsedCells {
        let mut used = UsedCells { spoken: columns_of_keys(mapping, model, files), ..UsedCells::default() };
        for (line, selection) in lines {
            for cell in &selection.cells {
                let at = CellRef { file: selection.file, sheet: selection.sheet, row: cell.row, column: cell.column };
                used.columns.insert((at.file, at.sheet, at.column));
                let (first, share) = used.cells.entry(at).or_insert((*line, 0.0));
                let same = mapping.rules[*first].figure.input == mapping.rules[*line].figure.input;
                *share += selection.share;
                if *share > 1.0 + ROUNDING && same && first != line {
                    used.twice.push(DoubleCount { at, lines: (*first, *line), is_total: false });
                }
            }
        }
        used
    }
}

fn columns_of_keys(mapping: &Mapping, model: &Model, files: &[SourceFile]) -> BTreeSet<(usize, usize, u32)> {
    let mut columns = BTreeSet::new();
    for rule in mapping.rules.iter().filter(|rule| rule.is_list()) {
        let only = mapping.files.len() <= 1;
        let Some(file) = locate::find_file(&rule.file, files, only) else { continue };
        let Some(sheet) = files[file].find(&rule.sheet) else { continue };
        let of_keys = rule.keys.iter().filter_map(|keys| match keys {
            MemberKeys::Column(column) => Some(*column),
            MemberKeys::Row(_) => None,
        });
        columns.extend(of_keys.map(|column| (file, sheet, column)));
        let quantity = model.find_quantity(&rule.figure.input).map(|id| model.quantity(id));
        let is_amount = quantity.is_some_and(|quantity| matches!(quantity.kind, Kind::Number(_)));
        let of_words = rule.cells.iter().filter(|area| !is_amount && area.left == area.right);
        columns.extend(of_words.map(|area| (file, sheet, area.left)));
    }
    columns
}
