//! Workbooks and their sheets.

use super::layout::{Layout, Sheet};
use super::list;
use super::looks::{Looks, place};
use crate::table::{Record, Tables};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};
use std::error::Error;
use std::path::Path;

/// Writes the workbooks of an operator into its folder.
pub(super) fn write_books(folder: &Path, layout: &Layout, tables: &Tables) -> Result<(), Box<dyn Error>> {
    let looks = Looks::of(layout);
    for sheets in layout.sheet.chunk_by(|_, next| next.book.is_none()) {
        let name = sheets[0].book.as_deref().ok_or("the first sheet names no book")?;
        let mut book = new_book()?;
        for sheet in sheets {
            draw_sheets(&mut book, sheet, tables, &looks).map_err(|error| format!("{}: {error}", sheet.name))?;
        }
        book.save(folder.join(name))?;
    }
    Ok(())
}

/// A workbook that is the same on any day.
fn new_book() -> Result<Workbook, Box<dyn Error>> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2025, 3, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(book)
}

fn draw_sheets(book: &mut Workbook, sheet: &Sheet, tables: &Tables, looks: &Looks) -> Result<(), Box<dyn Error>> {
    let Some(table) = &sheet.for_each else {
        return draw_sheet(book.add_worksheet(), sheet, &Record::new(), tables, looks);
    };
    tables.get(table)?.records.iter().try_for_each(|of| draw_sheet(book.add_worksheet(), sheet, of, tables, looks))
}

fn draw_sheet(
    page: &mut Worksheet,
    sheet: &Sheet,
    of: &Record,
    tables: &Tables,
    looks: &Looks,
) -> Result<(), Box<dyn Error>> {
    page.set_name(tables.fill(&sheet.name, of)?)?.set_right_to_left(sheet.right_to_left);
    for (column, width) in (0..).zip(&sheet.widths) {
        page.set_column_width(column, *width)?;
    }
    for text in &sheet.texts {
        let filled: Vec<String> = text.iter().map(|part| tables.fill(part, of)).collect::<Result<_, _>>()?;
        looks.write_text(page, &filled)?;
    }
    for list in &sheet.list {
        let (top, left) = place(&list.at)?;
        for drawn in list::draw(list, of, tables)? {
            let (down, right) = if list.across { (drawn.column, drawn.line) } else { (drawn.line, drawn.column) };
            let at = (top.checked_add_signed(down), left.checked_add_signed(right as i16));
            let (Some(row), Some(column)) = at else { return Err("a head stands outside of the sheet".into()) };
            looks.write(page, (row, column), &drawn.cell, drawn.shown)?;
        }
    }
    Ok(())
}
