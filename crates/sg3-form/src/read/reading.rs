//! What is known while a form is read, and what was found so far.

use crate::layout::sheet::Layout;
use crate::read::filled_places::Entries;
use crate::read::index::Index;
use crate::read::leftovers::Remains;
use crate::read::messages::Messages;
use crate::read::seen::Seen;
use crate::read::shared_inputs::Sharing;
use crate::read::source_cell::Cell;
use crate::tables::grid::Page;
use crate::values::matcher::Matchers;
use crate::values::scale::Scale;
use crate::values::scale::Scales;
use sg3_calc::Layer;
use sg3_calc::present::unit;
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostics, Model};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Everything that reading a form needs to know, and what it has found so far.
pub(crate) struct Reading<'a> {
    pub(crate) model: &'a Model,
    pub(crate) index: Index<'a>,
    pub(crate) matchers: Matchers,
    pub(crate) file: Arc<str>,
    pub(crate) layer: Layer,
    pub(crate) entries: Entries,
    pub(crate) seen: Seen,
    /// Members that rows of this workbook make, by number of sheet and row.
    pub(crate) rows: HashMap<(usize, u32), Arc<str>>,
    pub(crate) messages: Messages<'a>,
    pub(crate) remains: Remains,
    /// Cells that were read as values, if what else there is will be asked for.
    pub(crate) taken: Option<HashSet<(usize, u32, u32)>>,
    pub(crate) scales: Scales,
    /// What the form asks for other models too; nothing if it is of this one alone.
    pub(crate) shared: Option<Sharing>,
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
            index: Index::of(layout),
            matchers: Matchers::of_model(model, &layout.synonyms),
            layer: Layer { name: file.to_string(), ..Layer::default() },
            file,
            entries: Entries::default(),
            seen: Seen::default(),
            rows: HashMap::new(),
            messages: Messages::new(diagnostics),
            remains: Remains::default(),
            taken: None,
            scales: Scales::new(),
            shared: None,
            sheets: HashMap::new(),
        }
    }

    pub(crate) fn cell(&self, page: &Page, row: u32, column: u32) -> Cell {
        Cell { file: self.file.clone(), sheet: page.name.clone(), row, column }
    }

    /// The scale of a sheet.
    pub(crate) fn scale(&self, page: &Page) -> Scale {
        self.sheets.get(&page.name).copied().unwrap_or_default()
    }

    /// The same by the mark of the sheet, before the sheets were gone through.
    pub(crate) fn marked_scale(&self, page: &Page) -> Scale {
        page.sheet().and_then(|sheet| self.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// Whether the values of an input are amounts, which the scale of their sheet is about.
    pub(crate) fn is_scaled(&self, input: QuantityId) -> bool {
        unit::is_amount(self.model.quantity(input))
    }

    /// Whether what a sheet asks for by the name of an input is that input: another model may mean something else by the name.
    pub(crate) fn is_own(&self, page: &Page, input: QuantityId) -> bool {
        self.is_shared(&self.model.quantity(input).name, page.model())
    }

    /// Whether an input by that name, asked for by a model, is this model's too.
    pub(crate) fn is_shared(&self, input: &str, asked_by: Option<&str>) -> bool {
        let Some(sharing) = &self.shared else { return true };
        asked_by.is_none_or(|model| model == sharing.model) || sharing.inputs.contains(input)
    }
}
