//! Forms that ask for the data of several models: what of another model's sheets is this one's too.

use crate::layout::key;
use crate::layout::sheet::Layout;
use crate::tables::block::Block;
use crate::tables::grid::Page;
use sg3_lang::model::known_name;
use std::collections::HashSet;

/// What is read for one of several models.
pub(crate) struct SharedInputs {
    pub(crate) model: String,
    /// Inputs that are asked for once, for this model and another.
    pub(crate) inputs: HashSet<String>,
}

impl SharedInputs {
    /// What the cover says; nothing if the form is of one model.
    pub(crate) fn of(layout: &Layout, is_shared: bool, blocks: &[(&Page, Block)]) -> Option<SharedInputs> {
        let mut inputs = HashSet::new();
        for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::SHARED) {
            let Some(value) = block.position(key::VALUE) else { continue };
            for row in block.rows(page) {
                let models = row.text_or_code(value).unwrap_or_default();
                if models.split(key::BETWEEN_MODELS.trim()).any(|model| known_name(model.trim()) == layout.model) {
                    inputs.extend(row.text_or_code(block.column));
                }
            }
        }
        is_shared.then(|| SharedInputs { model: layout.model.clone(), inputs })
    }
}
