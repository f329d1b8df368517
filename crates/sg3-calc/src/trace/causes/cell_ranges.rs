//! Cells of a form below and beside each other, as ranges.

use crate::bind::origin::{Origin, column_letters};
use std::collections::{BTreeSet, HashMap};

/// Ranges that are written out.
const MOST_RANGES: usize = 12;

/// Cells below and beside each other as one range: `form.xlsx  Traffic!D31:F34`.
pub(super) fn ranges(cells: &BTreeSet<&Origin>) -> Vec<String> {
    let mut addresses: Vec<Address> = cells.iter().filter_map(|origin| address(origin)).collect();
    addresses.sort_unstable();
    let areas = beside_each_other(below_each_other(&addresses));
    let mut ranges: Vec<String> = areas.iter().take(MOST_RANGES).map(Area::write).collect();
    ranges.extend((areas.len() > MOST_RANGES).then(|| format!("and {} more", areas.len() - MOST_RANGES)));
    ranges
}

/// File, sheet, column and row, in the order in which cells are grouped.
type Address<'a> = (&'a str, &'a str, u32, u32);

/// Cells that fill a rectangle.
struct Area<'a> {
    file: &'a str,
    sheet: &'a str,
    /// First and last.
    columns: (u32, u32),
    rows: (u32, u32),
}

fn below_each_other<'a>(addresses: &[Address<'a>]) -> Vec<Area<'a>> {
    let follows = |one: &Address, next: &Address| (one.0, one.1, one.2, one.3 + 1) == *next;
    let runs = addresses.chunk_by(follows);
    runs.map(|run| {
        let (file, sheet, column, first) = run[0];
        Area { file, sheet, columns: (column, column), rows: (first, run[run.len() - 1].3) }
    })
    .collect()
}

/// Joins areas of the same rows in columns that follow one another.
fn beside_each_other(areas: Vec<Area>) -> Vec<Area> {
    let mut joined: Vec<Area> = Vec::new();
    let mut latest: HashMap<(&str, &str, (u32, u32)), usize> = HashMap::new();
    for area in areas {
        let key = (area.file, area.sheet, area.rows);
        match latest.get(&key).map(|number| &mut joined[*number]) {
            Some(left) if left.columns.1 + 1 == area.columns.0 => left.columns.1 = area.columns.1,
            _ => {
                latest.insert(key, joined.len());
                joined.push(area);
            }
        }
    }
    joined
}

fn address(origin: &Origin) -> Option<Address<'_>> {
    match origin {
        Origin::Cell { file, sheet, row, column } => Some((file, sheet, *column, *row)),
        _ => None,
    }
}

impl Area<'_> {
    fn write(&self) -> String {
        let [first, last] = [(self.columns.0, self.rows.0), (self.columns.1, self.rows.1)]
            .map(|(column, row)| format!("{}{}", column_letters(column), row + 1));
        let end = if last == first { String::new() } else { format!(":{last}") };
        format!("{}  {}!{first}{end}", self.file, self.sheet)
    }
}
