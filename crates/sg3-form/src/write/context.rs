//! What every part of a form for one model is drawn from.

use crate::language::choice::IN_PLACE_OF_UNIT;
use crate::layout::sheet::Layout;
use crate::layout::table::FormTable;
use crate::values::percent::shown_unit;
use crate::values::scale::Scale;
use crate::write::choice_lists::ChoiceLists;
use crate::write::finding_marks::FindingMarks;
use crate::write::given::{GivenRow, GivenValues};
use crate::write::part::RequestPart;
use crate::write::style::Styles;
use sg3_calc::present::hint;
use sg3_calc::present::unit;
use sg3_lang::Model;
use sg3_lang::model::Quantity;
use sg3_language::Language;
use sg3_workbook::write::text;
use std::collections::HashSet;
use std::sync::Arc;

/// What every part of a form for one model is drawn from.
pub(crate) struct FormContext<'a> {
    /// What the form asks the data for.
    pub model: &'a Model,
    /// Where it asks for what.
    pub layout: &'a Layout,
    /// Values to begin with, or those of a submission.
    pub given: GivenValues<'a>,
    /// Values of a year ago, shown beside.
    pub last: GivenValues<'a>,
    /// Lists that cells are chosen from.
    pub lists: ChoiceLists,
    /// How cells look.
    pub styles: Styles,
    /// The language of its own words, or two of them.
    pub language: &'a Language,
    /// What is said of cells, and where each was drawn; in a form that is returned.
    pub marks: Option<FindingMarks>,
}

impl<'a> FormContext<'a> {
    /// Of the part with this number in the request: each has a sheet of lists of its own.
    pub(crate) fn of(number: usize, part: &RequestPart<'a>, language: &'a Language) -> FormContext<'a> {
        let (given, last) = (GivenValues::of(part.values), GivenValues::of(part.last_year));
        FormContext {
            model: part.model,
            layout: part.layout,
            lists: ChoiceLists::of((part.model, part.layout), &[&given, &last], number, language),
            given,
            last,
            styles: Styles::of(language),
            language,
            marks: None,
        }
    }

    /// The rows of a table to which the filler adds them: those that are given, then those that last year's values have beside them.
    pub(crate) fn list_rows(&self, table: &FormTable) -> Vec<GivenRow> {
        let mut rows = self.given.list_rows(self.model, table);
        if table.listed_dimension().is_none() {
            let known: HashSet<Vec<Arc<str>>> = rows.iter().map(|row| row.members.clone()).collect();
            let of_last_year = self.last.list_rows(self.model, table).into_iter();
            rows.extend(of_last_year.filter(|row| !known.contains(&row.members)));
        }
        rows
    }

    /// In what a sheet gives amounts of money.
    pub(crate) fn scale(&self, sheet: &str) -> Scale {
        self.marks.as_ref().and_then(|marks| marks.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// A number of an input as it stands on a sheet: amounts in the scale of that.
    pub(crate) fn scale_for_sheet(&self, sheet: &str, quantity: &Quantity, number: f64) -> f64 {
        if unit::is_amount(quantity) { self.scale(sheet).write(number) } else { number }
    }

    /// Words of the form itself in its language, or in two side by side.
    pub(crate) fn translate(&self, words: &str) -> String {
        self.language.translate(words)
    }

    /// A unit as people see it, or the words that stand in place of one.
    pub(crate) fn translate_unit(&self, unit: &str, in_percent: bool) -> String {
        let shown = shown_unit(unit, in_percent);
        let is_unit = !IN_PLACE_OF_UNIT.contains(&&*shown);
        if is_unit { self.language.translate_unit(&shown) } else { self.translate(&shown) }
    }

    /// Words as a text of a formula: `"ok"`.
    pub(crate) fn quote(&self, words: &str) -> String {
        format!("\"{}\"", text::quote_in_formula(&self.translate_briefly(words)))
    }

    /// Sentences of the form itself, in two languages one after the other.
    pub(crate) fn translate_sentences(&self, words: &str) -> String {
        self.language.translate_sentences(words)
    }

    /// Words of the form itself where there is room for one language.
    pub(crate) fn translate_briefly(&self, words: &str) -> String {
        self.language.translate_briefly(words)
    }

    /// All that there is to say about an input.
    pub(crate) fn hint(&self, quantity: &Quantity) -> String {
        self.translate_pieces(hint::hint(self.model, quantity))
    }

    /// Pieces that are translated each on its own, one after the other.
    pub(crate) fn translate_pieces(&self, pieces: Vec<String>) -> String {
        pieces.iter().map(|piece| self.translate_sentences(piece)).collect::<Vec<_>>().join(" ")
    }
}
