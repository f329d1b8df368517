//! What people read of a block: its formulas in the words of the model, and members by number and key.

use super::Lowering;
use sg3_lang::model::{Axis, Body, DimensionId, Entry, Expression, Kind, MemberRef};

/// More formulas of a table than this are not told in words.
const MOST_LINES: usize = 24;

impl Lowering<'_> {
    pub(crate) fn words(&self, body: &Body, axes: &[Axis]) -> Vec<String> {
        let text = |expression: &Expression| self.material.sources.slice(expression.span).to_owned();
        match body {
            Body::Formula(formula) => one_line_each(&text(formula)),
            Body::Table(table) => {
                let told = |entry: &Entry| {
                    let value = entry.value.as_ref().filter(|value| self.figure(value).is_none())?;
                    let keys =
                        entry.place.iter().zip(axes).map(|(member, axis)| self.key(member.as_ref(), axis.dimension));
                    let value = text(value).split_whitespace().collect::<Vec<_>>().join(" ");
                    Some(format!("{}: {value}", keys.collect::<Vec<_>>().join(", ")))
                };
                table.entries.iter().filter_map(told).take(MOST_LINES).collect()
            }
        }
    }

    /// The key of a member; `all` where every member is meant.
    fn key(&self, member: Option<&MemberRef>, dimension: DimensionId) -> String {
        let members = self.members(dimension);
        let position = member.and_then(|member| members.locate(member));
        position.map_or("all".to_owned(), |position| members.keys[position].to_string())
    }

    /// How a value of the engine is written in a cell: members by number.
    pub(crate) fn as_written(&self, kind: &Kind, value: f64) -> f64 {
        match kind {
            Kind::Member(dimension) if !value.is_nan() => self.number(*dimension, value as usize),
            _ => value,
        }
    }

    /// The numbers of all members of a dimension.
    pub fn numbers_of(&self, dimension: DimensionId) -> Vec<f64> {
        (0..self.members(dimension).len()).map(|position| self.number(dimension, position)).collect()
    }

    /// The number of a member: its own where members are numbers, else counted from 1.
    pub(crate) fn number(&self, dimension: DimensionId, position: usize) -> f64 {
        let numbered = self.model().dimension(dimension).is_numbered();
        if numbered { self.members(dimension).numbers[position] } else { position as f64 + 1.0 }
    }
}

/// The lines of a text, each without the blanks around it.
fn one_line_each(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}
