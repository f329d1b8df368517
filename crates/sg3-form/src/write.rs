//! The form as a workbook: what [`Layout`] says, made legible.
//!
//! The same model, layout and values give the same bytes, on any day.

pub(crate) mod annotations;
pub(crate) mod book;
pub(crate) mod cached_values;
pub(crate) mod check;
pub(crate) mod choice;
pub(crate) mod column_notes;
pub(crate) mod cover;
pub(crate) mod definitions;
pub(crate) mod draw;
pub(crate) mod finding_marks;
pub(crate) mod findings;
pub(crate) mod given;
pub(crate) mod head;
pub(crate) mod instructions;
pub(crate) mod lists;
pub(crate) mod page;
pub(crate) mod rows;
pub(crate) mod shared_annotations;
pub(crate) mod sign_off;
pub(crate) mod size;
pub(crate) mod status;
pub mod style;
pub(crate) mod table;
pub(crate) mod unmatched;
pub(crate) mod validation;
pub(crate) mod value;

use crate::language::Language;
use crate::layout::Layout;
use crate::read::scale::Scale;
use book::Book;
use finding_marks::Marks;
use given::Given;
use lists::Lists;
use sg3_calc::Layer;
use sg3_calc::present::{hint, unit};
use sg3_lang::Model;
use sg3_lang::model::Quantity;
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
    Book::of(parts, language).draw()
}

/// The form with values, and what is said of them.
pub(crate) fn with_marks(part: &Part, marks: Marks, language: &Language) -> Vec<u8> {
    let mut book = Book::of(&[*part], language);
    book.forms[0].marks = Some(marks);
    book.draw()
}

impl<'a> Form<'a> {
    fn of(number: usize, part: &Part<'a>, language: &'a Language) -> Form<'a> {
        Form {
            model: part.model,
            layout: part.layout,
            given: Given::of(part.values),
            last: Given::of(part.last_year),
            lists: Lists::of(part.model, part.layout, number, language),
            styles: if language.is_right_to_left() { Styles::default().turned() } else { Styles::default() },
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
        self.told(hint::hint(self.model, quantity))
    }

    /// Pieces said on their own, one after the other.
    pub fn told(&self, pieces: Vec<String>) -> String {
        pieces.iter().map(|piece| self.tell(piece)).collect::<Vec<_>>().join(" ")
    }
}
