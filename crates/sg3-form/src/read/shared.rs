//! Forms that ask for the data of several models: what of another model's sheets is this one's too.

use super::block::Block;
use super::grid::Page;
use super::{Reading, block};
use crate::layout::{Layout, key};
use sg3_lang::model::QuantityId;
use std::collections::HashSet;

/// What is read for one of several models.
pub struct Sharing {
    model: String,
    /// Inputs that are asked for once, for this model and another.
    inputs: HashSet<String>,
}

impl Sharing {
    /// What the cover says; nothing if the form is of one model.
    pub fn of(layout: &Layout, is_shared: bool, blocks: &[(&Page, Block)]) -> Option<Sharing> {
        let mut inputs = HashSet::new();
        for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::SHARED) {
            let Some(value) = block.position(key::VALUE) else { continue };
            for row in block.rows(page) {
                let models = row.words(value).unwrap_or_default();
                if models.split(key::BETWEEN_MODELS.trim()).any(|model| model.trim() == layout.model) {
                    inputs.extend(row.words(block.column));
                }
            }
        }
        is_shared.then(|| Sharing { model: layout.model.clone(), inputs })
    }
}

impl Reading<'_> {
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

impl Page {
    /// The name of the sheet in the blank form, wherever its mark stands now.
    pub fn sheet(&self) -> Option<&str> {
        self.mark().map(|mark| mark.split(sg3_workbook::csv::MODEL).next().unwrap_or(mark))
    }

    /// The model whose sheet it is, in a form of several.
    fn model(&self) -> Option<&str> {
        self.mark()?.split_once(sg3_workbook::csv::MODEL).map(|(_, model)| model)
    }

    fn mark(&self) -> Option<&str> {
        let cells = self.rows.iter().take(8).flat_map(|row| &row.cells);
        cells.filter_map(block::text).find_map(|text| text.strip_prefix(sg3_workbook::csv::SHEET))
    }
}
