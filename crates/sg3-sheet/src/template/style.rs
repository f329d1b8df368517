//! Five styles that survive black-and-white print, and one for machine keys.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const INK: u32 = 0x1F_2A_44;
const RULE: u32 = 0xBF_BF_BF;
const QUIET: u32 = 0x59_59_59;
const PAPER: u32 = 0xFF_F8_DC;
const ENTRY: u32 = 0x00_32_A0;

/// The styles of a form.
pub struct Styles {
    /// Heading of a sheet.
    pub title: Format,
    /// Heading of a table.
    pub subtitle: Format,
    /// Head of a column.
    pub heading: Format,
    /// Words that say what a row is.
    pub label: Format,
    /// Units and notes.
    pub quiet: Format,
    /// Cells to fill.
    pub input: Format,
    /// Cells that the model has filled; the filler may change them.
    pub proposed: Format,
    /// Machine keys.
    pub key: Format,
}

impl Styles {
    /// The house style.
    pub fn new() -> Styles {
        let input = bordered().set_background_color(Color::RGB(PAPER)).set_font_color(Color::RGB(ENTRY)).set_unlocked();
        Styles {
            title: plain().set_bold().set_font_size(16).set_font_color(Color::RGB(INK)),
            subtitle: plain().set_bold().set_font_size(12).set_font_color(Color::RGB(INK)),
            heading: heading(),
            label: bordered().set_text_wrap().set_align(FormatAlign::Left).set_indent(1),
            quiet: plain().set_font_color(Color::RGB(QUIET)).set_align(FormatAlign::Top),
            proposed: input.clone().set_italic(),
            input,
            key: plain().set_font_color(Color::RGB(RULE)).set_font_size(8),
        }
    }

    /// Units beside rows: quiet, inside the grid.
    pub fn unit(&self) -> Format {
        bordered().set_font_color(Color::RGB(QUIET)).set_align(FormatAlign::Left).set_indent(1)
    }

    /// Units below headings: quiet, inside the grid, in the middle.
    pub fn unit_below(&self) -> Format {
        bordered().set_font_color(Color::RGB(QUIET)).set_align(FormatAlign::Center).set_italic()
    }

    /// Notes beside rows: quiet, inside the grid, over several lines.
    pub fn note(&self) -> Format {
        self.unit().set_text_wrap()
    }

    /// Head of a column of values.
    pub fn heading_of_values(&self) -> Format {
        self.heading.clone().set_align(FormatAlign::Center).set_indent(0)
    }
}

fn heading() -> Format {
    let format = bordered().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(INK));
    format.set_text_wrap().set_align(FormatAlign::VerticalCenter).set_align(FormatAlign::Left).set_indent(1)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(RULE)).set_align(FormatAlign::Top)
}

fn plain() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}
