//! The formats of cells: of the five styles with the number format of their kind and unit, and of all words around them.

use super::cell_style::CellStyle;
use super::number_format::{ANSWER, number_format};
use super::translated_formula::{translate_format, translate_formula};
use super::writer::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, FormatUnderline,
    Worksheet, XlsxError,
};
use crate::book::Block;
use sg3_lang::Model;
use sg3_lang::model::{Display, Kind};
use sg3_language::Language;
use sg3_workbook::write::cells::base_format;
use sg3_workbook::write::palette::{
    CHANGED, CHECK, DELIVERED, ENTRY, HAIRLINE, HOLDS, INK, LINK, PAPER, QUIET, RESULT,
};

/// The formats of a workbook, by use.
pub(super) struct Styles {
    /// In which formats of numbers have their words.
    language: Language,
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) prose: Format,
    pub(super) words: Format,
    pub(super) heading: Format,
    pub(super) heading_of_words: Format,
    pub(super) hint: Format,
    pub(super) heading_number: Format,
    pub(super) label: Format,
    pub(super) strong_label: Format,
    pub(super) number: Format,
    pub(super) unit: Format,
    pub(super) mark: Format,
    pub(super) source: Format,
    pub(super) evidence: Format,
    pub(super) link: Format,
    pub(super) flag: Format,
    pub(super) note: Format,
    pub(super) indented: Format,
    pub(super) count: Format,
    pub(super) answer: Format,
    pub(super) answer_words: Format,
    pub(super) noise: Format,
    pub(super) scientific: Format,
    pub(super) constant: Format,
    pub(super) digest: Format,
    pub(super) choice: Format,
    pub(super) change_share: Format,
}

impl Styles {
    pub(super) fn new(language: &Language) -> Styles {
        let digits = |format: &str| translate_format(language, format);
        let quiet = plain().set_font_color(Color::RGB(QUIET));
        let heading =
            plain().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(INK)).set_text_wrap();
        let heading = heading.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Styles {
            language: language.clone(),
            title: plain().set_bold().set_font_size(16).set_font_color(Color::RGB(INK)),
            subtitle: plain().set_bold().set_font_size(11).set_font_color(Color::RGB(INK)),
            prose: quiet.clone().set_text_wrap(),
            words: plain().set_font_name("Consolas").set_font_size(9).set_font_color(Color::RGB(QUIET)),
            heading_number: quiet.clone().set_font_size(8).set_align(FormatAlign::Right),
            heading_of_words: heading.clone().set_align(FormatAlign::Left),
            heading,
            hint: quiet.clone().set_italic().set_font_size(9),
            label: ruled().set_text_wrap(),
            strong_label: ruled().set_text_wrap().set_bold(),
            number: quiet.clone().set_font_size(8).set_align(FormatAlign::Center),
            unit: quiet.clone().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(HAIRLINE)),
            mark: quiet.clone().set_font_size(8).set_align(FormatAlign::Center),
            link: plain().set_font_color(Color::RGB(LINK)).set_underline(FormatUnderline::Single),
            flag: plain().set_bold().set_font_color(Color::RGB(HOLDS)),
            note: ruled().set_text_wrap(),
            indented: quiet.clone().set_indent(2),
            count: ruled().set_num_format(digits("#,##0")).set_align(FormatAlign::Left),
            answer: ruled().set_num_format(digits(ANSWER)).set_background_color(Color::RGB(CHECK)),
            answer_words: ruled().set_bold().set_text_wrap(),
            noise: quiet.clone().set_font_size(8).set_num_format(digits("\"Δ ≥ \"0E+00")).set_align(FormatAlign::Left),
            scientific: ruled().set_num_format(digits("0.0E+00;-0.0E+00;0")),
            constant: ruled().set_num_format(digits("0E+00")).set_align(FormatAlign::Left),
            digest: ruled().set_font_name("Consolas").set_font_size(9).set_font_color(Color::RGB(QUIET)),
            choice: entry(ruled()).set_align(FormatAlign::Left),
            change_share: ruled().set_num_format(digits("+0.0##%;-0.0##%;0%")).set_align(FormatAlign::Right),
            evidence: quiet.clone().set_font_size(9).set_indent(1),
            source: quiet.set_font_size(9),
        }
    }

    /// How changes of these figures of a block are shown: with their sign.
    pub(super) fn change(&self, model: &Model, block: &Block, (values, display): (&[f64], Display)) -> Format {
        let format = number_format(model, block, values, Display { statement: false, ..display });
        let number = translate_formula(&self.language, &format);
        let signed = if number.starts_with('[') || number.starts_with('y') {
            "+0;-0;0".to_owned()
        } else {
            format!("+{number};-{number};0")
        };
        ruled().set_num_format(self.language.localise_number_format(&signed)).set_align(FormatAlign::Right)
    }

    /// Makes a cell stand out where it is not zero.
    pub(super) fn show_change(&self, page: &mut Worksheet, cell: (u32, u16)) -> Result<(), XlsxError> {
        self.show_changes(page, cell, cell)
    }

    /// The same for all cells from a first to a last.
    pub(super) fn show_changes(
        &self,
        page: &mut Worksheet,
        first: (u32, u16),
        last: (u32, u16),
    ) -> Result<(), XlsxError> {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::NotEqualTo(0))
            .set_format(Format::new().set_bold().set_background_color(Color::RGB(CHANGED)));
        page.add_conditional_format(first.0, first.1, last.0, last.1, &rule)?;
        Ok(())
    }

    /// An empty cell of a style, to be explained.
    pub(super) fn sample(&self, style: CellStyle) -> Format {
        coloured(ruled().set_border(FormatBorder::Hair).set_align(FormatAlign::Top), style)
    }

    /// The cells of a block, of which figures are shown in some way.
    pub(super) fn cell(
        &self,
        model: &Model,
        block: &Block,
        style: CellStyle,
        (values, display): (&[f64], Display),
    ) -> Format {
        let format = number_format(model, block, values, display);
        let cell = ruled().set_num_format(translate_format(&self.language, &format));
        let cell = match block.kind {
            Kind::YesNo | Kind::Member(_) => cell.set_align(FormatAlign::Left).set_indent(1),
            _ => cell,
        };
        coloured(cell, style)
    }
}

fn coloured(cell: Format, style: CellStyle) -> Format {
    match style {
        CellStyle::Given => cell.set_background_color(Color::RGB(DELIVERED)).set_font_color(Color::RGB(ENTRY)),
        CellStyle::Entry => entry(cell),
        CellStyle::Calculation => cell,
        CellStyle::Result => cell.set_background_color(Color::RGB(RESULT)).set_bold(),
        CellStyle::Check => cell.set_background_color(Color::RGB(CHECK)),
    }
}

fn entry(cell: Format) -> Format {
    cell.set_background_color(Color::RGB(PAPER)).set_font_color(Color::RGB(ENTRY)).set_unlocked()
}

fn ruled() -> Format {
    plain().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(HAIRLINE))
}

/// What stands beside words of several lines stands beside the first.
fn plain() -> Format {
    base_format().set_align(FormatAlign::Top)
}
