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
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostics, Model};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Everything that reading a form needs to know, and what it has found so far.
pub(crate) struct Reading<'a> {
    pub(crate) model: &'a Model,
    pub(crate) index: KeyIndex<'a>,
    pub(crate) matchers: Matchers,
    pub(crate) file: Arc<str>,
    pub(crate) layer: Layer,
    pub(crate) entries: FilledPlaces,
    pub(crate) seen: SeenKeys,
    /// Members that rows of this workbook make, by number of sheet and row.
    pub(crate) rows: HashMap<(usize, u32), Arc<str>>,
    pub(crate) messages: Messages<'a>,
    pub(crate) leftovers: Leftovers,
    /// Cells that were read as values, if what else there is will be asked for.
    pub(crate) taken: Option<HashSet<(usize, u32, u32)>>,
    pub(crate) scales: SheetScales,
    /// What the form asks for other models too; nothing if it is of this one alone.
    pub(crate) shared: Option<SharedInputs>,
    /// The scale of each sheet by its name as it is now.
    pub(crate) sheets: HashMap<Arc<str>, Scale>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(
        file: &str,
        model: &'a Model,
        layout: &'a Layout,
        diagnostics: &'a mut Diagnostics,
    ) -> Reading<'a> {
        let file: Arc<str> = file.into();
        Reading {
            model,
            index: KeyIndex::of(layout),
            matchers: Matchers::of_model(model, &layout.synonyms),
            layer: Layer { name: file.to_string(), ..Layer::default() },
            file,
            entries: FilledPlaces::default(),
            seen: SeenKeys::default(),
            rows: HashMap::new(),
            messages: Messages::new(diagnostics),
            leftovers: Leftovers::default(),
            taken: None,
            scales: SheetScales::new(),
            shared: None,
            sheets: HashMap::new(),
        }
    }

    pub(crate) fn cell(&self, page: &Page, row: u32, column: u32) -> SourceCell {
        SourceCell { file: self.file.clone(), sheet: page.name.clone(), row, column }
    }

    /// The scale of a sheet.
    pub(crate) fn sheet_scale(&self, page: &Page) -> Scale {
        self.sheets.get(&page.name).copied().unwrap_or_default()
    }

    /// The same by the mark of the sheet, before the sheets were gone through.
    pub(crate) fn marked_scale(&self, page: &Page) -> Scale {
        page.form_sheet().and_then(|sheet| self.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// Whether the values of an input are amounts, which the scale of their sheet is about.
    pub(crate) fn is_scaled(&self, input: QuantityId) -> bool {
        unit::is_amount(self.model.quantity(input))
    }

    /// Whether what a sheet asks for by the name of an input is that input: another model may mean something else by the name.
    pub(crate) fn is_own_input(&self, page: &Page, input: QuantityId) -> bool {
        self.is_shared_input(&self.model.quantity(input).name, page.form_model())
    }

    /// Whether an input by that name, asked for by a model, is this model's too.
    pub(crate) fn is_shared_input(&self, input: &str, asked_by: Option<&str>) -> bool {
        let Some(sharing) = &self.shared else { return true };
        asked_by.is_none_or(|model| model == sharing.model) || sharing.inputs.contains(input)
    }
}
