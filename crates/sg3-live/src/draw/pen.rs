//! Writes on a sheet that is not made of blocks: words, links, and formulas over the blocks with what they come to.

use super::Canvas;
use super::style::Look;
use crate::book::block::Block;
use rust_xlsxwriter::{Format, Formula, Url, Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// A sheet under the hand.
pub struct Pen<'c, 'm, 'w> {
    pub canvas: &'c Canvas<'m>,
    pub page: &'w mut Worksheet,
}

/// What a formula comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Comes {
    Number(f64),
    Words(String),
}

impl Pen<'_, '_, '_> {
    /// Words; a cell of none keeps its looks.
    pub fn words(&mut self, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        cells::text(self.page, row, column, words, format)
    }

    /// What a row is, in a column of some width: the row is as high as its words.
    pub fn label(&mut self, row: u32, column: u16, words: &str, width: f64) -> Result<(), XlsxError> {
        let lines = cells::lines(words, width - 1.0);
        if lines > 1 {
            self.page.set_row_height(row, 13.0 * lines as f64 + 2.0)?;
        }
        self.words(row, column, words, &self.canvas.styles.label)
    }

    /// Words over several columns, with room for all their lines.
    pub fn paragraph(&mut self, row: u32, columns: (u16, u16), words: &str, width: f64) -> Result<(), XlsxError> {
        let format = &self.canvas.styles.prose;
        self.page.merge_range(row, columns.0, row, columns.1, "", format)?;
        cells::text(self.page, row, columns.0, words, format)?;
        self.page.set_row_height(row, 13.5 * cells::lines(words, width) as f64 + 3.0)?;
        Ok(())
    }

    /// The head of a table.
    pub fn heading(&mut self, row: u32, first: u16, words: &[&str]) -> Result<(), XlsxError> {
        for (column, words) in (first..).zip(words) {
            self.words(row, column, words, &self.canvas.styles.heading)?;
        }
        Ok(())
    }

    /// The letter of a style, at the edge.
    pub fn mark(&mut self, row: u32, look: Look) -> Result<(), XlsxError> {
        self.words(row, 0, look.letter(), &self.canvas.styles.mark)
    }

    /// Words that lead to a cell.
    pub fn link(&mut self, row: u32, column: u16, to: &str, words: &str) -> Result<(), XlsxError> {
        let url = Url::new(format!("internal:{to}")).set_text(cells::clip(words, 200));
        self.page.write_url_with_format(row, column, url, &self.canvas.styles.link)?;
        Ok(())
    }

    /// A formula with what it comes to.
    pub fn formula(
        &mut self,
        (row, column): (u32, u16),
        text: &str,
        comes: Comes,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={text}")).set_result(comes.written());
        self.page.write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }
}

impl Comes {
    /// As a workbook keeps it.
    fn written(&self) -> String {
        match self {
            Comes::Words(words) => words.clone(),
            Comes::Number(number) if number.is_nan() => "#N/A".to_owned(),
            Comes::Number(0.0) => "0".to_owned(),
            Comes::Number(number) => format!("{number:?}"),
        }
    }
}

/// Where a cell of a block stands: sheet, row and column.
pub fn cell_of(block: &Block, row: usize, column: usize) -> (usize, u32, u16) {
    let place = block.place.expect("what is shown is arranged");
    (place.sheet, place.row + row as u32, place.column + column as u16)
}
