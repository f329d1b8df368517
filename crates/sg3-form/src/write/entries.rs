//! Cells to fill: how numbers, shares, days and words look in them.

use rust_xlsxwriter::{Format, FormatAlign};
use sg3_calc::present::shown::is_percent;
use sg3_lang::model::{Kind, Quantity};
use sg3_language::Language;

/// Grouped by thousands from a thousand up; below that, as many decimals as there are.
pub(super) const NUMBER: &str = "[>=1000]#,##0;[<=-1000]-#,##0;General";
const SHARE: &str = "0.0##%";
const DATE: &str = "yyyy-mm-dd";
const TEXT: &str = "@";

/// Cells to fill, by what is to be filled in.
pub(super) struct Entries {
    pub number: Format,
    share: Format,
    pub date: Format,
    pub words: Format,
}

impl Entries {
    /// The cell for what a quantity asks for.
    pub(super) fn of_kind(&self, quantity: &Quantity) -> &Format {
        let entries = self;
        match &quantity.kind {
            Kind::Number(_) if is_percent(quantity) => &entries.share,
            Kind::Number(_) => &entries.number,
            Kind::Date => &entries.date,
            Kind::YesNo | Kind::Member(_) => &entries.words,
        }
    }

    /// All of them, in the looks of one.
    pub(super) fn of(entry: &Format, language: &Language) -> Entries {
        let with = |number_format: &str| entry.clone().set_num_format(language.localise_number_format(number_format));
        Entries { number: with(NUMBER), share: with(SHARE), date: with(DATE), words: indented(&with(TEXT)) }
    }
}

/// Words a little away from the border.
pub(super) fn indented(format: &Format) -> Format {
    format.clone().set_align(FormatAlign::Left).set_indent(1)
}
