//! The form as a workbook: what [`Layout`] says, made legible.
//!
//! The same model, layout and values give the same bytes, on any day.

mod choice;
mod cover;
pub(crate) mod draw;
mod given;
mod head;
mod lists;
mod page;
mod rows;
mod size;
pub(crate) mod style;
mod table;
mod validation;
mod value;

use crate::layout::{Layout, key};
use given::Given;
use lists::Lists;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sg3_calc::Layer;
use sg3_lang::Model;
use style::Styles;

/// What every part of the form is drawn from.
pub(crate) struct Form<'a> {
    pub model: &'a Model,
    pub layout: &'a Layout,
    pub given: Given<'a>,
    pub lists: Lists,
    pub styles: Styles,
}

/// The form with values in it: blank for no layers; of several layers the last one that speaks counts.
///
/// See [`read`](crate::read()) for an example.
///
/// # Panics
///
/// If there are more rows of values than a sheet can hold.
pub fn template(model: &Model, layout: &Layout, values: &[Layer]) -> Vec<u8> {
    let given = Given::of(values);
    let form = Form { model, layout, given, lists: Lists::of(model, layout), styles: Styles::new() };
    draw_form(&form).expect("layout keeps names and sizes within what a workbook holds")
}

fn draw_form(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(form)?);
    cover::draw(form, workbook.add_worksheet())?;
    for sheet in &form.layout.sheets {
        page::draw(form, sheet, workbook.add_worksheet())?;
    }
    if !form.lists.is_empty() {
        lists::draw(form, workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

fn properties(form: &Form) -> Result<DocProperties, XlsxError> {
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(draw::clip(&form.model.title, 255))
        .set_creation_datetime(&written)
        .set_custom_property(key::MODEL_PROPERTY, &*form.layout.model)
        .set_custom_property(key::OWNER_PROPERTY, form.layout.owner.word())
        .set_custom_property(key::VERSION_PROPERTY, key::VERSION)
        .set_custom_property(key::LAYOUT_PROPERTY, form.layout.fingerprint()))
}
