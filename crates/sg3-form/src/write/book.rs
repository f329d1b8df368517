//! The workbook with the forms of one model or several: its sheets in order, and what it says of itself.

use super::{Form, Part, cover, definitions, findings, instructions, lists, page, sign_off, status, unmatched};
use crate::language::Language;
use crate::layout::multi_model::{Shared, several};
use crate::layout::{Layout, key};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};
use sg3_lang::Model;
use sg3_lang::model::Owner;
use sg3_workbook::write::cells;

/// A workbook with the forms of one model or several.
pub(crate) struct Book<'a> {
    pub forms: Vec<Form<'a>>,
    /// Fingerprints of what each model asks, whatever of it is asked once for all.
    fingerprints: Vec<String>,
    /// What several of the models ask for.
    pub common: Vec<Shared>,
}

impl<'a> Book<'a> {
    /// Of these parts, in a language.
    pub fn of(parts: &[Part<'a>], language: &'a Language) -> Book<'a> {
        let forms = parts.iter().enumerate().map(|(number, part)| Form::of(number, part, language)).collect();
        let whole = |part: &Part| Layout::of(part.model, part.layout.owner).fingerprint();
        let models: Vec<&Model> = parts.iter().map(|part| part.model).collect();
        let owner = parts.first().map_or(Owner::Operator.into(), |part| part.layout.owner);
        let (_, common) = several(&models, owner);
        Book { forms, fingerprints: parts.iter().map(whole).collect(), common }
    }

    /// The bytes of the workbook.
    ///
    /// # Panics
    ///
    /// If there are no parts, or more rows of values than a sheet can hold.
    pub fn draw(&self) -> Vec<u8> {
        self.drawn().expect("layout keeps names and sizes within what a workbook holds")
    }

    fn drawn(&self) -> Result<Vec<u8>, XlsxError> {
        let book = self;
        let mut workbook = cells::workbook();
        workbook.set_properties(&properties(book)?);
        cover::draw(book, workbook.add_worksheet())?;
        if book.first().marks.is_some() {
            // Findings come first for whoever answers them, and last in drawing: they link to the cells.
            workbook.add_worksheet().set_name(book.first().brief(findings::NAME))?;
        }
        instructions::draw(book, workbook.add_worksheet())?;
        status::draw(book, workbook.add_worksheet())?;
        definitions::draw(book, workbook.add_worksheet())?;
        for form in &book.forms {
            for sheet in &form.layout.sheets {
                page::draw(book, form, sheet, workbook.add_worksheet())?;
            }
        }
        sign_off::draw(book, workbook.add_worksheet())?;
        for form in book.forms.iter().filter(|form| !form.lists.is_empty()) {
            lists::draw(form, workbook.add_worksheet())?;
        }
        if let Some(marks) = &book.first().marks {
            findings::draw(book.first(), marks, workbook.worksheet_from_name(&book.first().brief(findings::NAME))?)?;
            if !marks.strays.is_empty() {
                unmatched::draw(book.first(), marks, workbook.add_worksheet())?;
            }
        }
        workbook.save_to_buffer()
    }

    /// The form of the first model, whose looks are those of the whole workbook.
    pub fn first(&self) -> &Form<'a> {
        &self.forms[0]
    }

    /// The titles of all models.
    pub fn title(&self) -> String {
        self.forms.iter().map(|form| &*form.model.title).collect::<Vec<_>>().join(" · ")
    }

    /// Names of the models, and fingerprints of what each asks.
    pub fn identity(&self) -> (String, String) {
        let models: Vec<&str> = self.forms.iter().map(|form| &*form.layout.model).collect();
        (models.join(key::BETWEEN_MODELS), self.fingerprints.join(key::BETWEEN_MODELS))
    }
}

fn properties(book: &Book) -> Result<DocProperties, XlsxError> {
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let (models, fingerprints) = book.identity();
    let properties = DocProperties::new();
    let properties = match book.first().language.codes() {
        Some(codes) => properties.set_custom_property(key::LANGUAGE_PROPERTY, codes),
        None => properties,
    };
    Ok(properties
        .set_title(cells::clip(&book.title(), 255))
        .set_creation_datetime(&written)
        .set_custom_property(key::MODEL_PROPERTY, &*models)
        .set_custom_property(key::OWNER_PROPERTY, book.first().layout.owner.word())
        .set_custom_property(key::VERSION_PROPERTY, key::VERSION)
        .set_custom_property(key::LAYOUT_PROPERTY, &*fingerprints))
}

/// Names of the sheets that every form has, in a language and in English.
pub(crate) fn sheets(language: &Language) -> Vec<String> {
    let names = [
        cover::NAME,
        findings::NAME,
        instructions::NAME,
        status::NAME,
        definitions::NAME,
        sign_off::NAME,
        lists::NAME,
        unmatched::NAME,
    ];
    names.iter().flat_map(|name| [(*name).to_owned(), language.brief(name)]).collect()
}
