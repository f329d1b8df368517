//! Sheets of .xlsx, whose cells the intake has taken along. The workbook reader says which sheets there are, what the properties are,
//! and which formats make a number a date.

pub(crate) mod comments;
pub(crate) mod dates;
pub(crate) mod formulas;
pub(crate) mod package;
pub(crate) mod shown;

use super::sheet_cells::{ExtractedParts, ExtractedValue, SheetCells};
use super::text_pool::TextPool;
use crate::cell::{Cell, Content, DAYS_TO_1904};
use crate::cell_range::CellRange;
use crate::cell_sink::CellSink;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::catch_panic::catch_panic;
use crate::formats::package::Package;
use crate::number_format::Shown;
use crate::refusal::Refusal;
use calamine::{Data, Reader, Xlsx};
use formulas::FormulaExpander;
use std::io::Cursor;

/// An open workbook: what the workbook reader says of it, and the cells that were examined.
pub(crate) struct XlsxWorkbook {
    pub(crate) reader: Xlsx<Cursor<SharedBytes>>,
    extracted: ExtractedParts,
    /// Whether each format makes a number a date.
    dates: Vec<bool>,
    /// What each format shows of a number.
    shown: Vec<Shown>,
}

impl XlsxWorkbook {
    /// Opens the clean copy, which holds no cells, beside the cells.
    pub(crate) fn open(copy: SharedBytes, extracted: ExtractedParts) -> Result<XlsxWorkbook, Refusal> {
        let reader = catch_panic(|| Xlsx::new(Cursor::new(copy)))?;
        Ok(XlsxWorkbook { reader, extracted, dates: Vec::new(), shown: Vec::new() })
    }

    /// Learns which formats make a number a date, and what each shows.
    pub(crate) fn learn_formats(&mut self, styles: Option<&[u8]>) -> Result<(), Refusal> {
        let greatest = self.extracted.sheets.values().map(|sheet| sheet.greatest_format).max();
        if let (Some(styles), Some(greatest)) = (styles, greatest) {
            self.dates = dates::find_dates(styles, greatest)?;
            self.shown = shown::list_shown(styles);
        }
        Ok(())
    }

    /// Hands on the cells of a sheet.
    pub(crate) fn read_sheet<F: FnMut(Cell)>(
        &self,
        sheet: &str,
        package: &Package,
        sink: &mut CellSink<'_, F>,
    ) -> Result<(), Refusal> {
        let part = self.find_part(sheet, package);
        let part = part.ok_or_else(|| Refusal::damaged("the part of the sheet is missing or contains no cells"))?;
        let strings = self.extracted.strings.get(&package.strings);
        let counts_from_1904 = self.reader.has_1904_epoch();
        let resolver = ValueResolver { part, strings, dates: &self.dates, counts_from_1904 };
        let mut formulas = FormulaExpander::new(part, &package.links);
        for (number, cell) in part.cells.iter().enumerate() {
            let content = resolver.resolve(cell.value).map_err(|refusal| sink.locate_after_last(refusal))?;
            let formula = formulas.find_formula(number, cell);
            let shown = self.find_shown(cell.value);
            sink.take(Cell { row: cell.row, column: cell.column, content, formula, shown })?;
        }
        part.damage.clone().map_or(Ok(()), |refusal| Err(sink.locate_after_last(refusal)))
    }

    /// Merged cells of a sheet.
    pub(crate) fn list_merged(&self, sheet: &str, package: &Package) -> Vec<CellRange> {
        self.find_part(sheet, package).map(|part| part.merged.clone()).unwrap_or_default()
    }

    fn find_shown(&self, value: ExtractedValue) -> Shown {
        match value {
            ExtractedValue::Number { format, .. } => self.shown.get(format as usize).copied().unwrap_or_default(),
            _ => Shown::Itself,
        }
    }

    fn find_part(&self, sheet: &str, package: &Package) -> Option<&SheetCells> {
        self.extracted.sheets.get(package.find_part(sheet)?)
    }
}

/// Makes the content of a cell of the value in its part, with what stands in other parts.
struct ValueResolver<'a> {
    part: &'a SheetCells,
    strings: Option<&'a TextPool>,
    dates: &'a [bool],
    counts_from_1904: bool,
}

impl ValueResolver<'_> {
    fn resolve(&self, value: ExtractedValue) -> Result<Content, Refusal> {
        Ok(match value {
            ExtractedValue::Number { value, format } if self.is_date(format) => self.make_date(value),
            ExtractedValue::Number { value, .. } => Content::of_finite(value, Content::Number),
            ExtractedValue::Shared(number) => Content::Text(self.find_shared(number)?),
            ExtractedValue::Text(text) => Content::Text(self.copy_text(text)),
            ExtractedValue::IsoDate(text) => Content::of(&Data::DateTimeIso(self.copy_text(text))),
            ExtractedValue::YesNo(yes) => Content::YesNo(yes),
            ExtractedValue::Error(text) => Content::Error(self.copy_text(text)),
            ExtractedValue::Nothing => Content::Empty,
        })
    }

    fn copy_text(&self, number: u32) -> String {
        self.part.texts.get(number as usize).unwrap_or_default().to_owned()
    }

    fn is_date(&self, format: u32) -> bool {
        self.dates.get(format as usize).is_some_and(|is_date| *is_date)
    }

    fn make_date(&self, value: f64) -> Content {
        Content::of_finite(if self.counts_from_1904 { value + DAYS_TO_1904 } else { value }, Content::Date)
    }

    fn find_shared(&self, number: u32) -> Result<String, Refusal> {
        let text = self.strings.and_then(|strings| strings.get(number as usize));
        text.map(str::to_owned)
            .ok_or_else(|| Refusal::damaged("a cell refers to a text that is not in the list of shared texts"))
    }
}
