//! What people read above a block: its formulas in the text of the model.

use super::lowering::Lowering;
use sg3_lang::model::{Axis, Body, DimensionId, Entry, Expression, MemberRef};

/// More formulas of a table than this are not shown.
const MOST_LINES: usize = 24;

impl Lowering<'_> {
    /// The text of a definition; of one by member, each formula with the members that it is for.
    pub(super) fn describe(&self, body: &Body, axes: &[Axis]) -> Vec<String> {
        match body {
            Body::Formula(formula) => lines(self.material.sources.slice(formula.span)),
            Body::Table(table) => {
                let described = table.entries.iter().filter_map(|entry| self.describe_entry(entry, axes));
                described.take(MOST_LINES).collect()
            }
        }
    }

    /// The text of an expression in one line.
    pub(super) fn describe_expression(&self, expression: &Expression) -> String {
        joined(self.material.sources.slice(expression.span))
    }

    /// `voice, all: minutes * price`; nothing for a constant.
    fn describe_entry(&self, entry: &Entry, axes: &[Axis]) -> Option<String> {
        let value = entry.value.as_ref().filter(|value| self.constant(value).is_none())?;
        let keys = entry.place.iter().zip(axes).map(|(member, axis)| self.key(member.as_ref(), axis.dimension));
        Some(format!("{}: {}", keys.collect::<Vec<_>>().join(", "), self.describe_expression(value)))
    }

    /// The key of a member; `all` where every member is meant.
    fn key(&self, member: Option<&MemberRef>, dimension: DimensionId) -> String {
        let members = self.members(dimension);
        let position = member.and_then(|member| members.locate(member));
        position.map_or("all".to_owned(), |position| members.keys[position].to_string())
    }
}

/// The lines of a text that hold something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(joined).filter(|line| !line.is_empty()).collect()
}

/// A text with single blanks between its words.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
