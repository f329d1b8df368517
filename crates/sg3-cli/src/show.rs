//! A model as it is, without data: as a table, as mathematics, its inputs by who answers for them.

mod formula;
mod inputs;
mod mathematics;
mod table;
mod value;

pub use inputs::inputs;
pub use mathematics::mathematics;
pub use table::{as_written, table};

use sg3_lang::Model;
use sg3_lang::model::{Axis, Kind, Quantity};

/// `minutes[service, year]`
pub fn head(quantity: &Quantity) -> String {
    format!("{}{}", quantity.name, axes(&quantity.axes))
}

/// `[service, year]`; nothing where there are no axes.
fn axes(axes: &[Axis]) -> String {
    let names: Vec<&str> = axes.iter().map(|axis| &*axis.name).collect();
    if names.is_empty() { String::new() } else { format!("[{}]", names.join(", ")) }
}

/// `money/minute`, `yes/no`, `one of annuity, straight`.
fn kind(model: &Model, kind: &Kind) -> String {
    match kind {
        Kind::Number(unit) => unit.to_string(),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Member(id) if model.dimension(*id).anonymous => {
            let options: Vec<&str> = model.dimension(*id).listed().iter().map(|member| &*member.key).collect();
            format!("one of {}", options.join(", "))
        }
        Kind::Member(id) => model.dimension(*id).name.to_string(),
    }
}

/// Quantities by the heading under which they are defined, on a line of its own; nothing for the title, and a used document's heading says so.
fn by_section(model: &Model, wanted: impl Fn(&Quantity) -> bool) -> Vec<(String, Vec<&Quantity>)> {
    let heading = |section: &sg3_lang::model::Section| match &*section.instance {
        "" if section.title == model.title => String::new(),
        "" => format!("{}\n", section.title),
        instance => format!("{} ({instance})\n", section.title),
    };
    let of = |section: usize| model.quantities.iter().filter(move |quantity| quantity.section == section);
    let sections = model.sections.iter().enumerate();
    let parts = sections.map(|(at, section)| (heading(section), of(at).filter(|quantity| wanted(quantity)).collect()));
    parts.filter(|(_, quantities): &(String, Vec<_>)| !quantities.is_empty()).collect()
}
