//! What the workbook is, from which texts and data, and how to read it.

use super::canvas::Canvas;
use super::cell_style::CellStyle;
use super::frame::{SheetFrame, draw_check_summary, draw_frame};
use super::pen::Pen;
use super::writer::{Worksheet, XlsxError};
use crate::book::stored_layout::about::{
    CHECKS_ROW, CURRENCY, DATA, DOCUMENTS, LABEL, LIBRARIES, MAPPINGS, MISTAKES, MODEL_LABEL, MODEL_ROW, PORTION,
    SETTINGS, TOLERANCE_ROW, UNKNOWN, VALUE, WRITTEN_LABEL,
};
use crate::provenance::{Digest, NamedLibrary};
use sg3_calc::tolerance::TOLERANCE;
use sg3_language::Language;
use sg3_workbook::write::palette::TAB_MODEL;

/// Head of the list with the digest of the figures that stand for members that are left out.
const LEFT_OUT: &str = "List of which members are left out";
const LABEL_WIDTH: f64 = 44.0;
const VALUE_WIDTH: f64 = 76.0;
const STYLES: [(CellStyle, &str); 5] = [
    (CellStyle::Given, "A figure of the data or of the model. Do not overwrite: your own figure has a separate cell."),
    (CellStyle::Entry, "Cell for your own figure. If it is not blank, it replaces the delivered figure."),
    (CellStyle::Calculation, "A calculation. Its formula is written above it, its unit beside it."),
    (CellStyle::Result, "A result of the model."),
    (CellStyle::Check, "A check: 1 if it passes, 0 if it fails."),
];

const HOW: [&str; 5] = [
    "Every result is a formula over the figures of the data. Enter your own figure in a yellow cell and all results are recalculated; Control counts your figures, and Results shows what has changed.",
    "Sheets are in the order of calculation: figures of the data, then calculations by heading, then counterfactual calculations (“Without …”), sources and glossary. Map links to each.",
    "Small grey numbers beside rows and above columns are the numbers of members (listed on Members): formulas locate members by them.",
    "Grouped rows (the bar at the left edge) are parts of a formula: collapse them to see the quantities alone.",
    "#N/A means that a figure is missing or cannot be computed; it affects only results that depend on it.",
];

/// Draws About, the first sheet: identity, texts and data, and a key to the styles.
pub(super) fn draw_about(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let title = &canvas.material.model.title;
    draw_frame(canvas, page, SheetFrame { name: "About", title, colour: TAB_MODEL, panes: (2, 0), pages: 1 })?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, LABEL_WIDTH)?.set_column_width(VALUE, VALUE_WIDTH)?;
    let mut pen = Pen { canvas, page };
    draw_identity(&mut pen)?;
    let row = draw_libraries(&mut pen, TOLERANCE_ROW + 2, &canvas.provenance.libraries)?;
    let row = draw_digests(&mut pen, row, DOCUMENTS, &canvas.provenance.documents)?;
    let row = draw_digests(&mut pen, row, DATA, &canvas.provenance.data)?;
    let row = draw_digests(&mut pen, row, MAPPINGS, &canvas.provenance.mappings)?;
    let row = draw_digests(&mut pen, row, LEFT_OUT, canvas.provenance.left_out.as_slice())?;
    let currency: Vec<String> = canvas.currency().into_iter().map(str::to_owned).collect();
    let row = draw_list(&mut pen, row, CURRENCY, &currency)?;
    let unreviewed = (!canvas.material.language.is_reviewed()).then(|| Language::NOT_REVIEWED.to_owned());
    let row = draw_list(&mut pen, row, "Translation", unreviewed.as_slice())?;
    let row = draw_list(&mut pen, row, SETTINGS, &canvas.provenance.settings)?;
    let row = draw_list(&mut pen, row, MISTAKES, &canvas.provenance.mistakes)?;
    let row = draw_list(&mut pen, row, PORTION, &canvas.provenance.portion)?;
    let row = draw_styles(&mut pen, row)?;
    draw_instructions(&mut pen, row)
}

