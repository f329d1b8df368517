//! One line for each sheet: what it is, what it takes figures from, and a link.

use super::canvas::Canvas;
use super::frame::{SheetFrame, draw_frame};
use super::pen::Pen;
use super::writer::{Worksheet, XlsxError};
use crate::book::{BlockSheet, Purpose};
use crate::print::range::quoted_sheet;
use sg3_workbook::write::palette::TAB_MODEL;
use sg3_workbook::write::text;
use std::collections::BTreeSet;

const LABEL: u16 = 1;
const FLOW: &str = "Inputs  →  calculations by heading  →  counterfactuals  →  results and checks.  A sheet takes figures only from the sheets named beside it.";
const BEFORE: [(&str, &str, &str); 5] = [
    ("About", "Which model, which data, how to read the workbook", ""),
    ("Map", "List of the sheets", ""),
    ("Control", "Options, year, currency, your own figures, headline results", "Results, inputs"),
    ("Results", "Every result as delivered, now, and its change", "calculations"),
    ("Checks", "Every check with both sides, the difference and the tolerance", "calculations"),
];

const AFTER: [(&str, &str, &str); 3] = [
    ("Sources", "Every figure of the data with its source", "inputs"),
    ("Glossary", "Units, dimensions and names", ""),
    ("Members", "Members of dimensions with their numbers", ""),
];

/// Draws the sheet Map: one line for each sheet.
pub(super) fn draw_sheet_map(canvas: &Canvas, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (name, title) = ("Map", "Map");
    draw_frame(canvas, page, SheetFrame { name, title, colour: TAB_MODEL, panes: (2, 0), pages: 1 })?;
    page.set_column_width(0, 3)?.set_column_width(LABEL, 34)?.set_column_width(2, 58)?;
    page.set_column_width(3, 18)?.set_column_width(4, 60)?;
    let mut pen = Pen { canvas, page };
    pen.write_paragraph(3, (LABEL, 4), FLOW, 160.0)?;
    pen.write_heading(5, LABEL, &["Sheet", "Description", "Quantities", "Takes figures from"])?;
    let mut row = 6;
    for (name, words, from) in BEFORE {
        draw_line(&mut pen, row, (name, words, "", from))?;
        row += 1;
    }
    for (number, sheet) in canvas.book.sheets.iter().enumerate() {
        let quantities = count_quantities(canvas, sheet).to_string();
        let what = canvas.labelled(purpose(sheet.purpose), &sheet.title);
        draw_line(&mut pen, row, (&sheet.name, &what, &quantities, &sheets_read(canvas, number).join(" · ")))?;
        row += 1;
    }
    for (name, words, from) in AFTER {
        draw_line(&mut pen, row, (name, words, "", from))?;
        row += 1;
    }
    Ok(())
}

fn draw_line(
    pen: &mut Pen,
    row: u32,
    (name, what, quantities, from): (&str, &str, &str, &str),
) -> Result<(), XlsxError> {
    let styles = &pen.canvas.styles;
    let (name, what) = (pen.canvas.sheet_name(name), pen.canvas.translate(what));
    pen.write_link(row, LABEL, &format!("{}!A1", quoted_sheet(&name)), &name)?;
    pen.write_verbatim(row, 2, &what, &styles.note)?;
    pen.write_verbatim(row, 3, quantities, &styles.unit)?;
    pen.write_words(row, 4, from, &styles.note)?;
    let lines = text::count_lines(&what, 58.0).max(text::count_lines(from, 60.0));
    pen.page.set_row_height(row, 13.5 * lines as f64 + 3.0)?;
    Ok(())
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Inputs => "Inputs",
        Purpose::Calculations => "Calculations",
        Purpose::Counterfactual(_) => "Counterfactual",
    }
}

fn count_quantities(canvas: &Canvas, sheet: &BlockSheet) -> usize {
    let whole = sheet.blocks.iter().map(|id| canvas.book.block(*id)).filter(|block| block.part_of.is_none());
    whole.filter(|block| block.quantity.is_some()).count()
}

/// The other sheets that a sheet reads, in order.
fn sheets_read<'a>(canvas: &'a Canvas, number: usize) -> Vec<&'a str> {
    let mut read = BTreeSet::new();
    for id in &canvas.book.sheets[number].blocks {
        canvas.book.block(*id).for_each_formula(&mut |formula| {
            formula.for_each_block(&mut |other| {
                read.extend(canvas.book.block(other).place.map(|place| place.sheet));
            });
        });
    }
    read.remove(&number);
    read.into_iter().map(|sheet| &*canvas.book.sheets[sheet].name).collect()
}
