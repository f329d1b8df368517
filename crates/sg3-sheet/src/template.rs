//! The form as a workbook: what [`Layout`] says, made legible.
//!
//! The same model, layout and values give the same bytes, on any day.

mod beside;
mod check;
mod choice;
mod counted;
mod cover;
mod definitions;
pub(crate) mod draw;
mod findings;
mod given;
mod head;
mod instructions;
mod lines;
mod lists;
mod marks;
mod outside;
mod page;
mod rows;
mod signing;
mod size;
mod status;
pub(crate) mod style;
mod table;
mod told;
mod validation;
mod value;

use crate::Language;
use crate::layout::{Layout, Shared, key, several, unit, words};
use crate::read::Scale;
use given::Given;
use lists::Lists;
pub(crate) use marks::{Asked, Finding, Mark, Marks};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sg3_calc::Layer;
use sg3_lang::Model;
use sg3_lang::model::{Owner, Quantity};
use style::Styles;

/// What every part of a form for one model is drawn from.
pub(crate) struct Form<'a> {
    pub model: &'a Model,
    pub layout: &'a Layout,
    pub given: Given<'a>,
    pub last: Given<'a>,
    pub lists: Lists,
    pub styles: Styles,
    /// What its own words are said in.
    pub language: &'a Language,
    /// What is said of cells, and where each was drawn; in a form that is returned.
    pub marks: Option<Marks>,
}

/// A workbook with the forms of one model or several.
pub(crate) struct Book<'a> {
    pub forms: Vec<Form<'a>>,
    /// Fingerprints of what each model asks, whatever of it is asked once for all.
    fingerprints: Vec<String>,
    /// What several of the models ask for.
    common: Vec<Shared>,
}

/// A model in a request for data.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The model.
    pub model: &'a Model,
    /// What is asked for it here.
    pub layout: &'a Layout,
    /// Values to begin with; of several layers the last one that speaks counts.
    pub values: &'a [Layer],
    /// Values of a year ago, to be shown beside.
    pub last_year: &'a [Layer],
}

/// The form with values in it: blank for no layers; of several layers the last one that speaks counts.
///
/// See [`read`](crate::read()) for an example.
///
/// # Panics
///
/// If there are more rows of values than a sheet can hold.
pub fn template(model: &Model, layout: &Layout, values: &[Layer]) -> Vec<u8> {
    request(&[Part { model, layout, values, last_year: &[] }])
}

/// One workbook that asks for the data of several models. [`several`](crate::several) makes layouts that ask for each datum once.
///
/// # Panics
///
/// If there are no parts, or more rows of values than a sheet can hold.
pub fn request(parts: &[Part]) -> Vec<u8> {
    request_in(&Language::default(), parts)
}

/// The same with the form's own words in a language. Those of a model are said in it by [`translated`](crate::language::translated) and
/// [`said_in`](crate::language::said_in).
///
/// # Panics
///
/// As [`request`] does.
pub fn request_in(language: &Language, parts: &[Part]) -> Vec<u8> {
    draw_book(&Book::of(parts, language)).expect("layout keeps names and sizes within what a workbook holds")
}

/// The form with values, and what is said of them.
pub(crate) fn with_marks(part: &Part, marks: Marks, language: &Language) -> Vec<u8> {
    let mut book = Book::of(&[*part], language);
    book.forms[0].marks = Some(marks);
    draw_book(&book).expect("layout keeps names and sizes within what a workbook holds")
}

fn draw_book(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
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
    signing::draw(book, workbook.add_worksheet())?;
    for form in book.forms.iter().filter(|form| !form.lists.is_empty()) {
        lists::draw(form, workbook.add_worksheet())?;
    }
    if let Some(marks) = &book.first().marks {
        findings::draw(book.first(), marks, workbook.worksheet_from_name(&book.first().brief(findings::NAME))?)?;
        if !marks.strays.is_empty() {
            outside::draw(book.first(), marks, workbook.add_worksheet())?;
        }
    }
    workbook.save_to_buffer()
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
        .set_title(draw::clip(&book.title(), 255))
        .set_creation_datetime(&written)
        .set_custom_property(key::MODEL_PROPERTY, &*models)
        .set_custom_property(key::OWNER_PROPERTY, book.first().layout.owner.word())
        .set_custom_property(key::VERSION_PROPERTY, key::VERSION)
        .set_custom_property(key::LAYOUT_PROPERTY, &*fingerprints))
}

impl<'a> Form<'a> {
    fn of(number: usize, part: &Part<'a>, language: &'a Language) -> Form<'a> {
        Form {
            model: part.model,
            layout: part.layout,
            given: Given::of(part.values),
            last: Given::of(part.last_year),
            lists: Lists::of(part.model, part.layout, number, language),
            styles: if language.is_right_to_left() { Styles::new().turned() } else { Styles::new() },
            language,
            marks: None,
        }
    }

    /// In what a sheet gives amounts of money.
    pub fn scale(&self, sheet: &str) -> Scale {
        self.marks.as_ref().and_then(|marks| marks.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// A number of an input as it stands on a sheet: amounts in the scale of that.
    pub fn on_sheet(&self, sheet: &str, quantity: &Quantity, number: f64) -> f64 {
        if unit::is_amount(quantity) { self.scale(sheet).write(number) } else { number }
    }

    /// Words of the form itself in its language, or in two side by side.
    pub fn say(&self, words: &str) -> String {
        self.language.say(words)
    }

    /// Sentences of the form itself, in two languages one after the other.
    pub fn tell(&self, words: &str) -> String {
        self.language.tell(words)
    }

    /// Words of the form itself where there is room for one language.
    pub fn brief(&self, words: &str) -> String {
        self.language.brief(words)
    }

    /// All that there is to say about an input.
    pub fn hint(&self, quantity: &Quantity) -> String {
        self.told(words::hint(self.model, quantity))
    }

    /// Pieces said on their own, one after the other.
    pub fn told(&self, pieces: Vec<String>) -> String {
        pieces.iter().map(|piece| self.tell(piece)).collect::<Vec<_>>().join(" ")
    }
}

impl<'a> Book<'a> {
    fn of(parts: &[Part<'a>], language: &'a Language) -> Book<'a> {
        let forms = parts.iter().enumerate().map(|(number, part)| Form::of(number, part, language)).collect();
        let whole = |part: &Part| Layout::of(part.model, part.layout.owner).fingerprint();
        let models: Vec<&Model> = parts.iter().map(|part| part.model).collect();
        let owner = parts.first().map_or(Owner::Operator.into(), |part| part.layout.owner);
        let (_, common) = several(&models, owner);
        Book { forms, fingerprints: parts.iter().map(whole).collect(), common }
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

/// Names of the sheets that every form has, in a language and in English.
pub(crate) fn sheets(language: &Language) -> Vec<String> {
    let names = [
        cover::NAME,
        findings::NAME,
        instructions::NAME,
        status::NAME,
        definitions::NAME,
        signing::NAME,
        lists::NAME,
        outside::NAME,
    ];
    names.iter().flat_map(|name| [(*name).to_owned(), language.brief(name)]).collect()
}
