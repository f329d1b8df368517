//! A table of a form, as data.

use crate::layout::column::{Ask, Column, Holds};
use crate::layout::evidence::Fact;
use crate::layout::key;
use sg3_lang::model::{Axis, DimensionId, QuantityId};
use std::sync::Arc;

/// A block of cells with a key for every row and every column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What its rows are, as a machine key: `inputs`, `by service`, `list site`.
    pub key: String,
    /// What people see above it; nothing where the sheet's heading says it.
    pub title: String,
    /// Words below the title, in pieces that are said on their own.
    pub notes: Vec<String>,
    /// Row of its title in the blank form, from zero.
    pub top: u32,
    /// Column of the first piece of evidence in the blank form, from zero: each piece stands in one column on the whole sheet.
    pub margin: u32,
    /// What a row is a member of; none where every row is an input.
    pub axes: Vec<Axis>,
    /// Its rows.
    pub rows: Rows,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// The model knows them.
    Fixed(Vec<Row>),
    /// Whoever fills the form adds them.
    Open(Open),
}

/// What a row is that the filler adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// It makes a member, by code and label.
    Listing(DimensionId),
    /// It is a member, by its number.
    Numbered(DimensionId),
    /// It refers to members by their codes.
    Reference,
}

/// A row that the model knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Machine key: the name of an input, or the members joined by commas.
    pub key: String,
    /// A member for each axis of the table.
    pub members: Vec<Arc<str>>,
    /// What people see: the input's label, or a label for each member.
    pub labels: Vec<String>,
    /// Unit of the row, where a column shows it.
    pub unit: String,
    /// The input that the row asks for, if it asks for one.
    pub asks: Option<QuantityId>,
}

/// An input at a place.
pub type Asked = (QuantityId, Box<[Arc<str>]>);

impl Table {
    /// Rows that the model knows; none if the filler adds them.
    pub fn fixed_rows(&self) -> &[Row] {
        match &self.rows {
            Rows::Fixed(rows) => rows,
            Rows::Open(_) => &[],
        }
    }

    /// Whether the filler adds rows.
    pub fn is_open(&self) -> bool {
        matches!(self.rows, Rows::Open(_))
    }

    /// The dimension whose members its rows make.
    pub fn lists(&self) -> Option<DimensionId> {
        match self.rows {
            Rows::Open(Open::Listing(dimension) | Open::Numbered(dimension)) => Some(dimension),
            _ => None,
        }
    }

    /// Position of the column that holds something.
    pub fn column_of(&self, holds: &Holds) -> Option<usize> {
        self.columns.iter().position(|column| column.holds == *holds)
    }

    /// The input and the place that a cell of a row with these members asks for.
    pub fn asked(
        &self,
        column: &Column,
        row: Option<&Row>,
        members: &[Arc<str>],
    ) -> Option<(QuantityId, Box<[Arc<str>]>)> {
        match &column.holds {
            Holds::Single(member) => row?.asks.map(|quantity| (quantity, member.iter().cloned().collect())),
            Holds::Values(ask) => Some((ask.quantity, ask.place_of(members))),
            Holds::Last(position) => self.asked(&self.columns[*position], row, members),
            Holds::Code(_) | Holds::Label(_) | Holds::Unit | Holds::Note | Holds::Evidence(_) | Holds::Check => None,
        }
    }

    /// The inputs that it asks for, each once.
    pub fn inputs(&self) -> Vec<QuantityId> {
        let of_rows = self.fixed_rows().iter().filter_map(|row| row.asks);
        let of_columns = self.columns.iter().filter_map(|column| match &column.holds {
            Holds::Values(ask) => Some(ask.quantity),
            _ => None,
        });
        let mut inputs: Vec<QuantityId> = of_rows.chain(of_columns).collect();
        inputs.dedup();
        inputs
    }

    /// Positions of the columns that hold values.
    pub fn value_columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        let holds_value = |(_, column): &(usize, &Column)| matches!(column.holds, Holds::Single(_) | Holds::Values(_));
        self.columns.iter().enumerate().filter(holds_value)
    }

    /// Whether lines above the rows speak for whole columns: not where every row is an input of its own with one value.
    pub fn has_evidence_of_columns(&self) -> bool {
        self.key != key::INPUTS && self.value_columns().next().is_some()
    }

    /// Position of the column of a fact.
    pub fn fact(&self, fact: Fact) -> Option<u32> {
        self.column_of(&Holds::Evidence(fact)).map(|column| self.position(column))
    }

    /// The array inputs that its columns ask for.
    pub(crate) fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.columns.iter().filter_map(|column| match &column.holds {
            Holds::Values(ask) => Some(ask),
            _ => None,
        })
    }
}
