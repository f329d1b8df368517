//! Sheets of .xlsx, whose cells the guard has taken along. The workbook reader says which sheets there are, what the properties are,
//! and which formats make a number a date.

use super::dates;
use super::held::{HeldCell, HeldFormula, Holds, SheetCells};
use super::package::Package;
use crate::area::Area;
use crate::bytes::Bytes;
use crate::cell;
use crate::cell::{Cell, Content, EPOCHS};
use crate::formats::defence::defended;
use crate::formula::Formula;
use crate::intake::cleared::Taken;
use crate::refusal::Refusal;
use crate::sieve::Sieve;
use crate::texts::Texts;
use calamine::{Data, Reader, Xlsx as Reading, expand_shared_formula};
use std::collections::HashMap;
use std::io::Cursor;

/// An open workbook.
pub(crate) struct Xlsx {
    pub reader: Reading<Cursor<Bytes>>,
    taken: Taken,
    /// Whether each format makes a number a date.
    dates: Vec<bool>,
}

impl Xlsx {
    /// Opens the clean copy, which holds no cells, beside the cells.
    pub fn open(copy: Bytes, taken: Taken) -> Result<Xlsx, Refusal> {
        let reader = defended(|| Reading::new(Cursor::new(copy)))?;
        Ok(Xlsx { reader, taken, dates: Vec::new() })
    }

    /// Learns which formats make a number a date.
    pub fn learn(&mut self, styles: Option<&[u8]>) -> Result<(), Refusal> {
        let greatest = self.taken.sheets.values().map(|sheet| sheet.formats).max();
        if let (Some(styles), Some(greatest)) = (styles, greatest) {
            self.dates = dates::dates(styles, greatest)?;
        }
        Ok(())
    }

    /// Hands on the cells of a sheet.
    pub fn read<F: FnMut(Cell)>(
        &self,
        sheet: &str,
        package: &Package,
        sieve: &mut Sieve<'_, F>,
    ) -> Result<(), Refusal> {
        let part = self.part(sheet, package);
        let part = part.ok_or_else(|| Refusal::damaged("the part of the sheet is missing or contains no cells"))?;
        let strings = self.taken.strings.get(package.strings());
        let meaning = Meaning { part, strings, dates: &self.dates, late: self.reader.has_1904_epoch() };
        let mut formulas = Formulas { part, shared: HashMap::new(), links: package.links(), next: 0 };
        for (number, cell) in part.cells.iter().enumerate() {
            let content = meaning.content(cell.holds).map_err(|refusal| sieve.after_last(refusal))?;
            let formula = formulas.of(number, cell);
            sieve.take(Cell { row: cell.row, column: cell.column, content, formula })?;
        }
        part.damage.clone().map_or(Ok(()), |refusal| Err(sieve.after_last(refusal)))
    }

    /// Merged cells of a sheet.
    pub fn merged(&self, sheet: &str, package: &Package) -> Vec<Area> {
        self.part(sheet, package).map(|part| part.merged.clone()).unwrap_or_default()
    }

    fn part(&self, sheet: &str, package: &Package) -> Option<&SheetCells> {
        self.taken.sheets.get(package.part(sheet)?)
    }
}

/// What makes a cell's content of what the file has.
struct Meaning<'a> {
    part: &'a SheetCells,
    strings: Option<&'a Texts>,
    dates: &'a [bool],
    late: bool,
}

impl Meaning<'_> {
    fn content(&self, holds: Holds) -> Result<Content, Refusal> {
        let own = |text: u32| self.part.texts.get(text as usize).unwrap_or_default().to_owned();
        Ok(match holds {
            Holds::Number { value, format } if self.is_date(format) => self.date(value),
            Holds::Number { value, .. } => cell::finite(value, Content::Number),
            Holds::Shared(number) => Content::Text(self.shared(number)?),
            Holds::Text(text) => Content::Text(own(text)),
            Holds::Day(text) => Content::of(&Data::DateTimeIso(own(text))),
            Holds::YesNo(yes) => Content::YesNo(yes),
            Holds::Error(text) => Content::Error(own(text)),
            Holds::Nothing => Content::Empty,
        })
    }

    fn is_date(&self, format: u32) -> bool {
        self.dates.get(format as usize).is_some_and(|is_date| *is_date)
    }

    fn date(&self, value: f64) -> Content {
        cell::finite(if self.late { value + EPOCHS } else { value }, Content::Date)
    }

    fn shared(&self, number: u32) -> Result<String, Refusal> {
        let text = self.strings.and_then(|strings| strings.get(number as usize));
        text.map(str::to_owned)
            .ok_or_else(|| Refusal::damaged("a cell refers to a text that is not in the list of shared texts"))
    }
}

/// Formulas of the cells of a sheet, in order; shared ones by their number, with the cell that they are written for.
struct Formulas<'a> {
    part: &'a SheetCells,
    shared: HashMap<u64, (&'a str, (u32, u32))>,
    links: &'a [String],
    next: usize,
}

impl<'a> Formulas<'a> {
    fn of(&mut self, number: usize, cell: &HeldCell) -> Option<Formula> {
        let (_, formula) = self.part.formulas.get(self.next).filter(|(of, _)| *of == number)?;
        self.next += 1;
        Some(self.formula(*formula, (cell.row, cell.column)))
    }

    fn formula(&mut self, formula: HeldFormula, place: (u32, u32)) -> Formula {
        match formula {
            HeldFormula::Own(text) => Formula::written(self.text(text), self.links),
            HeldFormula::Shared { number, start, text } => {
                let text = self.text(text);
                self.shared.insert(number, (text, start));
                Formula::written(text, self.links)
            }
            HeldFormula::Derived(number) => self.derived(number, place),
        }
    }

    fn text(&self, number: u32) -> &'a str {
        self.part.texts.get(number as usize).unwrap_or_default()
    }

    fn derived(&self, shared: u64, place: (u32, u32)) -> Formula {
        let Some((text, start)) = self.shared.get(&shared) else { return Formula::unread() };
        defended(|| expand_shared_formula(text, *start, place))
            .map_or_else(|_| Formula::unread(), |text| Formula::written(&text, self.links))
    }
}
