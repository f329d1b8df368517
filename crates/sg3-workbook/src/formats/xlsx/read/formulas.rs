//! Formulas of .xlsx, of which those that many cells share are written once.

use crate::formats::catch_panic::catch_panic;
use crate::formats::xlsx::sheet_cells::{ExtractedCell, ExtractedFormula, SheetCells};
use crate::formula::Formula;
use calamine::expand_shared_formula;
use std::collections::HashMap;

/// Formulas of the cells of a sheet, in order; shared ones by their number, with the cell that they are written for.
pub(crate) struct FormulaExpander<'a> {
    part: &'a SheetCells,
    shared: HashMap<u64, (&'a str, (u32, u32))>,
    links: &'a [String],
    /// The next formula of the part.
    next: usize,
}

impl<'a> FormulaExpander<'a> {
    pub(crate) fn new(part: &'a SheetCells, links: &'a [String]) -> FormulaExpander<'a> {
        FormulaExpander { part, shared: HashMap::new(), links, next: 0 }
    }

    /// The formula of a cell, which must be asked for in the order of the cells.
    pub(crate) fn find_formula(&mut self, number: usize, cell: &ExtractedCell) -> Option<Formula> {
        let (_, formula) = self.part.formulas.get(self.next).filter(|(of, _)| *of == number)?;
        self.next += 1;
        Some(self.expand(*formula, (cell.row, cell.column)))
    }

    fn expand(&mut self, formula: ExtractedFormula, place: (u32, u32)) -> Formula {
        match formula {
            ExtractedFormula::Own(text) => Formula::written(self.find_text(text), self.links),
            ExtractedFormula::Shared { number, start, text } => {
                let text = self.find_text(text);
                self.shared.insert(number, (text, start));
                Formula::written(text, self.links)
            }
            ExtractedFormula::Derived(number) => self.derive(number, place),
        }
    }

    fn find_text(&self, number: u32) -> &'a str {
        self.part.texts.get(number as usize).unwrap_or_default()
    }

    fn derive(&self, shared: u64, place: (u32, u32)) -> Formula {
        let Some((text, start)) = self.shared.get(&shared) else { return Formula::unread() };
        catch_panic(|| expand_shared_formula(text, *start, place))
            .map_or_else(|_| Formula::unread(), |text| Formula::written(&text, self.links))
    }
}
