//! The mapping as a workbook that an accountant can read and sign.
//!
//! The same mapping and files give the same bytes, on any day.

use super::page::{DocumentCell, Page, PageTable};
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatUnderline, Url, Worksheet, XlsxError,
};
use sg3_form::layout::key;
use sg3_form::write::style::Styles;
use sg3_lang::Model;
use sg3_workbook::write::cells;
use sg3_workbook::write::text;
use std::collections::BTreeMap;

/// Sure enough to be green, or amber.
const PROPOSAL: &str = "[>=0.85]\"certain \"0%;[>=0.5]\"likely \"0%;0%";
const AMOUNT: &str = "[>=1000]#,##0;[<=-1000]-#,##0;General";
const LINE: f64 = 13.0;

struct Formats {
    styles: Styles,
    text: Format,
    number: Format,
    proposal: Format,
    asked: Format,
    asked_number: Format,
    link: Format,
}

/// Draws all pages.
pub(crate) fn write_workbook(pages: &[Page], model: &Model) -> Vec<u8> {
    draw_pages(pages, model).expect("names and sizes are within what a workbook holds")
}

fn draw_pages(pages: &[Page], model: &Model) -> Result<Vec<u8>, XlsxError> {
    let looks = Formats::new();
    let mut workbook = cells::create_workbook();
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = format!("Mapping · {}", model.title);
    let properties = DocProperties::new().set_title(text::truncate(&title, 255)).set_creation_datetime(&written);
    workbook.set_properties(&properties.set_custom_property("sg3 mapping", &*model.name));
    for page in pages {
        draw_page(page, &looks, model, workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

fn draw_page(page: &Page, looks: &Formats, model: &Model, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(page.name)?.set_screen_gridlines(false);
    cells::write_text(sheet, 0, 0, &format!("@sheet {}", page.name), &looks.styles.key)?;
    cells::write_text(sheet, 0, 1, &page.title, &looks.styles.title)?;
    sheet.set_row_height(0, 26)?;
    let widths = widths(page);
    draw_instructions(page, looks, &widths, sheet)?;
    let mut top = 3;
    for grid in &page.tables {
        top = draw_grid(grid, looks, &widths, top, sheet)? + 2;
    }
    for (column, width) in &widths {
        sheet.set_column_width(*column, *width)?;
    }
    sheet.set_column_hidden(0)?;
    let total: f64 = widths.values().sum();
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages((total / 230.0).ceil().max(1.0) as u16, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(cells::format_footer(&model.title));
    Ok(())
}

/// The widest that any table asks for.
fn widths(page: &Page) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    for (position, head) in page.tables.iter().flat_map(|grid| (1..).zip(&grid.columns)) {
        let width = widths.entry(position).or_insert(head.width);
        *width = f64::max(*width, head.width);
    }
    widths
}

/// What to do with the page, over columns that fit a screen.
fn draw_instructions(
    page: &Page,
    looks: &Formats,
    widths: &BTreeMap<u16, f64>,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let (mut last, mut width) = (0, 0.0);
    for (column, own) in widths {
        (last, width) = (*column, width + own);
        if width >= 100.0 {
            break;
        }
    }
    sheet.set_row_height(1, LINE * text::count_lines(&page.words, width) as f64 + 4.0)?;
    match last {
        0 | 1 => cells::write_text(sheet, 1, 1, &page.words, &looks.styles.hint),
        _ => sheet.merge_range(1, 1, 1, last, &page.words, &looks.styles.hint).map(|_| ()),
    }
}

fn draw_grid(
    grid: &PageTable,
    looks: &Formats,
    widths: &BTreeMap<u16, f64>,
    top: u32,
    sheet: &mut Worksheet,
) -> Result<u32, XlsxError> {
    let mut row = top;
    if !grid.title.is_empty() {
        cells::write_text(sheet, row, 0, key::TITLE, &looks.styles.key)?;
        cells::write_text(sheet, row, 1, grid.title, &looks.styles.subtitle)?;
        sheet.set_row_height(row, 20)?;
        row += 1;
    }
    cells::write_text(sheet, row, 0, &format!("{}{}", sg3_workbook::csv::CORNER, grid.key), &looks.styles.key)?;
    for (column, head) in (1..).zip(&grid.columns) {
        cells::write_text(sheet, row, column, head.key, &looks.styles.key)?;
    }
    sheet.set_row_hidden(row)?;
    if grid.columns.iter().any(|head| !head.heading.is_empty()) {
        row += 1;
        draw_headings(grid, looks, widths, row, sheet)?;
    }
    let first = row + 1;
    for (at, cells) in (first..).zip(&grid.rows) {
        draw_row(grid, looks, widths, at, cells, sheet)?;
    }
    let last = (first + grid.rows.len() as u32).max(first + 1) - 1;
    set_sheet_rules(grid, (row, first, last), sheet)?;
    Ok(last + 1)
}

fn draw_headings(
    grid: &PageTable,
    looks: &Formats,
    widths: &BTreeMap<u16, f64>,
    row: u32,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    cells::write_text(sheet, row, 0, key::HEADING, &looks.styles.key)?;
    let mut lines = 1;
    for (column, head) in (1..).zip(&grid.columns) {
        cells::write_text(sheet, row, column, head.heading, &looks.styles.heading)?;
        lines = lines.max(text::count_lines(head.heading, widths[&column] - 3.0));
    }
    sheet.set_row_height(row, LINE * lines as f64 + 6.0)?;
    Ok(())
}

fn draw_row(
    grid: &PageTable,
    looks: &Formats,
    widths: &BTreeMap<u16, f64>,
    row: u32,
    cells: &[DocumentCell],
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let mut lines = 1;
    for ((column, head), said) in (1..).zip(&grid.columns).zip(cells) {
        let (text, number) = if head.is_asked {
            (&looks.asked, &looks.asked_number)
        } else if head.key == "@confidence" {
            (&looks.text, &looks.proposal)
        } else {
            (&looks.text, &looks.number)
        };
        match said {
            DocumentCell::Blank => cells::write_text(sheet, row, column, "", text)?,
            DocumentCell::Number(value) if matches!(head.key, "@value" | "@lines") => {
                sheet.write_number_with_format(row, column, *value, text)?;
            }
            DocumentCell::Number(value) => drop(sheet.write_number_with_format(row, column, *value, number)?),
            DocumentCell::Text(words) => cells::write_text(sheet, row, column, words, text)?,
            DocumentCell::Link(words, to) => drop(sheet.write_url_with_format(
                row,
                column,
                Url::new(to).set_text(text::truncate(words, 255)),
                &looks.link,
            )?),
        }
        if let DocumentCell::Text(words) | DocumentCell::Link(words, _) = said {
            lines = lines.max(text::count_lines(words, widths[&column] - 2.0));
        }
    }
    sheet.set_row_height(row, LINE * lines.min(6) as f64 + 3.0)?;
    Ok(())
}

/// What stays in sight, filters, colours by sureness, and what may be chosen.
fn set_sheet_rules(
    grid: &PageTable,
    (head, first, last): (u32, u32, u32),
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    if matches!(grid.key, "mapping" | "unused" | "words" | "findings") {
        let labels = match grid.key {
            "mapping" => 3,
            "words" => 2,
            _ => 1,
        };
        sheet.set_freeze_panes(first, labels)?;
        sheet.set_repeat_rows(head, head)?.set_repeat_columns(1, labels.max(2) - 1)?;
        sheet.autofilter(head, 1, last, grid.columns.len() as u16)?;
    }
    if let Some(column) = grid.position("@confidence") {
        for (rule, colour) in [
            (ConditionalFormatCellRule::GreaterThanOrEqualTo(crate::weights::CERTAIN_FROM), 0xE2_EF_DA),
            (ConditionalFormatCellRule::Between(crate::weights::OPEN_BELOW, crate::weights::CERTAIN_FROM), 0xFF_E9_B3),
        ] {
            let format = Format::new().set_background_color(Color::RGB(colour));
            sheet.add_conditional_format(
                first,
                column,
                last,
                column,
                &ConditionalFormatCell::new().set_rule(rule).set_format(format),
            )?;
        }
    }
    if let Some(column) = grid.position("@sign") {
        let list = DataValidation::new().allow_list_strings(&["−"])?.ignore_blank(true);
        sheet.add_data_validation(first, column, last, column, &list)?;
    }
    Ok(())
}

/// Amounts, in a format for text.
fn amounts(format: &Format) -> Format {
    format.clone().set_num_format(AMOUNT).set_align(FormatAlign::Right)
}

impl Formats {
    fn new() -> Formats {
        let styles = Styles::default();
        let asked = styles.sample().set_text_wrap();
        let link = asked.clone().set_underline(FormatUnderline::Single);
        Formats {
            text: styles.label.clone(),
            number: amounts(&styles.label),
            proposal: styles.label.clone().set_num_format(PROPOSAL).set_align(FormatAlign::Center),
            asked_number: amounts(&asked),
            asked,
            link,
            styles,
        }
    }
}
