//! Beside the figures of the data: how each was come by, and where it stands. Of a row that goes across both stand once
//! if they are alike, else by member.

use super::canvas::Canvas;
use super::cell_formats::{apply_formats, one_column};
use super::writer::{Worksheet, XlsxError};
use crate::book::blank::BLANK;
use crate::book::{Block, BlockPlace, Role};
use sg3_calc::{CellState, Origin, Status};
use sg3_lang::model::QuantityId;
use sg3_workbook::format_address;
use sg3_workbook::write::cells;

/// Columns from the first word to the last: words go over those without a heading.
pub(super) const HEADINGS: [&str; 5] = ["Status", "", "From", "", ""];
/// What takes more letters than this in a row is left to the sheet of sources.
const MOST_OF_STATUS: usize = 36;
const MOST_OF_ORIGIN: usize = 90;

/// Writes status and origin of all rows.
pub(super) fn draw_evidence(
    canvas: &Canvas,
    page: &mut Worksheet,
    block: &Block,
    place: BlockPlace,
) -> Result<(), XlsxError> {
    let (Some(quantity), first) = (block.quantity, evidence_column(block, place)) else { return Ok(()) };
    let rows = place.row..place.row + block.rows() as u32;
    for (number, row) in rows.clone().enumerate() {
        let found: Vec<usize> =
            (0..block.columns()).map(|column| block.cell_of(&block.place_of(number, column))).collect();
        cells::write_plain_text(page, row, first, &statuses(canvas, quantity, block, &found))?;
        cells::write_plain_text(page, row, first + 2, &origins(canvas, quantity, block, &found))?;
    }
    let format = &canvas.styles.evidence;
    apply_formats(page, rows, &[(one_column(first), format), (one_column(first + 2), format)])
}

/// How the cells of a row were come by.
fn statuses(canvas: &Canvas, quantity: QuantityId, block: &Block, cells: &[usize]) -> String {
    let status = cells.iter().map(|cell| status(canvas, quantity, *cell, block.values[*cell]));
    by_member(canvas, block, &status.collect::<Vec<_>>(), MOST_OF_STATUS)
}

/// Where the cells of a row stand.
fn origins(canvas: &Canvas, quantity: QuantityId, block: &Block, cells: &[usize]) -> String {
    let origins: Vec<Option<Origin>> = cells.iter().map(|cell| canvas.origin(quantity, *cell)).collect();
    let origins: Vec<Option<&Origin>> = origins.iter().map(Option::as_ref).collect();
    range_of_origins(&origins).unwrap_or_else(|| {
        let texts =
            origins.iter().map(|origin| origin.map_or_else(String::new, |origin| canvas.origin_in_words(origin)));
        by_member(canvas, block, &texts.collect::<Vec<_>>(), MOST_OF_ORIGIN)
    })
}

/// Whether status and origin stand beside its rows: those of what is used, or of what was delivered where that stands below.
pub(super) fn has_evidence(block: &Block) -> bool {
    match block.role {
        Role::InUse => block.across.is_none(),
        Role::Delivered => block.across.is_some(),
        _ => false,
    }
}

/// The column of the status: after what stands beside each other, or after the last member across.
pub(super) fn evidence_column(block: &Block, place: BlockPlace) -> u16 {
    if block.across.is_some() { place.column + block.columns() as u16 } else { place.column + 3 }
}

/// `audited`, `estimated, confidential`, `proposed by the model`, `missing`; nothing if nobody has stated it.
fn status(canvas: &Canvas, quantity: QuantityId, cell: usize, value: f64) -> String {
    let inputs = canvas.material.inputs;
    let evidence = inputs.evidence(quantity, cell);
    let stated = evidence.and_then(|evidence| evidence.status).map(Status::label);
    if inputs.state(quantity, cell) == CellState::Unreadable {
        return canvas.translate_briefly("unreadable");
    }
    let otherwise = match inputs.origin(quantity, cell) {
        Some(Origin::Blank) => "meaning of a blank",
        _ if value.is_nan() || value == BLANK => "missing",
        Some(Origin::Default) => "proposed by the model",
        _ => "",
    };
    let is_secret = evidence.is_some_and(|evidence| evidence.confidential.is_some());
    let words = [stated.unwrap_or(otherwise), if is_secret { "confidential" } else { "" }];
    let words = words.into_iter().filter(|word| !word.is_empty()).map(|word| canvas.translate_briefly(word));
    words.collect::<Vec<_>>().join(", ")
}

/// The texts of the members across: one if it is the same for all, else each with the labels of its members.
fn by_member(canvas: &Canvas, block: &Block, texts: &[String], most: usize) -> String {
    if let Some(words) = texts.first().filter(|words| texts.iter().all(|other| other == *words)) {
        return words.clone();
    }
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (column, words) in texts.iter().enumerate() {
        let label = block.across.map_or("", |axis| canvas.label(block.axes[axis].dimension, column));
        match groups.iter_mut().find(|(other, _)| other == words) {
            Some((_, labels)) => labels.push(label),
            None => groups.push((words, vec![label])),
        }
    }
    let groups = groups.into_iter().map(|(words, labels)| {
        let labels = labels.join(", ");
        if words.is_empty() { canvas.labelled("not stated", &labels) } else { canvas.labelled(words, &labels) }
    });
    let words = groups.collect::<Vec<_>>().join("; ");
    if words.chars().count() <= most { words } else { canvas.translate_briefly("differs: see Sources") }
}

/// Cells that stand in one line of a sheet, or lines of a file that follow each other.
fn range_of_origins(origins: &[Option<&Origin>]) -> Option<String> {
    let (first, last) = (origins.first().copied()??, origins.last().copied()??);
    match (first, last) {
        _ if origins.len() < 2 => None,
        (Origin::Cell { file, sheet, row, column }, Origin::Cell { row: end, column: far, .. }) => {
            let cell = |row, column| Origin::Cell { file: file.clone(), sheet: sheet.clone(), row, column };
            let is_line =
                follow(origins, |step| cell(*row, column + step)) || follow(origins, |step| cell(row + step, *column));
            is_line.then(|| format!("{file}  {sheet}!{}:{}", format_address(*row, *column), format_address(*end, *far)))
        }
        (Origin::Line { file, line }, Origin::Line { line: end, .. }) => {
            let is_run = follow(origins, |step| Origin::Line { file: file.clone(), line: line + step });
            is_run.then(|| format!("{file}  lines {line} to {end}"))
        }
        _ => None,
    }
}

/// Whether each origin is so many steps on from the first.
fn follow(origins: &[Option<&Origin>], from: impl Fn(u32) -> Origin) -> bool {
    (0..).zip(origins).all(|(step, origin)| *origin == Some(&from(step)))
}
