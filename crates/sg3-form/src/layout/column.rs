//! A column of a table, and what it holds.

use crate::layout::evidence::EvidenceField;

use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// A column as the form asks for it, wherever it stands in a workbook that comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct FormColumn {
    /// Machine key: `@label`, `@code service`, `minutes`, `volume[year=2025]`.
    pub key: String,
    /// What people see above it.
    pub heading: String,
    /// Unit of all its values, shown below the heading; empty if rows say it.
    pub unit: String,
    /// Whether people see its values in per cent, whatever the unit says by which the form is known again.
    pub in_percent: bool,
    /// What stands in its cells.
    pub content: ColumnContent,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnContent {
    /// The code of a member of an axis, by position in the table's axes; the filler writes it.
    Code(usize),
    /// What people see for a member of an axis, or for the row.
    Label(usize),
    /// The unit of the row.
    Unit,
    /// Words for the filler.
    Note,
    /// The value of the input that the row asks for; at a member, if it has an axis.
    Scalar(Option<Arc<str>>),
    /// Values of an array input.
    Values(ArrayInput),
    /// What is known of the values of the row beside their amount.
    Evidence(EvidenceField),
    /// The value of the column at this position as it was a year ago.
    LastYear(usize),
    /// A live check of the row.
    Check,
}

/// An array input, and how row and column say the place.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrayInput {
    /// The input whose values they are.
    pub quantity: QuantityId,
    /// A member for each of its axes.
    pub place: Vec<MemberSource>,
}

/// Where the member of an axis stands.
#[derive(Debug, Clone, PartialEq)]
pub enum MemberSource {
    /// In the row, by position in the table's axes.
    RowAxis(usize),
    /// In the head of the column.
    Heading(Arc<str>),
}

impl MemberSource {
    fn member<'a>(&'a self, row: &'a [Arc<str>]) -> &'a Arc<str> {
        match self {
            MemberSource::RowAxis(axis) => &row[*axis],
            MemberSource::Heading(member) => member,
        }
    }
}

impl ArrayInput {
    /// The place that a row of these members asks for.
    pub(crate) fn members_at(&self, members: &[Arc<str>]) -> Box<[Arc<str>]> {
        self.place.iter().map(|source| source.member(members).clone()).collect()
    }
}

impl FormColumn {
    /// Whether it holds values of inputs.
    pub(crate) fn holds_values(&self) -> bool {
        matches!(self.content, ColumnContent::Scalar(_) | ColumnContent::Values(_))
    }

    /// The array input whose values it holds, if it holds those of one.
    pub(crate) fn array_input(&self) -> Option<&ArrayInput> {
        match &self.content {
            ColumnContent::Values(input) => Some(input),
            _ => None,
        }
    }

    /// Whether it stands beside values rather than being one or saying what a row is.
    pub(crate) fn is_evidence(&self) -> bool {
        matches!(self.content, ColumnContent::Evidence(_) | ColumnContent::LastYear(_) | ColumnContent::Check)
    }
}
