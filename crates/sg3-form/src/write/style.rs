//! Five styles that survive black-and-white print, and one for machine keys.

use crate::write::entries::{Entries, NUMBER, indented};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};
use sg3_lang::model::Quantity;
use sg3_language::Language;
use sg3_workbook::write::cells::base_format;
use sg3_workbook::write::palette::{BORDER, ENTRY, INK, LAST_YEAR, MARK, PAPER, QUIET, SHADE};

const RIGHT_TO_LEFT: u8 = 2;

/// The styles of a form.
pub struct Styles {
    /// Heading of a sheet.
    pub title: Format,
    /// Heading of a table.
    pub subtitle: Format,
    /// Head of a column.
    pub heading: Format,
    /// Head of a column of values.
    pub heading_of_values: Format,
    /// Head of a column of evidence.
    pub heading_of_evidence: Format,
    /// Last year's figures.
    last: Entries,
    /// Live checks.
    pub check: Format,
    /// What a figure without a unit of its own is shown as: live figures of the form.
    pub live: Format,
    /// A live share.
    pub live_share: Format,
    /// Words beside lines for whole columns.
    pub line: Format,
    /// Words that say what a row is.
    pub label: Format,
    /// Words around tables.
    pub quiet: Format,
    /// Words below titles, over several lines.
    pub hint: Format,
    /// Units beside rows.
    pub unit: Format,
    /// Units below headings.
    pub unit_below: Format,
    /// Notes beside rows.
    pub note: Format,
    /// Cells for words; what is typed stays text.
    pub words: Format,
    /// The same over several lines.
    pub wrapped: Format,
    /// Machine keys.
    pub key: Format,
    entries: Entries,
    proposals: Entries,
    unseen: Entries,
}

impl Default for Styles {
    /// The house style, in English.
    fn default() -> Styles {
        Styles::of(&Language::default())
    }
}

impl Styles {
    /// The house style, with the digits of a language, and from right to left where it is written so.
    pub fn of(language: &Language) -> Styles {
        let styles = Styles::from_left(language);
        if language.is_right_to_left() { styles.mirrored() } else { styles }
    }

    fn from_left(language: &Language) -> Styles {
        let digits = |format: &str| language.localise_number_format(format);
        let quiet = base_format().set_font_color(Color::RGB(QUIET)).set_align(FormatAlign::Top);
        let beside = bordered().set_font_color(Color::RGB(QUIET));
        let unit = indented(&beside);
        let entry = bordered().set_background_color(Color::RGB(PAPER)).set_font_color(Color::RGB(ENTRY)).set_unlocked();
        Styles {
            title: base_format().set_bold().set_font_size(16).set_font_color(Color::RGB(INK)),
            subtitle: base_format().set_bold().set_font_size(12).set_font_color(Color::RGB(INK)),
            heading: indented(&heading()),
            heading_of_values: heading().set_align(FormatAlign::Center),
            heading_of_evidence: indented(&bordered())
                .set_bold()
                .set_font_color(Color::RGB(INK))
                .set_background_color(Color::RGB(SHADE))
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter),
            last: Entries::of(
                &bordered().set_font_color(Color::RGB(QUIET)).set_background_color(Color::RGB(LAST_YEAR)),
                language,
            ),
            check: indented(&bordered()).set_bold().set_font_color(Color::RGB(INK)),
            live: bordered().set_font_color(Color::RGB(INK)).set_num_format(digits(NUMBER)),
            live_share: bordered().set_font_color(Color::RGB(INK)).set_num_format(digits("0%")),
            line: indented(&beside).set_italic(),
            label: indented(&bordered()).set_text_wrap(),
            hint: quiet.clone().set_italic().set_text_wrap(),
            quiet,
            note: unit.clone().set_text_wrap(),
            unit,
            unit_below: beside.set_align(FormatAlign::Center).set_italic(),
            words: Entries::of(&entry, language).words,
            wrapped: Entries::of(&entry, language).words.set_text_wrap(),
            key: base_format().set_font_color(Color::RGB(BORDER)).set_font_size(8),
            entries: Entries::of(&entry, language),
            proposals: Entries::of(&entry.set_italic(), language),
            unseen: Entries::of(
                &base_format().set_align(FormatAlign::Top).set_font_color(Color::RGB(ENTRY)).set_unlocked(),
                language,
            ),
        }
    }

    /// The same where sheets begin at the right: words of the form do, too, in whatever script they are.
    fn mirrored(self) -> Styles {
        let right = |format: Format| format.set_reading_direction(RIGHT_TO_LEFT);
        Styles {
            title: right(self.title),
            subtitle: right(self.subtitle),
            heading: right(self.heading),
            heading_of_values: right(self.heading_of_values),
            heading_of_evidence: right(self.heading_of_evidence),
            line: right(self.line),
            label: right(self.label),
            hint: right(self.hint),
            quiet: right(self.quiet),
            note: right(self.note),
            ..self
        }
    }

    /// A cell that asks for a quantity; proposals of the model are in italics.
    pub fn entry(&self, quantity: &Quantity, is_proposal: bool) -> &Format {
        let entries = if is_proposal { &self.proposals } else { &self.entries };
        entries.of_kind(quantity)
    }

    /// A cell that asks for a quantity and is not drawn, so that it is not printed either.
    pub(crate) fn unseen(&self, quantity: &Quantity) -> &Format {
        self.unseen.of_kind(quantity)
    }

    /// The same for words.
    pub(crate) fn unseen_words(&self) -> &Format {
        &self.unseen.words
    }

    /// The same for a number of no particular quantity.
    pub(crate) fn unseen_number(&self) -> &Format {
        &self.unseen.number
    }

    /// How such a cell is drawn once it is reached.
    pub(crate) fn reached(&self) -> Format {
        Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(BORDER))
            .set_background_color(Color::RGB(PAPER))
    }

    /// A cell that shows what a quantity was last year.
    pub(crate) fn last_year(&self, quantity: &Quantity) -> &Format {
        self.last.of_kind(quantity)
    }

    /// A cell that asks for a number of no particular quantity.
    pub fn number(&self) -> &Format {
        &self.entries.number
    }

    /// A cell that asks for a day.
    pub fn day(&self) -> &Format {
        &self.entries.date
    }

    /// A cell that a finding is about: framed, so that it is seen in black and white.
    pub(crate) fn marked(&self, format: &Format) -> Format {
        format.clone().set_border(FormatBorder::Thick).set_border_color(Color::RGB(MARK)).set_bold()
    }

    /// Words of several lines beside each other.
    pub fn paragraph(&self) -> Format {
        self.label.clone().set_indent(0)
    }

    /// A cell for words of several lines.
    pub fn answer(&self) -> Format {
        self.words.clone().set_text_wrap()
    }

    /// A link to another sheet.
    pub fn link(&self) -> Format {
        self.paragraph().set_underline(FormatUnderline::Single).set_font_color(Color::RGB(ENTRY))
    }

    /// What cells to fill look like, where nothing is to be filled.
    pub fn sample(&self) -> Format {
        self.words.clone().set_locked()
    }

    /// What cells with a proposal look like.
    pub(crate) fn sample_of_proposal(&self) -> Format {
        self.proposals.words.clone().set_locked()
    }

    /// What cells with last year's figures look like.
    pub(crate) fn sample_of_last_year(&self) -> &Format {
        &self.last.words
    }
}

fn heading() -> Format {
    let format = bordered().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(INK));
    format.set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

fn bordered() -> Format {
    base_format().set_border(FormatBorder::Thin).set_border_color(Color::RGB(BORDER)).set_align(FormatAlign::Top)
}
