//! What every part of a form for one model is drawn from.

use crate::language::Language;
use crate::layout::sheet::Layout;
use crate::values::scale::Scale;
use crate::write::choice_lists::Lists;
use crate::write::finding_marks::Marks;
use crate::write::given::Given;
use crate::write::part::Part;
use crate::write::style::Styles;
use sg3_calc::present::hint;
use sg3_calc::present::unit;
use sg3_lang::Model;
use sg3_lang::model::Quantity;

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

impl<'a> Form<'a> {
    pub(crate) fn of(number: usize, part: &Part<'a>, language: &'a Language) -> Form<'a> {
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
