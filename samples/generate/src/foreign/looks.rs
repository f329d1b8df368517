//! Looks of cells, and writing with them.

use super::cells::Cell;
use super::layout::{Digits, Layout, Look};
use rust_xlsxwriter::{Color, Format, Worksheet};
use std::collections::BTreeMap;
use std::error::Error;

/// Formats by the name of their look, and how numbers are written as text.
pub(super) struct Looks<'l> {
    digits: &'l Digits,
    plain: Format,
    formats: BTreeMap<&'l str, Format>,
}

impl<'l> Looks<'l> {
    pub(super) fn of(layout: &'l Layout) -> Looks<'l> {
        let formats = layout.look.iter().map(|(name, look)| (name.as_str(), look.format())).collect();
        Looks { digits: &layout.digits, plain: Format::new(), formats }
    }

    /// Writes a cell; `shown` is the name of a look, or of none.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        cell: &Cell,
        shown: &str,
    ) -> Result<(), Box<dyn Error>> {
        let (row, column) = at;
        let format = self.formats.get(shown).unwrap_or(&self.plain);
        match cell {
            Cell::Nothing => {}
            Cell::Number(number) => _ = sheet.write_number_with_format(row, column, *number, format)?,
            Cell::Digits(number) => {
                _ = sheet.write_string_with_format(row, column, self.digits.text(*number), format)?;
            }
            Cell::Day(day) => _ = sheet.write_datetime_with_format(row, column, day, format)?,
            Cell::Text(text) => _ = sheet.write_string_with_format(row, column, text, format)?,
        }
        Ok(())
    }

    /// Writes a text in one cell, or in several that are merged.
    pub(super) fn write_text(&self, sheet: &mut Worksheet, text: &[String]) -> Result<(), Box<dyn Error>> {
        let [cells, words, look @ ..] = text else { return Err("a text needs cells and words".into()) };
        let shown = look.first().map_or("", String::as_str);
        let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
        let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
        if (top, left) == (bottom, right) {
            return self.write(sheet, (top, left), &Cell::Text(words.clone()), shown);
        }
        let format = self.formats.get(shown).ok_or_else(|| format!("{cells}: there is no look `{shown}`"))?;
        sheet.merge_range(top, left, bottom, right, words, format)?;
        Ok(())
    }
}

impl Look {
    fn format(&self) -> Format {
        let mut format = Format::new();
        if self.bold {
            format = format.set_bold();
        }
        if let Some(size) = self.size {
            format = format.set_font_size(size);
        }
        if let Some(fill) = self.fill {
            format = format.set_background_color(Color::RGB(fill));
        }
        if self.wrap {
            format = format.set_text_wrap();
        }
        match &self.format {
            Some(written) => format.set_num_format(written),
            None => format,
        }
    }
}

/// Row and column of `B7`, from 0.
pub(super) fn place(cell: &str) -> Result<(u32, u16), Box<dyn Error>> {
    let (row, column) = sg3_workbook::parse_address(cell).ok_or_else(|| format!("`{cell}` is no cell"))?;
    Ok((row, column.try_into()?))
}
