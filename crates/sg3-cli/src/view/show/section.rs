//! The order in which a model is shown: by heading.

use sg3_lang::Model;
use sg3_lang::model::{Quantity, Section};

/// Quantities by the heading under which they are defined, on a line of its own; nothing for the title, and a used document's heading says so.
pub(crate) fn by_section(model: &Model, wanted: impl Fn(&Quantity) -> bool) -> Vec<(String, Vec<&Quantity>)> {
    let parts = model.sections.iter().enumerate().map(|(at, section)| {
        let quantities = model
            .quantities
            .iter()
            .filter(|quantity| quantity.section == at && wanted(quantity) && quantity.asks_whether_given().is_none());
        (heading(model, section), quantities.collect())
    });
    parts.filter(|(_, quantities): &(String, Vec<_>)| !quantities.is_empty()).collect()
}

fn heading(model: &Model, section: &Section) -> String {
    match &*section.instance {
        "" if section.title == model.title => String::new(),
        "" => format!("{}\n", section.title),
        instance => format!("{} ({instance})\n", section.title),
    }
}
