//! Cells from the elements of a sheet, one after another.

use super::held::{HeldCell, HeldFormula, Holds, NO_FORMAT, SheetCells};
use super::place::Next;
use super::rich_text::{Words, lines, refer};
use super::shared_formula::{Sharing, sharing};
use super::value::Kind;
use super::{plain, value};
use crate::address::COLUMNS;
use crate::area::Area;
use crate::formats::xml::Watch;
use crate::formats::xml::attributes::attributes;
use crate::notes::SheetNotes;
use crate::refusal::Refusal;
use crate::{hidden, limits};
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;
use std::borrow::Cow;

/// Takes the cells of one part. What ends the sheet early is kept with it; the part itself may be sound.
#[derive(Default)]
pub(crate) struct Gather {
    sheet: SheetCells,
    notes: SheetNotes,
    hidden: hidden::Seen,
    within: Within,
    next: Next,
    cell: Cell,
    /// Text of a value or a formula.
    text: String,
    words: Words,
}

/// Where in the part the next element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Within {
    /// Before the cells.
    #[default]
    Front,
    /// Among rows and cells.
    Rows,
    /// In a cell.
    Cell,
    /// In its value.
    Value,
    /// In its formula.
    Formula,
    /// In the text that stands in the cell itself.
    Inline,
    /// Behind the cells, or behind what ended them.
    Back,
}

/// The cell that is open.
#[derive(Default)]
struct Cell {
    place: Option<(u32, u32)>,
    kind: Kind,
    format: u32,
    holds: Option<Holds>,
    formula: Option<HeldFormula>,
    /// How its formula is shared with other cells.
    sharing: Option<Sharing>,
}

impl Gather {
    /// Whether the part is a sheet.
    pub fn is_sheet(&self) -> bool {
        self.within != Within::Front
    }

    /// The cells, and what was seen beside them.
    pub fn finish(self) -> (SheetCells, SheetNotes) {
        (self.sheet, SheetNotes { hidden: self.hidden.into_hidden(), ..self.notes })
    }

    /// Takes cells from the front of what is left of the part, as far as they are written plainly. The number of bytes that they take.
    pub fn plain(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        while let Some(cell) = (self.within == Within::Rows).then(|| plain::cell(&bytes[taken..])).flatten() {
            // What is wrong with a value is told by the way that all other cells take.
            let value = |text: &Cow<'_, str>| self.sheet.holds(cell.kind, cell.format, text);
            let Ok(holds) = cell.value.as_ref().map_or(Ok(Holds::Nothing), value) else { break };
            let formula = cell.formula.map(|text| HeldFormula::Own(self.sheet.text(&text)));
            self.next.behind(cell.column);
            self.keep((cell.row, cell.column), cell.format, holds, formula);
            taken += cell.length;
        }
        taken
    }

