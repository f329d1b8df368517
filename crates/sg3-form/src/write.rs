//! The form as a workbook: what [`Layout`] says, made legible.
//!
//! The same model, layout and values give the same bytes, on any day.

pub(crate) mod annotations;
pub(crate) mod book;
pub(crate) mod cached_values;
pub(crate) mod check;
pub(crate) mod choice;
pub(crate) mod choice_lists;
pub(crate) mod choice_sheet;
pub(crate) mod column_notes;
pub(crate) mod context;
pub(crate) mod cover;
pub(crate) mod definitions;
mod entries;
pub(crate) mod faults_below;
pub(crate) mod filled_row;
pub(crate) mod finding_marks;
pub(crate) mod findings;
pub(crate) mod form_cells;
pub(crate) mod form_sheet;
pub(crate) mod given;
pub(crate) mod head;
pub(crate) mod heights;
pub(crate) mod instructions;
pub(crate) mod labels_of_names;
pub(crate) mod part;
pub(crate) mod print;
pub(crate) mod required;
pub(crate) mod row_range;
pub(crate) mod rows;
pub(crate) mod rows_below;
pub(crate) mod shared_annotations;
pub(crate) mod sign_off;
pub(crate) mod status;
pub mod style;
pub(crate) mod table;
pub(crate) mod unmatched;
pub(crate) mod validation;
pub(crate) mod value;
pub(crate) mod widths;
pub(crate) mod workbook;

use crate::layout::sheet::Layout;
use crate::write::book::RequestBook;
use crate::write::finding_marks::FindingMarks;
use crate::write::part::RequestPart;
use sg3_calc::Layer;
use sg3_lang::Model;
use sg3_language::Language;

/// The form with values in it: blank for no layers; of several layers the last one that speaks counts.
///
/// See [`read_form`](crate::read_form) for an example.
///
/// # Panics
///
/// If there are more rows of values than a sheet can hold.
pub fn write_form(model: &Model, layout: &Layout, values: &[Layer]) -> Vec<u8> {
    write_request(&[RequestPart { model, layout, values, last_year: &[] }])
}

/// One workbook that asks for the data of several models. [`lay_out_models`](crate::lay_out_models)
/// makes layouts that ask for each datum once.
///
/// # Panics
///
/// If there are no parts, or more rows of values than a sheet can hold.
pub fn write_request(parts: &[RequestPart]) -> Vec<u8> {
    write_request_in(&Language::default(), parts)
}

/// The same with the form's own words in a language. Those of a model are translated by
/// [`translate_model`](sg3_language::translate_model) and [`translate_layouts`](crate::language::translate_layouts).
///
/// # Panics
///
/// As [`write_request`] does.
pub fn write_request_in(language: &Language, parts: &[RequestPart]) -> Vec<u8> {
    RequestBook::of(parts, language).draw()
}

/// The form with the values of a submission, and what was found about them.
pub(crate) fn write_with_marks(part: &RequestPart, marks: FindingMarks, language: &Language) -> Vec<u8> {
    let mut book = RequestBook::of(&[*part], language);
    book.forms[0].marks = Some(marks);
    book.draw()
}
