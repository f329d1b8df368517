//! What a form says about itself: in the workbook's properties, or on its cover where a program has dropped them.

use super::{block, grid};
use crate::Workbook;
use crate::layout::Respondent;
use crate::layout::{Layout, key};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

/// What a form says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Name of the model.
    pub model: String,
    /// Whose form it is, if it says so.
    pub owner: Option<Respondent>,
    /// Version of the machine keys.
    pub version: String,
    /// Fingerprint of what it asks.
    pub fingerprint: String,
}

/// The name of the model whose form this is; nothing if it is no form.
///
/// ```
/// let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap();
/// let mut workbook = sg3_sheet::Workbook::open(bytes, "other.xlsx").unwrap();
/// assert_eq!(sg3_sheet::model_name(&mut workbook), None);
/// ```
pub fn model_name(workbook: &mut Workbook) -> Option<String> {
    identity(workbook).map(|identity| identity.model)
}

/// What a workbook says about itself; nothing if it is no form.
pub fn identity(workbook: &mut Workbook) -> Option<Identity> {
    let by_property = |name: &str| workbook.properties().get(name).cloned();
    of(&by_property).or_else(|| {
        let cover = (0..workbook.sheets().len()).map(|sheet| cover(workbook, sheet)).find(|cover| !cover.is_empty())?;
        of(&|name: &str| cover.iter().find(|(key, _)| name.ends_with(key)).map(|(_, value)| value.clone()))
    })
}

fn of(find: &dyn Fn(&str) -> Option<String>) -> Option<Identity> {
    let owner = find(key::OWNER_PROPERTY);
    Some(Identity {
        model: find(key::MODEL_PROPERTY)?,
        owner: Respondent::ALL.into_iter().find(|known| owner.as_deref() == Some(known.word())),
        version: find(key::VERSION_PROPERTY).unwrap_or_default(),
        fingerprint: find(key::LAYOUT_PROPERTY).unwrap_or_default(),
    })
}

/// Keys and values of the table about the form itself, if the sheet holds it.
fn cover(workbook: &mut Workbook, sheet: usize) -> Vec<(String, String)> {
    let page = grid::page(workbook, "", sheet, &mut Diagnostics::default());
    let Some(block) = block::blocks(&page).into_iter().find(|block| block.key == key::COVER) else { return Vec::new() };
    let Some(value) = block.position(key::VALUE) else { return Vec::new() };
    block.rows(&page).iter().filter_map(|row| Some((row.words(block.column)?, row.words(value)?))).collect()
}

/// Says whether a form is of another model, owner or version; true if it is just the form of the layout.
pub fn compare(workbook: &mut Workbook, layout: &Layout, diagnostics: &mut Diagnostics) -> bool {
    let Some(identity) = identity(workbook) else { return false };
    let place = Place::Data(DataPlace { file: workbook.file().to_owned(), at: "Cover".to_owned() });
    if identity.model != layout.model {
        let message = format!("the form is of the model `{}`, not of `{}`", identity.model, layout.model);
        let help = "read it with its own model; what both ask for was read";
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Warning, place.clone(), message).help(help));
    } else if identity.fingerprint != layout.fingerprint() && identity.owner == Some(layout.owner) {
        let message = "the form was made by another version of the model".to_owned();
        let help = "what both versions ask for was read; what no longer fits is listed";
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Warning, place.clone(), message).help(help));
    }
    if let Some(owner) = identity.owner.filter(|owner| *owner != layout.owner) {
        let message = format!("this is the form of the {}, not of the {}", owner.word(), layout.owner.word());
        diagnostics.add(Diagnostic::new("wrong-form", Severity::Error, place, message));
    }
    identity.fingerprint == layout.fingerprint()
}
