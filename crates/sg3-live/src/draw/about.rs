//! What the workbook is, from which texts and data, and how to read it.

use super::pen::Pen;
use super::style::Look;
use super::{Canvas, frame};
use crate::edition::Digest;
use crate::stored;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::guard::GUARD;

/// Heads of tables, by which they are found again.
pub const DOCUMENTS: &str = "Documents of the model";

/// Of the files of data.
pub const DATA: &str = "Data (later files take precedence)";

/// Of mappings.
pub const MAPPINGS: &str = "Mapping by which source files were read";

/// Of what was asked for.
pub const PORTION: &str = "Limited to these parts and what they depend on";

/// Of settings.
pub const SETTINGS: &str = "Settings that override all data";

/// Of what was wrong with the data.
pub const MISTAKES: &str = "Errors in the data when this was written";

const LABEL: u16 = 1;

const VALUE: u16 = 2;

const LABEL_WIDTH: f64 = 44.0;

/// Rows of the sheet; formulas read the guard by its place.
const GUARD_ROW: u32 = 7;

const LOOKS: [(Look, &str); 5] = [
    (Look::Given, "A figure of the data or of the model. Do not overwrite: your own figure has a separate cell."),
    (Look::Room, "Cell for your own figure. If it is not blank, it replaces the delivered figure."),
    (Look::Calculation, "A calculation. Its formula is written above it, its unit beside it."),
    (Look::Result, "A result of the model."),
    (Look::Check, "A check: 1 if it passes, 0 if it fails."),
];

const HOW: [&str; 5] = [
    "Every result is a formula over the figures of the data. Enter your own figure in a yellow cell and all results are recalculated; Control counts your figures, and Results shows what has changed.",
    "Sheets are in the order of calculation: figures of the data, then calculations by heading, then counterfactual calculations (“Without …”), sources and glossary. Map links to each.",
    "Small grey numbers beside rows and above columns are the numbers of members (listed on Members): formulas locate members by them.",
    "Grouped rows (the bar at the left edge) are parts of a formula: collapse them to see the quantities alone.",
    "#N/A means that a figure is missing or cannot be computed; it affects only results that depend on it.",
];

/// Draws the sheet.
pub fn draw(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let title = &canvas.material.model.title;
    frame::draw(canvas, page, frame::Frame { name: "About", title, colour: 0x1F_2A_44, panes: (2, 0), pages: 1 })?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(VALUE, 76)?;
    let mut pen = Pen { canvas, page };
    identity(&mut pen)?;
    let row = digests(&mut pen, GUARD_ROW + 2, DOCUMENTS, &canvas.edition.documents)?;
    let row = digests(&mut pen, row, DATA, &canvas.edition.data)?;
    let row = digests(&mut pen, row, MAPPINGS, &canvas.edition.mappings)?;
    let row = list(&mut pen, row, SETTINGS, &canvas.edition.settings)?;
    let row = list(&mut pen, row, MISTAKES, &canvas.edition.mistakes)?;
    let row = list(&mut pen, row, PORTION, &canvas.edition.portion)?;
    let row = looks(&mut pen, row)?;
    how(&mut pen, row)
}

fn identity(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let edition = canvas.edition;
    let model = (stored::MODEL_LABEL, &*canvas.material.model.name);
    let rows = [model, ("Written on", &*edition.written), ("Written by", &*edition.program)];
    for (row, (label, words)) in (stored::MODEL.0..).zip(rows) {
        pen.words(row, LABEL, label, &canvas.styles.label)?;
        pen.words(row, VALUE, if words.is_empty() { "–" } else { words }, &canvas.styles.label)?;
    }
    pen.words(6, LABEL, "State of the checks", &canvas.styles.label)?;
    frame::word_on_checks(canvas, pen.page, 6, VALUE)?;
    pen.label(
        GUARD_ROW,
        LABEL,
        "Tolerance: figures that differ by no more than this share of the larger are treated as equal, as are results",
        LABEL_WIDTH,
    )?;
    pen.page.write_number_with_format(GUARD_ROW, VALUE, GUARD, &canvas.styles.constant)?;
    Ok(())
}

fn digests(pen: &mut Pen, top: u32, title: &str, digests: &[Digest]) -> Result<u32, XlsxError> {
    if digests.is_empty() {
        return Ok(top);
    }
    pen.heading(top, LABEL, &[title, "SHA-256"])?;
    for (row, digest) in (top + 1..).zip(digests) {
        pen.words(row, LABEL, &digest.name, &pen.canvas.styles.label)?;
        pen.words(row, VALUE, &digest.sha256, &pen.canvas.styles.digest)?;
    }
    Ok(top + digests.len() as u32 + 2)
}

fn list(pen: &mut Pen, top: u32, title: &str, lines: &[String]) -> Result<u32, XlsxError> {
    if lines.is_empty() {
        return Ok(top);
    }
    pen.heading(top, LABEL, &[title])?;
    for (row, line) in (top + 1..).zip(lines) {
        pen.label(row, LABEL, line, LABEL_WIDTH)?;
    }
    Ok(top + lines.len() as u32 + 2)
}

fn looks(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    pen.words(top, LABEL, "Key to colours and letters", &pen.canvas.styles.subtitle)?;
    for (row, (look, words)) in (top + 1..).zip(LOOKS) {
        pen.mark(row, look)?;
        pen.words(row, LABEL, look.word(), &pen.canvas.styles.sample(look))?;
        pen.words(row, VALUE, words, &pen.canvas.styles.note)?;
        pen.page.set_row_height(row, 28)?;
    }
    Ok(top + 2 + LOOKS.len() as u32)
}

fn how(pen: &mut Pen, top: u32) -> Result<(), XlsxError> {
    pen.words(top, LABEL, "How to use the workbook", &pen.canvas.styles.subtitle)?;
    for (row, words) in (top + 1..).zip(HOW) {
        pen.paragraph(row, (LABEL, VALUE), words, 118.0)?;
    }
    Ok(())
}
