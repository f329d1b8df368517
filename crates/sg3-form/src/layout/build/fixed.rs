//! Tables whose rows the model knows.

use crate::layout::build::limits::MOST_ROWS;
use crate::layout::build::{columns, unit};
use crate::layout::column::FormColumn;
use crate::layout::key;
use crate::layout::table::{FormRow, FormTable, TableRows};
use sg3_calc::present::members::Known;
use sg3_calc::present::{members, unit as unit_of_present};
use sg3_lang::Model;
use sg3_lang::model::Axis;
use std::sync::Arc;

/// A row for every combination of members, unless the data list some of them or there are too many.
pub(crate) fn list_rows(model: &Model, axes: &[Axis]) -> Option<Vec<FormRow>> {
    let counts: Vec<usize> = axes.iter().map(|axis| members::count(model, axis.dimension)).collect::<Option<_>>()?;
    let count = counts.iter().try_fold(1_usize, |count, members| count.checked_mul(*members))?;
    (count <= MOST_ROWS).then(|| {
        let known: Vec<Vec<Known>> = axes.iter().filter_map(|axis| members::known(model, axis.dimension)).collect();
        multiply_axes(&known).iter().map(|place| build_row(place)).collect()
    })
}

/// A table of such rows. Units stand beside the rows if all values of a row have one unit, else above the columns.
pub(crate) fn build_table(
    model: &Model,
    axes: Vec<Axis>,
    mut rows: Vec<FormRow>,
    mut values: Vec<FormColumn>,
) -> FormTable {
    let mut columns: Vec<FormColumn> =
        axes.iter().enumerate().map(|(position, axis)| columns::build_label(model, axis, position)).collect();
    let alike = values.windows(2).all(|pair| pair[0].in_percent == pair[1].in_percent);
    if let Some(units) = find_row_units(model, &rows, &values).filter(|_| alike) {
        let in_percent = values.iter().any(|column| column.in_percent);
        rows.iter_mut().zip(units).for_each(|(row, unit)| (row.unit, row.in_percent) = (unit, in_percent));
        values.iter_mut().for_each(|column| column.unit.clear());
        columns.push(columns::build_unit());
    } else if rows.iter().any(|row| !find_member_unit(model, &axes, row).is_empty()) {
        rows.iter_mut().for_each(|row| row.unit = find_member_unit(model, &axes, row));
        columns.push(columns::build_unit());
    }
    columns.extend(values);
    let key = key::table(model, "by", &axes);
    FormTable {
        key,
        title: String::new(),
        notes: Vec::new(),
        top: 0,
        margin: 0,
        axes,
        rows: TableRows::Fixed(rows),
        columns,
    }
}

fn find_row_units(model: &Model, rows: &[FormRow], values: &[FormColumn]) -> Option<Vec<String>> {
    rows.iter().map(|row| find_row_unit(model, row, values)).collect()
}

fn find_row_unit(model: &Model, row: &FormRow, values: &[FormColumn]) -> Option<String> {
    let mut units = values
        .iter()
        .filter_map(FormColumn::array_input)
        .map(|ask| unit::find_cell_unit(model, ask, Some(&row.members)));
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

/// What the member of the row is counted in; of the first axis that says.
fn find_member_unit(model: &Model, axes: &[Axis], row: &FormRow) -> String {
    let mut units =
        axes.iter().zip(&row.members).filter_map(|(axis, key)| unit_of_present::of_member(model, axis.dimension, key));
    units.next().map(|unit| unit.to_string()).unwrap_or_default()
}

/// `[a, b]` and `[x, y]` give `[a, x]`, `[a, y]`, `[b, x]`, `[b, y]`.
fn multiply_axes(axes: &[Vec<Known>]) -> Vec<Vec<&Known>> {
    axes.iter().fold(vec![Vec::new()], |places, members| extend_each(places, members))
}

fn extend_each<'a>(places: Vec<Vec<&'a Known>>, members: &'a [Known]) -> Vec<Vec<&'a Known>> {
    places.iter().flat_map(|place| members.iter().map(move |member| [&place[..], &[member]].concat())).collect()
}

fn build_row(place: &[&Known]) -> FormRow {
    let members: Vec<Arc<str>> = place.iter().map(|known| known.key.clone()).collect();
    let labels = place.iter().map(|known| known.label.clone()).collect();
    FormRow { key: key::row(&members), members, labels, unit: String::new(), in_percent: false, asks: None }
}
