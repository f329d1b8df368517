//! A sheet as its department writes it, and lines that map it.

use rust_xlsxwriter::{Color, Format, Workbook, Worksheet, XlsxError};
use sg3_workbook::Area;
use sg3_mapping::{Entry, Figure, Keys, Meaning, Rule};

/// Who confirmed the mapping.
const CONFIRMED: &str = "R. Controller";

/// How cells look.
pub struct Looks {
    pub title: Format,
    pub head: Format,
    pub amount: Format,
    pub total: Format,
    pub day: Format,
}

impl Looks {
    pub fn new() -> Looks {
        let head = Format::new().set_bold().set_background_color(Color::RGB(0xDD_E6_EE)).set_text_wrap();
        let amount = Format::new().set_num_format("#,##0.00;(#,##0.00)");
        Looks {
            title: Format::new().set_bold().set_font_size(14),
            total: amount.clone().set_bold(),
            day: Format::new().set_num_format("dd mmm yyyy"),
            head,
            amount,
        }
    }
}

/// A new sheet with a title and what stands below it.
pub fn sheet<'b>(
    book: &'b mut Workbook,
    name: &str,
    title: &str,
    notes: &[&str],
    widths: &[f64],
) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.write_string_with_format(0, 0, title, &Looks::new().title)?;
    for (row, note) in (1..).zip(notes) {
        sheet.write_string(row, 0, *note)?;
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    Ok(sheet)
}

/// The head of a list.
pub fn heads(sheet: &mut Worksheet, row: u32, heads: &[&str]) -> Result<(), XlsxError> {
    let looks = Looks::new();
    for (column, head) in (0..).zip(heads).filter(|(_, head)| !head.is_empty()) {
        sheet.write_string_with_format(row, column, *head, &looks.head)?;
    }
    Ok(())
}

/// Where a column stands: sheet, file, row of its head, first and last row below.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub file: &'a str,
    pub sheet: &'a str,
    pub head: u32,
    pub first: u32,
    pub last: u32,
    pub rows: &'a str,
}

impl Block<'_> {
    /// A line for a column, with the column of its keys.
    pub fn column(&self, figure: &str, column: u32, heading: &str, keys: &str) -> Entry {
        let area = Area { top: self.first, bottom: self.last, left: column, right: column };
        Entry { heading: heading.to_owned(), label_at: Some((self.head, column)), ..self.area(figure, area, keys) }
    }

    /// A line for any cells.
    pub fn area(&self, figure: &str, area: Area, keys: &str) -> Entry {
        Entry {
            figure: Figure::parse(figure).expect("a figure"),
            file: self.file.to_owned(),
            sheet: self.sheet.to_owned(),
            cells: vec![area],
            keys: Keys::parse(keys).expect("columns of keys"),
            rows: Rule::parse(self.rows).expect("a rule"),
            confirmed: CONFIRMED.to_owned(),
            ..Entry::default()
        }
    }
}

/// What words mean.
pub fn meanings(of: &str, words: &[(&str, &str)]) -> Vec<Meaning> {
    let meaning = |(word, key): &(&str, &str)| Meaning {
        of: of.to_owned(),
        word: (*word).to_owned(),
        key: (*key).to_owned(),
        confirmed: CONFIRMED.to_owned(),
        ..Meaning::default()
    };
    words.iter().map(meaning).collect()
}

/// An amount in hundredths, as plain text.
pub fn cents(amount: i64) -> String {
    (amount as f64 / 100.0).to_string()
}
