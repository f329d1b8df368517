//! Lines of the mapping as rows of a table.

use super::{Grid, Head};
use crate::column::{Column, Line};
use crate::entry::{EACH, Entry, Mapping};
use crate::foreign::Foreign;
use crate::list::members;
use crate::measure::Wanted;
use crate::taken::Taken;
use crate::{list, taken};
use sg3_calc::present::{members as members_of_present, phrase, unit};
use sg3_lang::Model;
use sg3_lang::model::{Kind, Quantity};
use sg3_workbook::address;

/// A row for each line.
pub fn lines(
    mapping: &Mapping,
    model: &Model,
    files: &[Foreign],
    entries: &[&Entry],
    columns: &[&'static Column],
) -> Grid {
    let heads =
        columns.iter().map(|c| Head { key: c.key, heading: c.heading, width: c.width, is_asked: c.is_asked }).collect();
    let only = mapping.files.len() <= 1;
    let row = |entry: &&Entry| {
        let line = line(entry, model, files, only);
        columns.iter().map(|column| column.write(&line)).collect()
    };
    Grid { key: "mapping", title: "", columns: heads, rows: entries.iter().map(row).collect() }
}

fn line<'a>(entry: &'a Entry, model: &Model, files: &[Foreign], only: bool) -> Line<'a> {
    let is_shown = !entry.is_open();
    let stands = if is_shown { taken::stands(entry, files, only, &mut Vec::new()) } else { None };
    let taken = stands.and_then(|_| taken::take(entry, files, only, &mut Vec::new()));
    let quantity = model.find_quantity(&entry.figure.input).map(|id| model.quantity(id));
    let listed = members::dimension(model, entry).filter(|_| entry.is_list()).map(|id| model.dimension(id));
    let asked = quantity.map(|quantity| &quantity.label).or(listed.map(|dimension| &dimension.label));
    let member = match listed {
        Some(_) => "each of your rows".to_owned(),
        None => quantity.map_or(String::new(), |quantity| member(model, quantity, entry)),
    };
    // Lives and shares of a list add up to nothing.
    let is_amount = |quantity: &Quantity| {
        let is_number = matches!(quantity.kind, Kind::Number(_));
        is_number && (!entry.is_list() || Wanted::of(quantity) == Wanted::Money)
    };
    let is_amount = quantity.is_some_and(is_amount);
    Line {
        entry,
        asked: asked.unwrap_or(&entry.figure.input).clone(),
        member,
        unit: quantity.map_or(String::new(), |quantity| unit::anywhere(model, quantity)),
        blank: quantity.map_or(String::new(), blank),
        count: stands.map_or(0, |at| list::count(entry, files, at)),
        link: stands.and_then(|(file, sheet)| link(entry, &files[file], sheet, taken.as_ref())),
        amount: taken.filter(|_| is_amount).map(|taken| taken.value(entry)),
    }
}

fn member(model: &Model, quantity: &Quantity, entry: &Entry) -> String {
    let label = |(axis, key): (&sg3_lang::model::Axis, &std::sync::Arc<str>)| {
        if **key == *EACH {
            return format!("each {}", phrase::within(&model.dimension(axis.dimension).label));
        }
        let known = members_of_present::known(model, axis.dimension).unwrap_or_default();
        let found = known.into_iter().find(|member| member.key == *key).map(|member| member.label);
        found
            .unwrap_or_else(|| if entry.member_label.is_empty() { key.to_string() } else { entry.member_label.clone() })
    };
    quantity.axes.iter().zip(&entry.figure.place).map(label).collect::<Vec<_>>().join(" · ")
}

fn blank(quantity: &Quantity) -> String {
    let Some(input) = quantity.input() else { return String::new() };
    match (input.blank, &input.default) {
        (Some(value), _) => format!("taken as {}", phrase::number(quantity, value)),
        (None, Some(_)) if matches!(quantity.kind, Kind::Number(_)) => "the model proposes a figure".to_owned(),
        _ => "cannot be computed".to_owned(),
    }
}

/// `file:///theirs.xlsx#'Charges'!C7`, if the name of the file is a plain one.
fn link(entry: &Entry, file: &Foreign, sheet: usize, taken: Option<&Taken>) -> Option<String> {
    let area = entry.cells.first()?;
    let first = taken.map(|taken| address(taken.cells[0].row, taken.cells[0].column));
    let cells = if entry.rows.is_empty() || entry.is_list() { area.to_string() } else { first? };
    to_cells(file, sheet, &cells)
}

/// The same, of any cells.
pub fn to_cells(file: &Foreign, sheet: usize, cells: &str) -> Option<String> {
    let sheet = &file.sheets[sheet];
    let is_plain = |text: &str| text.chars().all(|letter| letter.is_alphanumeric() || " ._-()&".contains(letter));
    let fits = !sheet.is_text && is_plain(file.name()) && is_plain(&sheet.name) && file.name().len() < 120;
    fits.then(|| format!("file:///{}#'{}'!{cells}", file.name(), sheet.name))
}
