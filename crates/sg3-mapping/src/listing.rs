//! Members that the model leaves to the operator: the rows of the table that is about an input along them.

use crate::candidate::fit;
use crate::foreign::Foreign;
use crate::found::Found;
use crate::lexicon::Concept;
use crate::list::ground;
use crate::target::Members;
use crate::words;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use std::sync::Arc;

/// How clearly a table must be about the input.
const CLEAR: f64 = 0.6;

/// A longer list is a ledger, not members; where rows are members it may be one.
const MOST: usize = 60;

const MOST_ROWS: usize = 4_000;

/// Keys are short.
const LETTERS: usize = 40;

/// Finds members of dimensions from data; true if any were found.
pub fn members(
    model: &Model,
    respondent: Respondent,
    files: &[Foreign],
    found: &[Found],
    year: Option<i32>,
    members: &mut Members,
) -> bool {
    let mut any = false;
    let in_lists = ground::listed(model, respondent);
    for (id, quantity, input) in model.inputs() {
        let [axis] = &quantity.axes[..] else { continue };
        let is_free = members.of(axis.dimension).is_none() && !in_lists.contains(&axis.dimension);
        let is_open = model.dimension(axis.dimension).is_from_data() && is_free;
        if is_open && respondent.answers_for(input.owner) && matches!(quantity.kind, Kind::Number(_)) {
            let is_rows = matches!(model.dimension(axis.dimension).members, sg3_lang::model::Members::FromRows);
            let most = if is_rows { MOST_ROWS } else { MOST };
            any |= of_input((id, axis.dimension, most), files, found, year, members);
        }
    }
    any
}

fn of_input(
    (quantity, dimension, most): (QuantityId, DimensionId, usize),
    files: &[Foreign],
    found: &[Found],
    year: Option<i32>,
    members: &mut Members,
) -> bool {
    let regions = found
        .iter()
        .map(|found| region(quantity, files, found, year))
        .filter(|(_, rows)| rows.len() > 1 && rows.len() <= most);
    let best = regions.fold(None, |best: Option<(f64, Vec<String>)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    let Some((_, labels)) = best.filter(|(clear, _)| *clear >= CLEAR) else { return false };
    members.list(dimension, keyed(labels));
    true
}

/// How clearly rows of a table are about an input, and what they are called.
fn region(quantity: QuantityId, files: &[Foreign], found: &Found, year: Option<i32>) -> (f64, Vec<String>) {
    let concept = Concept::Quantity(quantity);
    let by_head = found.of_head.iter().map(|head| fit(head, concept)).fold(0.0, f64::max);
    let about = fit(&found.about, concept).max(by_head);
    let of_row = |group: usize| {
        let own = &found.groups[group];
        let in_section = if own.section.is_empty() { 0.0 } else { fit(&found.of_group[group], concept) };
        let is_row = own.sums.is_none()
            && own.rule.is_empty()
            && !found.table.lines[own.lines[0]].is_total
            && !own.label.is_empty();
        if is_row && has_figure(files, found, own.lines[0], year) { about.max(in_section) } else { 0.0 }
    };
    let clear = (0..found.groups.len()).map(of_row).fold(0.0, f64::max);
    let rows = (0..found.groups.len()).filter(|group| of_row(*group) >= CLEAR && of_row(*group) >= clear - 1e-9);
    (clear, rows.map(|group| found.groups[group].label.clone()).collect())
}

fn has_figure(files: &[Foreign], found: &Found, line: usize, year: Option<i32>) -> bool {
    let row = found.table.lines[line].row;
    let columns = found.table.heads.iter().zip(&found.columns);
    let counts = columns
        .filter(|(_, column)| !column.is_aside && (column.year.is_none() || year.is_none() || column.year == year));
    counts.into_iter().any(|(head, _)| {
        files[found.file].number(found.table.sheet, row, head.column).is_some_and(|number| number != 0.0)
    })
}

/// A key for every label, each another.
fn keyed(labels: Vec<String>) -> Vec<(Arc<str>, String)> {
    let mut keyed: Vec<(Arc<str>, String)> = Vec::new();
    for label in labels {
        let plain = key(&label);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let is_free = |key: &String| !keyed.iter().any(|(other, _)| **other == **key);
        let free = std::iter::once(plain.clone()).chain(numbered).find(is_free).expect("numbers do not run out");
        keyed.push((free.into(), label));
    }
    keyed
}

/// `Bâtiments & énergie` is `batiments_energie`.
pub fn key(label: &str) -> String {
    let words = words::folded(label);
    let plain: Vec<&str> =
        words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined: String = plain.join("_").chars().take(LETTERS).collect();
    if joined.is_empty() { "row".to_owned() } else { joined }
}
