//! Cells from the elements of a sheet, one after another.

use super::fast_path;
use super::open_cell::{OpenCell, Section};
use super::position::NextPosition;
use super::rich_text::{RichText, normalize_line_ends, resolve_reference};
use super::shared_formula::read_sharing;
use super::value::{ValueKind, parse_format};
use crate::address::COLUMNS;
use crate::cell_range::CellRange;
use crate::formats::xlsx::sheet_cells::{ExtractedCell, ExtractedFormula, ExtractedValue, NO_FORMAT, SheetCells};
use crate::formats::xml::Handler;
use crate::formats::xml::attributes::read_attributes;
use crate::hidden::collector::HiddenCollector;
use crate::limits;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;

/// Takes the cells of one part. What ends the sheet early is kept with it; the part itself may be sound.
#[derive(Default)]
pub(crate) struct CellHandler {
    sheet: SheetCells,
    notes: SheetNotes,
    hidden: HiddenCollector,
    section: Section,
    next: NextPosition,
    cell: OpenCell,
    /// Text of a value or a formula.
    text: String,
    /// Text that stands in the cell itself.
    inline: RichText,
}

impl CellHandler {
    /// Whether the part is a sheet.
    pub(crate) fn is_sheet(&self) -> bool {
        self.section != Section::Front
    }

    /// The cells, and what was seen beside them.
    pub(crate) fn finish(self) -> (SheetCells, SheetNotes) {
        (self.sheet, SheetNotes { hidden: self.hidden.into_hidden(), ..self.notes })
    }

    /// Takes cells from the front of what is left of the part, as far as they are written plainly. The number of bytes that they take.
    pub(crate) fn take_plain_cells(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        while self.section == Section::Rows {
            let Some(cell) = fast_path::read_cell(&bytes[taken..]) else { break };
            let value = match &cell.value {
                Some(text) => self.sheet.parse_value(cell.kind, cell.format, text),
                None => Ok(ExtractedValue::Nothing),
            };
            // What is wrong with a value is told by the way that all other cells take.
            let Ok(value) = value else { break };
            let formula = cell.formula.map(|text| ExtractedFormula::Own(self.sheet.keep_text(&text)));
            self.next.move_behind(cell.column);
            self.keep((cell.row, cell.column), cell.format, value, formula);
            taken += cell.length;
        }
        taken
    }