    fn keep(&mut self, (row, column): (u32, u32), format: u32, holds: Holds, formula: Option<HeldFormula>) {
        if format != NO_FORMAT {
            self.sheet.formats = self.sheet.formats.max(format);
        }
        if let Some(formula) = formula {
            self.sheet.formulas.push((self.sheet.cells.len(), formula));
        }
        if formula.is_some() || holds != Holds::Nothing {
            self.sheet.cells.push(HeldCell { row, column, holds });
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let [written, format, kind] = attributes(element, ["r", "s", "t"])?;
        let place = self.next.cell(written.as_deref(), &mut self.notes);
        let format = value::format(format.as_deref());
        self.cell = Cell { place, kind: Kind::of(kind.as_deref()), format, ..Cell::default() };
        self.within = Within::Cell;
        Ok(())
    }

    fn end(&mut self) {
        self.within = Within::Rows;
        let Cell { place: Some(place), format, holds, formula, .. } = std::mem::take(&mut self.cell) else { return };
        self.keep(place, format, holds.unwrap_or(Holds::Nothing), formula);
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let [number, hidden, height] = attributes(element, ["r", "hidden", "ht"])?;
        let row = self.next.row(number.as_deref(), &mut self.notes);
        self.hidden.row(row, hidden.as_deref(), height.as_deref());
        Ok(())
    }

    fn within_cell(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.text.clear();
        self.words.clear();
        self.within = match name {
            "v" => Within::Value,
            "f" => Within::Formula,
            "is" => Within::Inline,
            _ => return Err(Refusal::damaged("a cell contains an element that is not a value, formula or text")),
        };
        if name == "f" {
            self.cell.sharing = sharing(element)?;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<(), Refusal> {
        self.within = Within::Cell;
        self.cell.holds = Some(self.sheet.holds(self.cell.kind, self.cell.format, &self.text)?);
        Ok(())
    }

    fn formula(&mut self) {
        self.within = Within::Cell;
        let mut text = || self.sheet.text(&self.text);
        self.cell.formula = Some(match self.cell.sharing.take() {
            None => HeldFormula::Own(text()),
            Some((number, Some(start))) => HeldFormula::Shared { number, start, text: text() },
            Some((number, None)) => HeldFormula::Derived(number),
        });
    }

    fn inline(&mut self) {
        self.within = Within::Cell;
        self.cell.holds = Some(Holds::Text(self.sheet.text(self.words.whole())));
    }

    /// Goes on, or ends the sheet; the first trouble is told.
    fn or_end(&mut self, done: Result<(), Refusal>) {
        if let Err(refusal) = done {
            self.sheet.damage.get_or_insert(refusal);
            self.within = Within::Back;
        }
    }
}

impl Watch for Gather {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match (self.within, name) {
            (Within::Front, "sheetData") => self.within = Within::Rows,
            (Within::Front | Within::Back, _) => return self.beside(name, element),
            (Within::Rows, "row") => return self.row(element),
            (Within::Rows, "c") => return self.begin(element),
            (Within::Cell, _) => {
                let done = self.within_cell(name, element);
                self.or_end(done);
            }
            (Within::Inline, _) => self.words.open(name, element),
            (Within::Value | Within::Formula, _) => {
                self.or_end(Err(Refusal::damaged("a value or formula contains more than text")));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        match self.within {
            Within::Value | Within::Formula => self.text.push_str(&lines(text)),
            Within::Inline => self.words.text(text),
            _ => {}
        }
        Ok(())
    }

    fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        match self.within {
            Within::Value | Within::Formula => refer(name, &mut self.text),
            Within::Inline => self.words.reference(name),
            _ => Ok(()),
        }
    }

    fn close(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        match (self.within, name) {
            (Within::Rows, "row") => self.next.end_of_row(),
            (Within::Rows, "sheetData") => self.within = Within::Back,
            (Within::Cell, "c") => self.end(),
            (Within::Value, "v") => {
                let done = self.value();
                self.or_end(done);
            }
            (Within::Formula, "f") => self.formula(),
            (Within::Inline, "is") => self.inline(),
            (Within::Inline, _) => self.words.close(name),
            _ => {}
        }
        match self.sheet.cells.len() > limits::CELLS {
            true => Err(Refusal::too_large(format!("contains more than {} cells", limits::CELLS))),
            false => Ok(()),
        }
    }
}

impl Gather {
    /// What stands before and behind the cells.
    fn beside(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match name {
            "col" => {
                let found = attributes(element, ["min", "max", "hidden", "width"])?;
                self.hidden.column(&found.each_ref().map(Option::as_deref));
            }
            "sheetFormatPr" => self.hidden.other_rows(attributes(element, ["zeroHeight"])?[0].as_deref()),
            "mergeCell" if self.sheet.merged.len() < crate::area::MOST => {
                let area = attributes(element, ["ref"])?[0].as_deref().and_then(Area::parse);
                self.sheet.merged.extend(area.filter(|area| area.right < COLUMNS));
            }
            _ => {}
        }
        Ok(())
    }
}
