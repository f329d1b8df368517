//! A filled form to a layer.

use super::{Data, refusal};
use crate::edition::sha256;
use sg3_calc::Layer;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_sheet::{Layout, Receipt, Refusal, Workbook};

/// Opens the bytes of a workbook behind the guard.
pub fn open(bytes: Vec<u8>, name: &str) -> Data {
    let hash = sha256(&bytes);
    match Workbook::open(bytes, name) {
        Ok(workbook) => Data::Workbook(Box::new(workbook), hash),
        Err(refused) => Data::Refused(refusal(name, &at(&refused), refused.message).help(refused.remedy)),
    }
}

/// `Traffic!C4`, as far as it is known.
fn at(refused: &Refusal) -> String {
    let parts = [refused.sheet.as_deref(), refused.cell.as_deref()].into_iter().flatten();
    parts.collect::<Vec<_>>().join("!")
}

/// Reads the form as that of whoever it says it is for.
pub fn read(workbook: &mut Workbook, model: &Model, diagnostics: &mut Diagnostics) -> (Layer, Receipt) {
    let layout = layout(workbook, model);
    sg3_sheet::receive(workbook, model, &layout, diagnostics)
}

/// What the form of whoever it says it is for asks.
pub fn layout(workbook: &mut Workbook, model: &Model) -> Layout {
    let owner = sg3_sheet::identity(workbook).and_then(|identity| identity.owner).unwrap_or(Owner::Operator.into());
    Layout::of(model, owner)
}
