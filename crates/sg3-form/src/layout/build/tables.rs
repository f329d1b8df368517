//! Tables from what they ask for.

use crate::layout::build::limits::{MOST_ACROSS, MOST_CELLS};
use crate::layout::build::placement::{Placement, PlacementKind};
use crate::layout::build::{columns, evidence, fixed, open_notes, scalars};
use crate::layout::column::FormColumn;
use crate::layout::key;
use crate::layout::table::{FormTable, OpenRows, TableRows};
use sg3_calc::present::{hint, members, phrase};
use sg3_lang::Model;
use sg3_lang::model::{Axis, DimensionId, Quantity, QuantityId};

/// The table of a home; its position comes later.
pub(crate) fn build_table(model: &Model, placement: &Placement) -> FormTable {
    evidence::add_evidence_columns(match placement.kind {
        PlacementKind::Scalars(section) => scalars::build_scalars(model, section, &placement.inputs),
        PlacementKind::Series(section, dimension) => {
            scalars::build_series(model, section, dimension, &placement.inputs)
        }
        PlacementKind::ByMember(_, dimension) => build_by_member(model, dimension, &placement.inputs),
        PlacementKind::ByCode(_, dimension) => build_by_code(model, dimension, &placement.inputs),
        PlacementKind::Listing(dimension) => build_listing(model, dimension, &placement.inputs),
        PlacementKind::Numbered(dimension) => build_numbered(model, dimension, &placement.inputs),
        PlacementKind::Array(input) => build_array(model, input),
    })
}

fn build_by_member(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> FormTable {
    let axes = vec![build_axis(model, dimension)];
    let rows = fixed::list_rows(model, &axes).expect("placement counted the members");
    name_after_only_input(model, dimension, inputs, fixed::build_table(model, axes, rows, build_columns(model, inputs)))
}

/// A table of one input bears its name, with what there is to know about it; its column says `Value`.
fn name_after_only_input(
    model: &Model,
    dimension: DimensionId,
    inputs: &[QuantityId],
    mut table: FormTable,
) -> FormTable {
    let [only] = inputs else {
        return FormTable { title: format!("For each {}", phrase::within(&model.dimension(dimension).label)), ..table };
    };
    let quantity = model.quantity(*only);
    for column in table.columns.iter_mut().filter(|column| column.heading == quantity.label) {
        column.heading = "Value".to_owned();
    }
    let notes = [hint::hint(model, quantity), table.notes].concat();
    FormTable { title: quantity.label.clone(), notes, ..table }
}

fn build_by_code(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> FormTable {
    let axes = vec![build_axis(model, dimension)];
    let code = columns::build_code(model, &axes[0], 0);
    let table =
        build_open_table(model, "of", OpenRows::Reference, axes, [vec![code], build_columns(model, inputs)].concat());
    name_after_only_input(model, dimension, inputs, table)
}

fn build_listing(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> FormTable {
    let axes = vec![build_axis(model, dimension)];
    let code = FormColumn { heading: "Code".to_owned(), ..columns::build_code(model, &axes[0], 0) };
    let mut about = vec![code, columns::build_label(model, &axes[0], 0)];
    if members::is_counted(model, dimension) {
        about.push(columns::build_unit());
    }
    build_open_table(model, "list", OpenRows::Listing(dimension), axes, [about, build_columns(model, inputs)].concat())
}

fn build_numbered(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> FormTable {
    let axes = vec![build_axis(model, dimension)];
    let number = FormColumn { heading: "No.".to_owned(), ..columns::build_code(model, &axes[0], 0) };
    let values = inputs.iter().flat_map(|input| build_numbered_columns(model, dimension, *input));
    let mut columns: Vec<FormColumn> = std::iter::once(number).chain(values).collect();
    if inputs.is_empty() {
        columns.push(columns::build_label(model, &axes[0], 0));
    }
    build_open_table(model, "lines", OpenRows::Numbered(dimension), axes, columns)
}

fn build_numbered_columns(model: &Model, dimension: DimensionId, input: QuantityId) -> Vec<FormColumn> {
    let quantity = model.quantity(input);
    let down = quantity.axes.iter().position(|axis| axis.dimension == dimension).expect("placement saw the axis");
    let across = quantity.axes.iter().position(|axis| axis.dimension != dimension);
    let mut columns = columns::build_values(model, input, &[down], across);
    if across.is_some() {
        columns.iter_mut().for_each(|column| column.heading = format!("{} {}", quantity.label, column.heading));
    }
    columns
}

/// One input along several axes: one of them across if that fits, the others down.
fn build_array(model: &Model, input: QuantityId) -> FormTable {
    let quantity = model.quantity(input);
    let across = choose_axis_across(model, quantity);
    let down: Vec<usize> = (0..quantity.axes.len()).filter(|axis| Some(*axis) != across).collect();
    let axes: Vec<Axis> = down.iter().map(|axis| quantity.axes[*axis].clone()).collect();
    let values = columns::build_values(model, input, &down, across);
    let rows = fixed::list_rows(model, &axes).filter(|rows| rows.len() * values.len() <= MOST_CELLS);
    let table = if let Some(rows) = rows {
        fixed::build_table(model, axes, rows, values)
    } else {
        let codes = axes.iter().enumerate().map(|(position, axis)| columns::build_code(model, axis, position));
        let columns = codes.chain(values).collect();
        build_open_table(model, "of", OpenRows::Reference, axes, columns)
    };
    let notes = [hint::hint(model, quantity), table.notes].concat();
    FormTable { title: quantity.label.clone(), notes, ..table }
}

/// The axis that goes across: years, or the last of two that fits.
fn choose_axis_across(model: &Model, quantity: &Quantity) -> Option<usize> {
    let dimension = |axis: usize| quantity.axes[axis].dimension;
    let mut narrow: Vec<usize> = (0..quantity.axes.len())
        .filter(|axis| members::count(model, dimension(*axis)).is_some_and(|members| members <= MOST_ACROSS))
        .collect();
    narrow.reverse();
    let years = narrow.iter().find(|axis| model.dimension(dimension(**axis)).step.is_some());
    years.or(narrow.first().filter(|_| quantity.axes.len() == 2)).copied()
}

fn build_open_table(model: &Model, kind: &str, open: OpenRows, axes: Vec<Axis>, columns: Vec<FormColumn>) -> FormTable {
    let title = model.dimension(axes[0].dimension).label.clone();
    let (key, notes) = (key::table(model, kind, &axes), vec![open_notes::describe_open_rows(model, open, &axes)]);
    FormTable { key, title, notes, top: 0, margin: 0, axes, rows: TableRows::Open(open), columns }
}

fn build_columns(model: &Model, inputs: &[QuantityId]) -> Vec<FormColumn> {
    inputs.iter().flat_map(|input| columns::build_values(model, *input, &[0], None)).collect()
}

fn build_axis(model: &Model, dimension: DimensionId) -> Axis {
    Axis { name: model.dimension(dimension).name.clone(), dimension }
}
