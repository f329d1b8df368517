//! Dimensions, their members, and axes.

use super::id::DimensionId;
use crate::source::Span;
use crate::unit::Unit;
use std::sync::Arc;

/// A named set of members.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// The name by which formulas call it.
    pub name: Arc<str>,
    /// What forms and reports call it.
    pub label: String,
    /// Where the members come from.
    pub members: Members,
    /// Unit of one step, if the dimension is ordered in steps (`year`).
    pub step: Option<Unit>,
    /// Whether its members are many and alike: each has formulas that read itself alone, and what all of them come to is a quantity of its own.
    /// A workbook may then show some of them, and the others by their sums.
    pub alike: bool,
    /// Position in [`Model::sections`](super::Model::sections).
    pub section: usize,
    /// `one of` options make a dimension of their own, which has no name in formulas.
    pub anonymous: bool,
    /// The name, where it is defined.
    pub span: Span,
    /// What the author says to those who fill or read it.
    pub note: Option<String>,
}

/// Where the members of a dimension come from.
#[derive(Debug, Clone)]
pub enum Members {
    /// The model lists them.
    Listed(Vec<Member>),
    /// Whole numbers from the first to the last.
    Numbers(i64, i64),
    /// The data list them, by key and label.
    FromInput,
    /// The data say from which whole number to which; until they do, the model proposes these.
    Proposed(i64, i64),
    /// Every row of a table is one.
    FromRows,
    /// All subsets of another dimension; member number = bit mask.
    Subsets(DimensionId),
}

/// A member that the model lists.
#[derive(Debug, Clone)]
pub struct Member {
    /// Key in formulas and forms.
    pub key: Arc<str>,
    /// What forms and reports call it.
    pub label: String,
    /// The unit that it is counted in.
    pub unit: Option<Unit>,
}

/// A member by position where the model lists it, by key where the data do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MemberRef {
    /// Position in the model's own list (or bit mask, for subsets).
    Position(usize),
    /// The key that the data give the member.
    Key(Arc<str>),
}

/// An axis of a quantity or of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Name in formulas: the dimension's, or an alias.
    pub name: Arc<str>,
    /// The dimension that it runs over.
    pub dimension: DimensionId,
}

impl Dimension {
    /// Members that the model itself lists; none if they come from the data.
    pub fn listed(&self) -> &[Member] {
        match &self.members {
            Members::Listed(members) => members,
            _ => &[],
        }
    }

    /// Where the member of that key is, if the model lists it.
    pub fn place(&self, key: &str) -> Option<usize> {
        match self.members {
            Members::Listed(ref members) => members.iter().position(|member| &*member.key == key),
            Members::Numbers(first, last) => {
                let number: i64 = key.parse().ok()?;
                (first <= number && number <= last).then(|| (number - first) as usize)
            }
            Members::FromInput | Members::Proposed(..) | Members::FromRows | Members::Subsets(_) => None,
        }
    }

    /// The first and the last member that the model itself knows as numbers: its own, or those it proposes.
    pub fn numbers(&self) -> Option<(i64, i64)> {
        match self.members {
            Members::Numbers(first, last) | Members::Proposed(first, last) => Some((first, last)),
            _ => None,
        }
    }

    /// Whether the data may set a period in place of the proposed one.
    pub fn is_proposed(&self) -> bool {
        matches!(self.members, Members::Proposed(..))
    }

    /// How the model refers to its member at a position: of a proposed period by key, since the data may begin elsewhere.
    pub(crate) fn reference(&self, position: usize) -> MemberRef {
        match self.members {
            Members::Proposed(first, _) => MemberRef::Key((first + position as i64).to_string().into()),
            _ => MemberRef::Position(position),
        }
    }

    /// Whether the members come from the data.
    pub fn is_from_data(&self) -> bool {
        matches!(self.members, Members::FromInput | Members::Proposed(..) | Members::FromRows)
    }

    /// Whether the data list the members one by one; a period is more or less the same for everybody.
    pub fn is_listed_by_data(&self) -> bool {
        self.is_from_data() && !self.is_proposed()
    }

    /// Whether the axis has a value as a number in formulas (`year`, `k`).
    pub fn is_numbered(&self) -> bool {
        matches!(self.members, Members::Numbers(..) | Members::Proposed(..)) || self.step.is_some()
    }
}
