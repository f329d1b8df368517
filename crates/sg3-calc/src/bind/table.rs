//! Tables of literals: what the model proposes, and what a case gives.

use super::member_list::MemberList;
use crate::array::{Array, for_each_place};
use sg3_lang::model::{Axis, Expression, MemberRef, Node, Table, UnaryOperator};

/// Calls `set` with every cell that the table speaks of and its value, `NaN` where it says `missing`; the first entry that fits a
/// cell counts.
pub(crate) fn spread(
    table: &Table,
    axes: &[Axis],
    members: &[MemberList],
    shape: &[usize],
    mut set: impl FnMut(usize, f64),
) {
    let lists: Vec<&MemberList> = axes.iter().map(|axis| &members[axis.dimension.0 as usize]).collect();
    let whole = Array { shape: shape.to_vec(), cells: Vec::new() };
    let mut taken = vec![false; shape.iter().product()];
    for entry in &table.entries {
        let Some(ranges) = ranges(&entry.place, &lists) else { continue };
        let value = entry.value.as_ref().map_or(f64::NAN, |value| literal(value, members));
        let is_said = !value.is_nan() || entry.value.as_ref().is_some_and(|value| matches!(value.node, Node::Missing));
        for_each_place(&ranges, &mut |place| {
            let cell = whole.offset(place);
            if !std::mem::replace(&mut taken[cell], true) && is_said {
                set(cell, value);
            }
        });
    }
}

/// The value of a literal; `NaN` for a member that is not there.
pub(crate) fn literal(expression: &Expression, members: &[MemberList]) -> f64 {
    match &expression.node {
        Node::Literal(value) => *value,
        Node::Member(dimension, member) => {
            members[dimension.0 as usize].locate(member).map_or(f64::NAN, |position| position as f64)
        }
        Node::Unary(UnaryOperator::Negate, operand) => -literal(operand, members),
        _ => f64::NAN,
    }
}

/// First and one past the last position along each axis; nothing if a member is not there.
pub(crate) fn ranges(place: &[Option<MemberRef>], lists: &[&MemberList]) -> Option<Vec<(usize, usize)>> {
    place.iter().zip(lists).map(|(member, list)| range(member.as_ref(), list)).collect()
}

fn range(member: Option<&MemberRef>, list: &MemberList) -> Option<(usize, usize)> {
    let Some(member) = member else { return Some((0, list.len())) };
    list.locate(member).map(|position| (position, position + 1))
}
