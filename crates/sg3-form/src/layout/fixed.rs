//! Tables whose rows the model knows.

use super::column_content::{Ask, Column, Holds};
use super::placement::MOST_ROWS;
use super::{Row, Rows, Table, column, key, unit};
use sg3_calc::present::members::Known;
use sg3_calc::present::{members, unit as unit_of_present};
use sg3_lang::Model;
use sg3_lang::model::Axis;
use std::sync::Arc;

/// A row for every combination of members, unless the data list some of them or there are too many.
pub fn rows(model: &Model, axes: &[Axis]) -> Option<Vec<Row>> {
    let counts: Vec<usize> = axes.iter().map(|axis| members::count(model, axis.dimension)).collect::<Option<_>>()?;
    let count = counts.iter().try_fold(1_usize, |count, members| count.checked_mul(*members))?;
    (count <= MOST_ROWS).then(|| {
        let known: Vec<Vec<Known>> = axes.iter().filter_map(|axis| members::known(model, axis.dimension)).collect();
        product(&known).iter().map(|place| row(place)).collect()
    })
}

/// A table of such rows. Units stand beside the rows if all values of a row have one unit, else above the columns.
pub fn table(model: &Model, axes: Vec<Axis>, mut rows: Vec<Row>, mut values: Vec<Column>) -> Table {
    let mut columns: Vec<Column> =
        axes.iter().enumerate().map(|(position, axis)| column::label(model, axis, position)).collect();
    if let Some(units) = units_of_rows(model, &rows, &values) {
        rows.iter_mut().zip(units).for_each(|(row, unit)| row.unit = unit);
        values.iter_mut().for_each(|column| column.unit.clear());
        columns.push(column::unit());
    } else if rows.iter().any(|row| !member_unit(model, &axes, row).is_empty()) {
        rows.iter_mut().for_each(|row| row.unit = member_unit(model, &axes, row));
        columns.push(column::unit());
    }
    columns.extend(values);
    let key = key::table(model, "by", &axes);
    Table { key, title: String::new(), notes: Vec::new(), top: 0, margin: 0, axes, rows: Rows::Fixed(rows), columns }
}

fn units_of_rows(model: &Model, rows: &[Row], values: &[Column]) -> Option<Vec<String>> {
    rows.iter().map(|row| unit_of_row(model, row, values)).collect()
}

fn unit_of_row(model: &Model, row: &Row, values: &[Column]) -> Option<String> {
    let mut units = values.iter().filter_map(ask).map(|ask| unit::of_cell(model, ask, Some(&row.members)));
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

fn ask(column: &Column) -> Option<&Ask> {
    match &column.holds {
        Holds::Values(ask) => Some(ask),
        _ => None,
    }
}

/// What the member of the row is counted in; of the first axis that says.
fn member_unit(model: &Model, axes: &[Axis], row: &Row) -> String {
    let mut units =
        axes.iter().zip(&row.members).filter_map(|(axis, key)| unit_of_present::of_member(model, axis.dimension, key));
    units.next().map(|unit| unit.to_string()).unwrap_or_default()
}

fn product(axes: &[Vec<Known>]) -> Vec<Vec<&Known>> {
    axes.iter().fold(vec![Vec::new()], |places, members| {
        let extend = |place: Vec<_>| members.iter().map(move |member| [&place[..], &[member]].concat());
        places.into_iter().flat_map(extend).collect()
    })
}

fn row(place: &[&Known]) -> Row {
    let members: Vec<Arc<str>> = place.iter().map(|known| known.key.clone()).collect();
    let labels = place.iter().map(|known| known.label.clone()).collect();
    Row { key: key::row(&members), members, labels, unit: String::new(), asks: None }
}
