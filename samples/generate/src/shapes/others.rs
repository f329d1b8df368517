//! All sheets of a file: the main ones, the chart of accounts, and what else people leave in a workbook.

use super::grid::{Cell, Grid, Look};
use super::layout::Layout;
use super::page;
use super::record::Record;
use super::words::Words;
use crate::random::Random;
use std::error::Error;

/// The sheets in the order of the layout.
pub(super) fn sheets(layout: &Layout, words: &Words, records: &[Record]) -> Result<Vec<Grid>, Box<dyn Error>> {
    let mut sheets = Vec::new();
    for which in &layout.sheets {
        let name = words.get(which)?;
        match which.split('.').next() {
            Some("sheet_notes") => sheets.push(notes(name, words)?),
            Some("sheet_suppliers") => sheets.push(suppliers(name, layout, words)?),
            Some("sheet_pivot") => sheets.push(pivot(name, layout, words, records)?),
            Some("sheet_chart") => sheets.push(chart(name, words, records)?),
            _ if layout.structure.by_category => {
                for members in records.chunk_by(|one, other| one.groups == other.groups) {
                    sheets.push(page::draw(members[0].text("category"), layout, words, members)?);
                }
            }
            _ => sheets.push(page::draw(name, layout, words, records)?),
        }
    }
    Ok(sheets)
}

fn notes(name: &str, words: &Words) -> Result<Grid, Box<dyn Error>> {
    let mut grid = Grid::new(name);
    for (number, note) in words.all("notes")?.iter().enumerate() {
        grid.texts(if number == 0 { Look::Title } else { Look::Plain }, [&**note]);
    }
    Ok(grid)
}

/// What is owed to suppliers, by how long.
fn suppliers(name: &str, layout: &Layout, words: &Words) -> Result<Grid, Box<dyn Error>> {
    let mut grid = Grid::new(name);
    let mut random = Random::new(layout.seed + 1);
    grid.texts(Look::Head, words.all("suppliers")?.iter().map(String::as_str));
    for vendor in words.list("vendors")? {
        let place = &words.assets.places[random.below(words.assets.places.len())];
        let mut cells = vec![
            Cell::Text(vendor.to_owned()),
            Cell::Text(place.clone()),
            Cell::Number(15.0 * (1 + random.below(5)) as f64),
        ];
        cells.extend([0.4, 0.2, 0.1, 0.05].map(|size| {
            Cell::Amount(layout.least(size * random.skewed()) as f64 / 10_i64.pow(layout.decimals) as f64)
        }));
        grid.add(Look::Plain, cells);
    }
    Ok(grid)
}

/// Sums by the widest group.
fn pivot(name: &str, layout: &Layout, words: &Words, records: &[Record]) -> Result<Grid, Box<dyn Error>> {
    let mut grid = Grid::new(name);
    grid.texts(Look::Plain, []);
    grid.texts(Look::Head, words.all("pivot")?.iter().map(String::as_str));
    for members in records.chunk_by(|one, other| one.groups.first() == other.groups.first()) {
        let sum = Record::sum(members);
        let amount = sum.amounts.get("closing").or(sum.amounts.get("gross")).copied().unwrap_or_default();
        let group = members[0].groups.first().map_or("", |(_, name)| name);
        let amount = amount as f64 / 10_i64.pow(layout.decimals) as f64;
        grid.add(Look::Plain, vec![Cell::Text(group.to_owned()), Cell::Amount(amount)]);
    }
    Ok(grid)
}

/// Codes, names and classes of all accounts.
fn chart(name: &str, words: &Words, records: &[Record]) -> Result<Grid, Box<dyn Error>> {
    let mut grid = Grid::new(name);
    grid.texts(Look::Head, [words.get("code.0")?, words.get("name.0")?, words.get("group.0")?]);
    for record in records {
        let group = record.groups.first().map_or("", |(_, name)| name);
        grid.texts(Look::Plain, [record.text("code"), record.text("name"), group]);
    }
    Ok(grid)
}
