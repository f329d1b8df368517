//! An output over several dimensions: members of one across, if they are few, and of the others down.

use super::cell::{common_unit, dimension, shown};
use super::data::{Grid, MOST_ACROSS, UNIT};
use super::one::{keys_width, member_heads, member_texts};
use crate::data::{Cell, Dimension, Member, Quantity, Report};

/// Least width of a column of values.
const VALUE: usize = 12;

/// Members of the axis with fewest members across, if they fit; all others down.
pub(crate) fn grid(report: &Report, quantity: &Quantity, page: usize) -> Grid {
    let dimensions: Vec<&Dimension> = quantity.dimensions.iter().map(|name| dimension(report, name)).collect();
    let across = across(quantity, &dimensions, page);
    let down: Vec<usize> = (0..dimensions.len()).filter(|axis| Some(*axis) != across).collect();
    let unit = common_unit(&quantity.cells);
    let unit_text = unit.map_or_else(String::new, |unit| format!(", {unit}"));
    let labels =
        down.iter().map(|axis| member_heads(dimensions[*axis]).len()).sum::<usize>() + usize::from(unit.is_none());
    Grid {
        title: format!("{} ({}){unit_text}", quantity.label, quantity.name),
        head: heads(&dimensions, &down, across, unit),
        rows: rows(quantity, &dimensions, &down, across, unit),
        labels,
    }
}

/// The last axis of the fewest members along which the unit stays the same, if they fit the page beside the others.
fn across(quantity: &Quantity, dimensions: &[&Dimension], page: usize) -> Option<usize> {
    let with_one_unit = (0..dimensions.len()).rev().filter(|axis| has_one_unit_along(quantity, dimensions, *axis));
    let axis = with_one_unit.min_by_key(|axis| dimensions[*axis].members.len())?;
    let others = dimensions.iter().enumerate().filter(|(other, _)| *other != axis);
    let down: usize = others.map(|(_, dimension)| keys_width(dimension)).sum();
    let members = &dimensions[axis].members;
    let fits = down.saturating_add(members.iter().map(column_width).sum()) <= page;
    (fits && members.len() <= MOST_ACROSS).then_some(axis)
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
    blocks.all(|block| block.iter().zip(&block[stride..]).all(|(one, next)| one.unit == next.unit))
}

fn heads(dimensions: &[&Dimension], down: &[usize], across: Option<usize>, unit: Option<&str>) -> Vec<Vec<String>> {
    let keys = down.iter().flat_map(|axis| member_heads(dimensions[*axis]));
    let units = unit.is_none().then(|| vec![UNIT.to_owned()]);
    let values = match across {
        None => vec![vec!["Value".to_owned()]],
        Some(axis) => dimensions[axis].members.iter().map(head_of_member).collect(),
    };
    keys.chain(units).chain(values).collect()
}

/// Label and key, once where they are the same.
fn head_of_member(member: &Member) -> Vec<String> {
    let mut lines = vec![member.label.clone(), member.key.to_string()];
    lines.dedup();
    lines
}

fn rows(
    quantity: &Quantity,
    dimensions: &[&Dimension],
    down: &[usize],
    across: Option<usize>,
    unit: Option<&str>,
) -> Vec<Vec<String>> {
    let shape: Vec<usize> = dimensions.iter().map(|dimension| dimension.members.len()).collect();
    let places = places(&shape, down);
    let keys: Vec<(usize, usize)> = down.iter().map(|axis| (*axis, member_heads(dimensions[*axis]).len())).collect();
    let rows = places.iter().map(|place| {
        let keys = keys.iter().flat_map(|(axis, texts)| member_texts(*texts, &dimensions[*axis].members[place[*axis]]));
        let cells = line(quantity, &shape, place, across);
        let units = unit.is_none().then(|| cells[0].unit.clone());
        keys.chain(units).chain(cells.iter().map(|cell| shown(cell))).collect()
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

/// The cells of a row.
fn line<'q>(quantity: &'q Quantity, shape: &[usize], place: &[usize], across: Option<usize>) -> Vec<&'q Cell> {
    let Some(axis) = across else { return vec![&quantity.cells[offset(shape, place)]] };
    let places = (0..shape[axis]).map(|member| at_member(place, axis, member));
    places.map(|place| &quantity.cells[offset(shape, &place)]).collect()
}

fn offset(shape: &[usize], place: &[usize]) -> usize {
    shape.iter().zip(place).fold(0, |offset, (count, at)| offset * count + at)
}
