//! Tables from what they ask for.

use super::column_content::{Column, Holds};
use super::placement::{Home, HomeKind, MOST_ACROSS, MOST_CELLS};
use super::{Open, Rows, Table, column, evidence, fixed, key, scalars, words};
use sg3_calc::present::{hint, members, phrase};
use sg3_lang::Model;
use sg3_lang::model::{Axis, DimensionId, Quantity, QuantityId};

/// The table of a home; its position comes later.
pub fn table(model: &Model, home: &Home) -> Table {
    evidence::beside(match home.kind {
        HomeKind::Singles(section) => scalars::table(model, section, &home.inputs),
        HomeKind::Series(section, dimension) => scalars::series(model, section, dimension, &home.inputs),
        HomeKind::ByMember(_, dimension) => by_member(model, dimension, &home.inputs),
        HomeKind::ByCode(_, dimension) => by_code(model, dimension, &home.inputs),
        HomeKind::Listing(dimension) => listing(model, dimension, &home.inputs),
        HomeKind::Lines(dimension) => lines(model, dimension, &home.inputs),
        HomeKind::Places(input) => places(model, input),
    })
}

fn by_member(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> Table {
    let axes = vec![own_axis(model, dimension)];
    let rows = fixed::rows(model, &axes).expect("home counted the members");
    name_the_only(model, dimension, inputs, fixed::table(model, axes, rows, columns(model, inputs)))
}

/// A table of one input bears its name, with what there is to know about it; its column says `Value`.
fn name_the_only(model: &Model, dimension: DimensionId, inputs: &[QuantityId], mut table: Table) -> Table {
    let [only] = inputs else {
        return Table { title: format!("For each {}", phrase::within(&model.dimension(dimension).label)), ..table };
    };
    let quantity = model.quantity(*only);
    let own = |column: &&mut Column| column.heading == quantity.label;
    table.columns.iter_mut().filter(own).for_each(|column| column.heading = "Value".to_owned());
    let notes = [hint::hint(model, quantity), table.notes].concat();
    Table { title: quantity.label.clone(), notes, ..table }
}

fn by_code(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> Table {
    let axes = vec![own_axis(model, dimension)];
    let code = column::code(model, &axes[0], 0);
    let table = open(model, "of", Open::Reference, axes, [vec![code], columns(model, inputs)].concat());
    name_the_only(model, dimension, inputs, table)
}

fn listing(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> Table {
    let axes = vec![own_axis(model, dimension)];
    let code = Column { heading: "Code".to_owned(), ..column::code(model, &axes[0], 0) };
    let mut about = vec![code, column::label(model, &axes[0], 0)];
    if members::is_counted(model, dimension) {
        about.push(column::unit());
    }
    open(model, "list", Open::Listing(dimension), axes, [about, columns(model, inputs)].concat())
}

fn lines(model: &Model, dimension: DimensionId, inputs: &[QuantityId]) -> Table {
    let axes = vec![own_axis(model, dimension)];
    let number = Column { heading: "No.".to_owned(), ..column::code(model, &axes[0], 0) };
    let values = inputs.iter().flat_map(|input| line_columns(model, dimension, *input));
    let mut columns: Vec<Column> = std::iter::once(number).chain(values).collect();
    if inputs.is_empty() {
        columns.push(column::label(model, &axes[0], 0));
    }
    open(model, "lines", Open::Numbered(dimension), axes, columns)
}

fn line_columns(model: &Model, dimension: DimensionId, input: QuantityId) -> Vec<Column> {
    let quantity = model.quantity(input);
    let is_line = |axis: &Axis| axis.dimension == dimension;
    let line = quantity.axes.iter().position(is_line).expect("home saw the axis");
    let across = quantity.axes.iter().position(|axis| !is_line(axis));
    let mut columns = column::values(model, input, &[line], across);
    if across.is_some() {
        columns.iter_mut().for_each(|column| column.heading = format!("{} {}", quantity.label, column.heading));
    }
    columns
}

/// One input along several axes: one of them across if that fits, the others down.
fn places(model: &Model, input: QuantityId) -> Table {
    let quantity = model.quantity(input);
    let across = across(model, quantity);
    let down: Vec<usize> = (0..quantity.axes.len()).filter(|axis| Some(*axis) != across).collect();
    let axes: Vec<Axis> = down.iter().map(|axis| quantity.axes[*axis].clone()).collect();
    let values = column::values(model, input, &down, across);
    let rows = fixed::rows(model, &axes).filter(|rows| rows.len() * values.len() <= MOST_CELLS);
    let table = match rows {
        Some(rows) => fixed::table(model, axes, rows, values),
        None => {
            let codes = axes.iter().enumerate().map(|(position, axis)| column::code(model, axis, position));
            let columns = codes.chain(values).collect();
            open(model, "of", Open::Reference, axes, columns)
        }
    };
    let notes = [hint::hint(model, quantity), table.notes].concat();
    Table { title: quantity.label.clone(), notes, ..table }
}

/// The axis that goes across: years, or the last of two that fits.
fn across(model: &Model, quantity: &Quantity) -> Option<usize> {
    let fits = |axis: &usize| {
        members::count(model, quantity.axes[*axis].dimension).is_some_and(|members| members <= MOST_ACROSS)
    };
    let is_time = |axis: &usize| model.dimension(quantity.axes[*axis].dimension).step.is_some();
    let axes = 0..quantity.axes.len();
    let last = axes.clone().rev().find(fits).filter(|_| quantity.axes.len() == 2);
    axes.rev().filter(fits).find(is_time).or(last)
}

fn open(model: &Model, kind: &str, open: Open, axes: Vec<Axis>, columns: Vec<Column>) -> Table {
    let title = model.dimension(axes[0].dimension).label.clone();
    let (key, notes) = (key::table(model, kind, &axes), vec![words::of_open(model, open, &axes)]);
    Table { key, title, notes, top: 0, margin: 0, axes, rows: Rows::Open(open), columns }
}

fn columns(model: &Model, inputs: &[QuantityId]) -> Vec<Column> {
    inputs.iter().flat_map(|input| column::values(model, *input, &[0], None)).collect()
}

fn own_axis(model: &Model, dimension: DimensionId) -> Axis {
    Axis { name: model.dimension(dimension).name.clone(), dimension }
}

impl Table {
    /// The inputs that it asks for, each once.
    pub fn inputs(&self) -> Vec<QuantityId> {
        let of_rows = self.fixed_rows().iter().filter_map(|row| row.asks);
        let of_columns = self.columns.iter().filter_map(|column| match &column.holds {
            Holds::Values(ask) => Some(ask.quantity),
            _ => None,
        });
        let mut inputs: Vec<QuantityId> = of_rows.chain(of_columns).collect();
        inputs.dedup();
        inputs
    }

    /// Positions of the columns that hold values.
    pub fn value_columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        let holds_value = |(_, column): &(usize, &Column)| matches!(column.holds, Holds::Single(_) | Holds::Values(_));
        self.columns.iter().enumerate().filter(holds_value)
    }
}
