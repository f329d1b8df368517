//! Places of the data, and places in arrays, as people read them.

use crate::bind::member_list::MemberList;
use crate::bind::origin::{Origin, column_letters};
use sg3_lang::diagnostic::{DataPlace, Place};
use sg3_lang::model::Axis;

/// The place of a diagnostic that an origin stands for.
pub(crate) fn place_of(origin: &Origin) -> Place {
    let (file, at) = match origin {
        Origin::Cell { file, sheet, row, column } => {
            (&**file, format!("{sheet}!{}{}", column_letters(*column), row + 1))
        }
        Origin::Line { file, line } => (&**file, format!("line {line}")),
        Origin::Setting(text) => ("--set", text.to_string()),
        Origin::Default | Origin::Blank | Origin::Case => return Place::Nowhere,
    };
    Place::Data(DataPlace { file: file.to_string(), at })
}

/// A figure as people write it: the 15 digits that count, `missing` where there is none.
pub(crate) fn write_figure(value: f64) -> String {
    match crate::rounding::decimal(value) {
        Some(decimal) => decimal.to_string(),
        None if value.is_nan() => "missing".to_string(),
        None => value.to_string(),
    }
}

/// `name[voice, 2025]`.
pub(crate) fn name_cell(name: &str, axes: &[Axis], members: &[MemberList], place: &[usize]) -> String {
    if axes.is_empty() {
        return name.to_string();
    }
    let keys = axes.iter().zip(place).map(|(axis, position)| &*members[axis.dimension.0 as usize].keys[*position]);
    format!("{name}[{}]", keys.collect::<Vec<_>>().join(", "))
}
