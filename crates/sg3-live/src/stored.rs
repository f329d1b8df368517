//! The data as a workbook keeps them, on the sheets of sources and of members, and how they are had again.

use crate::print::{LIST_NUMBER, LIST_WORD, LISTS};
use crate::verify::page;
use crate::verify::page::Page;
use sg3_calc::{Array, Evidence, Inputs, Layer, MemberEntry, Origin, Status};
use sg3_lang::Diagnostics;
use sg3_lang::model::{Axis, Dimension, DimensionId, Kind, Model, QuantityId};
use sg3_workbook::{Content, parse_address};
use std::sync::Arc;

/// Document property: the model of a live workbook.
pub const MODEL_PROPERTY: &str = "sg3 live model";

/// Row and column of the first sheet where it stands too.
pub const MODEL: (u32, u32) = (3, 2);

/// What stands beside it.
pub const MODEL_LABEL: &str = "Model";

/// Document property: the version of the arrangement.
pub const VERSION_PROPERTY: &str = "sg3 live version";

/// Raised when workbooks written before can no longer be compared.
pub const VERSION: &str = "1";

/// The sheet with every figure of the data.
pub const SOURCES: &str = "Sources";

/// Its first row of figures, from zero.
pub const FIRST: u32 = 4;

/// Column of `minutes[urban, 2025]`.
pub const NAME: u16 = 3;

/// Column of the figure as delivered; the figure in use stands beside it.
pub const DELIVERED: u16 = 5;

/// Column of where it comes from.
pub const ORIGIN: u16 = 9;

/// First of the columns of what is known of it beside its amount: status, range, source, reason for confidentiality, comment.
pub const EVIDENCE: u16 = 10;

/// `minutes[urban, 2025]`.
pub fn name(quantity: &str, keys: &str) -> String {
    if keys.is_empty() { quantity.to_owned() } else { format!("{quantity}[{keys}]") }
}

/// Columns of the list of members beside their numbers and words.
pub const LIST_KEY: u16 = 3;

/// The label, where the word is the key.
pub const LIST_LABEL: u16 = 4;

/// The data of a workbook that was written before, as far as a model asks for them.
///
/// What the workbook does not hold is missing; a member or name that the model does not know is left out.
pub fn inputs(pages: &[Page], model: &Model) -> Inputs {
    let members = Layer { name: "workbook".to_owned(), members: members(pages, model), ..Layer::default() };
    let mut inputs = sg3_calc::bind(model, &[members], &mut Diagnostics::default());
    inputs.origins.iter_mut().for_each(Vec::clear);
    for id in model.quantity_ids().filter(|id| model.quantity(*id).input().is_some()) {
        let axes = &model.quantity(id).axes;
        let shape: Vec<usize> = axes.iter().map(|axis| inputs.members_of(axis.dimension).len()).collect();
        inputs.origins[id.0 as usize] = vec![None; shape.iter().product()];
        inputs.arrays[id.0 as usize] = Some(Arc::new(Array::bad(shape)));
    }
    if let Some(sources) = page::named(pages, SOURCES) {
        (FIRST..=sources.last_row()).for_each(|row| figure(sources, row, model, &mut inputs));
    }
    inputs
}

/// Members of dimensions that the data list.
fn members(pages: &[Page], model: &Model) -> Vec<MemberEntry> {
    let Some(page) = page::named(pages, LISTS) else { return Vec::new() };
    let mut entries = Vec::new();
    let mut open: Option<DimensionId> = None;
    for row in 0..=page.last_row() {
        let words = |column: u16| page.words(row, column.into());
        match (words(LIST_NUMBER), words(LIST_WORD), words(LIST_KEY)) {
            (Some("No."), Some(label), _) => open = of_label(model, label),
            (_, Some(word), Some(key)) => {
                let label = words(LIST_LABEL).unwrap_or(word);
                entries.extend(open.map(|dimension| entry(dimension, key, label)));
            }
            _ => open = None,
        }
    }
    entries
}

fn of_label(model: &Model, label: &str) -> Option<DimensionId> {
    let is_it = |dimension: &Dimension| dimension.label == label && dimension.is_from_data();
    model.dimensions.iter().position(is_it).map(|position| DimensionId(position as u32))
}

fn entry(dimension: DimensionId, key: &str, label: &str) -> MemberEntry {
    MemberEntry { dimension, key: key.into(), label: label.to_owned(), unit: None, origin: Origin::Blank }
}

