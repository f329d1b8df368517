//! Parts of a model as the model itself writes them.

use sg3_lang::model::{Axis, Quantity};
use sg3_lang::{Sources, Span};

/// `minutes[service, year]`
pub fn signature(quantity: &Quantity) -> String {
    format!("{}{}", quantity.name, axes_label(&quantity.axes))
}

/// `[service, year]`; nothing where there are no axes.
pub fn axes_label(axes: &[Axis]) -> String {
    let names: Vec<&str> = axes.iter().map(|axis| &*axis.name).collect();
    if names.is_empty() { String::new() } else { format!("[{}]", names.join(", ")) }
}

/// The author's formula on one line, without comments.
pub fn formula_as_written(sources: &Sources, span: Span) -> String {
    let lines = sources.slice(span).lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
