//! Sheets as a workbook or as a file of text.

use super::grid::{Cell, Grid, Look, Row};
use super::layout::Layout;
use super::numbers;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::error::Error;
use std::path::Path;

/// The widest column, in characters.
const WIDEST: usize = 52;

/// Writes the sheets; a file of text has the first only.
pub(super) fn write(path: &Path, sheets: &[Grid], layout: &Layout) -> Result<(), Box<dyn Error>> {
    if layout.file == "csv" {
        return write_text(path, &sheets[0], layout);
    }
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(layout.years[0] as u16 + 1, 2, 14)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for grid in sheets {
        write_sheet(book.add_worksheet(), grid, layout)?;
    }
    Ok(book.save(path)?)
}

fn write_sheet(sheet: &mut Worksheet, grid: &Grid, layout: &Layout) -> Result<(), Box<dyn Error>> {
    sheet.set_name(&grid.name)?.set_right_to_left(layout.structure.right_to_left);
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(widths(grid)) {
        sheet.set_column_width(column, width as f64)?;
    }
    for &(top, left, bottom, right) in &grid.merged {
        let format = look(&grid.rows[top]).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        sheet.merge_range(top as u32, left as u16, bottom as u32, right as u16, "", &format)?;
    }
    for (number, row) in grid.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let merged = grid.merged.iter().any(|area| (area.0, area.1) == (number, column));
            write_cell(sheet, (number as u32, column as u16), cell, format(row, cell, merged, column, layout))?;
        }
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, at: (u32, u16), cell: &Cell, format: Format) -> Result<(), Box<dyn Error>> {
    match cell {
        Cell::Nothing => {}
        Cell::Text(text) | Cell::Digits(text) => _ = sheet.write_string_with_format(at.0, at.1, text, &format)?,
        Cell::Number(number) | Cell::Amount(number) => {
            sheet.write_number_with_format(at.0, at.1, *number, &format)?;
        }
        Cell::Day((year, month, day)) => {
            let day = ExcelDateTime::from_ymd(*year as u16, *month as u8, *day as u8)?;
            sheet.write_datetime_with_format(at.0, at.1, &day, &format)?;
        }
    }
    Ok(())
}

fn format(row: &Row, cell: &Cell, merged: bool, column: usize, layout: &Layout) -> Format {
    let format = look(row);
    let format = match cell {
        Cell::Amount(_) => format.set_num_format(&layout.numbers.format),
        Cell::Day(_) => format.set_num_format(&layout.days.format),
        Cell::Text(_) if column < 2 && row.indent > 0 => format.set_indent(row.indent),
        Cell::Digits(_) => format.set_align(FormatAlign::Right),
        _ => format,
    };
    if merged { format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter) } else { format }
}

fn look(row: &Row) -> Format {
    match row.look {
        Look::Plain => Format::new(),
        Look::Title | Look::Strong => Format::new().set_bold(),
        Look::Head => Format::new()
            .set_bold()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00D9_E1F2)),
    }
}

/// As wide as the longest cell below the titles.
fn widths(grid: &Grid) -> Vec<usize> {
    let mut widths = Vec::new();
    for row in grid.rows.iter().filter(|row| row.cells.len() > 1) {
        widths.resize(widths.len().max(row.cells.len()), 8);
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            let wide = match cell {
                Cell::Text(text) if row.look != Look::Head => {
                    text.chars().map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum()
                }
                Cell::Amount(number) => format!("{number:.0}").len() * 4 / 3 + 3,
                Cell::Digits(text) => text.chars().count() + 1,
                Cell::Day(_) => 11,
                _ => 8,
            };
            *width = (*width).max(WIDEST.min(wide + 2));
        }
    }
    widths
}

fn write_text(path: &Path, grid: &Grid, layout: &Layout) -> Result<(), Box<dyn Error>> {
    let delimiter = layout.csv.delimiter.unwrap_or(',') as u8;
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in &grid.rows {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| as_text(cell, layout)).collect();
        cells.resize(layout.columns.len(), String::new());
        writer.write_record(&cells)?;
    }
    let text = String::from_utf8(writer.into_inner().map_err(|error| error.to_string())?)?;
    let bytes = match (layout.csv.western, layout.csv.marked) {
        (true, _) => text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect(),
        (false, true) => format!("\u{feff}{text}").into_bytes(),
        (false, false) => text.into_bytes(),
    };
    Ok(std::fs::write(path, bytes)?)
}

fn as_text(cell: &Cell, layout: &Layout) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) | Cell::Digits(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Amount(number) => {
            let amount = (number * 10_i64.pow(layout.decimals) as f64).round() as i64;
            numbers::written(amount, layout.decimals, &layout.numbers, &[String::new(), String::new()])
        }
        Cell::Day((year, month, day)) => format!("{year}-{month:02}-{day:02}"),
    }
}
