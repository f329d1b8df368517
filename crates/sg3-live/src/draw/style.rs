//! Five styles, each with a letter for black-and-white print: figures from the data, room for others, calculations,
//! results, checks; and number formats from kinds and units.

pub(crate) mod number;

use crate::book::block::{Block, Role};
use number::number_format;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, FormatUnderline,
    Worksheet, XlsxError,
};
use sg3_lang::Model;
use sg3_lang::model::{Kind, Role as QuantityRole};

const INK: u32 = 0x1F_2A_44;

const RULE: u32 = 0xD9_D9_D9;

const QUIET: u32 = 0x59_59_59;

const ENTRY: u32 = 0x00_32_A0;

const PAPER: u32 = 0xFF_F8_DC;

const GIVEN: u32 = 0xEE_F3_FB;

const RESULT: u32 = 0xE3_F1_E3;

const CHECK: u32 = 0xF6_EA_F6;

const LINK: u32 = 0x0B_5C_AD;

const HOLDS: u32 = 0x2E_7D_4F;

const CHANGED: u32 = 0xFF_D9_66;

/// How answers of checks are shown.
pub(crate) const ANSWER: &str = "[=1]\"passes\";[=0]\"FAILS\";General";

/// What kind of cell it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A figure from the data or the model.
    Given,
    /// Room for another figure.
    Room,
    /// A calculation.
    Calculation,
    /// A result of the model.
    Result,
    /// A check.
    Check,
}

/// The styles of a workbook.
pub struct Styles {
    pub title: Format,
    pub subtitle: Format,
    pub prose: Format,
    pub words: Format,
    pub heading: Format,
    pub heading_of_words: Format,
    pub hint: Format,
    pub heading_number: Format,
    pub label: Format,
    pub strong_label: Format,
    pub number: Format,
    pub unit: Format,
    pub mark: Format,
    pub source: Format,
    pub beside: Format,
    pub link: Format,
    pub flag: Format,
    pub note: Format,
    pub indented: Format,
    pub count: Format,
    pub answer: Format,
    pub answer_words: Format,
    pub noise: Format,
    pub scientific: Format,
    pub constant: Format,
    pub digest: Format,
    pub choice: Format,
    pub change_share: Format,
}

impl Look {
    /// The letter in the first column.
    pub fn letter(self) -> &'static str {
        match self {
            Look::Given => "I",
            Look::Room => "O",
            Look::Calculation => "C",
            Look::Result => "R",
            Look::Check => "K",
        }
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Look::Given => "Given",
            Look::Room => "Your own figure",
            Look::Calculation => "Calculation",
            Look::Result => "Result",
            Look::Check => "Check",
        }
    }

    /// Of the cells of a block.
    pub fn of(model: &Model, block: &Block) -> Look {
        let quantity = block.quantity.map(|id| model.quantity(id));
        let is_constant = quantity.is_some_and(|quantity| matches!(quantity.role, QuantityRole::Constant(_)));
        match block.role {
            Role::Override => Look::Room,
            Role::Base | Role::Number => Look::Given,
            Role::Check => Look::Check,
            Role::Quantity if is_constant => Look::Given,
            Role::Quantity if quantity.is_some_and(|quantity| quantity.output) => Look::Result,
            _ => Look::Calculation,
        }
    }
}

impl Styles {
    pub fn new() -> Styles {
        let quiet = plain().set_font_color(Color::RGB(QUIET));
        let heading =
            plain().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(INK)).set_text_wrap();
        let heading = heading.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Styles {
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
            unit: quiet.clone().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE)),
            mark: quiet.clone().set_font_size(8).set_align(FormatAlign::Center),
            link: plain().set_font_color(Color::RGB(LINK)).set_underline(FormatUnderline::Single),
            flag: plain().set_bold().set_font_color(Color::RGB(HOLDS)),
            note: ruled().set_text_wrap(),
            indented: quiet.clone().set_indent(2),
            count: ruled().set_num_format("#,##0").set_align(FormatAlign::Left),
            answer: ruled().set_num_format(ANSWER).set_background_color(Color::RGB(CHECK)),
            answer_words: ruled().set_bold().set_text_wrap(),
            noise: quiet.clone().set_font_size(8).set_num_format("\"changes from \"0E+00").set_align(FormatAlign::Left),
            scientific: ruled().set_num_format("0.0E+00;-0.0E+00;0"),
            constant: ruled().set_num_format("0E+00").set_align(FormatAlign::Left),
            digest: ruled().set_font_name("Consolas").set_font_size(9).set_font_color(Color::RGB(QUIET)),
            choice: entry(ruled()).set_align(FormatAlign::Left),
            change_share: ruled().set_num_format("+0.0##%;-0.0##%;0%").set_align(FormatAlign::Right),
            beside: quiet.clone().set_font_size(9).set_indent(1),
            source: quiet.set_font_size(9),
        }
    }

    /// How changes of these figures of a block are shown: with their sign.
    pub fn change(&self, model: &Model, block: &Block, values: &[f64]) -> Format {
        let number = number_format(model, block, values);
        let signed = if number.starts_with('[') || number.starts_with('y') {
            "+0;-0;0".to_owned()
        } else {
            format!("+{number};-{number};0")
        };
        ruled().set_num_format(signed).set_align(FormatAlign::Right)
    }

    /// Makes a cell stand out where it is not nought.
    pub fn show_change(&self, page: &mut Worksheet, cell: (u32, u16)) -> Result<(), XlsxError> {
        self.show_changes(page, cell, cell)
    }

    /// The same for all cells from a first to a last.
    pub fn show_changes(&self, page: &mut Worksheet, first: (u32, u16), last: (u32, u16)) -> Result<(), XlsxError> {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::NotEqualTo(0))
            .set_format(Format::new().set_bold().set_background_color(Color::RGB(CHANGED)));
        page.add_conditional_format(first.0, first.1, last.0, last.1, &rule)?;
        Ok(())
    }

    /// An empty cell of a look, to be explained.
    pub fn sample(&self, look: Look) -> Format {
        coloured(ruled().set_border(FormatBorder::Hair).set_align(FormatAlign::Top), look)
    }

    /// The cells of a block.
    pub fn cell(&self, model: &Model, block: &Block, look: Look, values: &[f64]) -> Format {
        let cell = ruled().set_num_format(number_format(model, block, values));
        let cell = match block.kind {
            Kind::YesNo | Kind::Member(_) => cell.set_align(FormatAlign::Left).set_indent(1),
            _ => cell,
        };
        coloured(cell, look)
    }
}

fn coloured(cell: Format, look: Look) -> Format {
    match look {
        Look::Given => cell.set_background_color(Color::RGB(GIVEN)).set_font_color(Color::RGB(ENTRY)),
        Look::Room => entry(cell),
        Look::Calculation => cell,
        Look::Result => cell.set_background_color(Color::RGB(RESULT)).set_bold(),
        Look::Check => cell.set_background_color(Color::RGB(CHECK)),
    }
}

fn entry(cell: Format) -> Format {
    cell.set_background_color(Color::RGB(PAPER)).set_font_color(Color::RGB(ENTRY)).set_unlocked()
}

fn ruled() -> Format {
    plain().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE))
}

/// What stands beside words of several lines stands beside the first.
fn plain() -> Format {
    sg3_workbook::write::cells::letters().set_align(FormatAlign::Top)
}