/// Reads one line of the sheet of sources.
fn figure(page: &Page, row: u32, model: &Model, inputs: &mut Inputs) {
    let Some((id, cell)) = page.words(row, NAME.into()).and_then(|name| cell_of(name, model, inputs)) else { return };
    let value =
        page.content(row, DELIVERED.into()).and_then(|content| value(content, &model.quantity(id).kind, inputs));
    if let Some(array) = &mut inputs.arrays[id.0 as usize] {
        Arc::make_mut(array).cells[cell] = value.unwrap_or(f64::NAN);
    }
    inputs.origins[id.0 as usize][cell] = page.words(row, ORIGIN.into()).and_then(origin);
    let evidence = evidence(page, row);
    if !evidence.is_empty() {
        let known = &mut inputs.evidence[id.0 as usize];
        known.resize(inputs.origins[id.0 as usize].len(), None);
        known[cell] = Some(Arc::new(evidence));
    }
}

/// What is known of a figure beside its amount.
fn evidence(page: &Page, row: u32) -> Evidence {
    let words = |column: u16| page.words(row, (EVIDENCE + column).into());
    let number = |column: u16| match page.content(row, (EVIDENCE + column).into()) {
        Some(Content::Number(number) | Content::Date(number)) => Some(*number),
        _ => None,
    };
    Evidence {
        status: words(0).and_then(Status::of_words),
        range: number(1).zip(number(2)),
        source: words(3).map(str::to_owned),
        confidential: words(4).map(str::to_owned),
        comment: words(5).map(str::to_owned),
    }
}

/// Which cell of which input `minutes[urban, 2025]` is.
fn cell_of(name: &str, model: &Model, inputs: &Inputs) -> Option<(QuantityId, usize)> {
    let (quantity, keys) = match name.split_once('[') {
        Some((quantity, keys)) => (quantity, keys.strip_suffix(']')?),
        None => (name, ""),
    };
    let id = model.find_quantity(quantity).filter(|id| model.quantity(*id).input().is_some())?;
    let axes = &model.quantity(id).axes;
    let keys: Vec<&str> = if axes.is_empty() { Vec::new() } else { keys.split(", ").collect() };
    let find = |(axis, key): (&Axis, &&str)| inputs.members_of(axis.dimension).find(key);
    let place: Vec<usize> = axes.iter().zip(&keys).map(find).collect::<Option<_>>()?;
    (place.len() == axes.len() && keys.len() == axes.len())
        .then(|| (id, inputs.arrays[id.0 as usize].as_ref().map_or(0, |array| array.offset(&place))))
}

/// A figure as the engine has it: members by position.
pub fn value(content: &Content, kind: &Kind, inputs: &Inputs) -> Option<f64> {
    match (content, kind) {
        (Content::Number(number) | Content::Date(number), Kind::Number(_) | Kind::Date) => Some(*number),
        (Content::YesNo(yes), Kind::YesNo) => Some(f64::from(u8::from(*yes))),
        (Content::Text(word), Kind::YesNo) => match &*word.trim().to_lowercase() {
            "yes" => Some(1.0),
            "no" => Some(0.0),
            _ => None,
        },
        (Content::Text(word), Kind::Member(dimension)) => {
            let members = inputs.members_of(*dimension);
            let is_it = |text: &str| text.to_lowercase() == word.trim().to_lowercase();
            let by_label = members.labels.iter().position(|label| is_it(label));
            by_label.or_else(|| members.keys.iter().position(|key| is_it(key))).map(|position| position as f64)
        }
        _ => None,
    }
}

/// The words of an [`Origin`], read back.
fn origin(words: &str) -> Option<Origin> {
    let fixed = [Origin::Default, Origin::Blank, Origin::Case];
    if let Some(origin) = fixed.into_iter().find(|origin| origin.to_string() == words) {
        return Some(origin);
    }
    if let Some(setting) = words.strip_prefix("--set ") {
        return Some(Origin::Setting(setting.into()));
    }
    let (file, at) = words.split_once("  ")?;
    if let Some(line) = at.strip_prefix("line ") {
        return Some(Origin::Line { file: file.into(), line: line.parse().ok()? });
    }
    let (sheet, address) = at.rsplit_once('!')?;
    let (row, column) = parse_address(address)?;
    Some(Origin::Cell { file: file.into(), sheet: sheet.into(), row, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_read_as_they_are_written() {
        let cell = Origin::Cell { file: "a b.xlsx".into(), sheet: "Net  costs".into(), row: 3, column: 27 };
        let line = Origin::Line { file: "a.toml".into(), line: 7 };
        for written in [cell, line, Origin::Setting("wacc=0.1".into()), Origin::Default, Origin::Blank, Origin::Case] {
            assert_eq!(origin(&written.to_string()), Some(written));
        }
    }
}
