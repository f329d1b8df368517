//! The order in which a model is shown: by heading.

use sg3_lang::Model;
use sg3_lang::model::{Quantity, Section};

/// Quantities by the heading under which they are defined, on a line of its own; nothing for the title, and a used document's heading says so.
pub(crate) fn by_section(model: &Model, wanted: impl Fn(&Quantity) -> bool) -> Vec<(String, Vec<&Quantity>)> {
    let heading = |section: &Section| match &*section.instance {
        "" if section.title == model.title => String::new(),
        "" => format!("{}\n", section.title),
        instance => format!("{} ({instance})\n", section.title),
    };
    let of = |section: usize| model.quantities.iter().filter(move |quantity| quantity.section == section);
    let sections = model.sections.iter().enumerate();
    let parts = sections.map(|(at, section)| (heading(section), of(at).filter(|quantity| wanted(quantity)).collect()));
    parts.filter(|(_, quantities): &(String, Vec<_>)| !quantities.is_empty()).collect()
}
