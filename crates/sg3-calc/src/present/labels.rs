//! Places of the data, and places in arrays, as people read them.

use crate::bind::member_list::MemberList;
use crate::bind::origin::{Origin, column_letters};
use sg3_lang::diagnostic::{DataPlace, Place};
use sg3_lang::member_ranges::{MemberRange, member_ranges};
use sg3_lang::model::{Axis, Kind};

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

/// A value that is no number, as people write it: the key of a member, yes or no, a day; nothing of a number, or where there is none.
pub(crate) fn write_word(kind: &Kind, members: &[MemberList], value: f64) -> Option<String> {
    match kind {
        _ if value.is_nan() => None,
        Kind::Number(_) => None,
        Kind::YesNo => Some(if value == 0.0 { "no" } else { "yes" }.to_owned()),
        Kind::Date => Some(sg3_lang::day::write(value)),
        Kind::Member(dimension) => {
            let key = members[dimension.0 as usize].keys.get(value as usize);
            Some(key.map_or_else(|| "a member that is not there".to_owned(), ToString::to_string))
        }
    }
}

/// `name[voice, 2025]`.
pub(crate) fn name_cell(name: &str, axes: &[Axis], members: &[MemberList], place: &[usize]) -> String {
    with_place(name, &keys_of(axes, members, place).join(", "))
}

/// The keys of a place.
pub(crate) fn keys_of<'m>(axes: &[Axis], members: &'m [MemberList], place: &[usize]) -> Vec<&'m str> {
    let keys = axes.iter().zip(place);
    keys.map(|(axis, position)| &*members[axis.dimension.0 as usize].keys[*position]).collect()
}

/// Cells of one name, those as one that follow one another: `name[voice, 2025 to 2044]`.
pub(crate) fn name_cells(name: &str, places: &[Vec<&str>]) -> Vec<MemberRange> {
    let ranges = member_ranges(places).into_iter();
    ranges.map(|range| MemberRange { text: with_place(name, &range.text), ..range }).collect()
}

fn with_place(name: &str, place: &str) -> String {
    if place.is_empty() { name.to_string() } else { format!("{name}[{place}]") }
}
