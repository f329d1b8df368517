//! From machine keys to what the layout says they are.

use crate::layout::column::FormColumn;
use crate::layout::key;
use crate::layout::sheet::Layout;
use crate::layout::table::{FormRow, FormTable};
use crate::tables::block::Block;
use sg3_lang::model::QuantityId;
use std::collections::HashMap;

/// Position of a table in the index.
pub(crate) type TableNumber = usize;

/// Every key of a layout.
pub(crate) struct KeyIndex<'a> {
    /// Tables with the name of their sheet in the blank form.
    pub tables: Vec<(&'a str, &'a FormTable)>,
    columns: HashMap<(&'a str, &'a str), (TableNumber, usize)>,
    rows: HashMap<(TableNumber, &'a str), usize>,
    inputs: HashMap<&'a str, (TableNumber, usize)>,
}

/// A column of a block that the layout knows.
#[derive(Clone, Copy)]
pub(crate) struct KnownColumn<'a> {
    /// Where it stands now.
    pub position: u32,
    /// The table that it belongs to.
    pub table: TableNumber,
    /// What the layout says of it.
    pub column: &'a FormColumn,
    /// Where its values of last year stand, if the form shows them.
    pub last_year: Option<u32>,
}

impl<'a> KeyIndex<'a> {
    /// Of all tables of a layout; where two have one key for a column, the first counts.
    pub(crate) fn of(layout: &'a Layout) -> KeyIndex<'a> {
        let tables = layout.tables().map(|(sheet, table)| (&*sheet.name, table)).collect();
        let mut index = KeyIndex { tables, columns: HashMap::new(), rows: HashMap::new(), inputs: HashMap::new() };
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
    pub(crate) fn find_columns(&self, block: &Block) -> Vec<KnownColumn<'a>> {
        let known = block.columns.iter().filter_map(|(position, key)| {
            let (table, column) = *self.columns.get(&(&*block.key, &**key))?;
            let column = &self.tables[table].1.columns[column];
            Some(KnownColumn { position: *position, table, column, last_year: block.last_year(&column.key) })
        });
        known.collect()
    }

    /// The table of a block: that of its first column with values, else that of its first column.
    pub(crate) fn find_table(&self, block: &Block) -> Option<(TableNumber, &'a FormTable)> {
        let columns = self.find_columns(block);
        let first = columns.iter().find(|known| known.column.holds_values()).or(columns.first())?;
        Some((first.table, self.tables[first.table].1))
    }

    /// The row of a key, as the table of a column has it.
    pub(crate) fn find_row(
        &self,
        block: &Block,
        table: TableNumber,
        key: &str,
    ) -> Option<(TableNumber, usize, &'a FormRow)> {
        let (table, position) =
            if key::are_inputs(&block.key) { *self.inputs.get(key)? } else { (table, *self.rows.get(&(table, key))?) };
        Some((table, position, &self.tables[table].1.fixed_rows()[position]))
    }
}

impl KnownColumn<'_> {
    /// The input whose values it holds, if it holds one's.
    pub(crate) fn input(&self) -> Option<QuantityId> {
        self.column.array_input().map(|input| input.quantity)
    }

    /// Whether two columns hold values of one array input.
    pub(crate) fn asks_same_input(&self, other: &KnownColumn) -> bool {
        self.input().is_some() && self.input() == other.input()
    }
}
