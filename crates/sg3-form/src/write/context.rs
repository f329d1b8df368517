//! What every part of a form for one model is drawn from.

use crate::language::Language;
use crate::layout::sheet::Layout;
use crate::values::scale::Scale;
use crate::write::choice_lists::ChoiceLists;
use crate::write::finding_marks::FindingMarks;
use crate::write::given::GivenValues;
use crate::write::part::RequestPart;
use crate::write::style::Styles;
use sg3_calc::present::hint;
use sg3_calc::present::unit;
use sg3_lang::Model;
use sg3_lang::model::Quantity;

/// What every part of a form for one model is drawn from.
pub(crate) struct FormContext<'a> {
    pub model: &'a Model,
    pub layout: &'a Layout,
    pub given: GivenValues<'a>,
    pub last: GivenValues<'a>,
    pub lists: ChoiceLists,
    pub styles: Styles,
    /// What its own words are said in.
    pub language: &'a Language,
    /// What is said of cells, and where each was drawn; in a form that is returned.
    pub marks: Option<FindingMarks>,
}

impl<'a> FormContext<'a> {
    pub(crate) fn of(number: usize, part: &RequestPart<'a>, language: &'a Language) -> FormContext<'a> {
        FormContext {
            model: part.model,
            layout: part.layout,
            given: GivenValues::of(part.values),
            last: GivenValues::of(part.last_year),
            lists: ChoiceLists::of(part.model, part.layout, number, language),
            styles: if language.is_right_to_left() { Styles::default().mirrored() } else { Styles::default() },
            language,
            marks: None,
        }
    }

    /// In what a sheet gives amounts of money.
    pub fn scale(&self, sheet: &str) -> Scale {
        self.marks.as_ref().and_then(|marks| marks.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// A number of an input as it stands on a sheet: amounts in the scale of that.
    pub fn scale_for_sheet(&self, sheet: &str, quantity: &Quantity, number: f64) -> f64 {
        if unit::is_amount(quantity) { self.scale(sheet).write(number) } else { number }
    }

    /// Words of the form itself in its language, or in two side by side.
    pub fn translate(&self, words: &str) -> String {
        self.language.translate(words)
    }

    /// Sentences of the form itself, in two languages one after the other.
    pub fn translate_sentences(&self, words: &str) -> String {
        self.language.translate_sentences(words)
    }

    /// Words of the form itself where there is room for one language.
    pub fn translate_briefly(&self, words: &str) -> String {
        self.language.translate_briefly(words)
    }

    /// All that there is to say about an input.
    pub fn hint(&self, quantity: &Quantity) -> String {
        self.translate_pieces(hint::hint(self.model, quantity))
    }

    /// Pieces said on their own, one after the other.
    pub fn translate_pieces(&self, pieces: Vec<String>) -> String {
        pieces.iter().map(|piece| self.translate_sentences(piece)).collect::<Vec<_>>().join(" ")
    }
}