    fn keep(
        &mut self,
        (row, column): (u32, u32),
        format: u32,
        value: ExtractedValue,
        formula: Option<ExtractedFormula>,
    ) {
        if format != NO_FORMAT {
            self.sheet.greatest_format = self.sheet.greatest_format.max(format);
        }
        if let Some(formula) = formula {
            self.sheet.formulas.push((self.sheet.cells.len(), formula));
        }
        if formula.is_some() || value != ExtractedValue::Nothing {
            self.sheet.cells.push(ExtractedCell { row, column, value });
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let [written, format, kind] = read_attributes(element, ["r", "s", "t"])?;
        let place = self.next.place_cell(written.as_deref(), &mut self.notes);
        let format = parse_format(format.as_deref());
        self.cell = OpenCell { place, kind: ValueKind::of(kind.as_deref()), format, ..OpenCell::default() };
        self.section = Section::Cell;
        Ok(())
    }

    fn end_cell(&mut self) {
        self.section = Section::Rows;
        let OpenCell { place, format, value, formula, .. } = std::mem::take(&mut self.cell);
        if let Some(place) = place {
            self.keep(place, format, value.unwrap_or(ExtractedValue::Nothing), formula);
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let [number, hidden, height] = read_attributes(element, ["r", "hidden", "ht"])?;
        let row = self.next.begin_row(number.as_deref(), &mut self.notes);
        self.hidden.take_row(row, hidden.as_deref(), height.as_deref());
        Ok(())
    }

    fn begin_within_cell(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.text.clear();
        self.inline.clear();
        self.section = match name {
            "v" => Section::Value,
            "f" => Section::Formula,
            "is" => Section::Inline,
            _ => return Err(Refusal::damaged("a cell contains an element that is not a value, formula or text")),
        };
        if name == "f" {
            self.cell.sharing = read_sharing(element)?;
        }
        Ok(())
    }

    fn end_value(&mut self) -> Result<(), Refusal> {
        self.section = Section::Cell;
        self.cell.value = Some(self.sheet.parse_value(self.cell.kind, self.cell.format, &self.text)?);
        Ok(())
    }

    fn end_formula(&mut self) {
        self.section = Section::Cell;
        self.cell.formula = Some(match self.cell.sharing.take() {
            None => ExtractedFormula::Own(self.sheet.keep_text(&self.text)),
            Some((number, Some(start))) => {
                ExtractedFormula::Shared { number, start, text: self.sheet.keep_text(&self.text) }
            }
            Some((number, None)) => ExtractedFormula::Derived(number),
        });
    }

    fn end_inline(&mut self) {
        self.section = Section::Cell;
        self.cell.value = Some(ExtractedValue::Text(self.sheet.keep_text(self.inline.as_str())));
    }

    /// Goes on, or ends the sheet; of several refusals the first is kept.
    fn go_on_or_end(&mut self, done: Result<(), Refusal>) {
        if let Err(refusal) = done {
            self.sheet.damage.get_or_insert(refusal);
            self.section = Section::Back;
        }
    }
}

impl Handler for CellHandler {
    fn start_element(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match (self.section, name) {
            (Section::Front, "sheetData") => self.section = Section::Rows,
            (Section::Front | Section::Back, _) => return self.take_beside_cells(name, element),
            (Section::Rows, "row") => return self.begin_row(element),
            (Section::Rows, "c") => return self.begin_cell(element),
            (Section::Cell, _) => {
                let done = self.begin_within_cell(name, element);
                self.go_on_or_end(done);
            }
            (Section::Inline, _) => self.inline.start_element(name, element),
            (Section::Value | Section::Formula, _) => {
                self.go_on_or_end(Err(Refusal::damaged("a value or formula contains more than text")));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_text(&mut self, text: &str) -> Result<(), Refusal> {
        match self.section {
            Section::Value | Section::Formula => self.text.push_str(&normalize_line_ends(text)),
            Section::Inline => self.inline.take_text(text),
            _ => {}
        }
        Ok(())
    }

    fn take_reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        match self.section {
            Section::Value | Section::Formula => resolve_reference(name, &mut self.text),
            Section::Inline => self.inline.take_reference(name),
            _ => Ok(()),
        }
    }

    fn end_element(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        match (self.section, name) {
            (Section::Rows, "row") => self.next.end_row(),
            (Section::Rows, "sheetData") => self.section = Section::Back,
            (Section::Cell, "c") => self.end_cell(),
            (Section::Value, "v") => {
                let done = self.end_value();
                self.go_on_or_end(done);
            }
            (Section::Formula, "f") => self.end_formula(),
            (Section::Inline, "is") => self.end_inline(),
            (Section::Inline, _) => self.inline.end_element(name),
            _ => {}
        }
        if self.sheet.cells.len() > limits::CELLS {
            return Err(Refusal::too_large(format!("contains more than {} cells", limits::CELLS)));
        }
        Ok(())
    }
}

impl CellHandler {
    /// What stands before and behind the cells.
    fn take_beside_cells(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match name {
            "col" => {
                let found = read_attributes(element, ["min", "max", "hidden", "width"])?;
                self.hidden.take_columns(found.each_ref().map(Option::as_deref));
            }
            "sheetFormatPr" => self.hidden.take_other_rows(read_attributes(element, ["zeroHeight"])?[0].as_deref()),
            "mergeCell" if self.sheet.merged.len() < limits::MERGED_RANGES => {
                let range = read_attributes(element, ["ref"])?[0].as_deref().and_then(CellRange::parse);
                self.sheet.merged.extend(range.filter(|range| range.right < COLUMNS));
            }
            _ => {}
        }
        Ok(())
    }
}
