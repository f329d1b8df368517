//! Five styles, each with a letter for black-and-white print: figures from the data, room for others, calculations,
//! results, checks; and number formats from kinds and units.

use crate::layout::unit;
use crate::live::book::{Block, Role};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind, Quantity, Role as QuantityRole};

const INK: u32 = 0x1F_2A_44;
const RULE: u32 = 0xD9_D9_D9;
const QUIET: u32 = 0x59_59_59;
const ENTRY: u32 = 0x00_32_A0;
const PAPER: u32 = 0xFF_F8_DC;
const GIVEN: u32 = 0xEE_F3_FB;
const RESULT: u32 = 0xE3_F1_E3;
const CHECK: u32 = 0xF6_EA_F6;

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
            prose: quiet.clone().set_text_wrap().set_align(FormatAlign::Top),
            words: plain().set_font_name("Consolas").set_font_size(9).set_font_color(Color::RGB(QUIET)),
            heading_number: quiet.clone().set_font_size(8).set_align(FormatAlign::Right),
            heading_of_words: heading.clone().set_align(FormatAlign::Left),
            heading,
            hint: quiet.clone().set_italic().set_font_size(9),
            label: plain().set_text_wrap().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE)),
            strong_label: plain()
                .set_text_wrap()
                .set_bold()
                .set_border_bottom(FormatBorder::Hair)
                .set_border_color(Color::RGB(RULE)),
            number: quiet.clone().set_font_size(8).set_align(FormatAlign::Center),
            unit: quiet.clone().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE)),
            mark: quiet.clone().set_font_size(8).set_align(FormatAlign::Center),
            source: quiet.set_font_size(9),
        }
    }

    /// The cells of a block.
    pub fn cell(&self, model: &Model, block: &Block, look: Look, values: &[f64]) -> Format {
        let number = number_format(model, block, values);
        let cell =
            plain().set_num_format(number).set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE));
        match look {
            Look::Given => cell.set_background_color(Color::RGB(GIVEN)).set_font_color(Color::RGB(ENTRY)),
            Look::Room => cell.set_background_color(Color::RGB(PAPER)).set_font_color(Color::RGB(ENTRY)),
            Look::Calculation => cell,
            Look::Result => cell.set_background_color(Color::RGB(RESULT)).set_bold(),
            Look::Check => cell.set_background_color(Color::RGB(CHECK)),
        }
    }
}

/// How figures of a block are shown, by kind, unit and size.
fn number_format(model: &Model, block: &Block, values: &[f64]) -> String {
    let quantity = block
        .quantity
        .map(|id| model.quantity(id))
        .filter(|_| matches!(block.role, Role::Live | Role::Base | Role::Override | Role::Quantity | Role::Pass));
    match &block.kind {
        Kind::Date => "yyyy-mm-dd".to_owned(),
        Kind::YesNo => "[=1]\"yes\";[=0]\"no\";General".to_owned(),
        Kind::Member(dimension) => of_members(model, *dimension),
        Kind::Number(_) if block.role == Role::Check && block.helps.is_none() => {
            "[=1]\"holds\";[=0]\"FAILS\";General".to_owned()
        }
        Kind::Number(_) if quantity.is_some_and(is_percentage) => "0.0##%".to_owned(),
        Kind::Number(_) => of_size(values),
    }
}

fn is_percentage(quantity: &Quantity) -> bool {
    unit::is_share(quantity)
}

/// What fits into a cell: a number that does not is shown as ###.
const LETTERS: usize = 13;

/// Two members can be shown by their labels, if they are short.
fn of_members(model: &Model, dimension: DimensionId) -> String {
    match model.dimension(dimension).listed() {
        [one, two] if one.label.chars().count().max(two.label.chars().count()) <= LETTERS => {
            format!("[=1]\"{}\";[=2]\"{}\";General", one.label.replace('"', "'"), two.label.replace('"', "'"))
        }
        _ => "0".to_owned(),
    }
}

/// So many decimals that the smallest figures that count still have three digits; none from a thousand up.
fn of_size(values: &[f64]) -> String {
    let sizes = || values.iter().map(|value| value.abs()).filter(|value| value.is_finite() && *value > 0.0);
    let largest = sizes().fold(0.0, f64::max);
    let smallest = sizes().filter(|size| *size >= largest / 10_000.0).fold(largest, f64::min);
    let whole = values.iter().filter(|value| value.is_finite()).all(|value| value.fract() == 0.0);
    let decimals = match smallest {
        _ if whole => 0,
        size if size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        size if size >= 0.01 => 4,
        size if size >= 0.001 => 5,
        size if size >= 0.000_01 => 7,
        _ => return "0.00E+00".to_owned(),
    };
    match (decimals, largest >= 100_000.0) {
        (0, _) | (_, true) => "#,##0".to_owned(),
        (decimals, false) => format!("#,##0.{}", "0".repeat(decimals)),
    }
}

fn plain() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}
