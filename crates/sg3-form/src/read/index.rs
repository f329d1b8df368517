//! From machine keys to what the layout says they are.

use super::block::Block;
use crate::layout::column_content::{Column, Holds};
use crate::layout::{Layout, Row, Table, key};
use std::collections::HashMap;

/// Position of a table in the index.
pub type TableNumber = usize;

/// Every key of a layout.
pub struct Index<'a> {
    /// Tables with the name of their sheet in the blank form.
    pub tables: Vec<(&'a str, &'a Table)>,
    columns: HashMap<(&'a str, &'a str), (TableNumber, usize)>,
    rows: HashMap<(TableNumber, &'a str), usize>,
    inputs: HashMap<&'a str, (TableNumber, usize)>,
}

/// A column of a block that the layout knows.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Where it stands now.
    pub position: u32,
    /// The table that it belongs to.
    pub table: TableNumber,
    /// What it is.
    pub column: &'a Column,
    /// Where its values of last year stand, if the form shows them.
    pub last_year: Option<u32>,
}

impl<'a> Index<'a> {
    /// Of all tables.
    pub fn of(layout: &'a Layout) -> Index<'a> {
        let tables = layout.tables().map(|(sheet, table)| (&*sheet.name, table)).collect();
        let mut index = Index { tables, columns: HashMap::new(), rows: HashMap::new(), inputs: HashMap::new() };
        for (number, (_, table)) in layout.tables().enumerate() {
            for (position, column) in table.columns.iter().enumerate() {
                index.columns.entry((&table.key, &column.key)).or_insert((number, position));
            }
            for (position, row) in table.fixed_rows().iter().enumerate() {
                index.rows.insert((number, &row.key), position);
                if key::are_inputs(&table.key) {
                    index.inputs.insert(&row.key, (number, position));
                }
            }
        }
        index
    }

    /// The columns of a block that the layout knows.
    pub fn columns(&self, block: &Block) -> Vec<Known<'a>> {
        let known = block.columns.iter().filter_map(|(position, key)| {
            let (table, column) = *self.columns.get(&(&*block.key, &**key))?;
            let column = &self.tables[table].1.columns[column];
            Some(Known { position: *position, table, column, last_year: block.last_year(&column.key) })
        });
        known.collect()
    }

    /// The table of a block: that of its first column with values, else that of its first column.
    pub fn table(&self, block: &Block) -> Option<(TableNumber, &'a Table)> {
        let columns = self.columns(block);
        let holds_values = |known: &&Known| matches!(known.column.holds, Holds::Values(_) | Holds::Single(_));
        let first = columns.iter().find(holds_values).or(columns.first())?;
        Some((first.table, self.tables[first.table].1))
    }

    /// The row of a key, as the table of a column has it.
    pub fn row(&self, block: &Block, table: TableNumber, key: &str) -> Option<(TableNumber, usize, &'a Row)> {
        let (table, position) = match key::are_inputs(&block.key) {
            true => *self.inputs.get(key)?,
            false => (table, *self.rows.get(&(table, key))?),
        };
        Some((table, position, &self.tables[table].1.fixed_rows()[position]))
    }
}
