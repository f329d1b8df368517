//! A column of a table, and what it holds.

use super::evidence::Fact;
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Machine key: `@label`, `@code service`, `minutes`, `volume[year=2025]`.
    pub key: String,
    /// What people see above it.
    pub heading: String,
    /// Unit of all its values, shown below the heading; empty if rows say it.
    pub unit: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Holds {
    /// The code of a member of an axis, by position in the table's axes; the filler writes it.
    Code(usize),
    /// What people see for a member of an axis, or for the row.
    Label(usize),
    /// The unit.
    Unit,
    /// Words for the filler.
    Note,
    /// The value of the input that the row asks for; at a member, if it has an axis.
    Single(Option<Arc<str>>),
    /// Values of an array input.
    Values(Ask),
    /// What is known of the values of the row beside their amount.
    Evidence(Fact),
    /// The value of the column at this position as it was a year ago.
    Last(usize),
    /// A live check of the row.
    Check,
}

/// An array input, and how row and column say the place.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The input.
    pub quantity: QuantityId,
    /// A member for each of its axes.
    pub place: Vec<Slot>,
}

/// Where the member of an axis stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// In the row, by position in the table's axes.
    Row(usize),
    /// In the head of the column.
    Column(Arc<str>),
}

impl Ask {
    /// The place that a row of these members asks for.
    pub(crate) fn place_of(&self, members: &[Arc<str>]) -> Box<[Arc<str>]> {
        let member = |slot: &Slot| match slot {
            Slot::Row(axis) => members[*axis].clone(),
            Slot::Column(member) => member.clone(),
        };
        self.place.iter().map(member).collect()
    }
}
