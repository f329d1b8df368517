//! An output over several dimensions: members of one across, if they are few, and of the others down.

use super::cell::{common_unit, dimension, texts};
use super::data::{Grid, MOST_ACROSS, UNIT};
use super::one::{keys_width, member_heads, member_texts};
use super::years::{head_of_member, stretches, widest};
use crate::data::{Dimension, Member, Quantity, Report};
use std::ops::Range;

/// Least width of a column of values.
const VALUE: usize = 12;

/// What goes across: an axis, and which of its members.
struct Across {
    axis: usize,
    members: Range<usize>,
}

/// Years across, as many at a time as fit; else members of the axis with fewest members, if they all fit; all others down.
pub(crate) fn grids(report: &Report, quantity: &Quantity, page: usize) -> Vec<Grid> {
    let dimensions: Vec<&Dimension> = quantity.dimensions.iter().map(|name| dimension(report, name)).collect();
    let across = across(quantity, &dimensions, page);
    let across = if across.is_empty() { vec![None] } else { across.into_iter().map(Some).collect() };
    across.iter().map(|across| grid(quantity, &dimensions, across.as_ref())).collect()
}

fn grid(quantity: &Quantity, dimensions: &[&Dimension], across: Option<&Across>) -> Grid {
    let down: Vec<usize> =
        (0..dimensions.len()).filter(|axis| across.is_none_or(|across| across.axis != *axis)).collect();
    let unit = common_unit(&quantity.cells);
    let unit_text = unit.map_or_else(String::new, |unit| format!(", {unit}"));
    let labels =
        down.iter().map(|axis| member_heads(dimensions[*axis]).len()).sum::<usize>() + usize::from(unit.is_none());
    Grid {
        title: format!("{} ({}){unit_text}", quantity.label, quantity.name),
        head: heads(dimensions, &down, across, unit),
        rows: rows(quantity, dimensions, &down, across, unit),
        labels,
        ..Grid::default()
    }
}

/// Years in stretches that fit the page, else the last axis of the fewest members along which the unit stays the same, if they fit it
/// beside the others.
fn across(quantity: &Quantity, dimensions: &[&Dimension], page: usize) -> Vec<Across> {
    let mut candidates: Vec<usize> =
        (0..dimensions.len()).rev().filter(|axis| has_one_unit_along(quantity, dimensions, *axis)).collect();
    candidates.sort_by_key(|axis| (!dimensions[*axis].time, dimensions[*axis].members.len()));
    let width = widest(&texts(quantity));
    let found = candidates.into_iter().find_map(|axis| stretches_of_axis(dimensions, axis, width, page));
    found.unwrap_or_default()
}

/// The members of an axis as they go across; nothing if they do not fit.
fn stretches_of_axis(dimensions: &[&Dimension], axis: usize, width: usize, page: usize) -> Option<Vec<Across>> {
    let others = dimensions.iter().enumerate().filter(|(other, _)| *other != axis);
    let down: usize = others.map(|(_, dimension)| keys_width(dimension)).sum();
    let members = &dimensions[axis].members;
    if dimensions[axis].time {
        let stretches = stretches(members, page.saturating_sub(down), width)?;
        return Some(stretches.into_iter().map(|members| Across { axis, members }).collect());
    }
    let fits = down.saturating_add(members.iter().map(column_width).sum()) <= page;
    (fits && members.len() <= MOST_ACROSS).then(|| vec![Across { axis, members: 0..members.len() }])
}

fn column_width(member: &Member) -> usize {
    member.key.chars().count().max(VALUE) + 3
}

fn has_one_unit_along(quantity: &Quantity, dimensions: &[&Dimension], axis: usize) -> bool {
    let stride: usize = dimensions[axis + 1..].iter().map(|dimension| dimension.members.len()).product();
    let length = stride * dimensions[axis].members.len();
    if length == 0 {
        return true;
    }
    let mut blocks = quantity.cells.chunks(length);
    blocks.all(|block| block.iter().zip(&block[stride..]).all(|(one, next)| one.shown_unit == next.shown_unit))
}

fn heads(dimensions: &[&Dimension], down: &[usize], across: Option<&Across>, unit: Option<&str>) -> Vec<Vec<String>> {
    let keys = down.iter().flat_map(|axis| member_heads(dimensions[*axis]));
    let units = unit.is_none().then(|| vec![UNIT.to_owned()]);
    let values = match across {
        None => vec![vec!["Value".to_owned()]],
        Some(across) => dimensions[across.axis].members[across.members.clone()].iter().map(head_of_member).collect(),
    };
    keys.chain(units).chain(values).collect()
}

fn rows(
    quantity: &Quantity,
    dimensions: &[&Dimension],
    down: &[usize],
    across: Option<&Across>,
    unit: Option<&str>,
) -> Vec<Vec<String>> {
    let shape: Vec<usize> = dimensions.iter().map(|dimension| dimension.members.len()).collect();
    let places = places(&shape, down);
    let keys: Vec<(usize, usize)> = down.iter().map(|axis| (*axis, member_heads(dimensions[*axis]).len())).collect();
    let texts = texts(quantity);
    let rows = places.iter().map(|place| {
        let keys = keys.iter().flat_map(|(axis, texts)| member_texts(*texts, &dimensions[*axis].members[place[*axis]]));
        let cells = line(&shape, place, across);
        let units = unit.is_none().then(|| quantity.cells[cells[0]].shown_unit.clone());
        keys.chain(units).chain(cells.iter().map(|cell| texts[*cell].clone())).collect()
    });
    rows.collect()
}

/// Every combination of members of the axes that go down; the others stay at their first.
fn places(shape: &[usize], down: &[usize]) -> Vec<Vec<usize>> {
    let start = if shape.contains(&0) { vec![] } else { vec![vec![0; shape.len()]] };
    down.iter().fold(start, |places, axis| {
        let longer = places.iter().flat_map(|place| (0..shape[*axis]).map(|member| at_member(place, *axis, member)));
        longer.collect()
    })
}

fn at_member(place: &[usize], axis: usize, member: usize) -> Vec<usize> {
    let mut place = place.to_vec();
    place[axis] = member;
    place
}

/// The cells of a row, by their positions.
fn line(shape: &[usize], place: &[usize], across: Option<&Across>) -> Vec<usize> {
    let Some(across) = across else { return vec![offset(shape, place)] };
    across.members.clone().map(|member| offset(shape, &at_member(place, across.axis, member))).collect()
}

fn offset(shape: &[usize], place: &[usize]) -> usize {
    shape.iter().zip(place).fold(0, |offset, (count, at)| offset * count + at)
}
