//! Values for every input of a model, and the workbook they stand in, as plain cells that tests move about.

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter as writer;
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_lang::model::*;
use sg3_lang::{Diagnostics, Model};
use sg3_sheet::{Layout, Workbook, read};
use std::io::Cursor;
use std::sync::Arc;

/// Cells of a workbook, by sheet.
#[derive(Clone)]
pub struct Book {
    pub properties: Vec<(String, String)>,
    pub sheets: Vec<(String, Cells)>,
}

pub type Cells = std::collections::BTreeMap<(u32, u32), Cell>;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Number(f64),
    Text(String),
    Formula(String, String),
    Day(f64),
    YesNo(bool),
}

impl Book {
    pub fn of(bytes: Vec<u8>) -> Book {
        let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let properties = xlsx.workbook_properties().unwrap().custom_properties.into_iter().collect();
        let sheets = xlsx.sheet_names().into_iter().map(|name| (name.clone(), cells(&mut xlsx, &name))).collect();
        Book { properties, sheets }
    }

    pub fn sheet(&mut self, name: &str) -> &mut Cells {
        &mut self.sheets.iter_mut().find(|(other, _)| other == name).unwrap().1
    }

    pub fn put(&mut self, sheet: &str, (row, column): (u32, u32), cell: Cell) -> &mut Book {
        self.sheet(sheet).insert((row, column), cell);
        self
    }

    /// The cell that holds a text.
    pub fn find(&self, sheet: &str, text: &str) -> (u32, u32) {
        let (_, cells) = self.sheets.iter().find(|(other, _)| other == sheet).unwrap();
        *cells
            .iter()
            .find(|(_, cell)| matches!(cell, Cell::Text(other) if other == text))
            .unwrap_or_else(|| panic!("{text}"))
            .0
    }

    /// Moves every cell of a sheet.
    pub fn shift(&mut self, sheet: &str, to: impl Fn((u32, u32)) -> (u32, u32)) -> &mut Book {
        let cells = self.sheet(sheet);
        *cells = std::mem::take(cells).into_iter().map(|(at, cell)| (to(at), cell)).collect();
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut workbook = writer::Workbook::new();
        let properties = self.properties.iter().fold(writer::DocProperties::new(), |properties, (name, value)| {
            properties.set_custom_property(name, &**value)
        });
        workbook.set_properties(&properties);
        for (name, cells) in &self.sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            for ((row, column), cell) in cells {
                write(sheet, *row, *column as u16, cell);
            }
        }
        workbook.save_to_buffer().unwrap()
    }

    pub fn read(&self, model: &Model, layout: &Layout) -> (Layer, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let workbook = Workbook::open(self.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
        let layer = read(&workbook, model, layout, &mut diagnostics);
        (layer, diagnostics)
    }
}

fn cells(xlsx: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Cells {
    let mut cells = Cells::new();
    let mut reader = xlsx.worksheet_cells_reader(name).unwrap();
    while let Some(found) = reader.next_cell().unwrap() {
        let cell = match found.get_value() {
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::DateTime(day) => Cell::Day(day.as_f64()),
            _ => continue,
        };
        cells.insert(found.get_position(), cell);
    }
    cells
}

fn write(sheet: &mut writer::Worksheet, row: u32, column: u16, cell: &Cell) {
    let day = writer::Format::new().set_num_format("yyyy-mm-dd");
    match cell {
        Cell::Number(number) => sheet.write_number(row, column, *number).unwrap(),
        Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
        Cell::Day(number) => sheet.write_number_with_format(row, column, *number, &day).unwrap(),
        Cell::YesNo(yes) => sheet.write_boolean(row, column, *yes).unwrap(),
        Cell::Formula(formula, result) => {
            sheet.write_formula(row, column, writer::Formula::new(formula).set_result(result)).unwrap()
        }
    };
}

/// Two or three members for every dimension that the data list, and a value for every place of every input.
pub fn complete(model: &Model, owner: Owner, seed: u64) -> Layer {
    let mut layer = Layer { name: "test".to_owned(), ..Layer::default() };
    for (id, dimension) in (0..).map(DimensionId).zip(&model.dimensions) {
        let entry = |number: u64| MemberEntry {
            dimension: id,
            key: key(dimension, number),
            label: label(dimension, number),
            unit: None,
            origin: Origin::Case,
        };
        let count = if dimension.is_from_data() { 2 + seed % 2 } else { 0 };
        layer.members.extend((1..=count).map(entry));
    }
    for (quantity, asked, _) in model.inputs().filter(|(_, _, input)| input.owner == owner) {
        for (number, place) in places(model, &layer, asked).into_iter().enumerate() {
            let value = value(model, &layer, asked, seed + number as u64);
            layer.values.push(Datum { quantity, place: Some(place.into()), value, origin: Origin::Case });
        }
    }
    layer
}

fn key(dimension: &Dimension, number: u64) -> Arc<str> {
    match dimension.members {
        Members::FromRows => number.to_string().into(),
        _ => format!("{}-{number:02}", dimension.name.to_uppercase()).into(),
    }
}

fn label(dimension: &Dimension, number: u64) -> String {
    match dimension.members {
        Members::FromRows => number.to_string(),
        _ => format!("{} number {number}", dimension.label),
    }
}

fn keys(model: &Model, layer: &Layer, id: DimensionId) -> Vec<Arc<str>> {
    match &model.dimension(id).members {
        Members::Listed(members) => members.iter().map(|member| member.key.clone()).collect(),
        Members::Numbers(first, last) => (*first..=*last).map(|number| number.to_string().into()).collect(),
        _ => layer.members.iter().filter(|entry| entry.dimension == id).map(|entry| entry.key.clone()).collect(),
    }
}

fn places(model: &Model, layer: &Layer, quantity: &Quantity) -> Vec<Vec<Arc<str>>> {
    quantity.axes.iter().fold(vec![Vec::new()], |places, axis| {
        let keys = keys(model, layer, axis.dimension);
        let extend = |place: Vec<Arc<str>>| keys.clone().into_iter().map(move |key| [&place[..], &[key]].concat());
        places.into_iter().flat_map(extend).collect()
    })
}

fn value(model: &Model, layer: &Layer, quantity: &Quantity, seed: u64) -> Value {
    match quantity.kind {
        _ if seed % 17 == 3 => Value::NotAvailable("n/a".to_owned()),
        Kind::Number(_) => Value::Number((seed * 7919 % 100_003) as f64 / 64.0 - 100.0),
        Kind::YesNo => Value::YesNo(seed % 2 == 0),
        Kind::Date => Value::Date((40_000 + seed % 5_000) as f64),
        Kind::Member(dimension) => {
            let keys = keys(model, layer, dimension);
            Value::Text(keys[seed as usize % keys.len()].to_string())
        }
    }
}

/// What a layer says, in an order of its own.
pub fn said(layer: &Layer) -> Vec<String> {
    let members = layer.members.iter().map(|entry| format!("{:?} {} {}", entry.dimension, entry.key, entry.label));
    let values = layer.values.iter().map(|datum| format!("{:?} {:?} {:?}", datum.quantity, datum.place, datum.value));
    let mut said: Vec<String> = members.chain(values).collect();
    said.sort();
    said
}