fn draw_identity(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let provenance = canvas.provenance;
    let model = (MODEL_LABEL, canvas.model_name());
    let rows = [model, (WRITTEN_LABEL, &*provenance.written), ("Written by", &*provenance.program)];
    for (row, (label, words)) in (MODEL_ROW..).zip(rows) {
        pen.write_words(row, LABEL, label, &canvas.styles.label)?;
        pen.write_verbatim(row, VALUE, if words.is_empty() { UNKNOWN } else { words }, &canvas.styles.label)?;
    }
    pen.write_words(CHECKS_ROW, LABEL, "State of the checks", &canvas.styles.label)?;
    draw_check_summary(canvas, pen.page, CHECKS_ROW, VALUE)?;
    pen.write_label(
        TOLERANCE_ROW,
        LABEL,
        &canvas.translate(
            "Tolerance: figures that differ by no more than this share of the larger are treated as equal, as are results",
        ),
        LABEL_WIDTH,
    )?;
    pen.page.write_number_with_format(TOLERANCE_ROW, VALUE, TOLERANCE, &canvas.styles.constant)?;
    Ok(())
}

fn draw_libraries(pen: &mut Pen, top: u32, libraries: &[NamedLibrary]) -> Result<u32, XlsxError> {
    if libraries.is_empty() {
        return Ok(top);
    }
    pen.write_heading(top, LABEL, &[LIBRARIES, "Region, licence, documents"])?;
    for (row, library) in (top + 1..).zip(libraries) {
        pen.write_verbatim(row, LABEL, &library.edition, &pen.canvas.styles.label)?;
        pen.write_label(row, VALUE, &library.contents, VALUE_WIDTH)?;
    }
    Ok(top + libraries.len() as u32 + 2)
}

fn draw_digests(pen: &mut Pen, top: u32, title: &str, digests: &[Digest]) -> Result<u32, XlsxError> {
    if digests.is_empty() {
        return Ok(top);
    }
    pen.write_heading(top, LABEL, &[title, "SHA-256"])?;
    for (row, digest) in (top + 1..).zip(digests) {
        pen.write_verbatim(row, LABEL, &digest.name, &pen.canvas.styles.label)?;
        pen.write_words(row, VALUE, &digest.sha256, &pen.canvas.styles.digest)?;
    }
    Ok(top + digests.len() as u32 + 2)
}

fn draw_list(pen: &mut Pen, top: u32, title: &str, lines: &[String]) -> Result<u32, XlsxError> {
    if lines.is_empty() {
        return Ok(top);
    }
    pen.write_heading(top, LABEL, &[title])?;
    for (row, line) in (top + 1..).zip(lines) {
        pen.write_label(row, LABEL, &pen.canvas.translate_composed(line), LABEL_WIDTH)?;
    }
    Ok(top + lines.len() as u32 + 2)
}

fn draw_styles(pen: &mut Pen, top: u32) -> Result<u32, XlsxError> {
    pen.write_words(top, LABEL, "Key to colours and letters", &pen.canvas.styles.subtitle)?;
    for (row, (style, words)) in (top + 1..).zip(STYLES) {
        pen.write_mark(row, style)?;
        pen.write_words(row, LABEL, style.label(), &pen.canvas.styles.sample(style))?;
        pen.write_words(row, VALUE, words, &pen.canvas.styles.note)?;
        pen.page.set_row_height(row, 28)?;
    }
    Ok(top + 2 + STYLES.len() as u32)
}

fn draw_instructions(pen: &mut Pen, top: u32) -> Result<(), XlsxError> {
    pen.write_words(top, LABEL, "How to use the workbook", &pen.canvas.styles.subtitle)?;
    for (row, words) in (top + 1..).zip(HOW) {
        pen.write_paragraph(row, (LABEL, VALUE), words, 118.0)?;
    }
    Ok(())
}
