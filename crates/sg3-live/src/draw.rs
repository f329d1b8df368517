//! The book as a workbook: every block where it was placed, with headings, units and styles.

mod about;
mod address;
mod block;
mod block_sheet;
mod cached_value;
mod canvas;
mod cell;
mod cell_formats;
mod cell_style;
mod check_summary;
mod checks;
mod control;
mod count;
mod display;
mod evidence;
mod frame;
mod glossary;
mod heading;
mod member_label;
mod members;
mod number_format;
mod override_count;
mod parallel;
mod pen;
mod results;
mod row_units;
mod sheet_map;
mod sources;
mod styles;
mod translated_formula;
mod validation;
mod widths;
mod wording;
mod writer;

pub(crate) use count::count_formulas;

use crate::book::Book;
use crate::book::stored_layout::{LANGUAGE_PROPERTY, MODEL_PROPERTY, PAGES_BEFORE, VERSION_PROPERTY};
use crate::material::Material;
use crate::not_live::NotLive;
use crate::provenance::Provenance;
use canvas::Canvas;
use parallel::{DrawSheet, draw_in_parallel};
use results::result_table::ResultTable;
use sg3_workbook::ROWS;
use sg3_workbook::write::cells;
use sg3_workbook::write::text;
use writer::{DocProperties, ExcelDateTime, XlsxError};

/// The bytes of the workbook, unless there are more results than a sheet has rows.
pub(crate) fn draw_workbook(book: &Book, material: Material, provenance: &Provenance) -> Result<Vec<u8>, NotLive> {
    let canvas = Canvas::new(book, material, provenance);
    let tables = results::tables(&canvas);
    let rows = tables.last().map_or(0, |table| table.end() as usize);
    if rows > ROWS as usize {
        return Err(NotLive::TooLarge(results::columns::NAME.to_owned(), rows, results::width(&canvas, &tables)));
    }
    Ok(draw_sheets(&canvas, &tables).expect("blocks fit on sheets, and names are legal"))
}

fn draw_sheets(canvas: &Canvas, tables: &[ResultTable]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = cells::create_workbook();
    workbook.set_properties(&properties(canvas)?);
    let sheets = sheets(canvas, tables);
    for _ in &sheets {
        workbook.add_worksheet();
    }
    draw_in_parallel(sheets.into_iter().zip(workbook.worksheets_mut()))?;
    workbook.save_to_buffer()
}

/// What draws each sheet, in their order.
fn sheets<'c>(canvas: &'c Canvas, tables: &'c [ResultTable]) -> Vec<DrawSheet<'c>> {
    let mut sheets: Vec<DrawSheet> = vec![
        Box::new(|page| about::draw_about(canvas, page)),
        Box::new(|page| sheet_map::draw_sheet_map(canvas, page)),
        Box::new(|page| control::draw_control(canvas, tables, page)),
        Box::new(|page| results::draw_results(canvas, tables, page)),
        Box::new(|page| checks::draw_checks(canvas, page)),
    ];
    debug_assert_eq!(sheets.len(), PAGES_BEFORE);
    for (number, sheet) in canvas.book.sheets.iter().enumerate() {
        sheets.push(Box::new(move |page| block_sheet::draw_block_sheet(canvas, number, sheet, page)));
    }
    sheets.push(Box::new(|page| sources::draw_sources(canvas, page)));
    sheets.push(Box::new(|page| glossary::draw_glossary(canvas, page)));
    sheets.push(Box::new(|page| members::draw_members(canvas, page)));
    sheets
}

/// The day of creation is always the same, so that the same book gives the same bytes.
fn properties(canvas: &Canvas) -> Result<DocProperties, XlsxError> {
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(text::truncate(&canvas.material.model.title, 255))
        .set_creation_datetime(&created)
        .set_custom_property(MODEL_PROPERTY, canvas.model_name())
        .set_custom_property(VERSION_PROPERTY, canvas.material.version.code());
    Ok(match canvas.material.language.codes() {
        Some(codes) => properties.set_custom_property(LANGUAGE_PROPERTY, codes),
        None => properties,
    })
}
