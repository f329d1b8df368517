//! Writes on a sheet that is not made of blocks: words, links, and formulas over the blocks with what they evaluate to.

use super::cached_value::CachedValue;
use super::canvas::Canvas;
use super::cell_style::CellStyle;
use super::writer::{Format, Formula, Url, Worksheet, XlsxError};
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

/// The height of a heading in two languages.
const HEIGHT_OF_TWO: f64 = 29.0;

/// A sheet that is being written.
pub(super) struct Pen<'c, 'm, 'w> {
    pub(super) canvas: &'c Canvas<'m>,
    pub(super) page: &'w mut Worksheet,
}

impl Pen<'_, '_, '_> {
    /// Words of the workbook itself; a cell of none keeps its format.
    pub(super) fn write_words(&mut self, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        cells::write_text(self.page, row, column, &self.canvas.translate(words), format)
    }

    /// Words of the data, names, and what else is the same in every language.
    pub(super) fn write_verbatim(
        &mut self,
        row: u32,
        column: u16,
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        cells::write_text(self.page, row, column, words, format)
    }

    /// What a row is, as it is called, in a column of some width: the row is as high as its words.
    pub(super) fn write_label(&mut self, row: u32, column: u16, label: &str, width: f64) -> Result<(), XlsxError> {
        let lines = text::count_lines(label, width - 1.0);
        if lines > 1 {
            self.page.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
        }
        self.write_verbatim(row, column, label, &self.canvas.styles.label)
    }

    /// Words over several columns, with room for all their lines.
    pub(super) fn write_paragraph(
        &mut self,
        row: u32,
        columns: (u16, u16),
        words: &str,
        width: f64,
    ) -> Result<(), XlsxError> {
        let (words, format) = (&*self.canvas.translate_sentences(words), &self.canvas.styles.prose);
        self.page.merge_range(row, columns.0, row, columns.1, "", format)?;
        cells::write_text(self.page, row, columns.0, words, format)?;
        self.page.set_row_height(row, 13.5 * text::count_lines(words, width) as f64 + 3.0)?;
        Ok(())
    }

    /// The head of a table.
    pub(super) fn write_heading(&mut self, row: u32, first: u16, words: &[&str]) -> Result<(), XlsxError> {
        for (column, words) in (first..).zip(words) {
            self.write_words(row, column, words, &self.canvas.styles.heading)?;
        }
        if self.canvas.material.language.is_double() {
            self.page.set_row_height(row, HEIGHT_OF_TWO)?;
        }
        Ok(())
    }

    /// The letter of a style, at the edge.
    pub(super) fn write_mark(&mut self, row: u32, style: CellStyle) -> Result<(), XlsxError> {
        self.write_words(row, 0, style.letter(), &self.canvas.styles.mark)
    }

    /// Words that lead to a cell.
    pub(super) fn write_link(&mut self, row: u32, column: u16, to: &str, words: &str) -> Result<(), XlsxError> {
        let to = self.canvas.translate_formula(to);
        let url = Url::new(format!("internal:{to}")).set_text(text::truncate(&self.canvas.translate(words), 200));
        self.page.write_url_with_format(row, column, url, &self.canvas.styles.link)?;
        Ok(())
    }

    /// A formula with what it evaluates to: words are in the language already, as those of the formula will be.
    pub(super) fn write_formula(
        &mut self,
        (row, column): (u32, u16),
        text: &str,
        cached: CachedValue,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={}", self.canvas.translate_formula(text))).set_result(cached.written());
        self.page.write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }
}
