//! A table of a form, as data.

use crate::layout::column::{ArrayInput, ColumnContent, FormColumn};
use crate::layout::evidence::EvidenceField;
use crate::layout::key;
use sg3_lang::model::{Axis, DimensionId, QuantityId};
use std::sync::Arc;

/// A block of cells with a key for every row and every column.
#[derive(Debug, Clone, PartialEq)]
pub struct FormTable {
    /// What its rows are, as a machine key: `inputs`, `by service`, `list site`.
    pub key: String,
    /// What people see above it; nothing where the sheet's heading says it.
    pub title: String,
    /// Sentences below the title; each is translated on its own.
    pub notes: Vec<String>,
    /// Row of its title in the blank form, from zero.
    pub top: u32,
    /// Column of the first piece of evidence in the blank form, from zero: each piece stands in one column on the whole
    /// sheet.
    pub margin: u32,
    /// What a row is a member of; none where every row is an input.
    pub axes: Vec<Axis>,
    /// Known rows, or what a row is that is added.
    pub rows: TableRows,
    /// Its columns, from left to right.
    pub columns: Vec<FormColumn>,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRows {
    /// The model knows them.
    Fixed(Vec<FormRow>),
    /// Whoever fills the form adds them.
    Open(OpenRows),
}

/// What a row is that the filler adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenRows {
    /// It makes a member, by code and label.
    Listing(DimensionId),
    /// It is a member, by its number.
    Numbered(DimensionId),
    /// It refers to members by their codes.
    Reference,
}

/// A row that the model knows.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRow {
    /// Machine key: the name of an input, or the members joined by commas.
    pub key: String,
    /// A member for each axis of the table.
    pub members: Vec<Arc<str>>,
    /// What people see: the input's label, or a label for each member.
    pub labels: Vec<String>,
    /// Unit of the row, where a column shows it.
    pub unit: String,
    /// Whether people see its values in per cent, whatever the unit says by which the form is known again.
    pub in_percent: bool,
    /// The input that the row asks for, if it asks for one.
    pub asks: Option<QuantityId>,
}

/// An input with a member for each of its axes: what one cell asks for.
pub(crate) type InputPlace = (QuantityId, Box<[Arc<str>]>);

impl FormTable {
    /// Rows that the model knows; none if the filler adds them.
    pub(crate) fn fixed_rows(&self) -> &[FormRow] {
        match &self.rows {
            TableRows::Fixed(rows) => rows,
            TableRows::Open(_) => &[],
        }
    }

    /// Whether the filler adds rows.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.rows, TableRows::Open(_))
    }

    /// The dimension whose members its rows make.
    pub(crate) fn listed_dimension(&self) -> Option<DimensionId> {
        match self.rows {
            TableRows::Open(OpenRows::Listing(dimension) | OpenRows::Numbered(dimension)) => Some(dimension),
            _ => None,
        }
    }

    /// Whether its rows have their numbers from the start.
    pub(crate) fn is_numbered(&self) -> bool {
        matches!(self.rows, TableRows::Open(OpenRows::Numbered(_)))
    }

    /// Position of the column that holds something.
    pub(crate) fn find_column(&self, content: &ColumnContent) -> Option<usize> {
        self.columns.iter().position(|column| column.content == *content)
    }

    /// The input and the place that a cell of a row with these members asks for.
    pub(crate) fn input_at(
        &self,
        column: &FormColumn,
        row: Option<&FormRow>,
        members: &[Arc<str>],
    ) -> Option<InputPlace> {
        match &column.content {
            ColumnContent::Scalar(member) => row?.asks.map(|quantity| (quantity, member.iter().cloned().collect())),
            ColumnContent::Values(ask) => Some((ask.quantity, ask.members_at(members))),
            ColumnContent::LastYear(position) => self.input_at(&self.columns[*position], row, members),
            ColumnContent::Code(_)
            | ColumnContent::Label(_)
            | ColumnContent::Unit
            | ColumnContent::Note
            | ColumnContent::Evidence(_)
            | ColumnContent::Check => None,
        }
    }

    /// The inputs that it asks for, each once.
    pub(crate) fn inputs(&self) -> Vec<QuantityId> {
        let of_rows = self.fixed_rows().iter().filter_map(|row| row.asks);
        let mut inputs: Vec<QuantityId> = of_rows.chain(self.array_inputs().map(|input| input.quantity)).collect();
        inputs.dedup();
        inputs
    }

    /// Positions of the columns that hold values.
    pub(crate) fn value_columns(&self) -> impl Iterator<Item = (usize, &FormColumn)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.holds_values())
    }

    /// Whether lines above the rows speak for whole columns: not where every row is an input of its own with one value.
    pub(crate) fn has_column_evidence(&self) -> bool {
        self.key != key::INPUTS && self.value_columns().next().is_some()
    }

    /// The column of the sheet where a piece of evidence stands.
    pub(crate) fn evidence_column(&self, field: EvidenceField) -> Option<u32> {
        self.find_column(&ColumnContent::Evidence(field)).map(|column| self.sheet_column(column))
    }

    /// The array inputs that its columns ask for.
    pub(crate) fn array_inputs(&self) -> impl Iterator<Item = &ArrayInput> {
        self.columns.iter().filter_map(FormColumn::array_input)
    }
}
