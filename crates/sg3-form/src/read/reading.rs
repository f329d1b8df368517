//! What is known while a form is read, and what was found so far.

use crate::layout::sheet::Layout;
use crate::read::filled_places::FilledPlaces;
use crate::read::index::KeyIndex;
use crate::read::leftovers::Leftovers;
use crate::read::messages::Messages;
use crate::read::seen::SeenKeys;
use crate::read::shared_inputs::SharedInputs;
use crate::read::source_cell::SourceCell;
use crate::tables::grid::Page;
use crate::values::matcher::Matchers;
use crate::values::scale::Scale;
use crate::values::scale::SheetScales;
use sg3_calc::Layer;
use sg3_calc::present::unit;
use sg3_lang::model::{QuantityId, known_name};
use sg3_lang::{Diagnostics, Model};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Everything that reading a form needs to know, and what it has found so far.
pub(crate) struct Reading<'a> {
    /// What the form is read for.
    pub(crate) model: &'a Model,
    /// What the form asks.
    pub(crate) layout: &'a Layout,
    /// What the layout says of each machine key.
    pub(crate) index: KeyIndex<'a>,
    /// Members by what people write for them.
    pub(crate) matchers: Matchers,
    /// The workbook, as the user named it.
    pub(crate) file: Arc<str>,
    /// What was understood so far.
    pub(crate) layer: Layer,
    /// Which places have a value already.
    pub(crate) filled: FilledPlaces,
    /// Which columns and rows of the layout were found.
    pub(crate) seen: SeenKeys,
    /// Members that rows of this workbook make, by number of sheet and row.
    pub(crate) listed_rows: HashMap<(usize, u32), Arc<str>>,
    pub(crate) messages: Messages<'a>,
    /// What no layer holds.
    pub(crate) leftovers: Leftovers,
    /// Cells that were read as values, if what else there is will be asked for.
    pub(crate) read_cells: Option<HashSet<(usize, u32, u32)>>,
    /// The scale of each sheet by its name in the blank form.
    pub(crate) named_scales: SheetScales,
    /// What the form asks for other models too; nothing if it is of this one alone.
    pub(crate) shared: Option<SharedInputs>,
    /// The scale of each sheet by its name as it is now.
    pub(crate) sheet_scales: HashMap<Arc<str>, Scale>,
}

impl<'a> Reading<'a> {
    /// Of a workbook of which nothing was read yet.
    pub(crate) fn new(
        file: &str,
        model: &'a Model,
        layout: &'a Layout,
        diagnostics: &'a mut Diagnostics,
    ) -> Reading<'a> {
        let file: Arc<str> = file.into();
        Reading {
            model,
            layout,
            index: KeyIndex::of(layout),
            matchers: Matchers::of_model(model, &layout.synonyms),
            layer: Layer { name: file.to_string(), ..Layer::default() },
            file,
            filled: FilledPlaces::default(),
            seen: SeenKeys::default(),
            listed_rows: HashMap::new(),
            messages: Messages::new(diagnostics),
            leftovers: Leftovers::default(),
            read_cells: None,
            named_scales: SheetScales::new(),
            shared: None,
            sheet_scales: HashMap::new(),
        }
    }

    /// A cell of the workbook, for messages and origins.
    pub(crate) fn cell(&self, page: &Page, row: u32, column: u32) -> SourceCell {
        SourceCell { file: self.file.clone(), sheet: page.name.clone(), row, column }
    }

    /// The scale of a sheet.
    pub(crate) fn sheet_scale(&self, page: &Page) -> Scale {
        self.sheet_scales.get(&page.name).copied().unwrap_or_default()
    }

    /// The same by the mark of the sheet, before the sheets were gone through.
    pub(crate) fn marked_scale(&self, page: &Page) -> Scale {
        page.form_sheet().and_then(|sheet| self.named_scales.get(sheet)).copied().unwrap_or_default()
    }

    /// Whether the values of an input are amounts, which the scale of their sheet is about.
    pub(crate) fn is_scaled(&self, input: QuantityId) -> bool {
        unit::is_amount(self.model.quantity(input))
    }

    /// Whether what a sheet asks for by the name of an input is that input: another model may mean something else by
    /// the name.
    pub(crate) fn is_own_input(&self, page: &Page, input: QuantityId) -> bool {
        self.is_shared_input(&self.model.quantity(input).name, page.form_model())
    }

    /// Whether an input by that name, asked for by a model, is this model's too.
    pub(crate) fn is_shared_input(&self, input: &str, asked_by: Option<&str>) -> bool {
        let Some(sharing) = &self.shared else { return true };
        asked_by.is_none_or(|model| known_name(model) == sharing.model) || sharing.inputs.contains(input)
    }

    /// A cell was read as a value: what is left of the sheet will be kept without it.
    pub(crate) fn mark_read(&mut self, page: &Page, row: u32, column: u32) {
        if let Some(cells) = &mut self.read_cells {
            cells.insert((page.number, row, column));
        }
    }

    /// An amount of money in units, whatever the scale of its sheet; other numbers as they are.
    pub(crate) fn scale_amount(&self, page: &Page, input: QuantityId, number: f64) -> f64 {
        if self.is_scaled(input) { self.sheet_scale(page).apply(number) } else { number }
    }
}
