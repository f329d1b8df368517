//! The workbook with the forms of one model or several: its sheets in order, and what it says of itself.

use crate::layout::{key, own_sheets};
use crate::write::book::RequestBook;
use crate::write::{choice_sheet, cover, definitions, findings, form_sheet, instructions, sign_off, status, unmatched};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};
use sg3_workbook::write::cells;
use sg3_workbook::write::text;

impl RequestBook<'_> {
    /// The bytes of the workbook.
    ///
    /// # Panics
    ///
    /// If there are no parts, or more rows of values than a sheet can hold.
    pub(crate) fn draw(&self) -> Vec<u8> {
        self.draw_sheets().expect("layout keeps names and sizes within what a workbook holds")
    }

    fn draw_sheets(&self) -> Result<Vec<u8>, XlsxError> {
        let book = self;
        let mut workbook = cells::create_workbook();
        workbook.set_properties(&build_properties(book)?);
        cover::draw_cover(book, workbook.add_worksheet())?;
        if book.first().marks.is_some() {
            // Findings come first for whoever answers them, and last in drawing: they link to the cells.
            workbook.add_worksheet().set_name(book.first().translate_briefly(own_sheets::FINDINGS))?;
        }
        instructions::draw_instructions(book, workbook.add_worksheet())?;
        status::draw_status(book, workbook.add_worksheet())?;
        definitions::draw_definitions(book, workbook.add_worksheet())?;
        for form in &book.forms {
            for sheet in &form.layout.sheets {
                form_sheet::draw_form_sheet(book, form, sheet, workbook.add_worksheet())?;
            }
        }
        sign_off::draw_sign_off(book, workbook.add_worksheet())?;
        for form in book.forms.iter().filter(|form| !form.lists.is_empty()) {
            choice_sheet::draw_choices(form, workbook.add_worksheet())?;
        }
        if let Some(marks) = &book.first().marks {
            findings::draw_findings(
                book.first(),
                marks,
                workbook.worksheet_from_name(&book.first().translate_briefly(own_sheets::FINDINGS))?,
            )?;
            if !marks.unmatched.is_empty() {
                unmatched::draw_unmatched(book.first(), marks, workbook.add_worksheet())?;
            }
        }
        workbook.save_to_buffer()
    }
}

fn build_properties(book: &RequestBook) -> Result<DocProperties, XlsxError> {
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let (models, fingerprints) = book.identity();
    let properties = DocProperties::new();
    let properties = match book.first().language.codes() {
        Some(codes) => properties.set_custom_property(key::LANGUAGE_PROPERTY, codes),
        None => properties,
    };
    let properties = match book.periods() {
        Some(periods) => properties.set_custom_property(key::YEARS_PROPERTY, &*periods),
        None => properties,
    };
    let properties = match book.libraries() {
        Some(libraries) => properties.set_custom_property(key::LIBRARY_PROPERTY, text::truncate(&libraries, 255)),
        None => properties,
    };
    Ok(properties
        .set_title(text::truncate(&book.title(), 255))
        .set_creation_datetime(&written)
        .set_custom_property(key::MODEL_PROPERTY, &*models)
        .set_custom_property(key::OWNER_PROPERTY, book.first().layout.owner.label())
        .set_custom_property(key::VERSION_PROPERTY, key::VERSION)
        .set_custom_property(key::LAYOUT_PROPERTY, &*fingerprints))
}
