//! The data as a workbook keeps them, on the sheets of sources and of members, and how they are had again.

use super::cell_value::cell_value;
use super::sheet_cells::{SheetCells, find_sheet};
use super::stored_origin::parse_origin;
use super::stored_provenance::read_currency;
use crate::book::stored_layout::{members, sources};
use sg3_calc::{Array, Evidence, Inputs, Layer, MemberEntry, Origin, Status};
use sg3_lang::Diagnostics;
use sg3_lang::model::{DimensionId, Model, QuantityId};
use sg3_language::Language;
use sg3_workbook::Content;
use std::sync::Arc;

/// The data of a workbook that was written before, as far as a model asks for them.
///
/// What the workbook does not hold is missing; a member or name that the model does not know is left out.
pub fn read_inputs(sheets: &[SheetCells], model: &Model) -> Inputs {
    let members = Layer { name: "workbook".to_owned(), members: read_members(sheets, model), ..Layer::default() };
    let mut inputs = sg3_calc::bind(model, &[members], &mut Diagnostics::default());
    inputs.currency = read_currency(sheets);
    inputs.origins.iter_mut().for_each(Vec::clear);
    for id in model.quantity_ids().filter(|id| model.quantity(*id).input().is_some()) {
        let axes = &model.quantity(id).axes;
        let shape: Vec<usize> = axes.iter().map(|axis| inputs.members_of(axis.dimension).len()).collect();
        inputs.origins[id.0 as usize] = vec![None; shape.iter().product()];
        inputs.arrays[id.0 as usize] = Some(Arc::new(Array::bad(shape)));
    }
    if let Some(sheet) = find_sheet(sheets, sources::SHEET) {
        (sources::FIRST_ROW..=sheet.last_row()).for_each(|row| read_figure(sheet, row, model, &mut inputs));
    }
    inputs
}

/// Members of dimensions that the data list: each list is below a heading with the label of the dimension.
fn read_members(sheets: &[SheetCells], model: &Model) -> Vec<MemberEntry> {
    let Some(sheet) = find_sheet(sheets, members::SHEET) else { return Vec::new() };
    let mut entries = Vec::new();
    let mut open: Option<DimensionId> = None;
    for row in 0..=sheet.last_row() {
        let [number, word, key, label] =
            [members::NUMBER, members::WORD, members::KEY, members::LABEL].map(|column| sheet.text(row, column.into()));
        match (number, word, key) {
            (Some(number), Some(label), _) if Language::is_word_for(number, members::NUMBER_HEADING) => {
                open = find_dimension(model, label);
            }
            (_, Some(word), Some(key)) => {
                let unit = sheet.text(row, members::UNIT.into());
                entries.extend(open.map(|dimension| entry(dimension, key, label.unwrap_or(word), unit)));
            }
            _ => open = None,
        }
    }
    entries
}

/// A dimension whose members the data list.
fn find_dimension(model: &Model, label: &str) -> Option<DimensionId> {
    let mut dimensions = model.dimensions.iter();
    let position = dimensions.position(|dimension| dimension.label == label && dimension.is_from_data());
    position.map(|position| DimensionId(position as u32))
}

fn entry(dimension: DimensionId, key: &str, label: &str, unit: Option<&str>) -> MemberEntry {
    let unit = unit.map(Into::into);
    MemberEntry { dimension, key: key.into(), label: label.to_owned(), unit, origin: Origin::Blank }
}

/// Reads one line of the sheet of sources.
fn read_figure(sheet: &SheetCells, row: u32, model: &Model, inputs: &mut Inputs) {
    let name = sheet.text(row, sources::NAME.into());
    let Some((id, cell)) = name.and_then(|name| find_cell(name, model, inputs)) else { return };
    let content = sheet.content(row, sources::DELIVERED.into());
    let origin = sheet.text(row, sources::ORIGIN.into()).and_then(parse_origin);
    let quantity = model.quantity(id);
    let value = match (content, &origin) {
        (None, Some(Origin::Blank)) => quantity.input().and_then(|input| input.blank),
        (content, _) => content.and_then(|content| cell_value(content, &quantity.kind, inputs)),
    };
    if let (None, Some(text)) = (value, text(content)) {
        inputs.unreadable.insert((id, cell), text.into());
    }
    if let Some(array) = &mut inputs.arrays[id.0 as usize] {
        Arc::make_mut(array).cells[cell] = value.unwrap_or(f64::NAN);
    }
    inputs.origins[id.0 as usize][cell] = origin;
    let evidence = read_evidence(sheet, row);
    if !evidence.is_empty() {
        let known = &mut inputs.evidence[id.0 as usize];
        known.resize(inputs.origins[id.0 as usize].len(), None);
        known[cell] = Some(Arc::new(evidence));
    }
}

/// What is known of a figure beside its amount.
fn read_evidence(sheet: &SheetCells, row: u32) -> Evidence {
    let [status, least, most, source, confidential, comment] =
        [0, 1, 2, 3, 4, 5].map(|column| sheet.content(row, (sources::EVIDENCE + column).into()));
    Evidence {
        status: text(status).and_then(status_of_words),
        range: number(least).zip(number(most)),
        source: text(source).map(str::to_owned),
        confidential: text(confidential).map(str::to_owned),
        comment: text(comment).map(str::to_owned),
    }
}

/// In any language of workbooks.
fn status_of_words(words: &str) -> Option<Status> {
    Status::of_label(words)
        .or_else(|| Status::ALL.into_iter().find(|status| Language::is_word_for(words, status.label())))
}

fn text(content: Option<&Content>) -> Option<&str> {
    if let Some(Content::Text(text)) = content { Some(text) } else { None }
}

fn number(content: Option<&Content>) -> Option<f64> {
    if let Some(Content::Number(number) | Content::Date(number)) = content { Some(*number) } else { None }
}

/// Which cell of which input `minutes[urban, 2025]` is.
fn find_cell(name: &str, model: &Model, inputs: &Inputs) -> Option<(QuantityId, usize)> {
    let (quantity, keys) = match name.split_once('[') {
        Some((quantity, keys)) => (quantity, keys.strip_suffix(']')?),
        None => (name, ""),
    };
    let id = model.find_quantity(quantity).filter(|id| model.quantity(*id).input().is_some())?;
    let axes = &model.quantity(id).axes;
    let keys: Vec<&str> = if axes.is_empty() { Vec::new() } else { keys.split(", ").collect() };
    if keys.len() != axes.len() {
        return None;
    }
    let positions = axes.iter().zip(keys).map(|(axis, key)| inputs.members_of(axis.dimension).find(key));
    let place: Vec<usize> = positions.collect::<Option<_>>()?;
    Some((id, inputs.arrays[id.0 as usize].as_ref().map_or(0, |array| array.offset(&place))))
}
