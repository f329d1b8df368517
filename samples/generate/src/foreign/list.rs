//! The cells of a list: heads, rows of a table, subtotals and totals.

use super::cells::{Cell, rounded};
use super::layout::{Column, List, Summed};
use crate::table::{Record, Tables};
use std::error::Error;

/// A cell with its place in the list, counted from the first below the heads; heads have the line -1.
pub(super) struct Drawn<'l> {
    pub line: i32,
    pub column: i32,
    pub cell: Cell,
    pub shown: &'l str,
}

/// A column where it stands.
struct Placed<'l> {
    place: i32,
    head: String,
    is: String,
    column: &'l Column,
}

/// A list as it fills.
struct Filling<'l> {
    list: &'l List,
    tables: &'l Tables,
    columns: Vec<Placed<'l>>,
    line: i32,
    cells: Vec<Drawn<'l>>,
}

/// All cells of a list on the sheet of a row.
pub(super) fn draw<'l>(list: &'l List, of: &Record, tables: &'l Tables) -> Result<Vec<Drawn<'l>>, Box<dyn Error>> {
    let mut filling = Filling { list, tables, columns: placed(list), line: 0, cells: Vec::new() };
    filling.heads();
    filling.groups(&records(list, of, tables)?)?;
    if list.across {
        filling.cells.sort_by_key(|drawn| drawn.column);
    }
    Ok(filling.cells)
}

/// The rows of a list with their group, and with the columns that another table gives them.
fn records(list: &List, of: &Record, tables: &Tables) -> Result<Vec<Record>, Box<dyn Error>> {
    let mut records = tables.rows(&list.rows, &list.keep, of)?;
    if let Some(pivot) = &list.pivot {
        let (own, given) = (&tables.get(&list.rows)?.key, &tables.get(&pivot.table)?.records);
        for record in &mut records {
            record.extend(given.iter().map(|from| (from[&pivot.column].clone(), String::new())));
            let key = record[own].clone();
            for from in given.iter().filter(|from| from[&pivot.row] == key) {
                record.insert(from[&pivot.column].clone(), tables.fill(&pivot.value, from)?);
            }
        }
    }
    for record in &mut records {
        let group = list.group.as_ref().map_or(Ok(String::new()), |group| tables.fill(&group.by, record))?;
        record.insert("group".to_owned(), group);
    }
    Ok(records)
}

/// Columns with their places; one for each of `each`.
fn placed(list: &List) -> Vec<Placed<'_>> {
    let mut columns = Vec::new();
    let mut place = -1;
    let alone = [String::new()];
    for column in &list.columns {
        for each in if column.each.is_empty() { &alone[..] } else { &column.each } {
            place += 1 + column.skip as i32;
            let (head, is) = (column.head.replace('*', each), column.is.replace('*', each));
            columns.push(Placed { place, head, is, column });
        }
    }
    columns
}

impl<'l> Filling<'l> {
    fn add(&mut self, column: i32, cell: Cell, shown: &'l str) {
        self.cells.push(Drawn { line: self.line, column, cell, shown });
    }

    fn heads(&mut self) {
        let shown = self.list.head_look.as_str();
        let head = |of: &Placed| Drawn { line: -1, column: of.place, cell: Cell::Text(of.head.clone()), shown };
        self.cells.extend(self.columns.iter().filter(|column| !column.head.is_empty()).map(head));
    }

    /// Rows of each group with its sums, and the sum of these.
    fn groups(&mut self, records: &[Record]) -> Result<(), Box<dyn Error>> {
        let mut all = vec![0.0; self.columns.len()];
        for group in records.chunk_by(|one, next| !one["group"].is_empty() && one["group"] == next["group"]) {
            let sums = self.rows(group)?;
            all = added(&all, &sums);
        }
        if !self.list.total.is_empty() {
            self.sums(&self.list.total, &Record::new(), &all, |summed| summed == Summed::Everywhere)?;
        }
        Ok(())
    }

    /// The rows of a group, their sums and what is left empty below.
    fn rows(&mut self, records: &[Record]) -> Result<Vec<f64>, Box<dyn Error>> {
        let group = self.list.group.as_ref().filter(|_| !records[0]["group"].is_empty());
        if let Some(head) = group.map(|group| &group.head).filter(|head| !head.is_empty()) {
            self.words(head, &records[0], "")?;
            self.line += 1;
        }
        let mut sums = vec![0.0; self.columns.len()];
        for record in records {
            sums = added(&sums, &self.row(record)?);
        }
        if let Some(group) = group {
            self.sums(&group.subtotal, &records[0], &sums, |summed| summed != Summed::Nowhere)?;
            self.line += group.gap;
        }
        Ok(sums)
    }

    /// A row; what it adds to sums.
    fn row(&mut self, record: &Record) -> Result<Vec<f64>, Box<dyn Error>> {
        let mut numbers: Vec<f64> = Vec::new();
        for number in 0..self.columns.len() {
            let Placed { place, is, column, .. } = &self.columns[number];
            let (place, shown) = (*place, column.shown.as_str());
            let cell = match column.sum.as_str() {
                "" => Cell::of(self.tables.fill(is, record)?, shown),
                columns => Cell::Number(sum_of(columns, &numbers)?).shown(shown),
            };
            let cell = cell.map(|number| rounded(number * column.times.unwrap_or(1.0), column.decimals));
            numbers.push(cell.number().unwrap_or(0.0));
            let shown = if matches!(cell, Cell::Text(_)) { "" } else { shown };
            self.add(place, cell, shown);
        }
        self.line += 1;
        Ok(numbers)
    }

    /// A line of sums, with words.
    fn sums(
        &mut self,
        words: &str,
        of: &Record,
        sums: &[f64],
        is_shown: fn(Summed) -> bool,
    ) -> Result<(), Box<dyn Error>> {
        self.words(words, of, &self.list.label_look)?;
        for (number, sum) in sums.iter().enumerate() {
            let Placed { place, column, .. } = self.columns[number];
            if !is_shown(column.summed) {
                continue;
            }
            let shown = if self.list.sum_look.is_empty() { &column.shown } else { &self.list.sum_look };
            self.add(place, Cell::Number(rounded(*sum, column.decimals)).shown(shown), shown);
        }
        self.line += 1;
        Ok(())
    }

    fn words(&mut self, words: &str, of: &Record, look: &'l str) -> Result<(), Box<dyn Error>> {
        let text = self.tables.fill(words, of)?;
        self.add(self.columns[self.list.label_after].place, Cell::Text(text), look);
        Ok(())
    }
}

fn added(sums: &[f64], numbers: &[f64]) -> Vec<f64> {
    sums.iter().zip(numbers).map(|(sum, number)| sum + number).collect()
}

/// The sum of columns before one: `2-13`, `9+10`, counted from 1.
fn sum_of(columns: &str, numbers: &[f64]) -> Result<f64, Box<dyn Error>> {
    let mut sum = 0.0;
    for part in columns.split('+') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last): (usize, usize) = (first.parse()?, last.parse()?);
        let added = numbers.get(first - 1..last).ok_or_else(|| format!("`{columns}` is not before it"))?;
        sum = added.iter().fold(sum, |sum, number| sum + number);
    }
    Ok(sum)
}
