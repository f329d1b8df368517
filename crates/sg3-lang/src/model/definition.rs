//! What a quantity is equal to: one formula, or a table of formulas by member.

use super::dimension::{Axis, MemberRef};
use super::expression::Expression;
use crate::source::Span;

/// The body of a quantity with the axes that its formulas use.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Every axis that the body uses: first those of the head, then those that reductions introduce.
    pub scope: Vec<Axis>,
    /// One formula, or one for each member.
    pub body: Body,
}

/// One formula for all members, or formulas by member.
#[derive(Debug, Clone)]
pub enum Body {
    /// One formula, the same for all members.
    Formula(Expression),
    /// Formulas that differ from member to member.
    Table(Table),
}

/// Values or formulas by member. The first entry that fits a place is the one that counts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Entries, those that name members before those that say `else`.
    pub entries: Vec<Entry>,
    /// Number of axes of the head: each entry has so many places.
    pub axes: usize,
}

/// One cell of a table.
#[derive(Debug, Clone)]
pub struct Entry {
    /// A member for each axis; nothing stands for every member.
    pub place: Vec<Option<MemberRef>>,
    /// The formula; nothing in a cell left blank.
    pub value: Option<Expression>,
    /// Where the cell stands in the text.
    pub span: Span,
}

impl Body {
    /// Every formula of the definition.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.numbered_expressions().map(|(_, expression)| expression)
    }

    /// Every formula with the position of its entry; a definition without a table is its own entry 0.
    pub fn numbered_expressions(&self) -> impl Iterator<Item = (usize, &Expression)> {
        let (formula, entries): (Option<&Expression>, &[Entry]) = match self {
            Body::Formula(formula) => (Some(formula), &[]),
            Body::Table(table) => (None, &table.entries),
        };
        let cells = entries.iter().enumerate();
        let cells = cells.filter_map(|(number, entry)| entry.value.as_ref().map(|value| (number, value)));
        formula.map(|formula| (0, formula)).into_iter().chain(cells)
    }
}

impl Entry {
    /// Whether the entry speaks of the place; an unnamed member is one that the model cannot list.
    pub fn fits(&self, place: &[Option<MemberRef>]) -> bool {
        self.place.iter().zip(place).all(|(own, asked)| own.is_none() || own == asked)
    }

    /// The axes for which the entry names a member.
    pub fn fixed_axes(&self) -> impl Iterator<Item = usize> {
        self.place.iter().enumerate().filter(|(_, member)| member.is_some()).map(|(axis, _)| axis)
    }
}
